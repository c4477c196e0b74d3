#pragma once
#include "domain/verification/namematch.h"
#include "domain/verification/names/words.h"

namespace domain::names {

/// One of the two texts, and how it is read.
struct Side
{
    QString text;
    Words words;
};

/// The first `k` words behind the others.
QList<Word> rotated(const QList<Word> &words, int k);
/// One of `words` is written as `w`.
bool isIn(const Word &w, const QList<Word> &words);
/// A script (ICU's code) that may write a whole name as one word.
bool hasNoSpaces(int script);
/// "Different", without a reason yet.
NameMatch different(const Side &a, const Side &b);

/// Compares two texts as they were read. `familyWords`: how many of the last words of `a` are the family name, 0 when
/// it is not known. `names`: words that are names for certain, though they may look like "alias".
NameMatch compareSides(const Side &a, const Side &b, int familyWords, const QList<Word> &names);

} // namespace domain::names
