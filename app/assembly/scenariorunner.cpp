#include "assembly/scenariorunner.h"
#include "assembly/scenariorun.h"
#include "core/jsonplace.h"
#include "domain/text/messages.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/events/triggers.h"
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include <QDir>
#include <QFile>
#include <QTimer>

namespace assembly {

using core::Result;
using domain::ScenarioStep;

Result<domain::Scenario> readScenario(const QString &file)
{
    QFile f(file);
    if (!f.open(QIODevice::ReadOnly) || f.size() > 1024 * 1024)
        return core::fieldError(QStringLiteral("scenario"), QStringLiteral("%1: cannot be read.").arg(file));
    return domain::scenarioFromJson(f.readAll(), file);
}

ScenarioSet readScenarios(const QString &folder)
{
    ScenarioSet set;
    QStringList files;
    for (const QString &where : {QStringLiteral(":/scenarios"), folder}) {
        if (where.isEmpty())
            continue;
        QDir dir(where);
        const auto names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        for (const QString &name : names)
            files << dir.filePath(name);
    }
    for (const QString &file : std::as_const(files)) {
        const auto scenario = readScenario(file);
        if (!scenario)
            set.faults << scenario.error();
        else
            set.scenarios << *scenario;
    }
    return set;
}

ScenarioRunner::ScenarioRunner(QObject *parent) : QObject(parent) {}
ScenarioRunner::~ScenarioRunner() = default;

core::Async<domain::ScenarioReport> ScenarioRunner::run(const domain::Scenario &scenario)
{
    m_run = std::make_unique<Run>();
    m_run->scenario = scenario;
    m_run->report.id = scenario.id;
    m_run->report.title = scenario.title;
    m_run->report.file = scenario.file;
    m_run->total.start();
    const auto answer = m_run->answer.future();
    if (const auto ready = m_run->prepare(); !ready) {
        const auto &e = ready.error();
        const int line = core::placeOfPointer(scenario.text, QStringLiteral("/simulator/") + e.field).line;
        finish(QStringLiteral("%1:%2: %3").arg(scenario.file).arg(line).arg(e.text));
        return answer;
    }
    connect(&m_run->tenantSession->receiving(), &services::CallbackReceiver::received, this,
        [this](const services::ReceivedLine &line) {
            const QString fact = QStringLiteral("receiver.") + domain::callbackVerdictKey(line.verdict);
            m_run->facts.insert(fact, m_run->facts.value(fact).toInt() + 1);
        });
    core::whenDone<services::Listening>(
        m_run->tenantSession->receiving().start(), this, [this](const Result<services::Listening> &l) {
            if (!l)
                return finish(l.error().text);
            m_run->tenantSession->verifier().starter().setLocalCallback(l->url);
            m_run->tenantSession->verifier().monitor().watch();
            next();
        });
    return answer;
}

void ScenarioRunner::next()
{
    auto &r = *m_run;
    if (r.at >= r.scenario.steps.size())
        return finish();
    const ScenarioStep &step = r.scenario.steps.at(r.at);
    r.step = {step.action, step.line, 0, {}, {}};
    r.watch.start();
    perform(step);
}

void ScenarioRunner::perform(const ScenarioStep &step)
{
    auto &r = *m_run;
    if (step.action == QLatin1String("synchronise"))
        return synchronise();
    if (step.action == QLatin1String("start"))
        return start(step.arguments);
    if (step.action == QLatin1String("callback"))
        return callback(step.arguments);
    if (step.action == QLatin1String("subscribe"))
        return subscribe(step.arguments);
    if (step.action == QLatin1String("raise"))
        r.lab->raise(step.arguments.value(QLatin1String("trigger")).toString(),
            step.arguments.value(QLatin1String("input")).toObject());
    if (step.action == QLatin1String("wait"))
        return await(step, step.arguments.value(QLatin1String("withinMs")).toInteger());
    if (step.action == QLatin1String("advance")) {
        r.clock->advance(step.arguments.value(QLatin1String("seconds")).toInteger() * core::secondMs);
    } else if (step.action == QLatin1String("faults")) {
        QStringList rules;
        const auto list = step.arguments.value(QLatin1String("rules")).toArray();
        for (const auto &v : list)
            rules << v.toString();
        if (const auto set = r.lab->setFaults(rules); !set)
            return conclude(set.error().text);
    }
    conclude();
}

void ScenarioRunner::synchronise()
{
    services::SyncOptions o;
    o.full = m_run->scenario.steps.at(m_run->at).arguments.value(QLatin1String("full")).toBool(true);
    core::whenDone<services::SyncResult>(
        m_run->tenantSession->syncer().run(o), this, [this](const Result<services::SyncResult> &s) {
            auto &facts = m_run->facts;
            facts.insert(QStringLiteral("sync.error"), s ? QString() : core::codeName(s.error().code));
            if (s) {
                facts.insert(QStringLiteral("sync.identities"), s->identities);
                facts.insert(QStringLiteral("sync.requests"), s->requests);
            }
            conclude();
        });
}

void ScenarioRunner::start(const QJsonObject &arguments)
{
    auto &w = *m_run->tenantSession;
    domain::VerificationRequest request;
    const QString reason = arguments.value(QLatin1String("reason")).toString(QStringLiteral("account-recovery"));
    request.reason = domain::reasonFromKey(reason).value_or(domain::Reason::AccountRecovery);
    request.ticket = arguments.value(QLatin1String("ticket")).toString(QStringLiteral("INC0000001"));
    request.requiredIal = arguments.value(QLatin1String("ial")).toInt(2);
    request.delivery =
        domain::deliveryFromKey(arguments.value(QLatin1String("delivery")).toString()).value_or(domain::Delivery::Link);
    const auto documents = arguments.value(QLatin1String("documents")).toArray();
    for (const auto &d : documents)
        request.documents << d.toString();
    if (request.documents.isEmpty())
        request.documents = domain::documentTypes();
    domain::PeopleQuery q;
    q.status = domain::IdentityStatus::Never;
    const auto people = core::andThen<domain::PeopleResult>(w.directory().quick(q, 200), this,
        [&w](const domain::PeopleResult &p) { return w.directory().people(*p.rows); });
    core::whenDone<QList<domain::Identity>>(
        people, this, [this, &w, request](const Result<QList<domain::Identity>> &list) {
            for (const auto &p : list ? *list : QList<domain::Identity>()) {
                if (!w.verifier().starter().obstacle(p, request).isEmpty())
                    continue;
                m_run->person = p.id;
                return core::whenDone<domain::Session>(
                    w.verifier().starter().start(p, request), this, [this](const Result<domain::Session> &s) {
                        m_run->facts.insert(
                            QStringLiteral("start.error"), s ? QString() : core::codeName(s.error().code));
                        if (s)
                            m_run->session = s->id;
                        conclude();
                    });
            }
            conclude(QStringLiteral("Nobody who was never verified can be chosen: synchronise first."));
        });
}

void ScenarioRunner::callback(const QJsonObject &arguments)
{
    m_run->lab->sendCallback(arguments, [alive = QPointer<ScenarioRunner>(this)](int status) { // on the lab's thread
        QMetaObject::invokeMethod(qApp, [alive, status] {
            if (!alive || !alive->m_run)
                return;
            alive->m_run->facts.insert(QStringLiteral("callback.status"), status);
            alive->conclude(
                status == 0 ? QStringLiteral("The callback was not answered, or there is no session to send one for.")
                            : QString());
        });
    });
}

// The scenario's own listener is who is told; the console makes the subscription as it does for a person.
void ScenarioRunner::subscribe(const QJsonObject &arguments)
{
    auto &r = *m_run;
    const auto url = r.listen();
    if (!url)
        return conclude(url.error().text);
    using Triggers = QList<domain::Trigger>;
    core::whenDone<Triggers>(
        r.tenantSession->triggers().triggers(), this, [this, arguments, url = *url](const Result<Triggers> &all) {
            domain::SubscriptionDraft d;
            d.name = QStringLiteral("Scenario");
            d.triggerId = arguments.value(QLatin1String("trigger")).toString();
            d.filter = arguments.value(QLatin1String("filter")).toString();
            d.url = url;
            d.isRequestResponse = all && domain::asksBack(*all, d.triggerId);
            core::whenDone<domain::Operation>(
                m_run->tenantSession->triggers().subscribe(d, core::makeSecret(m_run->token)), this,
                [this](const Result<domain::Operation> &o) {
                    m_run->facts.insert(
                        QStringLiteral("subscribe.error"), o ? QString() : core::codeName(o.error().code));
                    conclude();
                });
        });
}

// Looks until everything fits or the time is over; then what is so is what counts.
void ScenarioRunner::await(const ScenarioStep &step, qint64 until)
{
    gather(step.expected, [this, step, until] {
        const auto checks = domain::compare(step.expected, m_run->facts);
        const bool isThere = std::all_of(checks.begin(), checks.end(), [](const auto &c) { return c.isPassed; });
        if (isThere || m_run->watch.elapsed() >= until)
            return conclude();
        QTimer::singleShot(50, this, [this, step, until] { await(step, until); });
    });
}

void ScenarioRunner::conclude(const QString &fault)
{
    const ScenarioStep step = m_run->scenario.steps.at(m_run->at);
    gather(step.expected, [this, step, fault] {
        auto &r = *m_run;
        r.step.fault = fault;
        r.step.checks = domain::compare(step.expected, r.facts);
        r.step.milliseconds = r.watch.elapsed();
        r.report.steps << r.step;
        Q_EMIT stepDone(r.step);
        if (!r.step.isPassed())
            return finish(); // what follows would only repeat it
        ++r.at;
        next();
    });
}

void ScenarioRunner::finish(const QString &fault)
{
    auto &r = *m_run;
    r.report.fault = fault;
    r.report.milliseconds = r.total.elapsed();
    r.report.lastState = r.facts.value(QStringLiteral("session.state")).toString();
    const auto report = r.report;
    const auto answer = r.answer;
    // Not from inside a call of what is taken down here.
    QTimer::singleShot(0, this, [this, report, answer] {
        m_run.reset();
        answer.resolve(report);
    });
}

} // namespace assembly
