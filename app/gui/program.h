#pragma once

class QApplication;

namespace assembly {

/// Parses the options, opens the data folder, shows the window or draws the pictures, and runs.
int runProgram(QApplication &app);

} // namespace assembly
