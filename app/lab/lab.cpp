#include "lab/lab.h"
#include "httpd/server.h"
#include "lab/answers.h"
#include "lab/events/triggers.h"
#include "lab/faults/faultplan.h"
#include "lab/iiq/identityiq.h"
#include "lab/iiq/iiqplugin.h"
#include "lab/provider/callbacksender.h"
#include "lab/provider/idvprovider.h"
#include "lab/sailpoint/approvals.h"
#include "lab/sailpoint/sailpoint.h"
#include <QDateTime>
#include <QLocale>
#include <QThread>

namespace lab {

struct Lab::Private
{
    QThread thread;
    Endpoints ends;
    // Live on the thread.
    std::unique_ptr<SailPoint> sailpoint;
    std::unique_ptr<IdentityIq> identityIq;
    std::unique_ptr<IdvProvider> provider;
    std::unique_ptr<FaultPlan> sailpointFaults;
    std::unique_ptr<FaultPlan> identityIqFaults;
    std::unique_ptr<FaultPlan> providerFaults;
    std::unique_ptr<httpd::Server> sailpointServer;
    std::unique_ptr<httpd::Server> identityIqServer;
    std::unique_ptr<httpd::Server> providerServer;
    QObject *context = nullptr;

    // Called on the thread.
    void make(const Options &options, const std::shared_ptr<core::Clock> &clock);
    void setFaults(const QList<FaultRule> &rules);
    core::Status listen(const Options &options);
};

static core::Result<QList<FaultRule>> rulesOf(const QStringList &texts)
{
    QList<FaultRule> rules;
    for (const QString &t : texts) {
        const auto rule = faultFromText(t);
        if (!rule)
            return rule.error();
        rules << *rule;
    }
    return rules;
}

// What a running laboratory is told from outside: GET shows the rules, POST replaces them.
static httpd::Response faultsByHttp(const httpd::Request &r, FaultPlan &plan)
{
    if (r.method == "POST") {
        const auto rules = faultsFromJson(QJsonDocument::fromJson(r.body).array());
        if (!rules)
            return dto(400, QStringLiteral("400 Bad request"), rules.error().text);
        plan.set(*rules);
    }
    return json(200, toJson(plan.rules()));
}

template <class Vendor>
static httpd::Response answered(const httpd::Request &r, FaultPlan &plan, Vendor &vendor)
{
    if (r.path == "/lab/faults")
        return faultsByHttp(r, plan);
    if (r.path.startsWith("/lab/"))
        return vendor.handle(r);
    return plan.apply(r, [&] { return vendor.handle(r); });
}

static httpd::Response dated(httpd::Response r, const core::Clock &clock, std::chrono::seconds offset)
{
    const auto now = QDateTime::fromMSecsSinceEpoch(clock.now() + offset.count() * 1000, Qt::UTC);
    r.headers.append(httpd::Header{
        "Date", QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT"});
    return r;
}

Lab::Lab(std::unique_ptr<Private> p) : d(std::move(p)) {}

static Endpoints inventedEndpoints(const Options &options)
{
    Endpoints e;
    e.clientId = QString::fromLatin1(randomHex(32));
    e.clientSecret = QString::fromLatin1(randomHex(64));
    e.communityId = QStringLiteral("5f3d8d10c9a7");
    e.idvApiKey = QString::fromLatin1(randomHex(48));
    e.idvSourceId = QStringLiteral("2c9180835d191a86015d28455b4b232a");
    e.workflowId = QStringLiteral("c17bea3a-574d-453c-9e04-4365fbf5af0b");
    e.workflowClientId = QString::fromLatin1(randomHex(32));
    e.reviewerClientId = QString::fromLatin1(randomHex(32));
    e.reviewerClientSecret = QString::fromLatin1(randomHex(64));
    e.workflowClientSecret = QString::fromLatin1(randomHex(64));
    e.iiqClientId = QString::fromLatin1(randomHex(32));
    e.iiqClientSecret = QString::fromLatin1(randomHex(64));
    e.iiqOperatorId = QStringLiteral("2c918084600000000000000000000001");
    const People people(options.identities, options.seed, 0);
    e.iiqReviewer = QString::fromUtf8(people.at(0).alias);
    e.iiqReviewerPassword = QString::fromLatin1(randomHex(24));
    e.iiqOperatorName = QString::fromUtf8(people.at(2).alias);
    e.iiqOperatorPassword = QString::fromLatin1(randomHex(24));
    e.iiqWorkflow = QStringLiteral("IDV Write Back");
    return e;
}

static httpd::Limits serverLimits()
{
    httpd::Limits l;
    l.bodyBytes = 1024 * 1024;
    l.takesNoLength = true;
    l.connections = 256;
    l.perPeer = 256;
    return l;
}

void Lab::Private::make(const Options &options, const std::shared_ptr<core::Clock> &clock)
{
    const CallbackSecret secret = makeCallbackSecret(options.callbackAuth);
    ends.callbackSecret = secret.given;
    sailpointFaults = std::make_unique<FaultPlan>(QStringLiteral("sailpoint"), clock);
    providerFaults = std::make_unique<FaultPlan>(QStringLiteral("provider"), clock);
    identityIqFaults = std::make_unique<FaultPlan>(QStringLiteral("identityiq"), clock);
    provider = std::make_unique<IdvProvider>(options, ends, clock, secret.own);
    providerServer =
        std::make_unique<httpd::Server>(httpd::Server::Handler([this, clock, options](const httpd::Request &r) {
            return dated(answered(r, *providerFaults, *provider), *clock, options.clockOffset);
        }),
            serverLimits());
    sailpoint = std::make_unique<SailPoint>(options, ends, clock);
    sailpointServer =
        std::make_unique<httpd::Server>(httpd::Server::Handler([this, clock, options](const httpd::Request &r) {
            return dated(answered(r, *sailpointFaults, *sailpoint), *clock, options.clockOffset);
        }),
            serverLimits());
    identityIq = std::make_unique<IdentityIq>(options, ends, clock);
    identityIqServer =
        std::make_unique<httpd::Server>(httpd::Server::Handler([this, clock, options](const httpd::Request &r) {
            return dated(answered(r, *identityIqFaults, *identityIq), *clock, options.clockOffset);
        }),
            serverLimits());
}

void Lab::Private::setFaults(const QList<FaultRule> &rules)
{
    sailpointFaults->set(rules);
    providerFaults->set(rules);
    identityIqFaults->set(rules);
}

core::Status Lab::Private::listen(const Options &options)
{
    const auto a = sailpointServer->listen(QHostAddress::LocalHost, options.port);
    const auto b = providerServer->listen(QHostAddress::LocalHost, options.idvPort);
    const auto c = identityIqServer->listen(QHostAddress::LocalHost, options.iiqPort);
    for (const auto *port : {&a, &b, &c}) {
        if (!*port)
            return port->error();
    }
    ends.iiqUrl = QStringLiteral("http://127.0.0.1:%1/identityiq").arg(*c);
    ends.sailpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(*a);
    ends.idvUrl = QStringLiteral("http://127.0.0.1:%1").arg(*b);
    provider->setBaseUrl(ends.idvUrl);
    sailpoint->setAddresses(ends.sailpointUrl, ends.idvUrl);
    return core::ok();
}

core::Result<std::unique_ptr<Lab>> Lab::start(const Options &options, std::shared_ptr<core::Clock> clock)
{
    const auto rules = rulesOf(options.rules);
    if (!rules)
        return rules.error();
    auto p = std::make_unique<Private>();
    p->ends = inventedEndpoints(options);
    p->thread.setObjectName(QStringLiteral("lab"));
    p->context = new QObject;
    p->context->moveToThread(&p->thread);
    p->thread.start();

    Private *raw = p.get();
    core::Status started = core::ok();
    QMetaObject::invokeMethod(
        raw->context,
        [raw, &options, &clock, &started, &rules] {
            raw->make(options, clock);
            raw->setFaults(*rules);
            started = raw->listen(options);
        },
        Qt::BlockingQueuedConnection);
    std::unique_ptr<Lab> lab(new Lab(std::move(p)));
    if (!started)
        return started.error();
    return lab;
}

Lab::~Lab()
{
    Private *raw = d.get();
    QMetaObject::invokeMethod(
        raw->context,
        [raw] {
            raw->sailpointServer.reset();
            raw->providerServer.reset();
            raw->identityIqServer.reset();
            raw->identityIq.reset();
            raw->sailpoint.reset();
            raw->provider.reset();
        },
        Qt::BlockingQueuedConnection);
    raw->thread.quit();
    raw->thread.wait();
    delete raw->context;
}

const Endpoints &Lab::endpoints() const
{
    return d->ends;
}

QJsonObject Lab::counters() const
{
    QJsonObject o;
    QMetaObject::invokeMethod(
        d->context,
        [this, &o] {
            o = {{QStringLiteral("sailpoint"), d->sailpoint->counters()},
                {QStringLiteral("identityiq"), d->identityIq->counters()},
                {QStringLiteral("provider"), d->provider->counters()}};
        },
        Qt::BlockingQueuedConnection);
    return o;
}

core::Status Lab::setFaults(const QStringList &texts)
{
    const auto rules = rulesOf(texts);
    if (!rules)
        return rules.error();
    QMetaObject::invokeMethod(
        d->context, [this, &rules] { d->setFaults(*rules); }, Qt::BlockingQueuedConnection);
    return core::ok();
}

void Lab::decideElsewhere(const QString &approval, bool isApproved, const QString &by)
{
    QMetaObject::invokeMethod(
        d->context,
        [this, approval, isApproved, by] { d->sailpoint->approvals().decideElsewhere(approval, isApproved, by); },
        Qt::BlockingQueuedConnection);
}

void Lab::completeElsewhere(const QString &workItem, bool isApproved, const QString &by)
{
    QMetaObject::invokeMethod(
        d->context,
        [this, workItem, isApproved, by] {
            d->identityIq->plugin().workItems().decideElsewhere(workItem, isApproved, by);
        },
        Qt::BlockingQueuedConnection);
}

void Lab::raise(const QString &triggerId, const QJsonObject &input)
{
    QMetaObject::invokeMethod(
        d->context, [this, triggerId, input] { d->sailpoint->triggers().raise(triggerId, input); },
        Qt::QueuedConnection);
}

void Lab::sendCallback(const QJsonObject &change, std::function<void(int)> done)
{
    QMetaObject::invokeMethod(
        d->context,
        [this, change, done = std::move(done)] {
            if (change.value(QLatin1String("repeat")).toBool())
                return d->provider->repeatCallback(done);
            CallbackSender::Change c;
            const auto faults = change.value(QLatin1String("faults")).toArray();
            for (const auto &v : faults)
                c.faults << v.toString();
            c.clockOffset = std::chrono::seconds(change.value(QLatin1String("clockOffsetS")).toInt());
            c.body = change.value(QLatin1String("body")).toObject();
            d->provider->sendCallback(c, done);
        },
        Qt::QueuedConnection);
}

} // namespace lab
