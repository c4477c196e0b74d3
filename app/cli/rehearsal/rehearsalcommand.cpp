#include "assembly/console.h"
#include "cli/rehearsal/rehearsalcommands.h"
#include "cli/sessions/requestoptions.h"
#include "cli/shell/shell.h"
#include "cli/tenants/resultoptions.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/rehearsal/rehearsal.h"
#include "services/tenants/tenanteditor.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonDocument>

// idvctl rehearse: a sandbox tenant and a test person, from end to end, before anybody depends on it.
namespace cli {

using core::Result;
using domain::RehearsalVerdict;
using services::Rehearsal;
using services::RehearsalReport;
using services::TenantEditor;

static void showLine(Shell &s, const services::RehearsalLine &l)
{
    const QString level = services::testLevelKey(l.level);
    QString text = QStringLiteral("%1 %2 %3")
                       .arg(domain::rehearsalStepKey(l.step).leftJustified(10), level.leftJustified(10), l.text);
    if (!l.fact.isEmpty())
        text += QStringLiteral(": ") + l.fact;
    s.output().line(text);
    if (!l.advice.isEmpty())
        s.output().line(QString(22, QLatin1Char(' ')) + l.advice);
}

static int exitCodeOf(const RehearsalReport &report)
{
    return report.verdict() == RehearsalVerdict::Proven ? Done : NotProved;
}

static void showProposals(Shell &s, const RehearsalReport &report)
{
    if (report.proposals.isEmpty())
        return;
    s.output().line(QStringLiteral("Settings that the messages need. Look at them, rehearse with them, then --store:"));
    for (const domain::MappingProposal &p : report.proposals)
        s.output().line(
            QStringLiteral("  --%1 \"%2\"%3")
                .arg(p.option, p.value,
                    p.needsMeaning() ? QStringLiteral("    say what it means behind the sign") : QString()));
}

static bool writeReport(Shell &s, const RehearsalReport &report)
{
    if (!s.isSet("report"))
        return true;
    const QString file = s.value("report");
    const bool isJson = file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const QByteArray text = isJson ? QJsonDocument(services::toJson(report)).toJson(QJsonDocument::Indented)
                                   : services::rehearsalMarkdown(report).toUtf8();
    return s.writeFile("report", file, text);
}

static void end(Shell &s, const RehearsalReport &report, bool isStored)
{
    if (s.isJson()) {
        QJsonObject o = services::toJson(report);
        o.insert(QStringLiteral("stored"), isStored);
        s.output().print(o);
    } else {
        showProposals(s, report);
        if (isStored)
            s.output().line(QStringLiteral("Stored: the settings of this rehearsal."));
        s.output().line(services::rehearsalVerdictText(report.verdict()));
    }
    s.finish(exitCodeOf(report));
}

// Where the answers and callbacks of this run are read otherwise than the tenant says.
static std::optional<core::Error> takeSettings(Shell &s, domain::ProviderProfile &provider)
{
    if (const auto fault = takeResultOptions(s, provider.results))
        return fault;
    for (const auto &[option, to] :
        {std::pair{"session-id-at", &provider.sessionIdAt}, std::pair{"invitation-at", &provider.invitationAt}}) {
        if (s.isSet(option))
            *to = domain::wordList(s.value(option));
    }
    return std::nullopt;
}

// What this run was given, and nothing that it only proposes: a person has looked at it, and it was read with.
static void store(Shell &s, const RehearsalReport &report)
{
    const auto refuse = [&s, report](const QString &why) {
        s.output().note(QStringLiteral("Nothing was stored: ") + why);
        end(s, report, false);
    };
    if (!report.isResultRead)
        return refuse(QStringLiteral("no result was read with these settings."));
    auto &tenants = s.opening().console().tenants();
    auto *editor = new TenantEditor(s.opening().console().context(), tenants, &s);
    core::whenDone<domain::Tenant>(
        tenants.byName(s.value("tenant")), &s, [&s, editor, report, refuse](const Result<domain::Tenant> &now) {
            if (!now)
                return refuse(now.error().text);
            TenantEditor::Edit e{*now, *now, {}, s.value("store")};
            if (const auto fault = takeSettings(s, e.after.provider))
                return refuse(fault->text);
            if (domain::changesBetween(e.before, e.after).isEmpty())
                return refuse(QStringLiteral("the tenant has these settings already."));
            core::whenDone<domain::Tenant>(
                editor->save(e, {}), &s, [&s, report, refuse](const Result<domain::Tenant> &stored) {
                    stored ? end(s, report, true) : refuse(stored.error().text);
                });
        });
}

static void rehearse(Shell &s, services::TenantSession &w, const domain::VerificationRequest &request)
{
    auto *rehearsal = new Rehearsal(w, &s);
    if (!s.isJson())
        QObject::connect(rehearsal, &Rehearsal::line, &s, [&s](const services::RehearsalLine &l) { showLine(s, l); });
    QObject::connect(rehearsal, &Rehearsal::linkReady, &s, [&s](const QString &link) { s.output().showLink(link); });
    QObject::connect(rehearsal, &Rehearsal::asksToWrite, rehearsal, [&s, rehearsal] {
        s.output().note(QStringLiteral("This tenant asks before it writes; --write agrees to it beforehand."));
        rehearsal->answerWrite(false);
    });
    Rehearsal::Wish wish{core::IdentityId(s.positional().at(0)), request, s.isSet("write")};
    core::whenDone<RehearsalReport>(rehearsal->run(wish), &s, [&s](const Result<RehearsalReport> &report) {
        if (!report)
            return s.fail(report.error());
        if (!writeReport(s, *report))
            return;
        s.isSet("store") ? store(s, *report) : end(s, *report, false);
    });
}

static void receiveAndRehearse(Shell &s, services::TenantSession &w, const domain::VerificationRequest &request)
{
    if (!s.isSet("receive"))
        return rehearse(s, w, request);
    core::whenDone<services::Listening>(
        w.receiving().start(), &s, [&s, &w, request](const Result<services::Listening> &l) {
            if (!l)
                return s.fail(l.error());
            s.output().note(QStringLiteral("Listening on ") + l->url);
            rehearse(s, w, request);
        });
}

static void rehearsalCommand(Shell &s)
{
    const auto request = requestFrom(s);
    if (!request)
        return s.fail(request.error());
    const auto reason = s.value("store").trimmed().size();
    if (s.isSet("store") && (reason < 3 || reason > 500))
        return s.usage(QStringLiteral("rehearse: --store wants the reason for the audit log, 3 to 500 characters."));
    s.opening().withTenant([&s, request = *request](const domain::Tenant &known) {
        domain::Tenant tenant = known;
        if (const auto fault = takeSettings(s, tenant.provider))
            return s.fail(*fault);
        if (const auto faults = domain::validate(tenant.provider.results); !faults.isEmpty())
            return s.fail(faults.first());
        s.opening().openTenantSession(
            tenant, [&s, request](services::TenantSession &w) { receiveAndRehearse(s, w, request); });
    });
}

void registerRehearsalCommands(CommandTable &table)
{
    QList<QCommandLineOption> options{valueOption("tenant", "NAME"), valueOption("reason", "VALUE", "periodic"),
        flagOption("write"), flagOption("receive"), valueOption("session-id-at", "POINTERS"),
        valueOption("invitation-at", "POINTERS"), valueOption("report", "FILE"), valueOption("store", "REASON")};
    table.add("rehearse",
        "  idvctl rehearse IDENTITY_ID --tenant NAME [--receive] [--write] [--report FILE.md|FILE.json] "
        "[--store REASON] [--json]    a sandbox with one test person through the guide's five steps, every field and "
        "word that is sent "
        "beside the tenant's settings: 0 proven, 11 not\n",
        {{},
            QStringLiteral("rehearse IDENTITY_ID --tenant NAME [--reason R] [--ial 2] [--documents D,D] [--delivery "
                           "link|sms|email] [--receive] [--write] [--session-id-at POINTERS] [--invitation-at "
                           "POINTERS] [--answer-field FIELD=POINTER]… [--callback-field "
                           "FIELD=POINTER]… [--status-word WORD=MEANING]… [--level-word WORD=LEVEL]… "
                           "[--document-word WORD=DOCUMENT]… [--report FILE] [--store REASON] [--json]"),
            options + requestOptionList() + resultOptionList(), 1, 1, rehearsalCommand});
}

} // namespace cli
