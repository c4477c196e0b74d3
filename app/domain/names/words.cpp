#include "domain/names/words.h"
#include "domain/names/letters.h"
#include <QHash>
#include <QStringList>
#include <algorithm>
#include <memory>
#include <utility>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

namespace domain::names {

namespace {

enum class Kind { Plain, Particle, Title, Suffix, Placeholder };

Kind kindOf(const QString &foldedWord)
{
    static const QHash<QString, Kind> kinds = [] {
        QHash<QString, Kind> k;
        const auto add = [&k](Kind kind, std::initializer_list<const char *> words) {
            for (const char *w : words)
                k.insert(QString::fromLatin1(w), kind);
        };
        add(Kind::Particle, {"de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "las", "los", "el", "van", "von", "vom", "zu", "zur",
                             "der", "den", "het", "ter", "ten", "af", "av", "bin", "ibn", "bint", "binti", "al", "ul", "ur", "y", "e", "i"});
        add(Kind::Title, {"dr", "prof", "mr", "mrs", "ms", "miss", "ing", "dipl", "phd", "mba", "herr", "frau", "sir", "dame", "mag", "msc", "bsc"});
        add(Kind::Suffix, {"jr", "sr", "ii", "iii", "iv"});
        add(Kind::Placeholder, {"fnu", "lnu", "unknown", "xxx", "xxxx", "unbekannt"});
        return k;
    }();
    return foldedWord.size() > 9 ? Kind::Plain : kinds.value(foldedWord, Kind::Plain);
}

bool isApostrophe(QChar c)
{
    const auto u = c.unicode();
    return u == '\'' || u == 0x2019 || u == 0x2018 || u == 0x2BC || u == 0x2BB || u == '`' || u == 0xB4;
}

bool separates(QChar c)
{
    if (c.unicode() < 128)
        return c == QLatin1Char(' ') || c == QLatin1Char('-') || c == QLatin1Char('.') || c == QLatin1Char(',') || c == QLatin1Char('/') || c == QLatin1Char('<') || c.isSpace();
    return c.isSpace() || c.category() == QChar::Punctuation_Dash;
}

// An abbreviation with full stops inside ("Ph.D.") is one word.
void joinDegrees(QList<Word> &words)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words.at(i).text.compare(QLatin1String("ph"), Qt::CaseInsensitive) == 0 && words.at(i + 1).text.compare(QLatin1String("d"), Qt::CaseInsensitive) == 0) {
            words[i].text += words.at(i + 1).text;
            words.removeAt(i + 1);
        }
    }
}

} // namespace

unsigned writtenAs(const Word &a, const Word &b) { return a.key == b.key ? writtenAs(a.text, b.text) : unsigned(No); }

Words wordsOf(const QString &given)
{
    Words out;
    out.words.reserve(6);
    int from = -1;
    bool hasApostrophe = false;
    bool wasHyphen = false;
    int comma = -1; // index of the first word after the comma
    const auto flush = [&](int end) {
        QString word = from < 0 ? QString() : given.mid(from, end - from);
        if (std::exchange(hasApostrophe, false))
            word.removeIf(isApostrophe);
        if (isAscii(word) && !word.isEmpty()) {
            out.words.append({word, from, end - from, false, false, firstKey(word)});
        } else if (const QString text = cleaned(word); !text.isEmpty()) {
            const QStringList parts = text.split(QLatin1Char(' ')); // NFKC may make spaces of one character
            for (const QString &p : parts)
                out.words.append({p, from, end - from, false, false, firstKey(p)});
        }
        from = -1;
    };
    for (int i = 0; i < given.size(); ++i) {
        const QChar c = given.at(i);
        if (separates(c)) {
            const qsizetype before = out.words.size();
            flush(i);
            const bool isHyphen = c.category() == QChar::Punctuation_Dash;
            if (wasHyphen && out.words.size() > before && before > 0)
                out.words[before - 1].isHyphened = out.words[before].isHyphened = true;
            wasHyphen = isHyphen && out.words.size() > before && i + 1 < given.size() && !given.at(i + 1).isSpace();
            if (c == QLatin1Char(',') && comma < 0 && !out.words.isEmpty())
                comma = int(out.words.size());
            continue;
        }
        if (isApostrophe(c))
            hasApostrophe = true;
        else if (from < 0)
            from = i;
    }
    const qsizetype before = out.words.size();
    flush(int(given.size()));
    if (wasHyphen && out.words.size() > before && before > 0)
        out.words[before - 1].isHyphened = out.words[before].isHyphened = true;
    joinDegrees(out.words);
    if (comma >= out.words.size())
        comma = -1;
    if (comma > 0 && kindOf(folded(out.words.at(comma).text)) != Kind::Suffix && kindOf(folded(out.words.at(comma).text)) != Kind::Title) {
        out.familyWords = comma;
        out.words = out.words.mid(comma) + out.words.mid(0, comma);
        out.wasTurned = true;
    }
    while (out.words.size() > 1 && kindOf(folded(out.words.first().text)) == Kind::Title) {
        out.words.removeFirst();
        out.hasTitle = true;
    }
    for (qsizetype i = out.words.size() - 1; i >= 0; --i) {
        if (out.words.at(i).text.size() > 9)
            continue; // longer than any of them
        const QString f = folded(out.words.at(i).text);
        const Kind kind = kindOf(f);
        // A title stands at an end, and never takes the family name's place.
        if (i + 1 == out.words.size() && out.words.size() > 2 && kind == Kind::Title) {
            out.words.removeAt(i);
            out.hasTitle = true;
        } else if (i > 0 && out.suffix.isEmpty() && kind == Kind::Suffix) {
            out.words.removeAt(i);
            out.suffix = f;
        } else {
            out.words[i].isParticle = kind == Kind::Particle;
        }
    }
    return out;
}

bool isPlaceholder(const Words &w)
{
    if (w.words.isEmpty())
        return true;
    bool hasLetter = false;
    QString joined;
    for (const Word &word : w.words) {
        for (const QChar c : word.text)
            hasLetter = hasLetter || c.isLetter() || c.isSurrogate();
        if (word.text.size() > 9)
            continue;
        const QString f = folded(word.text);
        joined += f;
        if (kindOf(f) == Kind::Placeholder)
            return true;
    }
    return !hasLetter || (w.words.size() <= 2 && joined == QLatin1String("na"));
}

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
    const int n = uspoof_getSkeleton(checker.get(), 0, reinterpret_cast<const UChar *>(text.utf16()), int(text.size()), reinterpret_cast<UChar *>(out.data()), int(out.size()), &e);
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
    const bool hasDigit = std::any_of(x.begin(), x.end(), [](QChar c) { return c.isDigit(); }) || std::any_of(y.begin(), y.end(), [](QChar c) { return c.isDigit(); });
    return hasDigit && letters(x) == letters(y);
}

} // namespace domain::names
