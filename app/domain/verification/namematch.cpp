#include "domain/verification/namematch.h"
#include "domain/verification/names/letters.h"
#include "domain/verification/names/scripts.h"
#include "domain/verification/names/secondnames.h"
#include "domain/verification/names/sides.h"
#include <algorithm>
#include <array>

namespace domain {

using namespace names;

bool isHarmless(NameDifference d)
{
    return d < NameDifference::OtherWord;
}

static constexpr std::array<const char *, 11> harmlessKeys{"letter-case", "accents", "transliteration", "punctuation",
    "order", "particle", "middle-name", "middle-initial", "title", "generation-suffix", "truncated"};

QString differenceKey(NameDifference d)
{
    return isHarmless(d) ? QString::fromLatin1(harmlessKeys[size_t(d)]) : QString();
}

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

NameMatch compareNames(
    const DirectoryName &directory, const QString &document, const QStringList &held, NamePurpose purpose)
{
    NameMatch m = compareNames(directory, document);
    if (!m.passes())
        return m;
    m.isHeldByPolicy = std::any_of(
        m.differences.begin(), m.differences.end(), [&](NameDifference d) { return held.contains(differenceKey(d)); });
    m.isHeldForRecovery =
        purpose == NamePurpose::AccountRecovery && m.differences.contains(NameDifference::GenerationSuffix);
    if (m.isHeldByPolicy || m.isHeldForRecovery)
        m.verdict = NameVerdict::Different;
    return m;
}

namespace {

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
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const Word &x, const Word &y) { return x.text == y.text && x.isHyphened == y.isHyphened; });
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
    QList<Word> certain; ///< without "aka" and its like in the middle of a field
    QString text;        ///< given name first
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
    return std::all_of(
        lone.begin(), lone.end(), [&](const Word &w) { return w.isParticle || isIn(w, document.words); });
}

NameMatch byDisplayName(const DirectoryName &directory, const Parts &parts, const WordRules &documentRules,
    const QString &document, bool &isWhole)
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
NameMatch byParts(
    const DirectoryName &directory, const Parts &parts, const WordRules &documentRules, const QString &document)
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
            if (d != NameDifference::Order && d != NameDifference::Punctuation && !display.differences.contains(d))
                display.differences << d;
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
