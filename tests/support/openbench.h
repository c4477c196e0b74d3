#pragma once
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include "support/windowbench.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QSignalSpy>
#include <algorithm>

namespace support {

/// The window on one open tenant whose people were copied.
struct OpenBench : Bench
{
    explicit OpenBench(const std::function<void(domain::Tenant &)> &change = {},
        const std::function<void(lab::Options &)> &changeLab = {})
        : Bench(60, [changeLab](lab::Options &o) {
              o.processing = std::chrono::milliseconds(200);
              if (changeLab)
                  changeLab(o);
          })
    {
        auto t = bare("one");
        t.environment = domain::Environment::Simulator;
        t.idvSourceId = simulator->endpoints().idvSourceId;
        if (change)
            change(t);
        app->tenantSessions().open(kept(t));
        QSignalSpy copied(&session().syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
    }
    services::TenantSession &session() { return *app->tenantSession(); }
    QList<domain::Identity> people(const std::optional<domain::IdentityStatus> &status = {})
    {
        domain::PeopleQuery q;
        q.status = status;
        const auto found = await(session().directory().all(q));
        const auto all = found ? await(session().directory().people(*found->rows))
                               : core::Result<QList<domain::Identity>>(found.error());
        return all ? *all : QList<domain::Identity>();
    }
};

} // namespace support
