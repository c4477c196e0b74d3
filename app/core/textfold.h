#pragma once
#include <QString>
#include <QStringList>
#include <string>
#include <string_view>

namespace core {

/// Folds text for searching and sorting: case folded, accents off Latin, Greek and Cyrillic letters, compatibility
/// forms unified, runs of anything that is neither letter nor digit become one space. Other scripts keep their marks.
/// ASCII takes a fast path. Input and output are UTF-8.
std::string fold(std::string_view utf8);
QString fold(const QString &text);
/// As fold(), appended to `out`; for loops that handle a million names.
void foldInto(std::string_view utf8, std::string &out);
/// The folded words of what a person typed.
QStringList foldedWords(const QString &typed);

} // namespace core
