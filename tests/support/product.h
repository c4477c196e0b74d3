#pragma once
#include "domain/identities/contact.h"
#include "domain/verification/resultevaluation.h"
#include "services/access/approvals.h"
#include "services/callbacks/receiving.h"
#include "services/events/proposals.h"
#include "services/recovery/recovery.h"
#include "services/reverification/campaigns.h"
#include "support/labfixture.h"
#include "support/mutate.h"
#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <atomic>

// The only door through which the suites of tests/mutation reach the running product.
namespace support {

/// This computer's clock and how far somebody has set it off; the simulated vendors live by it too.
struct SetClock final : core::Clock
{
    core::Instant now() const override { return core::SystemClock().now() + by.load(); }
    std::atomic<core::Instant> by{0};
};

/// Another process on the same data folder.
struct Process
{
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<services::TenantSession> tenantSession;
};

class Product : private LabFixture
{
public:
    using Change = std::function<void(domain::Tenant &)>;
    explicit Product(const lab::Options &o = quick(), const Change &change = {})
        : Product(
              o,
              [change](domain::Tenant &t) {
                  t.environment = domain::Environment::Simulator;
                  if (change)
                      change(t);
              },
              std::make_shared<SetClock>())
    {
    }

    // Verifications.
    /// Somebody new each time, whose account is active and who has nothing open.
    domain::Identity somebody()
    {
        for (const bool isNever : {true, false}) {
            domain::PeopleQuery q;
            if (isNever)
                q.status = domain::IdentityStatus::Never;
            const auto people = await(tenantSession->people(*await(tenantSession->all(q))->rows));
            for (const auto &p : *people) {
                if (!m_used.contains(p.id.str()) && !p.email.isEmpty() && p.lifecycle == QLatin1String("active") &&
                    tenantSession->verifier().obstacle(p, request()).isEmpty()) {
                    m_used.insert(p.id.str());
                    return p;
                }
            }
        }
        return {};
    }
    domain::Identity somebody(domain::IdentityStatus status, int ial)
    {
        domain::PeopleQuery q;
        q.status = status;
        const auto people = await(tenantSession->people(*await(tenantSession->all(q))->rows));
        for (const auto &p : *people) {
            if (p.idv.ial.value_or(0) >= ial && !p.email.isEmpty() && domain::isActiveLifecycle(p.lifecycle))
                return p;
        }
        return {};
    }
    domain::VerificationRequest asking(domain::Reason reason = domain::Reason::AccountRecovery)
    {
        auto r = request();
        r.reason = reason;
        return r;
    }
    core::Result<domain::Session> start(const domain::Identity &person, const domain::VerificationRequest &r)
    {
        const auto s = await(tenantSession->verifier().start(person, r));
        if (s)
            m_links.insert(s->id.str(), tenantSession->verifier().link(s->id));
        return s;
    }
    core::Result<domain::Session> start() { return start(somebody(), request()); }
    domain::Session session(const core::SessionId &id)
    {
        const auto s = await(ledger->session(id));
        return s ? *s : domain::Session();
    }
    /// Started and waited for.
    domain::Session verified()
    {
        const auto s = start();
        return s ? ended(s->id) : domain::Session();
    }
    domain::Session ended(const core::SessionId &id, int ms = 15000)
    {
        (void)QTest::qWaitFor([&] { return !domain::isOpen(session(id).state); }, ms);
        return session(id);
    }
    core::Async<domain::Session> checkNow(const core::SessionId &id) { return tenantSession->verifier().check(id); }
    core::Result<core::Unit> sendAgain(const core::SessionId &id)
    {
        return await(tenantSession->verifier().sendAgain(id));
    }
    core::Result<domain::Session> stop(const core::SessionId &id)
    {
        return await(tenantSession->verifier().stop(id, QStringLiteral("not needed")));
    }
    /// Only a callback or a check by hand brings anything forward.
    void askSeldom() { context->pollStart = std::chrono::hours(1); }
    /// What the simulated provider would send of its newest session, changed as lab::Lab::sendCallback() says; the
    /// answer's status.
    int callback(const QJsonObject &change = {})
    {
        auto status = std::make_shared<std::atomic<int>>(-1);
        lab->sendCallback(change, [status](int s) { *status = s; });
        (void)QTest::qWaitFor([&] { return status->load() >= 0; }, 10000);
        (void)QTest::qWaitFor([&] { return await(ledger->inbox(tenant.id, QStringLiteral("new")))->isEmpty(); }, 5000);
        return status->load();
    }

