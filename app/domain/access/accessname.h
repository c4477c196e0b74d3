#pragma once
#include <QString>

namespace domain {

/// Does the name of an access hold this part, as a person who reads both would say? Letter case, accents, invisible
/// characters and compatibility forms aside, and letters of other scripts that look alike are the same letter (UTS 39).
/// An empty part is in every name. It may say yes too often, never too seldom: it decides what has to be asked for.
bool holdsAccessName(const QString &name, const QString &part);
/// The same for a whole value.
bool isSameAccessName(const QString &a, const QString &b);

/// Can anybody read it? It is not blank, and holds no control character and no half of a character: what does may hide
/// a name that a rule is about.
bool isReadableName(const QString &name);

} // namespace domain
