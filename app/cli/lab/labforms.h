#pragma once
#include "cli/shell/commandtable.h"

namespace cli {

CommandForm runScenariosForm();  ///< lab run
CommandForm listScenariosForm(); ///< lab list
CommandForm sendForm();          ///< lab send

} // namespace cli
