#pragma once
#include "core/result.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/privacy.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/policy.h"
#include <QJsonObject>
#include <QList>
#include <optional>

namespace services {

/// The word that a settings file of this version begins with.
QString settingsFormatName();

/// What a file holds, read as a whole.
struct SettingsContent
{
    struct Entry
    {
        domain::Tenant tenant;
        std::optional<domain::ReverificationPolicy> reverification;
        std::optional<domain::Retention> retention;
    };
    std::optional<domain::VerificationPolicy> verification;
    QList<Entry> tenants;
};

/// Usage with the place ("tenants[1].tenant.writeBack") when it is no settings file of IDV Console, of a newer kind, or
/// holds anything that is not known here.
core::Result<SettingsContent> readSettingsFile(const QJsonObject &file);

} // namespace services
