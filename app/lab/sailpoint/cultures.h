#pragma once
#include <QtGlobal>
#include <array>

namespace lab {

/// A name in its own script and in plain Latin letters; UTF-8.
struct NameWord
{
    const char *native;
    const char *latin;
};

/// What people of one place are called.
struct Culture
{
    std::array<NameWord, 10> given;
    std::array<NameWord, 10> family;
    const char *dial; ///< the country's telephone code
    bool familyFirst;
    bool latin;
};

constexpr quint32 cultureCount = 15;
const Culture &cultureAt(quint32 culture);
/// The family name that was drawn, or the next one in the given name's script.
const NameWord &fittingFamily(quint32 culture, quint32 given, quint32 drawn);

} // namespace lab
