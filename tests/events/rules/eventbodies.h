#pragma once
#include "domain/events/eventrule.h"
#include <QJsonDocument>
#include <QtTest>

namespace support {

/// Bodies as SailPoint sends them.
inline QJsonObject objectOf(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

inline domain::TriggerEvent eventOf(const char *json, const QSet<QString> &wanted = {})
{
    return domain::triggerEventFrom(objectOf(json), wanted).value_or(domain::TriggerEvent{});
}

inline const char *const createdBody =
    R"({"identity":{"id":"i1","name":"Ann","type":"IDENTITY"},"attributes":{"employeeType":"Contractor",)"
    R"("phone":"+1"}})";

inline const char *const askedBody =
    R"({"accessRequestId":"r1","requestedFor":{"id":"i1","name":"Ann","type":"IDENTITY"},
     "requestedItems":[{"id":"x","name":"Database Admin"}],"requestedBy":{"id":"i2",
     "name":"Bob"},
  "_metadata":{"triggerId":"idn:access-request-pre-approval","triggerType":"requestResponse",
     "responseMode":"async","secret":"very-secret",
     "callbackURL":"https://acme.example/beta/trigger-invocations/inv-1/complete"}})";

} // namespace support
