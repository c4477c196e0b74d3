#include "domain/verification/names/letters.h"
#include <QList>
#include <QVarLengthArray>
#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace domain::names {

namespace {

/// A base letter with its marks, from canonically decomposed text.
struct Letter
{
    char32_t base = 0;
    QVarLengthArray<char32_t, 4> marks;
};
using Letters = QVarLengthArray<Letter, 32>;

bool isMark(char32_t c)
{
    return u_charType(UChar32(c)) == U_NON_SPACING_MARK;
}

Letters lettersOf(const QString &folded)
{
    Letters out;
    const QString d = folded.normalized(QString::NormalizationForm_D);
    for (qsizetype i = 0; i < d.size(); ++i) {
        char32_t c = d.at(i).unicode();
        if (d.at(i).isHighSurrogate() && i + 1 < d.size()) {
            c = QChar::surrogateToUcs4(d.at(i), d.at(i + 1));
            ++i;
        }
        if (isMark(c) && !out.isEmpty())
            out.last().marks.append(c);
        else
            out.append({c, {}});
    }
    return out;
}

// Letters that canonical decomposition leaves whole, without their stroke or hook.
char32_t plain(char32_t c)
{
    switch (c) {
    case U'ø': return U'o';
    case U'ł': return U'l';
    case U'đ':
    case U'ð': return U'd';
    case U'ħ': return U'h';
    case U'ı': return U'i';
    case U'ŧ': return U't';
    case U'ŋ': return U'n';
    case U'ɓ': return U'b';
    case U'ɗ': return U'd';
    case U'ƙ': return U'k';
    default: return c;
    }
}

bool hasAccentsToDrop(char32_t base)
{
    UErrorCode e = U_ZERO_ERROR;
    const UScriptCode s = uscript_getScript(UChar32(base), &e);
    return s == USCRIPT_LATIN || s == USCRIPT_GREEK;
}

bool isPlain(const Letter &l)
{
    return l.marks.isEmpty() && plain(l.base) == l.base;
}

bool hasMark(const Letter &l, char32_t mark)
{
    return l.marks.size() == 1 && l.marks.first() == mark;
}

// How ICAO 9303 part 3 section 6 writes a letter out; nothing for most.
QVarLengthArray<const char *, 2> writtenOut(const Letter &l)
{
    if (hasMark(l, 0x308)) { // diaeresis
        switch (l.base) {
        case U'a': return {"ae"};
        case U'o': return {"oe"};
        case U'u': return {"ue", "uxx"};
        default: return {};
        }
    }
    if (l.base == U'a' && hasMark(l, 0x30A))
        return {"aa"};
    if (l.base == U'n' && hasMark(l, 0x303))
        return {"nxx"};
    if (!l.marks.isEmpty())
        return {};
    switch (l.base) {
    case U'ø':
    case U'œ': return {"oe"};
    case U'æ': return {"ae"};
    case U'þ': return {"th"};
    case U'ĳ': return {"ij"};
    case U'ß': return {"ss"};
    default: return {};
    }
}

bool isSame(const Letter &a, const Letter &b)
{
    return a.base == b.base && std::equal(a.marks.begin(), a.marks.end(), b.marks.begin(), b.marks.end());
}

// Equal but for an accent that stands on one side only.
bool isSameButForAccent(const Letter &a, const Letter &b)
{
    if (plain(a.base) != plain(b.base))
        return false;
    if (hasAccentsToDrop(a.base) && hasAccentsToDrop(b.base))
        return isPlain(a) || isPlain(b) || (hasMark(a, 0x326) && hasMark(b, 0x327)) ||
               (hasMark(a, 0x327) && hasMark(b, 0x326));  // Romanian comma, often typed as a cedilla
    const bool isYo = a.base == U'е' && a.base == b.base; // Cyrillic ё = е; й and и are two letters
    return isYo && ((a.marks.isEmpty() && hasMark(b, 0x308)) || (b.marks.isEmpty() && hasMark(a, 0x308)));
}

bool startsWith(const Letters &text, qsizetype at, const char *letters, qsizetype &length)
{
    length = 0;
    for (; *letters; ++letters, ++length) {
        if (at + length >= text.size() || text.at(at + length).base != char32_t(*letters) ||
            !text.at(at + length).marks.isEmpty())
            return false;
    }
    return true;
}

constexpr qsizetype longest = 80;

unsigned match(const Letters &a, qsizetype i, const Letters &b, qsizetype j)
{
    unsigned seen = Alike;
    while (true) {
        if (i == a.size() || j == b.size())
            return i == a.size() && j == b.size() ? seen : unsigned(No);
        if (!isSame(a.at(i), b.at(j)))
            break;
        ++i;
        ++j;
    }
    qsizetype n = 0;
    for (const char *out : writtenOut(a.at(i))) {
        if (startsWith(b, j, out, n)) {
            if (const unsigned rest = match(a, i + 1, b, j + n); rest != No)
                return seen | rest | Transliterated;
        }
    }
    for (const char *out : writtenOut(b.at(j))) {
        if (startsWith(a, i, out, n)) {
            if (const unsigned rest = match(a, i + n, b, j + 1); rest != No)
                return seen | rest | Transliterated;
        }
    }
    if (isSameButForAccent(a.at(i), b.at(j))) {
        if (const unsigned rest = match(a, i + 1, b, j + 1); rest != No)
            return seen | rest | OtherAccents;
    }
    return No;
}

} // namespace

