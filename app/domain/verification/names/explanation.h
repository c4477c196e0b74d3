#pragma once
#include "domain/verification/namematch.h"
#include "domain/verification/names/words.h"

namespace domain::names {

struct Side;

/// Marks `n` words, beginning with the one at `from`.
void markWords(QList<NameMark> &marks, const QList<Word> &words, int from, int n, bool isHarmless);

/// Names what keeps two names apart: words without a counterpart, whatever their order.
void explain(NameMatch &m, const Side &a, const Side &b);

} // namespace domain::names
