#include "domain/access/accessname.h"
#include <memory>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

namespace domain {

namespace {

QString skeletonOf(const QString &text)
{
    static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker = [] {
        UErrorCode e = U_ZERO_ERROR;
        return std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>(uspoof_open(&e), uspoof_close);
    }();
    QString out(text.size() * 4 + 16, Qt::Uninitialized);
    UErrorCode e = U_ZERO_ERROR;
    const auto *from = reinterpret_cast<const UChar *>(text.utf16());
    const int n = uspoof_getSkeleton(
        checker.get(), 0, from, int(text.size()), reinterpret_cast<UChar *>(out.data()), int(out.size()), &e);
    if (U_FAILURE(e))
        return text;
    out.truncate(n);
    return out;
}

// Case folded, without what cannot be seen (soft hyphens, zero-width characters).
QString foldedText(const QString &text)
{
    UErrorCode e = U_ZERO_ERROR;
    const icu::Normalizer2 *n = icu::Normalizer2::getNFKCCasefoldInstance(e);
    if (U_FAILURE(e))
        return text.toCaseFolded();
    const icu::UnicodeString out =
        n->normalize(icu::UnicodeString(reinterpret_cast<const UChar *>(text.utf16()), int(text.size())), e);
    if (U_FAILURE(e))
        return text.toCaseFolded();
    return QString(reinterpret_cast<const QChar *>(out.getBuffer()), out.length());
}

// Marks go, and the letters and digits that no font tells apart for certain become one.
QString plainForm(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD);
    QString out;
    out.reserve(apart.size());
    for (const QChar c : apart) {
        const auto category = c.category();
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
            continue;
        switch (c.unicode()) {
        case u'1':
        case u'|':
        case u'i': out += QLatin1Char('l'); break;
        case u'0': out += QLatin1Char('o'); break;
        default: out += c.isSpace() ? QChar(QLatin1Char(' ')) : c; break;
        }
    }
    return out.simplified();
}

QString looksOf(const QString &text)
{
    return plainForm(foldedText(skeletonOf(foldedText(text))));
}
// Capital letters look like others than small ones do.
QString looksInCapitals(const QString &text)
{
    return plainForm(foldedText(skeletonOf(text.toUpper())));
}
// As it is written: a small letter may stand for a capital one.
QString looksAsWritten(const QString &text)
{
    return plainForm(foldedText(skeletonOf(text)));
}

} // namespace

bool holdsAccessName(const QString &name, const QString &part)
{
    const QString wanted = part.trimmed();
    if (wanted.isEmpty() || name.contains(wanted, Qt::CaseInsensitive))
        return true;
    return looksOf(name).contains(looksOf(wanted)) || looksInCapitals(name).contains(looksInCapitals(wanted)) ||
           looksAsWritten(name).contains(looksInCapitals(wanted)) || looksAsWritten(name).contains(looksOf(wanted));
}

bool isSameAccessName(const QString &a, const QString &b)
{
    if (a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0)
        return true;
    return looksOf(a) == looksOf(b) || looksInCapitals(a) == looksInCapitals(b);
}

bool isReadableName(const QString &name)
{
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < name.size() && name.at(i + 1).isLowSurrogate();
        if (c.category() == QChar::Other_Control || (c.isSurrogate() && !isPair))
            return false;
        i += isPair ? 1 : 0;
    }
    return !name.trimmed().isEmpty();
}

} // namespace domain
