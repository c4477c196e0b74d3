#pragma once
#include "core/async.h"
#include "domain/operations/operation.h"

namespace ui {

class AppContext;

/// Says what became of something that SailPoint was asked for: refused, or asked for with its task.
void reportOperation(AppContext &app, const core::Async<domain::Operation> &operation);

} // namespace ui
