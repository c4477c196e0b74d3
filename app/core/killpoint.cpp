#include "core/killpoint.h"
#ifdef IDV_TEST_POINTS
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace core {

void killPoint(const char *name)
{
    const char *wanted = std::getenv("IDV_KILL_AT");
    if (wanted && std::strcmp(wanted, name) == 0)
        std::raise(SIGKILL);
}

} // namespace core
#endif
