#include "domain/namematch.h"
#include "domain/names/align.h"
#include "domain/names/letters.h"
#include "domain/names/secondnames.h"
#include <algorithm>
#include <array>
#include <unicode/uscript.h>

namespace domain {

using namespace names;

static constexpr int mostWords = 16;
static constexpr int mostCharacters = 200;
static constexpr int mostLeftOut = 2;     ///< words that one side may lack
static constexpr int machineReadable = 36; ///< of the 39 characters of a passport's name field, less its fillers

bool isHarmless(NameDifference d) { return d < NameDifference::OtherWord; }

static constexpr std::array<const char *, 11> harmlessKeys{"letter-case", "accents", "transliteration", "punctuation", "order", "particle", "middle-name", "middle-initial", "title", "generation-suffix", "truncated"};

QString differenceKey(NameDifference d) { return isHarmless(d) ? QString::fromLatin1(harmlessKeys[size_t(d)]) : QString(); }

const QList<NameDifference> &harmlessDifferences()
{
    static const QList<NameDifference> all = [] {
        QList<NameDifference> list;
        for (size_t i = 0; i < harmlessKeys.size(); ++i)
            list << NameDifference(i);
        return list;
    }();
    return all;
}

NameMatch compareNames(const DirectoryName &directory, const QString &document, const QStringList &held, NamePurpose purpose)
{
    NameMatch m = compareNames(directory, document);
    if (!m.passes())
        return m;
    m.isHeldByPolicy = std::any_of(m.differences.begin(), m.differences.end(), [&](NameDifference d) { return held.contains(differenceKey(d)); });
    m.isHeldForRecovery = purpose == NamePurpose::AccountRecovery && m.differences.contains(NameDifference::GenerationSuffix);
    if (m.isHeldByPolicy || m.isHeldForRecovery)
        m.verdict = NameVerdict::Different;
    return m;
}

namespace {

struct Side
{
    QString text;
    Words words;
};

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

void mark(QList<NameMark> &marks, const QList<Word> &words, int from, int n, bool harmless)
{
    for (int k = 0; k < n; ++k) {
        const Word &w = words.at(from + k);
        marks.append({w.from, w.length, harmless});
    }
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

QList<Word> rotated(const QList<Word> &words, int k) { return words.mid(k) + words.mid(0, k); }

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
    if (b.size() > a.size() || b.isEmpty() || a.size() - b.size() > mostLeftOut)
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

bool isPrefix(const QString &a, const QString &b)
{
    const QString x = folded(a), y = folded(b);
    return x.size() >= 2 && y.size() >= 2 && (x.startsWith(y) || y.startsWith(x));
}

// Names what keeps two names apart: words without a counterpart, whatever their order.
void explain(NameMatch &m, const Side &a, const Side &b)
{
    QList<int> lonelyA;
    QList<bool> used(b.words.words.size(), false);
    for (int i = 0; i < a.words.words.size(); ++i) {
        bool isFound = false;
        for (int j = 0; j < b.words.words.size() && !isFound; ++j) {
            if (!used.at(j) && writtenAs(a.words.words.at(i), b.words.words.at(j)) != No)
                isFound = used[j] = true;
        }
        if (!isFound)
            lonelyA << i;
    }
    QList<int> lonelyB;
    for (int j = 0; j < used.size(); ++j) {
        if (!used.at(j))
            lonelyB << j;
    }
    for (const int i : lonelyA)
        mark(m.directoryMarks, a.words.words, i, 1, false);
    for (const int j : lonelyB)
        mark(m.documentMarks, b.words.words, j, 1, false);
    if (lonelyA.isEmpty() && lonelyB.isEmpty()) {
        m.differences << NameDifference::OtherWord;
        mark(m.documentMarks, b.words.words, 0, int(b.words.words.size()), false);
        return;
    }
    if (lonelyA.isEmpty())
        m.differences << NameDifference::ExtraWord;
    else if (lonelyB.isEmpty())
        m.differences << NameDifference::MissingWord;
    else {
        const auto isInside = [](int i, qsizetype n) { return i > 0 && i + 1 < n; };
        const bool isMiddle = std::all_of(lonelyA.begin(), lonelyA.end(), [&](int i) { return isInside(i, a.words.words.size()); })
            && std::all_of(lonelyB.begin(), lonelyB.end(), [&](int i) { return isInside(i, b.words.words.size()); });
        const bool isCut = lonelyA.size() == 1 && lonelyB.size() == 1 && isPrefix(a.words.words.at(lonelyA.first()).text, b.words.words.at(lonelyB.first()).text);
        m.differences << (isCut ? NameDifference::CutWord : isMiddle ? NameDifference::OtherMiddleName : NameDifference::OtherWord);
    }
}

std::optional<NameMatch> notComparable(const Side &a, const Side &b, int &script)
{
    if (a.text.size() > mostCharacters || b.text.size() > mostCharacters || a.words.words.size() > mostWords || b.words.words.size() > mostWords)
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
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC || script == USCRIPT_ARMENIAN || script == USCRIPT_GEORGIAN;
}

bool hasNoSpaces(int script) { return script == USCRIPT_HAN || script == USCRIPT_JAPANESE || script == USCRIPT_KOREAN || script == USCRIPT_THAI || script == USCRIPT_LAO || script == USCRIPT_KHMER; }

bool isOnlyInitial(const QList<Word> &words) { return words.size() > 1 && (words.first().isInitial() || words.last().isInitial()); }

NameMatch different(const Side &a, const Side &b)
{
    NameMatch m;
    m.verdict = NameVerdict::Different;
    m.isSecurityRelevant = lookAlike(a.text, b.text);
    return m;
}

bool isIn(const Word &w, const QList<Word> &words)
{
    return std::any_of(words.begin(), words.end(), [&w](const Word &other) { return writtenAs(other, w) != No; });
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

// `names`: words that are names for certain, though they may look like "alias".
NameMatch compareSides(const Side &a, const Side &b, int familyWords, const QList<Word> &names)
{
    int script = 0;
    if (const auto no = notComparable(a, b, script))
        return *no;
    const auto secondA = unansweredSecondNames(a, b, names);
    const auto secondB = unansweredSecondNames(b, a, names);
    if (!secondA.isEmpty() || !secondB.isEmpty()) {
        NameMatch two = cannot(NameDifference::TwoNames);
        mark(two.directoryMarks, secondA, 0, int(secondA.size()), false);
        mark(two.documentMarks, secondB, 0, int(secondB.size()), false);
        return two;
    }
    const bool initials = hasInitials(script);
    const bool areIdentical = a.text == b.text || cleaned(a.text) == cleaned(b.text);
    if (initials && isOnlyInitial(a.words.words) && isOnlyInitial(b.words.words))
        return cannot(NameDifference::InitialOnly);
    NameMatch m;
    if (areIdentical) {
        m.verdict = NameVerdict::Same;
        return m;
    }
    AlignRules rules;
    rules.familyWords = std::max({1, familyWords, a.words.familyWords});
    rules.mostLeftOut = mostLeftOut;
    rules.hasInitials = initials;
    rules.joinsAll = hasNoSpaces(script);
    const Reading r = bestReading(a, b, rules);
    const bool isOneAgainstMany = (a.words.words.size() == 1) != (b.words.words.size() == 1);
    if (!r.alignment.isFound) {
        unsigned written = Alike;
        if (cleaned(b.text).size() >= machineReadable) {
            for (int k = 0; k < a.words.words.size(); ++k) {
                if ((k == 0 || k == a.words.words.size() - rules.familyWords) && isTruncated(rotated(a.words.words, k), b.words.words, written)) {
                    m.verdict = NameVerdict::WrittenDifferently;
                    addWritten(m.differences, written);
                    if (k > 0)
                        add(m.differences, NameDifference::Order);
                    add(m.differences, NameDifference::Truncated);
                    if (!addSuffix(m, a, b))
                        return m;
                    std::sort(m.differences.begin(), m.differences.end());
                    mark(m.documentMarks, b.words.words, int(b.words.words.size()) - 1, 1, true);
                    return m;
                }
            }
        }
        if (isOneAgainstMany)
            return cannot(NameDifference::OneWordOnly, lookAlike(a.text, b.text));
        if (differInMarksOnly(cleaned(a.text), cleaned(b.text)))
            return cannot(NameDifference::MarksOnly);
        m = different(a, b);
        explain(m, a, b);
        return m;
    }
    m.verdict = NameVerdict::WrittenDifferently;
    for (const Step &s : r.alignment.steps) {
        addWritten(m.differences, s.written);
        for (const auto d : s.differences)
            add(m.differences, d);
        // Letter case alone would underline every word of every document.
        if (s.differences.isEmpty() && (s.written & ~unsigned(OtherCase)) == 0)
            continue;
        mark(m.directoryMarks, a.words.words, s.a, s.an, true);
        mark(m.documentMarks, r.document, s.b, s.bn, true);
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

bool endsWith(const QList<Word> &words, const QList<Word> &end)
{
    if (end.isEmpty() || end.size() >= words.size())
        return false;
    for (qsizetype i = 0; i < end.size(); ++i) {
        if (writtenAs(words.at(words.size() - end.size() + i), end.at(i)) == No)
            return false;
    }
    return true;
}

bool areTheSame(const QList<Word> &a, const QList<Word> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Word &x, const Word &y) { return x.text == y.text && x.isHyphened == y.isHyphened; });
}

QString squashed(const QList<Word> &words)
{
    QString s;
    for (const Word &w : words)
        s += w.text;
    return s;
}

// The directory's given and family name; a field that holds no name ("-", "LNU") is as good as empty.
struct Parts
{
    QList<Word> given;
    QList<Word> family;
    QList<Word> all;
    QList<Word> certain;      ///< without "aka" and its like in the middle of a field
    QString text;             ///< given name first
    bool areBoth = false;
};

Parts partsOf(const DirectoryName &d)
{
    Parts p;
    const auto read = [&p](const QString &field) {
        Words w;
        w.words = splitWords(field);
        if (isPlaceholder(w))
            return QList<Word>();
        const QList<Word> second = w.words.size() < 3 ? QList<Word>() : secondNameWords(field);
        for (const Word &word : std::as_const(w.words)) {
            if (!isIn(word, second))
                p.certain << word;
        }
        return w.words;
    };
    p.given = read(d.given);
    p.family = read(d.family);
    p.all = p.given + p.family;
    p.areBoth = !p.given.isEmpty() && !p.family.isEmpty();
    if (p.areBoth && areTheSame(p.given, p.family)) { // a single name in both fields
        p.areBoth = false;
        p.family.clear();
    }
    p.text = d.given + QLatin1Char(' ') + d.family;
    return p;
}

// Each reads the other's suffix: "II" behind a name is one where the other side ends with "III".
void readBoth(Side &a, WordRules rulesA, Side &b, WordRules rulesB)
{
    a.words = wordsOf(a.text, rulesA);
    b.words = wordsOf(b.text, rulesB);
    if (a.words.suffix.isEmpty() == b.words.suffix.isEmpty())
        return;
    rulesA.isSuffixExpected = rulesB.isSuffixExpected = true;
    if (a.words.suffix.isEmpty())
        a.words = wordsOf(a.text, rulesA);
    else
        b.words = wordsOf(b.text, rulesB);
}

// Puts the family name last, as "SMITH John" has it first; says how many words it is, 0 when it is not there.
int arrange(Words &full, const QList<Word> &family)
{
    if (family.isEmpty())
        return 0;
    if (endsWith(full.words, family))
        return int(family.size());
    const QList<Word> turned = rotated(full.words, int(family.size()));
    if (full.words.size() <= family.size() || !endsWith(turned, family))
        return 0;
    full.words = turned;
    full.wasTurned = true;
    return int(family.size());
}

// A given or a family name that stands alone in the directory must be in the document at least.
bool isInside(const Parts &parts, const Words &document, int script)
{
    const QList<Word> &lone = parts.all;
    if (lone.isEmpty())
        return true;
    const QString whole = squashed(lone);
    if (hasNoSpaces(script) && squashed(document.words).contains(whole))
        return true;
    for (qsizetype i = 0; i < document.words.size(); ++i) {
        for (qsizetype n = 1; n <= 3 && i + n <= document.words.size(); ++n) {
            if (writtenAs(squashed(document.words.mid(i, n)), whole) != No)
                return true;
        }
    }
    if (parts.family.isEmpty())
        return isIn(lone.first(), document.words);
    return std::all_of(lone.begin(), lone.end(), [&](const Word &w) { return w.isParticle || isIn(w, document.words); });
}

NameMatch byDisplayName(const DirectoryName &directory, const Parts &parts, const WordRules &documentRules, const QString &document, bool &isWhole)
{
    WordRules rules;
    rules.names = parts.all;
    rules.areAllNames = parts.areBoth;
    const auto compare = [&](const QString &text) {
        Side a{text, {}};
        Side b{document, {}};
        readBoth(a, rules, b, documentRules);
        const int family = arrange(a.words, parts.family);
        isWhole = parts.areBoth && areTheSame(a.words.words, parts.given + parts.family);
        return compareSides(a, b, family, parts.certain);
    };
    const NameMatch m = compare(directory.full);
    if (m.passes() || !parts.areBoth)
        return m; // without the parts nothing tells a remark from a name
    const QString rest = withoutRemarks(directory.full);
    if (rest.trimmed().isEmpty())
        return m;
    const bool wasWhole = isWhole;
    if (const NameMatch without = compare(rest); without.passes())
        return without;
    isWhole = wasWhole;
    return m;
}

// Suffix and title have no field of their own: the display name's count for the parts too.
NameMatch byParts(const DirectoryName &directory, const Parts &parts, const WordRules &documentRules, const QString &document)
{
    WordRules displayRules;
    displayRules.names = parts.all;
    displayRules.areAllNames = true;
    Side display{directory.full, {}};
    Side b{document, {}};
    readBoth(display, displayRules, b, documentRules);
    Side a{parts.text, {}};
    a.words.words = parts.all;
    a.words.suffix = display.words.suffix;
    a.words.hasTitle = display.words.hasTitle;
    NameMatch m = compareSides(a, b, int(parts.family.size()), parts.certain);
    int script = 0;
    if (!m.passes() && scriptsOf(document, script) == Scripts::One && hasNoSpaces(script)) {
        a.words.words = parts.family + parts.given;
        a.text = directory.family + QLatin1Char(' ') + directory.given;
        if (const NameMatch turned = compareSides(a, b, 0, parts.certain); turned.passes())
            m = turned;
    }
    m.directoryMarks.clear(); // they stand in a text that is not shown
    return m;
}

// Both must agree with the document; what fails says why.
NameMatch combined(NameMatch display, NameMatch parts)
{
    const bool isSecurityRelevant = display.isSecurityRelevant || parts.isSecurityRelevant;
    if (display.passes() && parts.passes()) {
        // In which order the parts stand, and what joins them, only the display name tells.
        for (const auto d : std::as_const(parts.differences)) {
            if (d != NameDifference::Order && d != NameDifference::Punctuation)
                add(display.differences, d);
        }
        if (!display.differences.isEmpty())
            display.verdict = NameVerdict::WrittenDifferently;
        std::sort(display.differences.begin(), display.differences.end());
        return display;
    }
    NameMatch out = display;
    if (display.passes()) {
        out = std::move(parts);
        out.heldBy = NameHeldBy::Parts;
    } else if (parts.passes()) {
        out.heldBy = NameHeldBy::DisplayName;
    } else if (display.verdict == NameVerdict::CannotCompare && parts.verdict == NameVerdict::Different) {
        out = std::move(parts);
    }
    out.isSecurityRelevant = isSecurityRelevant;
    return out;
}

} // namespace

NameMatch compareNames(const DirectoryName &directory, const QString &document)
{
    const Parts parts = partsOf(directory);
    WordRules documentRules;
    documentRules.names = parts.all;
    if (parts.areBoth && directory.full.trimmed().isEmpty())
        return byParts(directory, parts, documentRules, document);
    bool isWhole = false;
    const NameMatch display = byDisplayName(directory, parts, documentRules, document, isWhole);
    if (parts.areBoth)
        return isWhole ? display : combined(display, byParts(directory, parts, documentRules, document));
    int script = 0;
    scriptsOf(document, script);
    if (!display.passes() || isInside(parts, wordsOf(document, documentRules), script))
        return display;
    NameMatch m = different({parts.text, {}}, {document, {}});
    m.differences << NameDifference::OtherWord;
    m.heldBy = NameHeldBy::Parts;
    return m;
}

} // namespace domain
