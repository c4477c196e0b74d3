#pragma once
#include <QList>
#include <QString>
#include <QStringList>

namespace domain {

/// The four verdicts of design section 4. Same and WrittenDifferently pass, the others hold.
enum class NameVerdict { Same, WrittenDifferently, Different, CannotCompare };

/// What differs, in the order in which it is said.
enum class NameDifference {
    LetterCase,
    Accents,
    Transliteration,
    Punctuation,
    Order,
    Particle,
    MiddleName,
    MiddleInitial,
    Title,
    GenerationSuffix,
    Truncated, // harmless
    OtherWord,
    MissingWord,
    ExtraWord,
    OtherMiddleName,
    OtherSuffix,
    CutWord, // real
    NothingToCompare,
    OtherScript,
    MixedScripts,
    OneWordOnly,
    InitialOnly,
    MarksOnly,
    TooLong,
    TwoNames, // not comparable
};
bool isHarmless(NameDifference d);
/// "order", "middle-name", …: how a difference is named in settings. Empty for what is no harmless one.
QString differenceKey(NameDifference d);
const QList<NameDifference> &harmlessDifferences();
/// Translated, begins with a small letter: "order of the parts".
QString differenceText(NameDifference d);

/// A stretch of one of the two texts, as it was given, that is to be underlined.
struct NameMark
{
    int from = 0;
    int length = 0;
    bool isHarmless = true;
    friend bool operator==(const NameMark &, const NameMark &) = default;
};

/// Which of the directory's names keeps the two apart.
enum class NameHeldBy { Whole, DisplayName, Parts };

/// What hangs on the answer. Father and son differ in nothing but the generation suffix: where an account is recovered,
/// a suffix on one side only is left to a person.
enum class NamePurpose { Ordinary, AccountRecovery };

struct NameMatch
{
    NameVerdict verdict = NameVerdict::CannotCompare;
    QList<NameDifference> differences;
    QList<NameMark> directoryMarks;
    QList<NameMark> documentMarks;
    bool isHeldByPolicy = false;    ///< would pass, but this console's own rule leaves it to a person
    bool isHeldForRecovery = false; ///< would pass, but for an account recovery it is left to a person
    NameHeldBy heldBy = NameHeldBy::Whole;
    bool isSecurityRelevant = false; ///< letters that look alike but are others: somebody may mean to deceive
    bool passes() const { return verdict == NameVerdict::Same || verdict == NameVerdict::WrittenDifferently; }
};

/// The directory's name. Given and family name tell which words may be left out and which words are names though they
/// look like a title or a suffix; without them the last word is taken for the family name.
struct DirectoryName
{
    QString full;
    QString given;
    QString family;
};

/// Compares by the rules of the name table (tests/verification/rules/namepairs.tsv): normalised (NFKC, invisible
/// characters gone), then word by word in order or with the family name moved as a block. Never by a distance. Where
/// the directory has given and family name, both these and its display name must agree with the document; a remark in
/// brackets in the display name is left out where what remains agrees. Given or family name alone must at least be in
/// the document. Thread: any.
NameMatch compareNames(const DirectoryName &directory, const QString &document);

/// The same with an agreement of one's own: harmless differences named in `held` are left to a person. It can only
/// make the rules stricter; so does a purpose that needs more certainty.
NameMatch compareNames(const DirectoryName &directory, const QString &document, const QStringList &held,
    NamePurpose purpose = NamePurpose::Ordinary);

/// "Same name, written differently: letter case, accents." Translated; names no part of either name.
QString nameSentence(const NameMatch &match);

} // namespace domain
