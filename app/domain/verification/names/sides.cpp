#include "domain/verification/names/sides.h"
#include "domain/verification/names/align.h"
#include "domain/verification/names/explanation.h"
#include "domain/verification/names/letters.h"
#include "domain/verification/names/scripts.h"
#include "domain/verification/names/secondnames.h"
#include <algorithm>
#include <optional>
#include <unicode/uscript.h>

namespace domain::names {

QList<Word> rotated(const QList<Word> &words, int k)
{
    return words.mid(k) + words.mid(0, k);
}

bool isIn(const Word &w, const QList<Word> &words)
{
    return std::any_of(words.begin(), words.end(), [&w](const Word &other) { return writtenAs(other, w) != No; });
}

bool hasNoSpaces(int script)
{
    return script == USCRIPT_HAN || script == USCRIPT_JAPANESE || script == USCRIPT_KOREAN || script == USCRIPT_THAI ||
           script == USCRIPT_LAO || script == USCRIPT_KHMER;
}

NameMatch different(const Side &a, const Side &b)
{
    NameMatch m;
    m.verdict = NameVerdict::Different;
    m.isSecurityRelevant = lookAlike(a.text, b.text);
    return m;
}

namespace {

constexpr int mostWords = 16;
constexpr int mostCharacters = 200;
constexpr int mostExcluded = 2;     ///< words that one side may lack
constexpr int machineReadable = 36; ///< of the 39 characters of a passport's name field, less its fillers

NameMatch cannot(NameDifference why, bool isSecurityRelevant = false)
{
    NameMatch m;
    m.verdict = NameVerdict::CannotCompare;
    m.differences << why;
    m.isSecurityRelevant = isSecurityRelevant;
    return m;
}

void add(QList<NameDifference> &to, NameDifference d)
{
    if (!to.contains(d))
        to << d;
}

void addWritten(QList<NameDifference> &to, unsigned w)
{
    if (w & OtherCase)
        add(to, NameDifference::LetterCase);
    if (w & OtherAccents)
        add(to, NameDifference::Accents);
    if (w & Transliterated)
        add(to, NameDifference::Transliteration);
}

// The document's words as they stand, then with 1, 2, … first words moved to the end as the family name.
struct Reading
{
    Alignment alignment;
    QList<Word> document;
    int moved = 0;
};

Reading bestReading(const Side &a, const Side &b, AlignRules rules)
{
    Reading best;
    best.document = b.words.words;
    best.alignment = align(a.words.words, best.document, rules);
    if (best.alignment.isFound && best.alignment.cost <= 1)
        return best;
    const int n = int(b.words.words.size());
    for (int k = 1; k < n; ++k) {
        if (a.words.words.first().key != b.words.words.at(k).key)
            continue; // the first words always stand for each other
        const QList<Word> moved = rotated(b.words.words, k);
        rules.movedWords = k;
        Alignment r = align(a.words.words, moved, rules);
        r.cost += 2;
        if (r.isFound && (!best.alignment.isFound || r.cost < best.alignment.cost))
            best = {r, moved, k};
    }
    return best;
}

// The machine-readable zone cuts a long name at the end.
bool isTruncated(const QList<Word> &a, const QList<Word> &b, unsigned &written)
{
    written = Alike;
    if (b.size() > a.size() || b.isEmpty() || a.size() - b.size() > mostExcluded)
        return false;
    for (int i = 0; i + 1 < b.size(); ++i) {
        const unsigned w = writtenAs(a.at(i), b.at(i));
        if (w == No)
            return false;
        written |= w;
    }
    const QString &whole = a.at(b.size() - 1).text;
    for (qsizetype n = 1; n <= whole.size(); ++n) {
        const unsigned w = writtenAs(whole.left(n), b.last().text);
        if (w != No) {
            written |= w;
            return n < whole.size() || b.size() < a.size();
        }
    }
    return false;
}

std::optional<NameMatch> notComparable(const Side &a, const Side &b, int &script)
{
    if (a.text.size() > mostCharacters || b.text.size() > mostCharacters || a.words.words.size() > mostWords ||
        b.words.words.size() > mostWords)
        return cannot(NameDifference::TooLong);
    if (isPlaceholder(a.words) || isPlaceholder(b.words))
        return cannot(NameDifference::NothingToCompare);
    int other = 0;
    const Scripts sa = scriptsOf(a.text, script);
    const Scripts sb = scriptsOf(b.text, other);
    if (sa == Scripts::MixedInWord || sb == Scripts::MixedInWord)
        return cannot(NameDifference::MixedScripts, true);
    if (sa == Scripts::MixedInName || sb == Scripts::MixedInName)
        return cannot(NameDifference::MixedScripts);
    if (script != other)
        return cannot(NameDifference::OtherScript, lookAlike(a.text, b.text));
    return std::nullopt;
}

bool hasInitials(int script)
{
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
           script == USCRIPT_ARMENIAN || script == USCRIPT_GEORGIAN;
}

bool isOnlyInitial(const QList<Word> &words)
{
    return words.size() > 1 && (words.first().isInitial() || words.last().isInitial());
}

// Words that introduce another name, where the other side does not have the very same ones.
QList<Word> unansweredSecondNames(const Side &a, const Side &b, const QList<Word> &names)
{
    if (a.words.words.size() < 3)
        return {};
    QList<Word> out = secondNameWords(a.text);
    if (out.isEmpty())
        return out;
    const QList<Word> answers = splitWords(b.text);
    out.removeIf([&](const Word &w) { return isIn(w, names) || isIn(w, answers); });
    return out;
}

// Two suffixes that are not the same make the names different: false.
bool addSuffix(NameMatch &m, const Side &a, const Side &b)
{
    if (a.words.suffix == b.words.suffix)
        return true;
    if (!a.words.suffix.isEmpty() && !b.words.suffix.isEmpty()) {
        m = different(a, b);
        m.differences << NameDifference::OtherSuffix;
        return false;
    }
    add(m.differences, NameDifference::GenerationSuffix);
    return true;
}

std::optional<NameMatch> twoNames(const Side &a, const Side &b, const QList<Word> &names)
{
    const auto secondA = unansweredSecondNames(a, b, names);
    const auto secondB = unansweredSecondNames(b, a, names);
    if (secondA.isEmpty() && secondB.isEmpty())
        return std::nullopt;
    NameMatch two = cannot(NameDifference::TwoNames);
    markWords(two.directoryMarks, secondA, 0, int(secondA.size()), false);
    markWords(two.documentMarks, secondB, 0, int(secondB.size()), false);
    return two;
}

std::optional<NameMatch> truncated(const Side &a, const Side &b, int familyWords)
{
    if (cleaned(b.text).size() < machineReadable)
        return std::nullopt;
    unsigned written = Alike;
    for (int k = 0; k < a.words.words.size(); ++k) {
        if ((k != 0 && k != a.words.words.size() - familyWords) ||
            !isTruncated(rotated(a.words.words, k), b.words.words, written))
            continue;
        NameMatch m;
        m.verdict = NameVerdict::WrittenDifferently;
        addWritten(m.differences, written);
        if (k > 0)
            add(m.differences, NameDifference::Order);
        add(m.differences, NameDifference::Truncated);
        if (!addSuffix(m, a, b))
            return m;
        std::sort(m.differences.begin(), m.differences.end());
        markWords(m.documentMarks, b.words.words, int(b.words.words.size()) - 1, 1, true);
        return m;
    }
    return std::nullopt;
}

NameMatch unaligned(const Side &a, const Side &b, int familyWords)
{
    if (const auto cutShort = truncated(a, b, familyWords))
        return *cutShort;
    const bool isOneAgainstMany = (a.words.words.size() == 1) != (b.words.words.size() == 1);
    if (isOneAgainstMany)
        return cannot(NameDifference::OneWordOnly, lookAlike(a.text, b.text));
    if (differInMarksOnly(cleaned(a.text), cleaned(b.text)))
        return cannot(NameDifference::MarksOnly);
    NameMatch m = different(a, b);
    explain(m, a, b);
    return m;
}

NameMatch aligned(const Side &a, const Side &b, const Reading &r)
{
    NameMatch m;
    m.verdict = NameVerdict::WrittenDifferently;
    for (const Step &s : r.alignment.steps) {
        addWritten(m.differences, s.written);
        for (const auto d : s.differences)
            add(m.differences, d);
        // Letter case alone would underline every word of every document.
        if (s.differences.isEmpty() && (s.written & ~unsigned(OtherCase)) == 0)
            continue;
        markWords(m.directoryMarks, a.words.words, s.a, s.an, true);
        markWords(m.documentMarks, r.document, s.b, s.bn, true);
    }
    if (m.differences.contains(NameDifference::InitialOnly))
        return cannot(NameDifference::InitialOnly);
    if (r.moved > 0 || a.words.wasTurned != b.words.wasTurned)
        add(m.differences, NameDifference::Order);
    if (a.words.hasTitle != b.words.hasTitle)
        add(m.differences, NameDifference::Title);
    if (!addSuffix(m, a, b))
        return m;
    if (m.differences.isEmpty())
        m.differences << NameDifference::Punctuation;
    std::sort(m.differences.begin(), m.differences.end());
    return m;
}

} // namespace

NameMatch compareSides(const Side &a, const Side &b, int familyWords, const QList<Word> &names)
{
    int script = 0;
    if (const auto no = notComparable(a, b, script))
        return *no;
    if (const auto two = twoNames(a, b, names))
        return *two;
    const bool initials = hasInitials(script);
    const bool areIdentical = a.text == b.text || cleaned(a.text) == cleaned(b.text);
    if (initials && isOnlyInitial(a.words.words) && isOnlyInitial(b.words.words))
        return cannot(NameDifference::InitialOnly);
    if (areIdentical) {
        NameMatch m;
        m.verdict = NameVerdict::Same;
        return m;
    }
    AlignRules rules;
    rules.familyWords = std::max({1, familyWords, a.words.familyWords});
    rules.mostExcluded = mostExcluded;
    rules.hasInitials = initials;
    rules.joinsAll = hasNoSpaces(script);
    const Reading r = bestReading(a, b, rules);
    return r.alignment.isFound ? aligned(a, b, r) : unaligned(a, b, rules.familyWords);
}

} // namespace domain::names
