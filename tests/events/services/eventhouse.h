#pragma once
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/receiversecrets.h"
#include "services/events/proposals.h"
#include "services/events/triggers.h"
#include "services/identities/identitydirectory.h"
#include "services/verification/sessionmonitor.h"
#include "support/labfixture.h"
#include <QJsonArray>

namespace support {

/// A tenant whose receiver takes SailPoint's events, subscribed to what is asked for.
struct EventHouse : LabFixture
{
    explicit EventHouse(lab::Options o = quick())
        : LabFixture(o, [](domain::Tenant &t) {
              t.environment = domain::Environment::Simulator;
              t.writeBack = domain::WriteBackStrategy::Account;
              t.receiver.port = 0;
              t.receiver.takesEvents = true;
          })
    {
        QVERIFY(sync());
        const auto l = await(tenantSession->receiving().start());
        QVERIFY2(bool(l), l ? "" : qPrintable(l.error().text));
        tenantSession->proposals().watch();
        tenantSession->verifier().monitor().watch();
    }
    services::Proposals &proposals() { return tenantSession->proposals(); }
    void subscribe(const QString &trigger, domain::DispatchMode mode = domain::DispatchMode::Sync)
    {
        domain::SubscriptionDraft d;
        d.name = QStringLiteral("Own");
        d.triggerId = trigger;
        d.url = tenantSession->receiving().eventsUrl();
        d.isRequestResponse = trigger == domain::trigger::accessRequested || trigger == domain::trigger::approverAsked;
        d.mode = mode;
        const auto made =
            await(tenantSession->triggers().subscribe(d, *await(tenantSession->receiving().secrets().eventsToken())));
        QVERIFY2(bool(made), made ? "" : qPrintable(made.error().text));
    }
    void open_()
    {
        LabFixture::open();
        tenantSession->proposals().watch();
    }
    QList<domain::Proposal> open() { return *await(proposals().list(true)); }
    /// Somebody of that status, with a level and an e-mail address.
    domain::Identity somebody(domain::IdentityStatus status, int ial = 0)
    {
        domain::PeopleQuery q;
        q.status = status;
        const auto people = await(tenantSession->directory().people(*await(tenantSession->directory().all(q))->rows));
        for (const auto &p : *people) {
            if (p.idv.ial.value_or(0) >= ial && !p.email.isEmpty() && domain::isActiveLifecycle(p.lifecycle))
                return p;
        }
        return {};
    }
    static QJsonObject createdInput(const domain::Identity &p)
    {
        return {{QStringLiteral("identity"),
                    QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                        {QStringLiteral("type"), QStringLiteral("IDENTITY")}}},
            {QStringLiteral("attributes"), QJsonObject{}}};
    }
    static QJsonObject accessInput(const domain::Identity &p, const char *item = "Database Admin")
    {
        return {{QStringLiteral("accessRequestId"), QStringLiteral("req-1")},
            {QStringLiteral("requestedFor"),
                QJsonArray{QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                    {QStringLiteral("type"), QStringLiteral("IDENTITY")}}}},
            {QStringLiteral("requestedItems"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("a")},
                                                   {QStringLiteral("name"), QString::fromLatin1(item)}}}}};
    }
    void raise(const QString &trigger, const QJsonObject &input)
    {
        QVERIFY(await(tenantSession->triggers().test(trigger, input, {}, false)));
    }
    domain::Invocation lastInvocation() { return await(tenantSession->triggers().invocations())->at(0); }
    /// What the last one was completed with.
    QJsonObject output()
    {
        const QJsonObject end = lastInvocation().raw.value(QLatin1String("completeInvocationInput")).toObject();
        return end.value(QLatin1String("output")).toObject();
    }
    /// Straight to the receiver, as anybody could.
    int post(const QByteArray &body, const QByteArray &authorization, const QByteArray &type = "application/json",
        const QString &path = {})
    {
        QNetworkAccessManager m;
        QUrl url(tenantSession->receiving().eventsUrl());
        if (!path.isEmpty())
            url.setPath(path);
        QNetworkRequest r(url);
        r.setHeader(QNetworkRequest::ContentTypeHeader, type);
        if (!authorization.isEmpty())
            r.setRawHeader("Authorization", authorization);
        auto *reply = m.post(r, body);
        (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        delete reply;
        return status;
    }
    QByteArray bearer()
    {
        return "Bearer " +
               QByteArray((*await(tenantSession->receiving().secrets().eventsToken()))->reveal().toByteArray());
    }
    bool isInLog(const QString &action)
    {
        const auto all = *await(ledger->audit().records(1, 1000));
        return std::any_of(
            all.begin(), all.end(), [&action](const domain::AuditRecord &r) { return r.event.action == action; });
    }
};

} // namespace support
