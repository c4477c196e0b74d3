#pragma once
#include "domain/access/approval.h"
#include "domain/tenants/tenant.h"
#include "domain/text/strictjson.h"
#include <QJsonDocument>
#include <QtTest>

namespace support {

inline QJsonObject jsonOf(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

/// The place of the first fault; empty when there is none.
template <class T>
QString faultOf(const core::Result<T> &r)
{
    return r ? QString() : r.error().field;
}

/// One without a fault.
inline domain::Tenant goodTenant()
{
    domain::Tenant t;
    t.id = core::TenantId(QStringLiteral("t"));
    t.name = QStringLiteral("Acme");
    t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
    t.clientId = QStringLiteral("c");
    t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
    t.communityId = QStringLiteral("k");
    return t;
}

} // namespace support
