#pragma once
#include "services/callbacks/callbackreceiver.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"

namespace support {

/// A console that receives the simulated provider's callbacks and asks for the status by itself.
struct CallbackStand : LabFixture
{
    explicit CallbackStand(lab::Options o, const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(o, [o, change](domain::Tenant &t) {
              t.environment = domain::Environment::Simulator;
              t.receiver.port = 0;
              t.receiver.auth = domain::callbackAuthFromKey(o.callbackAuth).value_or(domain::CallbackAuth::Hmac);
              if (change)
                  change(t);
          })
    {
        const auto l = await(tenantSession->receiving().start());
        QVERIFY2(bool(l), l ? "" : qPrintable(l.error().text));
        tenantSession->verifier().monitor().watch();
        QVERIFY(sync());
    }
    /// Only a callback brings a status query.
    void askSeldom() { context->pollFirst = context->pollStart = std::chrono::hours(1); }
    domain::Session start()
    {
        const auto s = await(tenantSession->verifier().starter().start(anyone(), request()));
        return s ? *s : domain::Session();
    }
    domain::Session ended(const core::SessionId &id)
    {
        domain::Session s;
        (void)QTest::qWaitFor(
            [&] {
                s = *await(tenantSession->verifier().sessions().session(id));
                return !domain::isOpen(s.state);
            },
            15000);
        return s;
    }
    QStringList kinds(const core::SessionId &id)
    {
        QStringList out;
        const auto list_n = *await(tenantSession->verifier().sessions().notes(id));
        for (const auto &n : list_n)
            out << n.kind + QLatin1Char(':') +
                       n.detail.value(QLatin1String(n.kind == QLatin1String("callback") ? "place" : "state"))
                           .toString();
        return out;
    }
};

} // namespace support
