#pragma once
#include "domain/access/approval.h"
#include "domain/operations/operation.h"
#include "ui/operations/operationdialog.h"

namespace ui {

/// What is asked before one access request is approved, or denied.
OperationQuestion approvalQuestion(const domain::Approval &approval);
OperationQuestion denialQuestion(const domain::Approval &approval);
/// Many decisions with one click: the campaign's name has to be typed. `kind`: ApproveReview, DenyReview or SignReview.
OperationQuestion reviewQuestion(domain::OperationKind kind, const domain::AccessReview &review);

} // namespace ui
