#pragma once
#include "services/readiness/readinessrecord.h"
#include "support/ownparts.h"

namespace support {

/// One part of the readiness check, built and asked by itself. `lines`: what it said last.
struct AskedPart : OwnParts
{
    explicit AskedPart(const std::function<void(domain::Tenant &)> &change = {}, const lab::Options &o = quick())
        : OwnParts(o, change)
    {
        QVERIFY(connections.openCache());
    }
    template <typename Part>
    bool ask(services::TenantConnections &of)
    {
        services::ReadinessRecord record([this](const services::ReadinessLine &l) { told << l.text; });
        Part part(of, *tenantSession, record);
        bool isDone = false;
        told.clear();
        part.run([&isDone] { isDone = true; });
        (void)QTest::qWaitFor([&isDone] { return isDone; }, 15000);
        lines = record.lines();
        return isDone;
    }
    template <typename Part>
    bool ask()
    {
        return ask<Part>(connections);
    }
    QList<services::ReadinessLine> of(const char *area) const
    {
        QList<services::ReadinessLine> found;
        for (const auto &l : lines) {
            if (l.area == QLatin1String(area))
                found << l;
        }
        return found;
    }
    int count(const char *area, services::TestLevel level) const
    {
        const auto all = of(area);
        return int(std::count_if(all.begin(), all.end(), [level](const auto &l) { return l.level == level; }));
    }
    bool goWrong(const char *rule) { return bool(lab->setFaults({QString::fromLatin1(rule)})); }

    QList<services::ReadinessLine> lines;
    QStringList told; ///< as they were said, one by one
};

} // namespace support
