#pragma once
#include "lab/options.h"
#include <QJsonObject>

// Who approves in the simulated IdentityIQ beside its operator.
namespace lab {

QString iiqWorkgroup();     ///< the operator is one of it
QString iiqForeignGroup();  ///< the operator is not of it
QString iiqOtherApprover(); ///< of both groups

/// As an object of an answer: id, name and display name.
QJsonObject iiqNameOf(const Endpoints &ends, const QString &id);
/// As a server does: the owner, or somebody of the work group that owns it.
bool mayDecideInIiq(const Endpoints &ends, const QString &approver, const QString &owner);

} // namespace lab
