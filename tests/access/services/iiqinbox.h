#pragma once
#include "services/access/approvals.h"
#include "support/iqfixture.h"
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <algorithm>

namespace support {

/// A console on the lab's IdentityIQ with its approvals.
struct IdentityIqInbox : IqFixture
{
    explicit IdentityIqInbox(lab::Options o = quick(), const std::function<void(domain::Tenant &)> &change = {})
        : IqFixture(std::move(o), change)
    {
    }
    services::Approvals &approvals() { return tenantSession->approvals(); }
    QList<domain::Approval> pending() { return *await(approvals().pending()); }
    /// What IdentityIQ keeps of a decision, asked without the console.
    QJsonObject step(const domain::Approval &a)
    {
        const auto token =
            QByteArray("Basic ") +
            (lab->endpoints().iiqClientId + QLatin1Char(':') + lab->endpoints().iiqClientSecret).toUtf8().toBase64();
        QNetworkAccessManager m;
        const auto get = [&m](QNetworkRequest r, const QByteArray &auth, bool isPost) {
            r.setRawHeader("Authorization", auth);
            r.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
            std::unique_ptr<QNetworkReply> reply(isPost ? m.post(r, QByteArray()) : m.get(r));
            (void)QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10000);
            return QJsonDocument::fromJson(reply->readAll()).object();
        };
        const auto bearer =
            "Bearer " + get(QNetworkRequest(QUrl(
                                tenant.sailpointUrl + QStringLiteral("/oauth2/token?grant_type=client_credentials"))),
                            token, true)
                            .value(QLatin1String("access_token"))
                            .toString()
                            .toUtf8();
        QUrl url(tenant.sailpointUrl);
        url.setPath(QStringLiteral("/object/IdentityRequest"));
        const auto all =
            get(QNetworkRequest(QUrl(url.toString() + QStringLiteral("?limit=100&offset=0"))), bearer, false)
                .value(QLatin1String("objects"))
                .toArray();
        for (const auto &v : all) {
            const auto steps = v.toObject().value(QLatin1String("approvalSummaries")).toArray();
            for (const auto &s : steps) {
                if (s.toObject().value(QLatin1String("workItemId")).toString() == a.id)
                    return s.toObject();
            }
        }
        return {};
    }
    QStringList reviewIds()
    {
        auto all = tenant;
        all.identityIq.decidesForOthers = true;
        auto w = services::TenantSession::open(all, *context);
        QStringList ids;
        const auto found = await((*w)->approvals().accessReviews().reviews());
        for (const auto &r : *found)
            ids << r.id;
        return ids;
    }
    bool recorded(const char *action, const char *outcome)
    {
        const auto log = await(ledger->audit().records(1, 100));
        return std::any_of(log->begin(), log->end(), [&](const domain::AuditRecord &r) {
            return r.event.action == QLatin1String(action) && r.event.outcome == QLatin1String(outcome);
        });
    }
};

} // namespace support
