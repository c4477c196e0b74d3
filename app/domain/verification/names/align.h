#pragma once
#include "domain/verification/namematch.h"
#include "domain/verification/names/words.h"

namespace domain::names {

/// One pairing: `an` words of the directory from `a`, `bn` of the document from `b`; 0 words is an omission.
struct Step
{
    int a = 0, an = 0;
    int b = 0, bn = 0;
    unsigned written = 0; ///< of letters.h
    QList<NameDifference> differences;
};

struct Alignment
{
    bool isFound = false;
    int cost = 0;
    QList<Step> steps;
};

struct AlignRules
{
    int familyWords = 1;     ///< the last words of `a` that may not be left out
    int mostExcluded = 2;    ///< middle names and particles together that one side may lack
    int movedWords = 0;      ///< the last words of `b` that were moved there as a block
    bool hasInitials = true; ///< one letter stands for a word in this script
    bool joinsAll = false;   ///< a script without spaces: the whole name may be one word
};

/// The cheapest way to read the two names as the same words in the same order; not found when there is none. The first
/// words always stand for each other, and so do the last.
Alignment align(const QList<Word> &a, const QList<Word> &b, const AlignRules &rules);

} // namespace domain::names
