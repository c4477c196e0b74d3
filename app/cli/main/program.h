#pragma once

namespace cli {

/// idvctl: runs one command in an event loop of its own; the process's exit code.
int main(int argc, char **argv);

} // namespace cli
