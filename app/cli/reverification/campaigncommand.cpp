#include "cli/reverification/campaignoptions.h"
#include "cli/reverification/campaignoutput.h"
#include "cli/reverification/reverificationcommands.h"
#include "cli/shell/shell.h"
#include "domain/tenants/principal.h"
#include "domain/text/instant.h"
#include "services/identities/peoplelist.h"
#include "services/recovery/recovery.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/verifier.h"
#include <QFile>
#include <QJsonArray>
#include <QTimer>

// idvctl campaign: renewals for many, from the draft to the last link.
namespace cli {

using core::Result;
using domain::Campaign;
using domain::CampaignState;

static void finishWith(Shell &s, services::TenantSession &w, const core::Async<Campaign> &done)
{
    core::whenDone<Campaign>(done, &s, [&s, &w](const Result<Campaign> &k) {
        if (!k)
            return s.fail(k.error());
        showCampaign(s, w, *k, [&s](const domain::CampaignCounts &) { s.finish(Done); });
    });
}

// What comes of nobody being registered, before anything is sent.
static void afterWarning(Shell &s, services::TenantSession &w, const std::function<void()> &go)
{
    core::whenDone<QString>(w.recovery().operatorIdentity(), &s, [&s, go](const Result<QString> &who) {
        if (!who || who->isEmpty())
            s.output().note(QStringLiteral("idvctl: ") + domain::unknownReleaserText());
        go();
    });
}

static void list(Shell &s, services::TenantSession &w)
{
    core::whenDone<QList<Campaign>>(w.campaigns().records().all(), &s, [&s](const Result<QList<Campaign>> &all) {
        if (!all)
            return s.fail(all.error());
        QJsonArray out;
        for (const auto &k : *all) {
            out.append(QJsonObject{{QStringLiteral("campaign"), k.id}, {QStringLiteral("name"), k.plan.name},
                {QStringLiteral("state"), domain::campaignStateKey(k.state)},
                {QStringLiteral("createdAt"), domain::formatInstant(k.createdAt)}});
            if (!s.isJson())
                s.output().line(QStringLiteral("%1  %2  %3").arg(k.id, domain::campaignStateKey(k.state), k.plan.name));
        }
        if (s.isJson())
            s.output().print({{QStringLiteral("campaigns"), out}});
        s.finish(Done);
    });
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
                    s.output().note(
                        QStringLiteral("line %1: \"%2\": %3").arg(p.line).arg(p.key, services::outcomeText(p.outcome)));
            }
            if (ids.isEmpty())
                return s.usage(QStringLiteral("--from: no line names anybody of this tenant."));
            finishWith(s, w, w.campaigns().drafts().create(plan, ids));
        });
}

static void people(Shell &s, services::TenantSession &w, const QString &id)
{
    core::whenDone<QList<domain::CampaignPerson>>(
        w.campaigns().records().people(id, {}, domain::ExclusionReason::Nothing, 1'000'000), &s,
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
                    s.output().line(QStringLiteral("%1  %2  %3")
                                        .arg(p.identity.str(), QLatin1String(words[p.state]),
                                            p.state == domain::CampaignPerson::Left ? domain::leftOutKey(p.why)
                                                                                    : domain::deliveryKey(p.delivery)));
            }
            if (s.isJson())
                s.output().print({{QStringLiteral("people"), out}});
            s.finish(Done);
        });
}

// Ends when every link was sent, or with what paused or stopped it.
static void follow(Shell &s, services::TenantSession &w, const QString &id)
{
    core::whenDone<Campaign>(w.campaigns().records().one(id), &s, [&s, &w, id](const Result<Campaign> &k) {
        if (!k)
            return s.fail(k.error());
        if (k->state == CampaignState::Running) {
            core::whenDone<domain::CampaignCounts>(w.campaigns().records().counts(id), &s,
                [&s, name = k->plan.name](const Result<domain::CampaignCounts> &n) {
                    if (n)
                        s.output().progress(QStringLiteral("%1: %2 sent, %3 to send, %4 verified")
                                                .arg(name, QString::number(n->sent()), QString::number(n->toSend),
                                                    QString::number(n->of(domain::SessionState::Verified))));
                });
            QTimer::singleShot(300, &s, [&s, &w, id] { follow(s, w, id); });
            return;
        }
        showCampaign(s, w, *k, [&s, state = k->state](const domain::CampaignCounts &) {
            s.finish(state == CampaignState::Done ? Done : IsUnknown);
        });
    });
}

