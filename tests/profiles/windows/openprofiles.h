#pragma once
#include "services/operations/profileoperations.h"
#include "support/openbench.h"

namespace support {

/// The identity profiles of an open tenant, as SailPoint has them.
struct OpenProfiles : OpenBench
{
    explicit OpenProfiles(const std::function<void(domain::Tenant &)> &change = {},
        const std::function<void(lab::Options &)> &changeLab = {})
        : OpenBench(change, changeLab)
    {
        profiles = read();
        if (const auto known = await(session().profileOperations().identityAttributes()))
            attributes = *known;
    }
    QList<domain::IdentityProfile> read()
    {
        const auto all = await(session().profileOperations().profiles());
        return all ? *all : QList<domain::IdentityProfile>();
    }
    domain::IdentityProfile named(const char *name) const
    {
        for (const auto &p : profiles) {
            if (p.name == QLatin1String(name))
                return p;
        }
        return {};
    }
    QList<domain::IdentityProfile> profiles;
    QList<domain::IdentityAttribute> attributes;
};

} // namespace support
