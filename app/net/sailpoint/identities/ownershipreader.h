#pragma once
#include "domain/operations/operation.h"
#include <QJsonObject>

// Reads what an identity owns and which roles are assigned to it (contract 5).
namespace net::sailpoint {

/// Takes an array or an object, nested or flat entities; what it does not understand is left out.
domain::Ownership ownershipFrom(const QJsonObject &answer);
domain::RoleAssignment roleAssignmentFrom(const QJsonObject &object);

} // namespace net::sailpoint
