#pragma once
#include "core/clock.h"
#include <string>
#include <string_view>

namespace domain {

/// One cell of RFC 4180, without the comma. A text that a spreadsheet would take for a formula (it begins with = + - @
/// TAB or CR, full-width forms included) gets an apostrophe in front, so that it stays text; so does one behind a ";",
/// TAB or line end, where other spreadsheets begin a cell. Hidden signs (outputtext.h) become U+FFFD.
void appendCsvCell(std::string &out, std::string_view text);
/// "2026-08-22T10:15:00.000Z", as formatInstant() but without allocation. Years 0 to 9999.
void appendInstant(std::string &out, core::Instant at);
/// A JSON string with its quotes; what is no UTF-8 becomes U+FFFD, hidden signs are escaped.
void appendJsonString(std::string &out, std::string_view text);

} // namespace domain
