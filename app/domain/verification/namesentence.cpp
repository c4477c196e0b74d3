#include "domain/verification/namematch.h"
#include <QCoreApplication>
#include <QStringList>

namespace domain {

static QString sayNameMatch(const char *text)
{
    return QCoreApplication::translate("NameMatch", text);
}

QString differenceText(NameDifference d)
{
    switch (d) {
    case NameDifference::LetterCase: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "letter case"));
    case NameDifference::Accents: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "accents"));
    case NameDifference::Transliteration:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "letters written out as in a passport"));
    case NameDifference::Punctuation:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "hyphen, apostrophe or space"));
    case NameDifference::Order: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "order of the parts"));
    case NameDifference::Particle: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "a particle is left out"));
    case NameDifference::MiddleName: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "a middle name is left out"));
    case NameDifference::MiddleInitial:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "an initial stands for a middle name"));
    case NameDifference::Title: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "a title is left out"));
    case NameDifference::GenerationSuffix:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "a suffix such as Jr is left out"));
    case NameDifference::Truncated:
        return sayNameMatch(
            QT_TRANSLATE_NOOP("NameMatch", "cut at the end, as the machine-readable lines of a passport do"));
    case NameDifference::OtherWord:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "the underlined parts are not the same name"));
    case NameDifference::MissingWord:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "the document lacks the underlined part"));
    case NameDifference::ExtraWord:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "the directory lacks the underlined part"));
    case NameDifference::OtherMiddleName:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "the middle names are different"));
    case NameDifference::OtherSuffix:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "the suffixes (Jr, Sr, II) are different"));
    case NameDifference::CutWord: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "one part is shortened"));
    case NameDifference::NothingToCompare:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "one side holds no name"));
    case NameDifference::OtherScript:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "the names are in different scripts"));
    case NameDifference::MixedScripts:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "letters of several scripts are mixed"));
    case NameDifference::OneWordOnly: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "one side is a single word"));
    case NameDifference::InitialOnly:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "only an initial stands for a given or family name"));
    case NameDifference::MarksOnly:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "they differ in vowel marks only"));
    case NameDifference::TooLong:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "one side is too long for a name"));
    case NameDifference::TwoNames:
        return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "the underlined words say that one side holds two names"));
    }
    return {};
}

QString nameSentence(const NameMatch &m)
{
    QStringList parts;
    for (const auto d : m.differences)
        parts << differenceText(d);
    QString verdict;
    switch (m.verdict) {
    case NameVerdict::Same: return sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "Same name."));
    case NameVerdict::WrittenDifferently:
        verdict = sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "Same name, written differently: %1."));
        break;
    case NameVerdict::Different: verdict = sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "Different name: %1.")); break;
    case NameVerdict::CannotCompare:
        verdict = sayNameMatch(QT_TRANSLATE_NOOP("NameMatch", "Cannot compare: %1."));
        break;
    }
    QString out = verdict.arg(parts.join(QStringLiteral(", ")));
    if (m.isHeldForRecovery)
        out = sayNameMatch(
            QT_TRANSLATE_NOOP("NameMatch", "Probably the same name, but %1: for an account recovery a person decides."))
                  .arg(parts.join(QStringLiteral(", ")));
    else if (m.isHeldByPolicy)
        out = sayNameMatch(
            QT_TRANSLATE_NOOP("NameMatch", "Probably the same name, but %1: by the settings a person decides."))
                  .arg(parts.join(QStringLiteral(", ")));
    if (m.heldBy == NameHeldBy::DisplayName)
        out += QLatin1Char(' ') + sayNameMatch(QT_TRANSLATE_NOOP("NameMatch",
                                      "The directory's given and family name fit; its display name does not."));
    else if (m.heldBy == NameHeldBy::Parts)
        out += QLatin1Char(' ') + sayNameMatch(QT_TRANSLATE_NOOP("NameMatch",
                                      "The display name fits; the directory's given or family name does not."));
    if (m.isSecurityRelevant)
        out += QLatin1Char(' ') + sayNameMatch(QT_TRANSLATE_NOOP("NameMatch",
                                      "Letters that look alike stand for each other: this may be meant to deceive."));
    return out;
}

} // namespace domain
