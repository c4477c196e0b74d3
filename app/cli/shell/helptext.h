#pragma once

namespace cli {

/// Every form of idvctl and its exit codes, as "idvctl help" prints them; UTF-8.
extern const char *const helpText;

} // namespace cli
