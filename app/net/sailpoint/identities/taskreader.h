#pragma once
#include "domain/operations/operation.h"
#include <QJsonObject>

namespace net::sailpoint {

/// A task of the cloud (contract 12). Over with a word or an end; good are SUCCESS and WARNING only, and an end without
/// a word.
domain::TaskState taskFrom(const QJsonObject &task);

} // namespace net::sailpoint
