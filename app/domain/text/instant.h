#pragma once
#include "core/clock.h"
#include <QJsonValue>
#include <QString>
#include <optional>
#include <string_view>

namespace domain {

/// How far a date that came from outside can be believed.
enum class DateQuality {
    Absent,      ///< no value, null or empty
    Exact,       ///< an instant with zone, or epoch seconds or milliseconds
    ZoneAssumed, ///< no zone given; read as UTC
    DateOnly,    ///< a day; read as its first instant in UTC, the stricter end
    Unreadable,  ///< a value that is no date
    Future,      ///< readable, but later than now plus the allowed skew
};

struct ParsedInstant
{
    std::optional<core::Instant> at; ///< set for Exact, ZoneAssumed, DateOnly and Future
    DateQuality quality = DateQuality::Absent;
};

/// Accepts RFC 3339 with Z, ±hh:mm or ±hhmm, lower-case t and z, a space for the T, 0 to 9 fraction digits (cut to
/// milliseconds), second 60; a bare day; epoch seconds (10 digits) and milliseconds (13 digits) as text or number.
/// Never guesses "now". `now` is only used to tell Future (more than five minutes ahead).
ParsedInstant parseInstant(const QString &text, core::Instant now);
ParsedInstant parseInstant(const QJsonValue &value, core::Instant now);

/// The common exact form "2026-08-22T10:15:00[.123]Z" without allocation; nothing for any other form.
std::optional<core::Instant> parseExactUtc(std::string_view text);

/// "2026-08-22T10:15:00.000Z": the one format the console writes.
QString formatInstant(core::Instant at);

QString qualityName(DateQuality q);

} // namespace domain
