#include "cli/shell/shell.h"
#include "domain/tenants/principal.h"
#include "domain/text/instant.h"
#include "services/identities/peoplelist.h"
#include "services/recovery/recovery.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include <QFile>
#include <QJsonArray>
#include <QTime>
#include <QTimer>

// idvctl campaign: renewals for many, from the draft to the last link.
namespace cli {

using core::Result;
using domain::Campaign;
using domain::CampaignState;

static QJsonValue when(const std::optional<core::Instant> &at)
{
    return at ? QJsonValue(domain::formatInstant(*at)) : QJsonValue();
}

static QJsonObject campaignJson(const Campaign &k, const domain::CampaignCounts &n)
{
    QJsonObject sessions, left;
    for (int i = 0; i < domain::sessionStateCount; ++i) {
        if (n.sessions[size_t(i)] > 0)
            sessions.insert(domain::stateKey(domain::SessionState(i)), n.sessions[size_t(i)]);
    }
    for (int i = 1; i < domain::leftOutCount; ++i) {
        if (n.why[size_t(i)] > 0)
            left.insert(domain::leftOutKey(domain::ExclusionReason(i)), n.why[size_t(i)]);
    }
    return {{QStringLiteral("campaign"), k.id}, {QStringLiteral("name"), k.plan.name},
        {QStringLiteral("state"), domain::campaignStateKey(k.state)}, {QStringLiteral("why"), k.why},
        {QStringLiteral("plan"), domain::toJson(k.plan)},
        {QStringLiteral("createdAt"), domain::formatInstant(k.createdAt)},
        {QStringLiteral("checkedAt"), when(k.checkedAt)}, {QStringLiteral("startedAt"), when(k.startedAt)},
        {QStringLiteral("endedAt"), when(k.endedAt)},
        {QStringLiteral("dryRun"), k.dryRun ? QJsonValue(domain::toJson(*k.dryRun)) : QJsonValue()},
        {QStringLiteral("counts"),
            QJsonObject{{QStringLiteral("toSend"), n.toSend}, {QStringLiteral("sent"), n.sent()},
                {QStringLiteral("waiting"), n.waiting()}, {QStringLiteral("reminded"), n.reminded},
                {QStringLiteral("remindUnknown"), n.remindUnknown}, {QStringLiteral("sessions"), sessions},
                {QStringLiteral("leftOut"), left}}}};
}

static void show(
    Shell &s, services::TenantSession &w, const Campaign &k, std::function<void(const domain::CampaignCounts &)> then)
{
    core::whenDone<domain::CampaignCounts>(
        w.campaigns().counts(k.id), &s, [&s, k, then = std::move(then)](const Result<domain::CampaignCounts> &n) {
            if (!n)
                return s.fail(n.error());
            if (s.isJson())
                s.print(campaignJson(k, *n));
            else
                s.line(QStringLiteral("%1  %2  %3  %4 to send, %5 sent, %6 waiting, %7 verified%8")
                           .arg(k.id, domain::campaignStateKey(k.state), k.plan.name)
                           .arg(n->toSend)
                           .arg(n->sent())
                           .arg(n->waiting())
                           .arg(n->of(domain::SessionState::Verified))
                           .arg(k.why.isEmpty() ? QString() : QStringLiteral("  ") + k.why));
            then(*n);
        });
}

static void finishWith(Shell &s, services::TenantSession &w, const core::Async<Campaign> &done)
{
    core::whenDone<Campaign>(done, &s, [&s, &w](const Result<Campaign> &k) {
        if (!k)
            return s.fail(k.error());
        show(s, w, *k, [&s](const domain::CampaignCounts &) { s.finish(Done); });
    });
}

// What comes of nobody being registered, before anything is sent.
static void afterWarning(Shell &s, services::TenantSession &w, const std::function<void()> &go)
{
    core::whenDone<QString>(w.recovery().operatorIdentity(), &s, [&s, go](const Result<QString> &who) {
        if (!who || who->isEmpty())
            s.note(QStringLiteral("idvctl: ") + domain::unknownReleaserText());
        go();
    });
}

static void list(Shell &s, services::TenantSession &w)
{
    core::whenDone<QList<Campaign>>(w.campaigns().all(), &s, [&s](const Result<QList<Campaign>> &all) {
        if (!all)
            return s.fail(all.error());
        QJsonArray out;
        for (const auto &k : *all) {
            out.append(QJsonObject{{QStringLiteral("campaign"), k.id}, {QStringLiteral("name"), k.plan.name},
                {QStringLiteral("state"), domain::campaignStateKey(k.state)},
                {QStringLiteral("createdAt"), domain::formatInstant(k.createdAt)}});
            if (!s.isJson())
                s.line(QStringLiteral("%1  %2  %3").arg(k.id, domain::campaignStateKey(k.state), k.plan.name));
        }
        if (s.isJson())
            s.print({{QStringLiteral("campaigns"), out}});
        s.finish(Done);
    });
}

static Result<domain::CampaignPlan> planFrom(Shell &s)
{
    domain::CampaignPlan p;
    p.name = s.positional().value(0);
    p.isList = s.isSet("from");
    // Without a word: whoever is past due, whatever was tried since. The dry run names whom it leaves out.
    p.query.onlyPastDue = !s.isSet("status") || s.value("status") == QLatin1String("past-due");
    if (!p.query.onlyPastDue) {
        p.query.status = domain::statusFromKey(s.value("status"));
        if (!p.query.status)
            return core::fieldError(
                QStringLiteral("status"), QStringLiteral("past-due, overdue, due-soon, never, failed or verified."));
    }
    for (const auto &[option, to] :
        {std::pair{"profile", &p.query.filter.profiles}, std::pair{"lifecycle", &p.query.filter.lifecycles}}) {
        if (s.isSet(option))
            *to << s.value(option);
    }
    const auto delivery = domain::deliveryFromKey(s.value("delivery"));
    if (!delivery)
        return core::fieldError(QStringLiteral("delivery"), QStringLiteral("email or sms."));
    p.prefers = *delivery;
    p.fallsBack = !s.isSet("no-fallback");
    p.clearsVerified = s.isSet("clear-verified");
    p.documents = s.value("documents").split(QLatin1Char(','), Qt::SkipEmptyParts);
    p.timeZone = s.value("time-zone");
    p.workflow = s.value("remind");
    for (const auto &[option, to] : {std::pair{"per-minute", &p.perMinute}, std::pair{"per-day", &p.perDay},
             std::pair{"link-hours", &p.linkHours}, std::pair{"ial", &p.requiredIal}}) {
        bool isNumber = true;
        if (s.isSet(option))
            *to = s.value(option).toInt(&isNumber);
        if (!isNumber)
            return core::fieldError(QString::fromLatin1(option), QStringLiteral("a number."));
    }
    if (s.isSet("quiet")) {
        const QStringList times = s.value("quiet").split(QLatin1Char('-'));
        const QTime from = QTime::fromString(times.value(0), QStringLiteral("HH:mm")),
                    to = QTime::fromString(times.value(1), QStringLiteral("HH:mm"));
        if (!from.isValid() || !to.isValid() || times.size() != 2)
            return core::fieldError(QStringLiteral("quiet"), QStringLiteral("as 20:00-08:00."));
        p.quietFrom = from.hour() * 60 + from.minute();
        p.quietTo = to.hour() * 60 + to.minute();
    }
    if (const auto faults = domain::validate(p); !faults.isEmpty())
        return faults.first();
    return p;
}

// Every line that names nobody is said; the campaign is made of the others.
static void createFromList(Shell &s, services::TenantSession &w, const domain::CampaignPlan &plan)
{
    QFile file(s.value("from"));
    if (!file.open(QIODevice::ReadOnly) || file.size() > 64 * 1024 * 1024)
        return s.usage(QStringLiteral("--from: %1 cannot be read.").arg(file.fileName()));
    core::whenDone<QList<services::ListedPerson>>(services::readPeopleList(w, file.readAll()), &s,
        [&s, &w, plan](const Result<QList<services::ListedPerson>> &people) {
            if (!people)
                return s.fail(people.error());
            QStringList ids;
            for (const auto &p : *people) {
                if (p.outcome == services::ListedPerson::Found)
                    ids << p.identity.str();
                else
                    s.note(
                        QStringLiteral("line %1: \"%2\": %3").arg(p.line).arg(p.key, services::outcomeText(p.outcome)));
            }
            if (ids.isEmpty())
                return s.usage(QStringLiteral("--from: no line names anybody of this tenant."));
            finishWith(s, w, w.campaigns().create(plan, ids));
        });
}

static void people(Shell &s, services::TenantSession &w, const QString &id)
{
    core::whenDone<QList<domain::CampaignPerson>>(
        w.campaigns().people(id, {}, domain::ExclusionReason::Nothing, 1'000'000), &s,
        [&s](const Result<QList<domain::CampaignPerson>> &all) {
            if (!all)
                return s.fail(all.error());
            static const char *const words[] = {"to-send", "started", "left-out"};
            QJsonArray out;
            for (const auto &p : *all) {
                out.append(QJsonObject{{QStringLiteral("identity"), p.identity.str()},
                    {QStringLiteral("state"), QLatin1String(words[p.state])},
                    {QStringLiteral("why"), domain::leftOutKey(p.why)},
                    {QStringLiteral("delivery"), domain::deliveryKey(p.delivery)},
                    {QStringLiteral("session"), p.session.str()}});
                if (!s.isJson())
                    s.line(QStringLiteral("%1  %2  %3")
                               .arg(p.identity.str(), QLatin1String(words[p.state]),
                                   p.state == domain::CampaignPerson::Left ? domain::leftOutKey(p.why)
                                                                           : domain::deliveryKey(p.delivery)));
            }
            if (s.isJson())
                s.print({{QStringLiteral("people"), out}});
            s.finish(Done);
        });
}

// Ends when every link was sent, or with what paused or stopped it.
static void follow(Shell &s, services::TenantSession &w, const QString &id)
{
    core::whenDone<Campaign>(w.campaigns().one(id), &s, [&s, &w, id](const Result<Campaign> &k) {
        if (!k)
            return s.fail(k.error());
        if (k->state == CampaignState::Running) {
            core::whenDone<domain::CampaignCounts>(
                w.campaigns().counts(id), &s, [&s, name = k->plan.name](const Result<domain::CampaignCounts> &n) {
                    if (n)
                        s.progress(QStringLiteral("%1: %2 sent, %3 to send, %4 verified")
                                       .arg(name, QString::number(n->sent()), QString::number(n->toSend),
                                           QString::number(n->of(domain::SessionState::Verified))));
                });
            QTimer::singleShot(300, &s, [&s, &w, id] { follow(s, w, id); });
            return;
        }
        show(s, w, *k, [&s, state = k->state](const domain::CampaignCounts &) {
            s.finish(state == CampaignState::Done ? Done : IsUnknown);
        });
    });
}

static void run(Shell &s, services::TenantSession &w, const QString &id)
{
    w.verifier().watch(); // results come in while links go out
    QObject::connect(&w.campaigns(), &services::Campaigns::failed, &s, [&s](const core::Error &e) { s.fail(e); });
    core::whenDone<Campaign>(w.campaigns().one(id), &s, [&s, &w, id](const Result<Campaign> &k) {
        if (!k)
            return s.fail(k.error());
        const qint64 found = k->dryRun ? k->dryRun->toSend() : 0;
        bool isNumber = true;
        const qint64 confirmed = s.isSet("people") ? s.value("people").toLongLong(&isNumber) : found;
        if (k->state == CampaignState::Draft && (!isNumber || (found > 500 && !s.isSet("people"))))
            return s.usage(QStringLiteral("--people: %1 people get a link. Give the number to say so.").arg(found));
        const auto begun =
            k->state == CampaignState::Draft ? w.campaigns().start(id, confirmed) : w.campaigns().resume(id);
        core::whenDone<Campaign>(begun, &s, [&s, &w, id](const Result<Campaign> &started) {
            if (!started)
                return s.fail(started.error());
            follow(s, w, id);
        });
    });
}

void campaignCommand(Shell &s, const QString &verb)
{
    static const QStringList verbs{QStringLiteral("list"), QStringLiteral("create"), QStringLiteral("dry-run"),
        QStringLiteral("run"), QStringLiteral("pause"), QStringLiteral("stop"), QStringLiteral("show"),
        QStringLiteral("people")};
    if (!verbs.contains(verb))
        return s.usage(QStringLiteral("campaign: %1.").arg(verbs.join(QStringLiteral(", "))));
    const auto o = [](const char *name, const char *what, const char *standard = "") {
        return QCommandLineOption(QLatin1String(name), {}, QLatin1String(what), QLatin1String(standard));
    };
    const int wanted = verb == QLatin1String("list") ? 0 : 1;
    if (!s.parse(
            QStringLiteral(
                "campaign list | create NAME [--status S] [--profile P] [--lifecycle L] [--from FILE.csv] [--delivery "
                "email|sms] [--no-fallback] [--per-minute N] [--per-day N] [--quiet 20:00-08:00] [--time-zone Z] "
                "[--link-hours N] [--remind WORKFLOW_ID] [--ial N] [--documents D,D] [--clear-verified] | dry-run ID | "
                "run ID [--people N] | pause ID | stop ID [--cancel-open] | show ID | people ID   --tenant NAME "
                "[--json]"),
            {o("tenant", "NAME"), o("status", "S"), o("profile", "P"), o("lifecycle", "L"), o("from", "FILE"),
                o("delivery", "WAY", "email"), QCommandLineOption(QStringLiteral("no-fallback")), o("per-minute", "N"),
                o("per-day", "N"), o("quiet", "FROM-TO"), o("time-zone", "IANA"), o("link-hours", "N"),
                o("remind", "WORKFLOW"), o("ial", "N"), o("documents", "D,D", "passport,drivers_license,national_id"),
                QCommandLineOption(QStringLiteral("clear-verified")), o("people", "N"),
                QCommandLineOption(QStringLiteral("cancel-open")), QCommandLineOption(QStringLiteral("no-rate-limit"))},
            wanted, wanted))
        return;
    domain::CampaignPlan plan;
    if (verb == QLatin1String("create")) {
        const auto read = planFrom(s);
        if (!read)
            return s.fail(read.error());
        plan = *read;
    }
    s.withTenantSession([&s, verb, plan](services::TenantSession &w) {
        // What an earlier process left running is paused before anything is said about it.
        core::whenDone<int>(w.campaigns().recover(), &s, [&s, &w, verb, plan](const Result<int> &interrupted) {
            if (!interrupted)
                return s.fail(interrupted.error());
            const QString id = s.positional().value(0);
            if (verb == QLatin1String("list"))
                return list(s, w);
            if (verb == QLatin1String("create"))
                return plan.isList ? createFromList(s, w, plan) : finishWith(s, w, w.campaigns().create(plan, {}));
            if (verb == QLatin1String("dry-run"))
                return afterWarning(s, w, [&s, &w, id] { finishWith(s, w, w.campaigns().dryRun(id)); });
            if (verb == QLatin1String("run"))
                return afterWarning(s, w, [&s, &w, id] { run(s, w, id); });
            if (verb == QLatin1String("pause"))
                return finishWith(s, w, w.campaigns().pause(id));
            if (verb == QLatin1String("people"))
                return people(s, w, id);
            if (verb == QLatin1String("show"))
                return finishWith(s, w, w.campaigns().one(id));
            core::whenDone<int>(w.campaigns().stop(id, s.isSet("cancel-open")), &s, [&s, &w, id](const Result<int> &n) {
                n ? finishWith(s, w, w.campaigns().one(id)) : s.fail(n.error());
            });
        });
    });
}

} // namespace cli
