#pragma once
#include <QString>
#include <array>
#include <optional>

namespace domain {

/// The value that a word of the list stands for; the list has the enumeration's order. Nothing for another word.
template <class E, size_t N>
std::optional<E> valueOfWord(const std::array<const char *, N> &words, const QString &word)
{
    for (size_t i = 0; i < N; ++i) {
        if (word == QLatin1String(words[i]))
            return E(i);
    }
    return std::nullopt;
}

template <class E, size_t N>
QString wordOfValue(const std::array<const char *, N> &words, E value)
{
    return QLatin1String(words[size_t(value)]);
}

} // namespace domain