    // Recovery.
    core::Result<domain::Session> bind(const core::SessionId &id)
    {
        return await(tenantSession->recovery().bindByCode(id, m_links.value(id.str()).right(4)));
    }
    core::Async<domain::Session> tryCode(services::TenantSession &w, const core::SessionId &id, const QString &code)
    {
        return w.recovery().bindByCode(id, code);
    }
    core::Async<domain::Session> tryCode(const core::SessionId &id, const QString &code)
    {
        return tryCode(*tenantSession, id, code);
    }
    core::Result<domain::RecoveryGate> gate(const core::SessionId &id)
    {
        return await(tenantSession->recovery().gate(id));
    }
    static core::Async<domain::Session> beginReset(services::TenantSession &w, const core::SessionId &id)
    {
        return w.recovery().sendReset(id, {domain::ResetVia::WorkEmail, {}, {}, QStringLiteral("known to HR")});
    }
    core::Async<domain::Session> beginReset(const core::SessionId &id) { return beginReset(*tenantSession, id); }
    core::Result<domain::Session> sendReset(const core::SessionId &id) { return await(beginReset(id)); }
    core::Async<domain::Session> beginReview(
        services::TenantSession &w, const core::SessionId &id, bool isAccepted = true)
    {
        return w.recovery().review(id, isAccepted, QStringLiteral("certificate seen"),
            secret(lab->endpoints().reviewerClientId), secret(lab->endpoints().reviewerClientSecret));
    }
    core::Result<domain::Session> review(const core::SessionId &id, bool isAccepted = true)
    {
        return await(beginReview(*tenantSession, id, isAccepted));
    }
    /// With the credentials of whoever started it.
    core::Result<domain::Session> reviewOneself(const core::SessionId &id)
    {
        return await(tenantSession->recovery().review(id, true, QStringLiteral("fine"),
            secret(lab->endpoints().clientId), secret(lab->endpoints().clientSecret)));
    }
    core::Result<domain::Session> acceptActivity(const core::SessionId &id)
    {
        return await(tenantSession->recovery().acceptActivity(id, QStringLiteral("asked HR"),
            secret(lab->endpoints().reviewerClientId), secret(lab->endpoints().reviewerClientSecret)));
    }
    core::Result<core::Unit> setActivityTable(const domain::ActivityTable &t)
    {
        return await(tenantSession->recovery().setActivityTable(t));
    }
    core::Result<core::Unit> acceptClock()
    {
        return await(tenantSession->recovery().acceptClock(QStringLiteral("the clock was wrong on Monday"),
            secret(lab->endpoints().reviewerClientId), secret(lab->endpoints().reviewerClientSecret)));
    }
    /// By an own personal access token: the second person's, which is the only one of a person where the tenant's
    /// client has none.
    core::Result<QString> registerOperator(bool asReviewer)
    {
        const auto &e = lab->endpoints();
        return await(tenantSession->recovery().registerOperator(secret(asReviewer ? e.reviewerClientId : e.clientId),
            secret(asReviewer ? e.reviewerClientSecret : e.clientSecret)));
    }
    void forgetOperator() { setSetting(domain::operatorSetting(tenant.id, context->operatorName), QString()); }

