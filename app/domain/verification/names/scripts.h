#pragma once
#include <QString>

// Which script a name is written in, and what looks like it in another.
namespace domain::names {

enum class Scripts { One, None, MixedInName, MixedInWord };
/// The script of the letters, joined where a language writes in several (Japanese, Korean); `script` is ICU's code.
Scripts scriptsOf(const QString &given, int &script);

/// They are not the same text but look it: UTS 39 skeletons, and digits for letters.
bool lookAlike(const QString &a, const QString &b);

} // namespace domain::names
