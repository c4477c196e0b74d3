#pragma once
#include <QList>
#include <QString>

namespace domain::names {

/// A word of a name, and where it stands in the text as it was given.
struct Word
{
    QString text; ///< cleaned, without apostrophes
    int from = 0;
    int length = 0;
    bool isParticle = false;
    bool isHyphened = false; ///< joined to its neighbour by a hyphen
    bool mayBeSuffix =
        false;             ///< a generation suffix that was not removed: it tells father from son and is never left out
    bool isQuoted = false; ///< stands in quotation marks: what somebody is called beside the name
    /// A part of a double name is never left out; an article ("al-") may be.
    bool isBound() const { return isHyphened && !isParticle; }
    char32_t key = 0; ///< firstKey(text)
    bool isInitial() const { return text.size() == 1; }
    /// Letters only, not quoted and no suffix: figures, brackets and signs are never "a middle name is left out".
    bool isPlainName() const;
};

struct Words
{
    QList<Word> words; ///< titles and generation suffix removed; "Family, Given" turned round
    QString suffix;    ///< "jr", "sr", "ii", …; empty when there is none
    bool hasTitle = false;
    bool wasTurned = false; ///< a comma said that the family name stands first
    int familyWords = 0;    ///< how many of the last words are the family name, when a comma says so
};

/// As for texts; most words are told apart by their first letter.
unsigned writtenAs(const Word &a, const Word &b);

/// What else is known when a text is read.
struct WordRules
{
    QList<Word> names;             ///< words that are names for certain: neither title nor suffix wherever they stand
    bool areAllNames = false;      ///< there are no others: what else looks like a title or a suffix is one
    bool isSuffixExpected = false; ///< the other side ends with one, so a last word that may be one is one
};

/// The words as they stand: nothing removed, nothing turned round. For a field that holds names only.
QList<Word> splitWords(const QString &given);

/// Splits at white space, hyphens, full stops and commas; apostrophes join. At least two words stay. A word that is a
/// title here and a name there (Ing, Sir, Mba; Ii, Iv) stays a name unless the rules or a full stop ("Ing. ") say what
/// it is.
Words wordsOf(const QString &given, const WordRules &rules = {});

/// Nothing, or words that stand for "no name": FNU, LNU, UNKNOWN, N/A and the like.
bool isPlaceholder(const Words &words);

} // namespace domain::names
