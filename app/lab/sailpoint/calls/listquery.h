#pragma once
#include "httpd/message.h"

namespace lab {

/// Of an array that a call answers the part that was asked for: `filters` (eq, ne, sw, co, in, gt, lt; joined by and),
/// `sorters`, then `offset` and `limit` (250 at most), with the number of all where `count` is true. What is not
/// understood is a 400, as SailPoint's.
httpd::Response asAsked(const httpd::Response &whole, const httpd::Request &request);

} // namespace lab
