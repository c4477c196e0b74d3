#pragma once

namespace core {

/// A named place where a test build can die by SIGKILL (environment IDV_KILL_AT=name), to prove that nothing is lost
/// and nothing launched twice. Compiled out of release builds.
#ifdef IDV_TEST_POINTS
void killPoint(const char *name);
#else
inline void killPoint(const char *) {}
#endif

} // namespace core
