#include "ui/widgets/problem.h"
#include "ui/controls/banner.h"

namespace ui {

void showProblem(Banner &banner, const core::Error &e, domain::Vendor vendor, bool withDetail)
{
    if (core::isOwnRefusal(e))
        return banner.show(Banner::Problem, e.text, withDetail ? e.detail : QString());
    const auto m = domain::userMessage(e, vendor);
    banner.show(Banner::Problem, m.headline, m.advice);
}

} // namespace ui