bool isAscii(const QString &s)
{
    return std::all_of(s.begin(), s.end(), [](QChar c) { return c.unicode() < 128; });
}

unsigned writtenAs(const QString &a, const QString &b)
{
    if (a == b)
        return Alike;
    if (isAscii(a) && isAscii(b))
        return a.compare(b, Qt::CaseInsensitive) == 0 ? unsigned(OtherCase) : unsigned(No);
    const QString fa = folded(a);
    const QString fb = folded(b);
    if (fa == fb)
        return OtherCase;
    if (fa.size() > longest || fb.size() > longest)
        return No;
    const unsigned r = match(lettersOf(fa), 0, lettersOf(fb), 0);
    if (r == No)
        return No;
    const bool isOtherCase = a.at(0).isUpper() != b.at(0).isUpper() || a.isUpper() != b.isUpper();
    return r | (isOtherCase ? unsigned(OtherCase) : unsigned(Alike));
}

char32_t firstKey(const QString &word)
{
    if (word.isEmpty())
        return 0;
    if (word.at(0).unicode() < 128 && (word.size() == 1 || word.at(1).unicode() < 128))
        return word.at(0).toLower().unicode();
    // A letter with its marks is short; whole clusters that fold to several letters are cut behind the first.
    const auto letters = lettersOf(folded(word.left(8)));
    const char32_t base = plain(letters.isEmpty() ? 0 : letters.first().base);
    switch (base) {
    case U'œ': return U'o';
    case U'æ': return U'a';
    case U'þ': return U't';
    case U'ĳ': return U'i';
    case U'ß': return U's';
    default: return base;
    }
}

QString cleaned(const QString &name)
{
    // Most names need nothing: printable ASCII with single spaces inside.
    bool isClean = !name.startsWith(QLatin1Char(' ')) && !name.endsWith(QLatin1Char(' '));
    for (qsizetype i = 0; isClean && i < name.size(); ++i) {
        const auto c = name.at(i).unicode();
        isClean = c >= 32 && c < 127 && !(c == ' ' && name.at(i - 1) == QLatin1Char(' '));
    }
    if (isClean)
        return name;
    QString out;
    out.reserve(name.size());
    bool isSimple = true;
    for (const QChar c : name) {
        const auto u = c.unicode();
        if (u < 128) {
            if (u >= 32 && u != 127)
                out += c;
            else if (c.isSpace())
                out += QLatin1Char(' ');
            continue;
        }
        isSimple = false;
        if (u == 0xAD || u == 0x640 || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control)
            continue;
        out += c;
    }
    return (isSimple ? out : out.normalized(QString::NormalizationForm_KC)).simplified();
}

// Decomposed first: the dotted capital İ is then an I with a mark, which folds like any other.
QString folded(const QString &text)
{
    if (isAscii(text))
        return text.toLower();
    return text.normalized(QString::NormalizationForm_D).toCaseFolded().normalized(QString::NormalizationForm_C);
}

bool differInMarksOnly(const QString &a, const QString &b)
{
    bool hasSuchLetter = false;
    const auto bare = [&hasSuchLetter](const QString &s) {
        QString out;
        for (const char32_t c : folded(s).normalized(QString::NormalizationForm_D).toUcs4()) {
            const auto type = u_charType(UChar32(c));
            if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK) {
                UErrorCode e = U_ZERO_ERROR;
                const UScriptCode script = uscript_getScript(UChar32(c), &e);
                hasSuchLetter = hasSuchLetter || script != USCRIPT_INHERITED || (c >= 0x64B && c <= 0x65F);
                continue;
            }
            out += QString::fromUcs4(&c, 1);
        }
        return out;
    };
    const QString x = bare(a);
    const QString y = bare(b);
    return x == y && hasSuchLetter;
}

} // namespace domain::names
