#pragma once
#include "domain/verification/names/words.h"

namespace domain::names {

/// "alias", "born", "also known as", "and", … in several languages: the words say that another name follows. A first or
/// a last word is a name like any other (Max Born).
QList<Word> secondNameWords(const QString &given);

/// `display` with its remarks blanked, so that every other letter stays where it was: text in brackets, and an
/// abbreviation in capitals behind a dash or a bar ("Smith John - IT"). Empty when there is none, when brackets do not
/// close, or when a remark says that another name follows.
QString withoutRemarks(const QString &display);

} // namespace domain::names
