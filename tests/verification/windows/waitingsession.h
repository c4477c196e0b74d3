#pragma once
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/windowbench.h"
#include "ui/charts/timeline.h"
#include "ui/common/navigator.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/verification/sessionwindow.h"
#include <QLabel>
#include <QPointer>
#include <algorithm>

namespace support {

/// A console whose one session is open.
struct WaitingSession : Bench
{
    explicit WaitingSession(
        domain::Delivery delivery = domain::Delivery::Link, bool canResend = false, const char *outcome = "never")
        : Bench(60, [outcome](lab::Options &o) {
              o.outcome = QString::fromLatin1(outcome);
              o.journey = std::chrono::milliseconds(300);
          })
    {
        context->pollStart = std::chrono::milliseconds(100);
        auto t = bare("one");
        if (canResend)
            t.provider.resendPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/resend");
        t = kept(t); // as it is opened
        app->tenantSessions().open(t);
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        const auto &e = simulator->endpoints();
        QVERIFY(await(app->tenantSession()->recovery().registerOperator(
            core::makeSecret(e.clientId.toUtf8()), core::makeSecret(e.clientSecret.toUtf8()))));
        domain::VerificationRequest r;
        r.reason = domain::Reason::AccountRecovery;
        r.ticket = QStringLiteral("INC1");
        r.documents = domain::documentTypes();
        r.delivery = delivery;
        r.contactReason = QStringLiteral("known to HR");
        const auto everyone = await(app->tenantSession()->directory().all({}));
        const auto people = await(app->tenantSession()->directory().people(*everyone->rows));
        const auto person = std::find_if(people->begin(), people->end(), [&](const auto &p) {
            return !p.email.isEmpty() && app->tenantSession()->verifier().starter().obstacle(p, r).isEmpty();
        });
        QVERIFY(person != people->end());
        const auto started = await(app->tenantSession()->verifier().starter().start(*person, r));
        QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
        session = *started;
        QCOMPARE(session.state, domain::SessionState::Pending);
        app->navigator().showSession(session.id);
        live = Bench::shown<ui::SessionWindow>();
        QVERIFY(live);
    }
    ~WaitingSession() { delete live.data(); }
    QString headline() const { return live->findChild<QLabel *>(QStringLiteral("sessionHeadline"))->text(); }
    QString happened() const { return live->findChild<ui::Timeline *>()->accessibleDescription(); }
    domain::Session now() { return *await(app->tenantSession()->verifier().sessions().session(session.id)); }
    domain::Session session;
    QPointer<ui::SessionWindow> live;
};

} // namespace support
