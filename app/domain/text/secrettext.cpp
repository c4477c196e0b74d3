#include "domain/text/secrettext.h"
#include <QCoreApplication>

namespace domain {

namespace {

QString saySecret(const char *text)
{
    return QCoreApplication::translate("Secret", text);
}

// What a copy from a page, a mail or a file brings along.
bool isPadding(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

constexpr qsizetype mostBytes = 8192;

} // namespace

core::Result<core::SecretPtr> takenSecret(const QString &field, const QString &text, SecretUse use)
{
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isPadding(text.at(from)))
        ++from;
    while (to > from && isPadding(text.at(to - 1)))
        --to;
    const QStringView kept = QStringView(text).mid(from, to - from);
    if (kept.isEmpty())
        return core::SecretPtr();
    for (const QChar c : kept) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            return core::fieldError(
                field, saySecret(QT_TRANSLATE_NOOP("Secret",
                           "There is a line end or another control character inside. Paste only the secret itself.")));
        if (use == SecretUse::Key && (c <= QLatin1Char(' ') || c > QLatin1Char('~')))
            return core::fieldError(field,
                saySecret(QT_TRANSLATE_NOOP("Secret",
                    "A key has no blanks and only plain letters, digits and signs. Paste only the key itself.")));
    }
    QByteArray bytes = kept.toUtf8();
    if (bytes.size() > mostBytes) {
        core::wipe(bytes);
        return core::fieldError(
            field, saySecret(QT_TRANSLATE_NOOP("Secret", "This is longer than any secret: more than 8,192 bytes.")));
    }
    auto made = core::makeSecret(bytes);
    core::wipe(bytes);
    return made;
}

} // namespace domain
