#include "domain/verification/names/explanation.h"
#include "domain/verification/names/letters.h"
#include "domain/verification/names/sides.h"
#include <algorithm>

namespace domain::names {

void markWords(QList<NameMark> &marks, const QList<Word> &words, int from, int n, bool isHarmless)
{
    for (int k = 0; k < n; ++k) {
        const Word &w = words.at(from + k);
        marks.append({w.from, w.length, isHarmless});
    }
}

static bool isPrefix(const QString &a, const QString &b)
{
    const QString x = folded(a), y = folded(b);
    return x.size() >= 2 && y.size() >= 2 && (x.startsWith(y) || y.startsWith(x));
}

static bool areInside(const QList<int> &places, qsizetype n)
{
    return std::all_of(places.begin(), places.end(), [n](int i) { return i > 0 && i + 1 < n; });
}

// Both sides have words without a counterpart: what these are to each other.
static NameDifference otherWord(
    const QList<Word> &a, const QList<int> &lonelyA, const QList<Word> &b, const QList<int> &lonelyB)
{
    if (lonelyA.size() == 1 && lonelyB.size() == 1 && isPrefix(a.at(lonelyA.first()).text, b.at(lonelyB.first()).text))
        return NameDifference::CutWord;
    return areInside(lonelyA, a.size()) && areInside(lonelyB, b.size()) ? NameDifference::OtherMiddleName
                                                                        : NameDifference::OtherWord;
}

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
        markWords(m.directoryMarks, a.words.words, i, 1, false);
    for (const int j : lonelyB)
        markWords(m.documentMarks, b.words.words, j, 1, false);
    if (lonelyA.isEmpty() && lonelyB.isEmpty()) {
        m.differences << NameDifference::OtherWord;
        markWords(m.documentMarks, b.words.words, 0, int(b.words.words.size()), false);
        return;
    }
    if (lonelyA.isEmpty())
        m.differences << NameDifference::ExtraWord;
    else if (lonelyB.isEmpty())
        m.differences << NameDifference::MissingWord;
    else
        m.differences << otherWord(a.words.words, lonelyA, b.words.words, lonelyB);
}

} // namespace domain::names
