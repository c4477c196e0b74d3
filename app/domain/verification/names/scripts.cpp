#include "domain/verification/names/scripts.h"
#include "domain/verification/names/letters.h"
#include <QList>
#include <algorithm>
#include <memory>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

namespace domain::names {

Scripts scriptsOf(const QString &given, int &script)
{
    script = USCRIPT_COMMON;
    if (isAscii(given)) {
        const bool hasLetter = std::any_of(given.begin(), given.end(), [](QChar c) { return c.isLetter(); });
        script = hasLetter ? USCRIPT_LATIN : USCRIPT_COMMON;
        return hasLetter ? Scripts::One : Scripts::None;
    }
    const QString text = cleaned(given);
    bool isMixed = false;
    int wordScript = USCRIPT_COMMON;
    for (const char32_t c : text.toUcs4()) {
        if (c < 128) {
            const bool isLetter = (c | 32) >= U'a' && (c | 32) <= U'z';
            if (c == U' ' || c == U'-')
                wordScript = USCRIPT_COMMON;
            if (!isLetter)
                continue;
        }
        UErrorCode e = U_ZERO_ERROR;
        int s = c < 128 ? int(USCRIPT_LATIN) : int(uscript_getScript(UChar32(c), &e));
        if (s == USCRIPT_COMMON || s == USCRIPT_INHERITED)
            continue;
        if (s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA)
            s = USCRIPT_JAPANESE;
        if (s == USCRIPT_HANGUL)
            s = USCRIPT_KOREAN;
        const auto joined = [](int a, int b) -> int { // Han goes with Japanese and Korean
            if (a == b || a == USCRIPT_COMMON)
                return b;
            if (a == USCRIPT_HAN && (b == USCRIPT_JAPANESE || b == USCRIPT_KOREAN))
                return b;
            if (b == USCRIPT_HAN && (a == USCRIPT_JAPANESE || a == USCRIPT_KOREAN))
                return a;
            return USCRIPT_INVALID_CODE;
        };
        wordScript = joined(wordScript, s);
        if (wordScript == USCRIPT_INVALID_CODE)
            return Scripts::MixedInWord;
        const int all = joined(script, s);
        if (all == USCRIPT_INVALID_CODE)
            isMixed = true;
        else
            script = all;
    }
    if (isMixed)
        return Scripts::MixedInName;
    return script == USCRIPT_COMMON ? Scripts::None : Scripts::One;
}

static QString skeleton(const QString &text)
{
    static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker = [] {
        UErrorCode e = U_ZERO_ERROR;
        return std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>(uspoof_open(&e), uspoof_close);
    }();
    QString out(text.size() * 3 + 16, Qt::Uninitialized);
    UErrorCode e = U_ZERO_ERROR;
    const int n = uspoof_getSkeleton(checker.get(), 0, reinterpret_cast<const UChar *>(text.utf16()), int(text.size()),
        reinterpret_cast<UChar *>(out.data()), int(out.size()), &e);
    if (U_FAILURE(e))
        return text;
    out.truncate(n);
    return out;
}

bool lookAlike(const QString &a, const QString &b)
{
    const QString x = cleaned(a);
    const QString y = cleaned(b);
    if (x == y)
        return false;
    if (skeleton(x) == skeleton(y))
        return true;
    // A digit among letters: 0 for o, 1 for l or i, and so on.
    const auto letters = [](const QString &t) {
        QString out = folded(t);
        for (QChar &c : out) {
            switch (c.unicode()) {
            case '0': c = u'o'; break;
            case '1': c = u'l'; break;
            case '3': c = u'e'; break;
            case '5': c = u's'; break;
            case 'i': c = u'l'; break;
            default: break;
            }
        }
        return out;
    };
    const bool hasDigit = std::any_of(x.begin(), x.end(), [](QChar c) { return c.isDigit(); }) ||
                          std::any_of(y.begin(), y.end(), [](QChar c) { return c.isDigit(); });
    return hasDigit && letters(x) == letters(y);
}

} // namespace domain::names
