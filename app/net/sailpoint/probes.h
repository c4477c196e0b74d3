#pragma once
#include "domain/profiles/source.h"
#include "domain/readiness/oauthclient.h"
#include "net/sailpoint/api.h"
#include <QJsonArray>
#include <QJsonObject>

// Reads by which the readiness doctor knows instead of believing. Nothing is changed.
namespace net::sailpoint {

core::Async<domain::Source> getSource(Api &api, const QString &id);
core::Async<QList<domain::OauthClient>> oauthClients(Api &api);
/// Finished tasks, the latest one: whether tasks can be followed.
core::Async<core::Unit> probeTasks(Api &api);

} // namespace net::sailpoint
