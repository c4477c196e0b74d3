#pragma once
#include "core/result.h"
#include "lab/options.h"
#include <QJsonObject>

namespace lab {

/// Options from a scenario's "simulator": members as documented in resources/docs/scenarios.md, the others as in
/// `base`. Usage, with the member's name in `field`, for one that is not known or has another type.
core::Result<Options> optionsFromJson(const QJsonObject &json, Options base);

} // namespace lab