    // Access.
    QJsonObject accessEvent(const domain::Identity &p, const QString &item)
    {
        return {{QStringLiteral("_metadata"),
                    QJsonObject{{QStringLiteral("triggerId"), domain::trigger::accessRequested},
                        {QStringLiteral("triggerType"), QStringLiteral("requestResponse")},
                        {QStringLiteral("responseMode"), QStringLiteral("sync")},
                        {QStringLiteral("invocationId"), QStringLiteral("inv-%1").arg(++m_events)}}},
            {QStringLiteral("accessRequestId"), QStringLiteral("req-%1").arg(m_events)},
            {QStringLiteral("requestedFor"),
                QJsonArray{QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                    {QStringLiteral("type"), QStringLiteral("IDENTITY")}}}},
            {QStringLiteral("requestedItems"),
                QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("a")}, {QStringLiteral("name"), item}}}}};
    }
    QJsonObject createdEvent(const domain::Identity &p)
    {
        return {{QStringLiteral("_metadata"),
                    QJsonObject{{QStringLiteral("triggerId"), domain::trigger::identityCreated},
                        {QStringLiteral("invocationId"), QStringLiteral("inv-%1").arg(++m_events)}}},
            {QStringLiteral("identity"),
                QJsonObject{{QStringLiteral("id"), p.id.str()}, {QStringLiteral("name"), p.name},
                    {QStringLiteral("type"), QStringLiteral("IDENTITY")}}},
            {QStringLiteral("attributes"), QJsonObject{}}};
    }
    /// As the receiver hands an event over: the answer's body, or why there is none.
    Outcome answerEvent(const QJsonObject &body)
    {
        auto e = domain::triggerEventFrom(body, tenantSession->proposals().wantedAttributes());
        if (!e)
            return {false, QStringLiteral("no event")};
        const QByteArray raw = QJsonDocument(body).toJson();
        e->tenant = tenant.id;
        e->at = clock->now();
        e->bytes = raw.size();
        e->bodyHash = e->replayKey = QCryptographicHash::hash(raw, QCryptographicHash::Sha256);
        struct Answer
        {
            std::atomic<bool> isThere{false};
            domain::EventAnswer it;
        };
        auto answer = std::make_shared<Answer>();
        tenantSession->proposals().accept(*e, secret(QStringLiteral("s3cret")), [answer](domain::EventAnswer a) {
            answer->it = std::move(a);
            answer->isThere = true;
        });
        if (!QTest::qWaitFor([&] { return answer->isThere.load(); }, 15000))
            return {false, QString()};
        const auto o = QJsonDocument::fromJson(answer->it.body).object();
        const QString comment = o.value(QLatin1String("comment")).toString();
        return {o.value(QLatin1String("approved")).toBool(),
            comment.isEmpty() ? domain::callbackVerdictText(answer->it.verdict) : comment};
    }
    core::Result<core::Unit> setRules(const domain::EventRules &rules)
    {
        return await(tenantSession->proposals().setRules(rules));
    }
    void watchEvents() { tenantSession->proposals().watch(); }
    QList<domain::Proposal> proposals() { return *await(tenantSession->proposals().list(false)); }
    core::Result<core::Unit> demand(const QString &access)
    {
        return await(tenantSession->approvals().setRequirements({{domain::AccessRequirement{access, 2, 0}}}));
    }
    QList<domain::Approval> waiting() { return *await(tenantSession->approvals().pending()); }
    /// A request to grant whose person stands like that.
    domain::Approval waitingFor(bool isVerified)
    {
        const auto all = waiting();
        for (const auto &a : all) {
            const auto p = await(tenantSession->person(a.forId));
            if (p && domain::eligibilityOf(*p, 2, clock->now()).isEnough == isVerified &&
                a.requestType == QLatin1String("GRANT_ACCESS"))
                return a;
        }
        return {};
    }
    core::Result<domain::Operation> approve(const QString &id)
    {
        return await(tenantSession->approvals().approve(id, QStringLiteral("fine")));
    }

    // Campaigns. The list of people, started; none when it did not start.
    domain::Campaign startCampaign(int people, int perMinute)
    {
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Overdue;
        const auto found = *await(tenantSession->people(*await(tenantSession->quick(q, 300))->rows));
        QStringList ids;
        for (const auto &p : found) {
            if (ids.size() < people && domain::isActiveLifecycle(p.lifecycle) && domain::isEmail(p.email))
                ids << p.id.str();
        }
        domain::CampaignPlan plan;
        plan.name = QStringLiteral("Renewal");
        plan.isList = true;
        plan.perMinute = perMinute;
        plan.documents = {QStringLiteral("passport")};
        const auto draft = await(tenantSession->campaigns().create(plan, ids));
        const auto checked = draft ? await(tenantSession->campaigns().dryRun(draft->id)) : draft;
        const auto running =
            checked ? await(tenantSession->campaigns().start(checked->id, checked->dryRun->toSend())) : checked;
        return running ? *running : domain::Campaign();
    }
    void resumeCampaign(const QString &id) { (void)await(tenantSession->campaigns().resume(id)); }
    core::Result<domain::Campaign> pauseCampaign(const QString &id)
    {
        return await(tenantSession->campaigns().pause(id));
    }
    domain::Campaign campaign(const QString &id)
    {
        const auto c = await(tenantSession->campaigns().one(id));
        return c ? *c : domain::Campaign();
    }
    qint64 sent(const QString &campaign) { return await(tenantSession->campaigns().counts(campaign))->sent(); }

    // What happens meanwhile, as another process does it: this one is not told.
    core::Result<core::Unit> lock(bool isLocked = true)
    {
        return await(services::Tenants(*context).setReadOnly(tenant, isLocked));
    }
    core::Result<core::Unit> unlock() { return lock(false); }
    core::Result<core::Unit> remove() { return await(services::Tenants(*context).remove(tenant, true)); }
    void setSetting(const QString &name, const QString &value) { QVERIFY(await(ledger->setSetting(name, value))); }
    /// One of the tenant's own: "event-rules", "access-requirements", "activity", "freshness".
    void setTenantSetting(const QString &name, const QString &value)
    {
        setSetting(name + QLatin1Char(':') + tenant.id.str(), value);
    }
    void clockBy(core::Instant ms) { m_clock->by += ms; }
    /// With a tool of one's own, beside the product.
    void sql(const QString &statement, const QString &file = QStringLiteral("ledger.db"))
    {
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tool"));
            db.setDatabaseName(dir.filePath(file));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("PRAGMA busy_timeout = 5000")));
            QVERIFY2(QSqlQuery(db).exec(statement), qPrintable(statement));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tool"));
    }
    /// What the local copy says of everybody's lifecycle, until they are read again.
    void setCopiedLifecycle(const QString &word)
    {
        const auto copies = QDir(dir.path()).entryList({QStringLiteral("mirror-*.db")});
        QCOMPARE(copies.size(), 1);
        sql(QStringLiteral("UPDATE identity SET content = 0, lifecycle = '%1'").arg(word), copies.first());
    }
    /// The same folder once more, beside this process or after it.
    std::unique_ptr<Process> secondProcess(const QString &holder = QStringLiteral("elsewhere"))
    {
        auto p = std::make_unique<Process>();
        p->ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
        p->context.reset(new services::Context{
            *p->ledger, vault, clock, dir.path(), context->operatorName, holder, false, std::chrono::seconds(30)});
        p->context->pollStart = std::chrono::milliseconds(100);
        p->context->launchGrace = std::chrono::milliseconds(300);
        const auto all = await(p->ledger->tenants());
        for (const auto &t : all ? *all : QList<domain::Tenant>()) {
            auto w = services::TenantSession::open(t, *p->context);
            if (w)
                p->tenantSession = *std::move(w);
        }
        return p;
    }
    /// This process ends, and another one goes on. False when there is no tenant any more.
    bool restart()
    {
        tenantSession.reset();
        auto next = secondProcess(QStringLiteral("after"));
        context = std::move(next->context);
        ledger = std::move(next->ledger);
        tenantSession = std::move(next->tenantSession);
        if (tenantSession)
            tenantSession->verifier().watch();
        return tenantSession != nullptr;
    }
    void fault(const QStringList &rules) { QVERIFY(lab->setFaults(rules)); }

    // What the vendors saw, and what was recorded.
    qint64 mails()
    {
        return lab->counters()
            .value(QLatin1String("sailpoint"))
            .toObject()
            .value(QLatin1String("reset-mail"))
            .toInteger();
    }
    qint64 links()
    {
        return lab->counters().value(QLatin1String("provider")).toObject().value(QLatin1String("create")).toInteger();
    }
    /// Whatever else the provider was asked for than how a session stands.
    qint64 orders()
    {
        qint64 n = 0;
        const auto all = lab->counters().value(QLatin1String("provider")).toObject();
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (it.key() != QLatin1String("status") && !it.key().contains(QLatin1Char(':')) &&
                !it.key().startsWith(QLatin1String("callbacks")))
                n += it.value().toInteger();
        }
        return n;
    }
    /// Calls that change something in SailPoint; `of`: only these ("PUT /object/WorkItem").
    qint64 writes(const QString &of = {})
    {
        qint64 n = 0;
        for (const char *vendor : {"sailpoint", "identityiq"}) {
            const auto all = lab->counters().value(QLatin1String(vendor)).toObject();
            for (auto it = all.begin(); it != all.end(); ++it) {
                const bool isWrite =
                    (it.key().startsWith(QLatin1String("P")) || it.key().startsWith(QLatin1String("DELETE "))) &&
                    it.key().contains(QLatin1Char(' ')) && !it.key().contains(QLatin1String("/search")) &&
                    !it.key().contains(QLatin1String("token"));
                n += (of.isEmpty() ? isWrite : it.key() == of) ? it.value().toInteger() : 0;
            }
        }
        return n;
    }
    QList<domain::Session> sessionsOf(const core::IdentityId &id)
    {
        domain::SessionFilter f;
        f.tenant = tenant.id;
        f.identity = id;
        return *await(ledger->sessions(f));
    }
    /// Open sessions whose id the provider told.
    qint64 openWithProvider()
    {
        domain::SessionFilter f;
        f.tenant = tenant.id;
        const auto all = *await(ledger->sessions(f));
        return std::count_if(all.begin(), all.end(),
            [](const domain::Session &s) { return domain::isOpen(s.state) && !s.providerId.isEmpty(); });
    }
    bool isLogWhole()
    {
        const auto bad = await(ledger->verifyAudit());
        return bad && *bad == 0;
    }
    QStringList audited()
    {
        QStringList out;
        const auto all = *await(ledger->auditRecords(1, 5000));
        for (const auto &r : all)
            out << r.event.action + QLatin1Char('/') + r.event.outcome;
        return out;
    }
    const domain::Tenant &settings() const { return tenant; }

private:
    Product(const lab::Options &o, const Change &change, std::shared_ptr<SetClock> time)
        : LabFixture(o, change, std::chrono::seconds(30), time), m_clock(std::move(time))
    {
        if (tenant.receiver.startsWithTenant) {
            const auto l = await(tenantSession->receiving().start());
            QVERIFY2(bool(l), l ? "" : qPrintable(l.error().text));
        }
        tenantSession->verifier().watch();
        QVERIFY(sync());
    }
    static core::SecretPtr secret(const QString &text) { return core::makeSecret(text.toUtf8()); }

    std::shared_ptr<SetClock> m_clock;
    QHash<QString, QString> m_links;
    QSet<QString> m_used;
    int m_events = 0;
};

} // namespace support
