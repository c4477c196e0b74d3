#pragma once
#include <QByteArray>
#include <QString>
#include <optional>

namespace core {

/// Where in a text something stands, counted from 1; the column in characters, not bytes.
struct TextPlace
{
    int line = 1;
    int column = 1;
    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};
TextPlace placeOf(const QByteArray &utf8, qsizetype offset);

/// The first fault of a JSON text (RFC 8259), with its place and what Qt's parser says; nothing when it is valid.
struct JsonFault
{
    TextPlace place;
    QString text;
};
std::optional<JsonFault> jsonFault(const QByteArray &utf8);

/// Where the value at a JSON pointer ("/steps/2/do") begins, in a valid text; where its nearest ancestor begins when it
/// is not there.
TextPlace placeOfPointer(const QByteArray &utf8, const QString &pointer);

} // namespace core
