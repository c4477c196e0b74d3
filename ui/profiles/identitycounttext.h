#pragma once
#include <QString>
#include <optional>

namespace ui {

/// "1,250 identities"; where SailPoint does not say it, that.
QString identityCountText(const std::optional<int> &count);
/// "Yes", "No", or a dash where it is not said.
QString yesNoText(const std::optional<bool> &said);

} // namespace ui