static void run(Shell &s, services::TenantSession &w, const QString &id)
{
    w.verifier().monitor().watch(); // results come in while links go out
    QObject::connect(
        &w.campaigns().runner(), &services::CampaignRunner::failed, &s, [&s](const core::Error &e) { s.fail(e); });
    core::whenDone<Campaign>(w.campaigns().records().one(id), &s, [&s, &w, id](const Result<Campaign> &k) {
        if (!k)
            return s.fail(k.error());
        const qint64 found = k->dryRun ? k->dryRun->toSend() : 0;
        bool isNumber = true;
        const qint64 confirmed = s.isSet("people") ? s.value("people").toLongLong(&isNumber) : found;
        if (k->state == CampaignState::Draft && (!isNumber || (found > 500 && !s.isSet("people"))))
            return s.usage(QStringLiteral("--people: %1 people get a link. Give the number to say so.").arg(found));
        const auto begun = k->state == CampaignState::Draft ? w.campaigns().control().start(id, confirmed)
                                                            : w.campaigns().control().resume(id);
        core::whenDone<Campaign>(begun, &s, [&s, &w, id](const Result<Campaign> &started) {
            if (!started)
                return s.fail(started.error());
            follow(s, w, id);
        });
    });
}

using CampaignStep = std::function<void(services::TenantSession &)>;

// What an earlier process left running is paused before anything is said about it.
static void withCampaigns(Shell &s, CampaignStep then)
{
    s.opening().withTenantSession([&s, then = std::move(then)](services::TenantSession &w) {
        core::whenDone<int>(w.campaigns().records().recover(), &s, [&s, &w, then](const Result<int> &interrupted) {
            if (!interrupted)
                return s.fail(interrupted.error());
            then(w);
        });
    });
}

static QString chosenCampaign(Shell &s)
{
    return s.positional().value(0);
}

static void listCampaigns(Shell &s)
{
    withCampaigns(s, [&s](services::TenantSession &w) { list(s, w); });
}

static void createCampaign(Shell &s)
{
    const auto plan = planFrom(s);
    if (!plan)
        return s.fail(plan.error());
    withCampaigns(s, [&s, plan = *plan](services::TenantSession &w) {
        plan.isList ? createFromList(s, w, plan) : finishWith(s, w, w.campaigns().drafts().create(plan, {}));
    });
}

static void dryRunCampaign(Shell &s)
{
    withCampaigns(s, [&s](services::TenantSession &w) {
        afterWarning(s, w, [&s, &w] { finishWith(s, w, w.campaigns().dryRun().run(chosenCampaign(s))); });
    });
}

static void runCampaign(Shell &s)
{
    withCampaigns(
        s, [&s](services::TenantSession &w) { afterWarning(s, w, [&s, &w] { run(s, w, chosenCampaign(s)); }); });
}

static void pauseCampaign(Shell &s)
{
    withCampaigns(
        s, [&s](services::TenantSession &w) { finishWith(s, w, w.campaigns().control().pause(chosenCampaign(s))); });
}

static void stopCampaign(Shell &s)
{
    withCampaigns(s, [&s](services::TenantSession &w) {
        const QString id = chosenCampaign(s);
        core::whenDone<int>(
            w.campaigns().control().stop(id, s.isSet("cancel-open")), &s, [&s, &w, id](const Result<int> &n) {
                n ? finishWith(s, w, w.campaigns().records().one(id)) : s.fail(n.error());
            });
    });
}

static void showOneCampaign(Shell &s)
{
    withCampaigns(
        s, [&s](services::TenantSession &w) { finishWith(s, w, w.campaigns().records().one(chosenCampaign(s))); });
}

static void listPeople(Shell &s)
{
    withCampaigns(s, [&s](services::TenantSession &w) { people(s, w, chosenCampaign(s)); });
}

static CommandForm campaignForm(const char *verb, int ids, void (*run)(Shell &))
{
    return {QLatin1String(verb),
        QStringLiteral(
            "campaign list | create NAME [--status S] [--profile P] [--lifecycle L] [--from FILE.csv] [--delivery "
            "email|sms] [--no-fallback] [--per-minute N] [--per-day N] [--quiet 20:00-08:00] [--time-zone Z] "
            "[--link-hours N] [--remind WORKFLOW_ID] [--ial N] [--documents D,D] [--clear-verified] | dry-run ID | run "
            "ID [--people N] | pause ID | stop ID [--cancel-open] | show ID | people ID   --tenant NAME [--json]"),
        campaignOptionList(), ids, ids, run};
}

void registerCampaignCommands(CommandTable &table)
{
    table.add({QStringLiteral("campaign"),
        "  idvctl campaign list | create NAME [--status S] [--profile P] [--from FILE.csv] [--delivery email|sms] "
        "[--per-minute N] [--per-day N] [--quiet 20:00-08:00] …\n"
        "                  dry-run ID | run ID [--people N] | pause ID | stop ID [--cancel-open] | show ID | people ID "
        "  --tenant NAME [--json]\n",
        QStringLiteral("campaign: list, create, dry-run, run, pause, stop, show, people."),
        {campaignForm("list", 0, listCampaigns), campaignForm("create", 1, createCampaign),
            campaignForm("dry-run", 1, dryRunCampaign), campaignForm("run", 1, runCampaign),
            campaignForm("pause", 1, pauseCampaign), campaignForm("stop", 1, stopCampaign),
            campaignForm("show", 1, showOneCampaign), campaignForm("people", 1, listPeople)}});
}

} // namespace cli
