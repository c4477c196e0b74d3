#pragma once
#include "core/error.h"
#include "domain/text/messages.h"

namespace ui {

class Banner;

/// An error on a banner: what we refuse ourselves in its own words (with its detail when `withDetail`), what a vendor
/// or the network did as headline and advice.
void showProblem(Banner &banner, const core::Error &error, domain::Vendor vendor, bool withDetail = false);

} // namespace ui
