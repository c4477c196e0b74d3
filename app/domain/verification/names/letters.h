#pragma once
#include <QString>

namespace domain::names {

/// How two words that stand for each other are written.
enum Written : unsigned { Alike = 0, OtherCase = 1, OtherAccents = 2, Transliterated = 4, No = 8 };

/// Compares two cleaned words letter by letter: case folded; accents (Latin and Greek; Cyrillic ё) may be missing on
/// one side of a letter, not differ; ICAO 9303 part 3 letters may be written out on one side.
unsigned writtenAs(const QString &a, const QString &b);

/// What the first letter comes to when case, accents and ICAO spelling do not count: words with different keys are
/// never written as one another. 0 for an empty word.
char32_t firstKey(const QString &word);

/// NFKC without controls, invisible and bidirectional characters, soft hyphens and tatweel; white space simplified.
QString cleaned(const QString &name);
bool isAscii(const QString &text);
/// Full case folding of cleaned text.
QString folded(const QString &text);
/// True when the words differ in nothing but combining marks of a script whose marks are letters' parts (Arabic,
/// Hebrew, Indic): such names cannot be compared.
bool differInMarksOnly(const QString &a, const QString &b);

} // namespace domain::names
