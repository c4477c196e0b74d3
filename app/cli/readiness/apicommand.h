#pragma once

namespace cli {

class Shell;

/// idvctl doctor --api FILE: the console's calls beside a description of SailPoint's API; no tenant is asked.
void compareWithApi(Shell &shell);

} // namespace cli
