#pragma once
#include "services/recovery/recovery.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace support {

/// The owner of the simulator's token.
inline const QString tokenOwner = QStringLiteral("2c9180867769897d01776ed5f125512f");

/// A console whose operator is registered and that watches its sessions.
struct RecoveryCounter : LabFixture
{
    explicit RecoveryCounter(
        lab::Options o = quick(), std::shared_ptr<core::Clock> time = std::make_shared<core::SystemClock>())
        : LabFixture(o, {}, std::chrono::seconds(30), std::move(time))
    {
        tenantSession->verifier().monitor().watch();
        QVERIFY(sync());
        auto &r = tenantSession->recovery();
        const auto registered = await(r.registerOperator(core::makeSecret(lab->endpoints().clientId.toUtf8()),
            core::makeSecret(lab->endpoints().clientSecret.toUtf8())));
        QVERIFY(registered);
        QCOMPARE(*registered, tokenOwner);
    }
    domain::Session verified()
    {
        const auto s = await(tenantSession->verifier().starter().start(anyone(), request()));
        link = tenantSession->verifier().links().of(s->id);
        domain::Session now;
        (void)QTest::qWaitFor(
            [&] {
                now = *await(tenantSession->verifier().sessions().session(s->id));
                return !domain::isOpen(now.state);
            },
            15000);
        return now;
    }
    services::ResetRequest toWork() { return {domain::ResetVia::WorkEmail, {}, {}, QStringLiteral("known to HR")}; }
    qint64 mails()
    {
        QNetworkAccessManager m;
        auto *reply = m.get(QNetworkRequest(QUrl(tenant.sailpointUrl + QStringLiteral("/lab/stats"))));
        (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 5000);
        reply->deleteLater();
        return QJsonDocument::fromJson(reply->readAll()).object().value(QLatin1String("reset-mail")).toInteger();
    }
    QString link;
};

/// Why it was refused.
inline QString refusalOf(const core::Result<domain::Session> &r)
{
    return r ? QStringLiteral("no error") : r.error().text;
}

} // namespace support
