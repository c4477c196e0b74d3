#pragma once

namespace ui {

/// The pages of the main window, in the order of the sidebar; the first stands for no tenant at all.
enum class Page { FirstRun, Overview, Identities, Sessions, Renewal, Profiles, Approvals, Lab, Audit, Settings };

} // namespace ui
