#include "cli/reverification/policyloading.h"
#include "cli/shell/shell.h"
#include "core/async.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include <utility>

namespace cli {

void withPolicy(Shell &s, services::TenantSession &w, std::function<void()> then)
{
    core::whenDone<core::Unit>(w.reverification().load(), &s, [&s, then = std::move(then)](const core::Status &r) {
        if (!r)
            return s.fail(r.error());
        then();
    });
}

} // namespace cli
