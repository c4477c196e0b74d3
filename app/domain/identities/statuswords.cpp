#include "domain/identities/statuswords.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <array>

namespace domain {

static QString sayStatusWords(const char *text)
{
    return QCoreApplication::translate("StatusWords", text);
}

/// Raised whenever the same texts are to be read as something else than before.
static constexpr int readingNumber = 3;

static bool isAmong(const QStringList &list, const QString &word)
{
    return std::any_of(
        list.begin(), list.end(), [&word](const QString &w) { return w.compare(word, Qt::CaseInsensitive) == 0; });
}

StatusWord wordOf(const QString &status, const StatusWords &words)
{
    const QString word = status.trimmed();
    if (word.isEmpty())
        return StatusWord::None;
    if (isAmong(words.pass, word))
        return StatusWord::Pass;
    if (isAmong(words.fail, word))
        return StatusWord::Fail;
    return isAmong(words.pending, word) ? StatusWord::Pending : StatusWord::Other;
}

namespace {

struct List
{
    const char *key;    ///< in JSON
    const char *option; ///< of a field error
    QStringList StatusWords::*words;
};
constexpr std::array<List, 3> lists{{{"pass", "pass-words", &StatusWords::pass},
    {"fail", "fail-words", &StatusWords::fail}, {"pending", "pending-words", &StatusWords::pending}}};

QString hashOf(const QJsonObject &o)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(o).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
            .toHex()
            .left(16));
}

} // namespace

QStringList wordList(const QString &typed)
{
    QStringList out;
    const QStringList pieces = typed.split(QLatin1Char(','));
    for (const QString &p : pieces) {
        if (!p.trimmed().isEmpty())
            out << p.trimmed();
    }
    return out;
}

QList<core::Error> validate(const StatusWords &w)
{
    QList<core::Error> out;
    QSet<QString> seen;
    for (const List &list : lists) {
        const QString field = QLatin1String(list.option);
        for (const QString &word : w.*list.words) {
            if (word.isEmpty() || word != word.trimmed() || word.size() > 64)
                out << core::fieldError(
                    field, sayStatusWords(QT_TRANSLATE_NOOP("StatusWords", "A status word has 1 to 64 characters.")));
            else if (seen.contains(word.toCaseFolded()))
                out << core::fieldError(field,
                    sayStatusWords(QT_TRANSLATE_NOOP("StatusWords", "The status word %1 stands in the lists twice."))
                        .arg(word));
            seen.insert(word.toCaseFolded());
        }
        if ((w.*list.words).size() > 50)
            out << core::fieldError(
                field, sayStatusWords(QT_TRANSLATE_NOOP("StatusWords", "At most 50 status words in a list.")));
    }
    if (w.pass.isEmpty())
        out << core::fieldError(QStringLiteral("pass-words"),
            sayStatusWords(QT_TRANSLATE_NOOP("StatusWords", "At least one word says that a person is verified.")));
    return out;
}

QJsonObject toJson(const StatusWords &w)
{
    QJsonObject o;
    for (const List &list : lists)
        o.insert(QLatin1String(list.key), QJsonArray::fromStringList(w.*list.words));
    return o;
}

core::Result<StatusWords> statusWordsFromJson(const QJsonObject &o)
{
    StatusWords w;
    // What a newer version says beside them may take back what the lists give.
    for (auto it = o.begin(); it != o.end(); ++it) {
        if (std::none_of(std::begin(lists), std::end(lists),
                [&it](const List &list) { return it.key() == QLatin1String(list.key); }))
            return core::fieldError(
                it.key(), QCoreApplication::translate("StrictJson", "“%1” is not known here.").arg(it.key()));
    }
    for (const List &list : lists) {
        const QJsonValue v = o.value(QLatin1String(list.key));
        if (v.isUndefined())
            continue;
        QStringList words;
        const QJsonArray items = v.toArray();
        for (const auto &item : items) {
            if (item.isString())
                words << item.toString().trimmed();
        }
        if (!v.isArray() || words.size() != items.size())
            return core::fieldError(QLatin1String(list.option),
                sayStatusWords(QT_TRANSLATE_NOOP("StatusWords", "Status words are a list of texts.")));
        w.*list.words = words;
    }
    if (const auto faults = validate(w); !faults.isEmpty())
        return faults.first();
    return w;
}

QString Reading::version() const
{
    return QStringLiteral("%1:%2")
        .arg(readingNumber)
        .arg(hashOf({{QStringLiteral("words"), toJson(words)}, {QStringLiteral("map"), map.toJson()}}));
}

QString Reading::mapVersion() const
{
    return hashOf(map.toJson());
}

} // namespace domain
