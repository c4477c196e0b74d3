#include "assembly/console.h"
#include "assembly/labhost.h"
#include "cli/shell/shell.h"
#include "lab/lab.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include <QTimer>

namespace cli {

using core::Result;
using core::Unit;
using domain::Session;

static QList<QCommandLineOption> labOptionList()
{
    QList<QCommandLineOption> list;
    for (const char *name : {"port", "idv-port", "iiq-port", "identities", "seed", "fault", "outcome", "idv-fault",
             "journey-ms", "processing-ms", "index-lag-ms", "link-lifetime-ms", "callback-auth", "callback-fault",
             "missing-attribute", "scopes"})
        list << QCommandLineOption(QLatin1String(name), {}, QStringLiteral("VALUE"));
    for (const char *name :
        {"seed-patch", "no-user", "no-search", "no-rate-limit", "iiq-no-plugin", "iiq-no-scim", "iiq-old", "iiq-post"})
        list << QCommandLineOption(QLatin1String(name));
    return list;
}

static core::Result<lab::Options> labOptions(Shell &s)
{
    lab::Options o;
    const auto number = [&s](const char *name, qint64 low, qint64 high, auto &out) -> std::optional<core::Error> {
        if (!s.isSet(name))
            return std::nullopt;
        bool isNumber = false;
        const qint64 v = s.value(name).toLongLong(&isNumber);
        if (!isNumber || v < low || v > high)
            return core::fieldError(QLatin1String(name), QStringLiteral("a number from %1 to %2.").arg(low).arg(high));
        out = static_cast<std::remove_reference_t<decltype(out)>>(v);
        return std::nullopt;
    };
    const auto ms = [&number](const char *name, std::chrono::milliseconds &out) -> std::optional<core::Error> {
        qint64 v = out.count();
        if (const auto e = number(name, 0, 3'600'000, v))
            return e;
        out = std::chrono::milliseconds(v);
        return std::nullopt;
    };
    for (const auto &e : {number("port", 1, 65535, o.port), number("idv-port", 1, 65535, o.idvPort),
             number("iiq-port", 1, 65535, o.iiqPort), number("identities", 0, 1'000'000, o.identities),
             number("seed", 0, 4'000'000'000, o.seed), ms("journey-ms", o.journey), ms("processing-ms", o.processing),
             ms("index-lag-ms", o.indexLag), ms("link-lifetime-ms", o.linkLifetime)}) {
        if (e)
            return *e;
    }
    for (const QString &fault : s.values("fault")) {
        if (fault.contains(QLatin1Char(':'))) { // one of the rules, read by the lab itself
            o.rules << fault;
            continue;
        }
        o.fault = fault;
        if (!lab::faults().contains(o.fault))
            return core::fieldError(QStringLiteral("fault"),
                QStringLiteral("\"%1\" is not one of: %2; nor VENDOR:OPERATION:KIND[=VALUE][,percent=P][,times=N].")
                    .arg(o.fault, lab::faults().join(QStringLiteral(", "))));
    }
    if (s.isSet("outcome"))
        o.outcome = s.value("outcome");
    if (s.isSet("callback-auth")) {
        static const QStringList known{QStringLiteral("none"), QStringLiteral("bearer"), QStringLiteral("basic"),
            QStringLiteral("header"), QStringLiteral("hmac"), QStringLiteral("timestamped"), QStringLiteral("plain"),
            QStringLiteral("ed25519")};
        o.callbackAuth = s.value("callback-auth");
        if (!known.contains(o.callbackAuth))
            return core::fieldError(
                QStringLiteral("callback-auth"), known.join(QStringLiteral(", ")) + QLatin1Char('.'));
    }
    if (s.isSet("callback-fault"))
        o.callbackFaults = s.value("callback-fault").split(QLatin1Char(','));
    if (s.isSet("missing-attribute"))
        o.missingAttributes = s.value("missing-attribute").split(QLatin1Char(','));
    if (s.isSet("scopes"))
        o.scopes = s.value("scopes").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (s.isSet("idv-fault"))
        o.idvFaults = s.value("idv-fault").split(QLatin1Char(','));
    o.directPatch = s.isSet("seed-patch");
    o.hasUser = !s.isSet("no-user");
    o.searchAllowed = !s.isSet("no-search");
    o.rateLimit = !s.isSet("no-rate-limit");
    o.iiqPlugin = !s.isSet("iiq-no-plugin");
    o.iiqScim = !s.isSet("iiq-no-scim");
    o.iiqOld = s.isSet("iiq-old");
    o.iiqPost = s.isSet("iiq-post");
    return o;
}

void labCommand(Shell &s, const QString &verb)
{
    if (verb == QLatin1String("run") || verb == QLatin1String("list"))
        return scenarioCommand(s, verb == QLatin1String("run"));
    if (verb == QLatin1String("send"))
        return sendCommand(s);
    if (verb != QLatin1String("serve"))
        return s.usage(QStringLiteral("lab: serve, run, list, send."));
    if (!s.parse(QStringLiteral("lab serve [--port P] [--idv-port P] [--identities N] [--seed S] [--fault KIND]"),
            labOptionList(), 0, 0))
        return;
    const auto options = labOptions(s);
    if (!options)
        return s.fail(options.error());
    auto lab = lab::Lab::start(*options, std::make_shared<core::SystemClock>());
    if (!lab)
        return s.fail(lab.error());
    auto *keep = new QObject(&s);
    auto owned = std::make_shared<std::unique_ptr<lab::Lab>>(*std::move(lab));
    QObject::connect(keep, &QObject::destroyed, &s, [owned] { owned->reset(); });
    const auto &e = (*owned)->endpoints();
    s.print({{QStringLiteral("sailpointUrl"), e.sailpointUrl}, {QStringLiteral("clientId"), e.clientId},
        {QStringLiteral("clientSecret"), e.clientSecret}, {QStringLiteral("idvUrl"), e.idvUrl},
        {QStringLiteral("communityId"), e.communityId}, {QStringLiteral("idvApiKey"), e.idvApiKey},
        {QStringLiteral("idvSourceId"), e.idvSourceId}, {QStringLiteral("workflowId"), e.workflowId},
        {QStringLiteral("workflowClientId"), e.workflowClientId},
        {QStringLiteral("workflowClientSecret"), e.workflowClientSecret}, {QStringLiteral("iiqUrl"), e.iiqUrl},
        {QStringLiteral("iiqClientId"), e.iiqClientId}, {QStringLiteral("iiqClientSecret"), e.iiqClientSecret},
        {QStringLiteral("iiqOperatorId"), e.iiqOperatorId}, {QStringLiteral("iiqWorkflow"), e.iiqWorkflow},
        {QStringLiteral("iiqReviewer"), e.iiqReviewer}, {QStringLiteral("iiqReviewerPassword"), e.iiqReviewerPassword},
        {QStringLiteral("iiqOperatorName"), e.iiqOperatorName},
        {QStringLiteral("iiqOperatorPassword"), e.iiqOperatorPassword},
        {QStringLiteral("callbackSecret"), e.callbackSecret}, {QStringLiteral("reviewerClientId"), e.reviewerClientId},
        {QStringLiteral("reviewerClientSecret"), e.reviewerClientSecret}});
}

namespace {

// The main job against the simulators, told line by line.
class Demo : public QObject
{
public:
    Demo(Shell &shell, lab::Options options) : QObject(&shell), m_shell(shell), m_options(std::move(options)) {}

    void run()
    {
        m_shell.line(QStringLiteral(
            "1  Starting the simulated SailPoint tenant and the simulated IDV provider, on this computer only"));
        core::whenDone<domain::Tenant>(
            m_shell.console().lab().start(m_options), this, [this](const Result<domain::Tenant> &t) {
                if (!t)
                    return m_shell.fail(t.error());
                auto w = services::TenantSession::open(*t, m_shell.console().context());
                if (!w)
                    return m_shell.fail(w.error());
                m_tenantSession = *std::move(w);
                m_shell.line(QStringLiteral("2  Synchronising people"));
                QObject::connect(&m_tenantSession->syncer(), &services::Syncer::progress, this,
                    [this](qint64 n, qint64 of) { m_shell.progress(QStringLiteral("   %1 of %2").arg(n).arg(of)); });
                core::whenDone<services::SyncResult>(
                    m_tenantSession->syncer().run({true, false}), this, [this](const Result<services::SyncResult> &r) {
                        if (!r)
                            return m_shell.fail(r.error());
                        m_shell.line(QStringLiteral("   %1 invented people, %2 requests, %3 s%4")
                                         .arg(r->identities)
                                         .arg(r->requests)
                                         .arg(r->seconds, 0, 'f', 1)
                                         .arg(r->isResumed ? QStringLiteral(", resumed") : QString()));
                        core::whenDone<Unit>(
                            m_tenantSession->buildSearch(), this, [this](const core::Status &) { find(); });
                    });
            });
    }

private:
    void find()
    {
        domain::PeopleQuery q;
        q.text = QStringLiteral("ec");
        q.status = domain::IdentityStatus::Never;
        const auto people = core::andThen<domain::PeopleResult>(m_tenantSession->quick(q, 40), this,
            [this](const domain::PeopleResult &r) { return m_tenantSession->people(*r.rows); });
        core::whenDone<QList<domain::Identity>>(people, this, [this](const Result<QList<domain::Identity>> &list) {
            if (!list || list->isEmpty())
                return m_shell.fail(core::makeError(
                    core::ErrorCode::NotFound, QStringLiteral("Nobody never verified matches \"ec\".")));
            m_shell.line(QStringLiteral("3  Finding a person by two letters: \"ec\", never verified"));
            for (const auto &p : list->mid(0, 5))
                m_shell.line(QStringLiteral("   %1  %2").arg(p.name, p.email));
            verify(*list, 0);
        });
    }

    void verify(const QList<domain::Identity> &people, int at)
    {
        domain::VerificationRequest r;
        r.reason = domain::Reason::AccountRecovery;
        r.ticket = QStringLiteral("INC0000001");
        r.documents = domain::documentTypes();
        r.delivery = domain::Delivery::Link;
        if (at >= people.size())
            return m_shell.fail(
                core::makeError(core::ErrorCode::NotFound, QStringLiteral("None of them can be verified.")));
        const auto person = people.at(at);
        if (!m_tenantSession->verifier().obstacle(person, r).isEmpty())
            return verify(people, at + 1);
        m_shell.line(
            QStringLiteral("4  Starting a verification of %1 (account recovery, INC0000001, IAL2)").arg(person.name));
        m_tenantSession->verifier().watch();
        core::whenDone<Session>(m_tenantSession->verifier().start(person, r), this, [this](const Result<Session> &s) {
            if (!s)
                return m_shell.fail(s.error());
            m_shell.line(
                QStringLiteral("   %1; the simulated person takes a few seconds").arg(domain::stateKey(s->state)));
            m_last = s->state;
            watch(s->id);
        });
    }

    void watch(const core::SessionId &id)
    {
        core::whenDone<Session>(m_tenantSession->verifier().session(id), this, [this, id](const Result<Session> &s) {
            if (!s)
                return m_shell.fail(s.error());
            if (s->state != m_last) {
                m_last = s->state;
                m_shell.line(
                    QStringLiteral("5  Result: %1%2")
                        .arg(domain::stateKey(s->state),
                            s->ial
                                ? QStringLiteral(" at IAL%1, %2, %3").arg(*s->ial).arg(s->documentType, s->verifiedName)
                                : QString()));
            }
            if (s->writeBack != m_lastWrite) {
                m_lastWrite = s->writeBack;
                if (!domain::isOpen(s->state))
                    m_shell.line(QStringLiteral("6  Write-back: %1 %2").arg(s->writeBack, s->writeBackDetail));
            }
            if (!domain::isOpen(s->state) &&
                (s->writeBack == QLatin1String("written") || s->writeBack == QLatin1String("failed") ||
                    s->writeBack == QLatin1String("not-stored") || s->writeBack == QLatin1String("not-needed"))) {
                m_shell.line(s->state == domain::SessionState::Verified && s->writeBack == QLatin1String("written")
                                 ? QStringLiteral("7  SailPoint shows the result: the person is verified")
                                 : QStringLiteral("7  Ended without a verified, written result"));
                return m_shell.finish(s->state == domain::SessionState::Verified ? Done : NotVerified);
            }
            QTimer::singleShot(300, this, [this, id] { watch(id); });
        });
    }

    Shell &m_shell;
    lab::Options m_options;
    std::unique_ptr<services::TenantSession> m_tenantSession;
    domain::SessionState m_last = domain::SessionState::Launching;
    QString m_lastWrite;
};

} // namespace

void demoCommand(Shell &s)
{
    if (!s.parse(QStringLiteral("demo [--identities N]"), labOptionList(), 0, 0))
        return;
    auto options = labOptions(s);
    if (!options)
        return s.fail(options.error());
    if (const auto opened = s.openConsole(); !opened)
        return s.fail(opened.error());
    if (!s.isSet("outcome"))
        options->outcome = QStringLiteral("verified");
    (new Demo(s, *options))->run();
}

} // namespace cli
