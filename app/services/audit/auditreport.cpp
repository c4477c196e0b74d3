#include "services/audit/auditreport.h"
#include "domain/text/instant.h"
#include "domain/text/markdown.h"
#include "domain/text/outputtext.h"
#include "domain/verification/resultevaluation.h"
#include "services/audit/audittrail.h"
#include "services/audit/trailverdict.h"
#include "services/identities/exportfile.h"
#include "services/identities/peopleexport.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QThreadPool>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::IdentityStatus;
using domain::markdownTable;
using domain::markdownText;

static QString sayAuditReport(const char *text)
{
    return QCoreApplication::translate("AuditReport", text);
}
static QString number(qint64 n)
{
    return QLocale().toString(n);
}
static QString when(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}
static QString day(const std::optional<core::Instant> &at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(*at).toString(QStringLiteral("yyyy-MM-dd")) : QString();
}

struct AuditReport::Facts
{
    ReportOptions options;
    core::Instant at = 0;
    domain::StatusCounts counts;
    domain::Outlook outlook;
    domain::StoredFacts stored;
    qint64 pastDue = 0;
    QList<domain::Identity> people;
    ExportReport csv;
    QList<domain::Campaign> campaigns;
    QList<domain::CampaignCounts> campaignCounts;
    QHash<QString, domain::Exemption> exemptions;
    QHash<QString, QString> names;  ///< of people who are exempt
    QList<domain::Session> decided; ///< held, or decided by a second person, within a year
    TrailState trail;
};

AuditReport::AuditReport(TenantSession &tenantSession, AuditTrail &trail, Context &context, QObject *parent)
    : QObject(parent), m_tenantSession(tenantSession), m_trail(trail), m_context(context)
{
}
AuditReport::~AuditReport()
{
    cancel();
}

void AuditReport::cancel()
{
    m_isCancelled = true;
    if (m_csv)
        m_csv->cancel();
}

Async<Unit> AuditReport::pastDueList(const std::shared_ptr<Facts> &f, const QString &path)
{
    domain::PeopleQuery q;
    q.onlyPastDue = true;
    q.sort = domain::SortBy::Due;
    return core::andThen<domain::PeopleResult>(
        m_tenantSession.all(q), this, [this, f, path](const domain::PeopleResult &r) {
            f->pastDue = qint64(r.rows->size());
            const domain::RowIds shown(r.rows->begin(),
                r.rows->begin() + std::min<std::ptrdiff_t>(shownPastDue, std::ptrdiff_t(r.rows->size())));
            const auto people = core::mapped<Unit, QList<domain::Identity>>(
                m_tenantSession.people(shown), this, [f](const QList<domain::Identity> &list) -> core::Status {
                    f->people = list;
                    return core::ok();
                });
            if (f->pastDue <= shownPastDue)
                return people;
            return core::andThen<Unit>(people, this, [this, f, path, rows = r.rows](Unit) {
                using C = domain::PeopleColumn;
                domain::PeopleExportLayout layout{domain::ExportFormat::Csv,
                    {C::Id, C::EmployeeNumber, C::Policy, C::PastDue, C::OverdueReason, C::VerifiedOn, C::Due,
                        C::GraceEnds},
                    false};
                if (!f->options.numbersForNames)
                    layout.columns.insert(layout.columns.begin() + 1, C::Name);
                m_csv = std::make_unique<PeopleExport>(m_tenantSession, m_context);
                const auto side = freeSideFile(path, QStringLiteral("-past-due.csv"));
                if (!side)
                    return core::ready<Unit>(side.error());
                return core::mapped<Unit, ExportReport>(
                    m_csv->run(rows, layout, *side), this, [f](const ExportReport &csv) -> core::Status {
                        f->csv = csv;
                        return core::ok();
                    });
            });
        });
}

// One after the other: each part is small, and the first that fails ends it.
void AuditReport::collect(const std::shared_ptr<Facts> &f, const core::Deferred<Unit> &out)
{
    const auto counts =
        core::andThen<domain::StatusCounts>(m_tenantSession.counts(), this, [this, f](const domain::StatusCounts &c) {
            f->counts = c;
            return m_tenantSession.stored().facts();
        });
    const auto outlook = core::andThen<domain::StoredFacts>(counts, this, [this, f](const domain::StoredFacts &stored) {
        f->stored = stored;
        return m_tenantSession.reverification().preview(m_tenantSession.reverification().policy());
    });
    const auto campaigns = core::andThen<domain::Outlook>(outlook, this, [this, f](const domain::Outlook &o) {
        f->outlook = o;
        return m_tenantSession.campaigns().all();
    });
    const auto each =
        core::andThen<QList<domain::Campaign>>(campaigns, this, [this, f](const QList<domain::Campaign> &all) {
            f->campaigns = all.mid(0, 200);
            Async<Unit> chain = core::ready<Unit>(core::ok());
            for (const auto &k : std::as_const(f->campaigns)) {
                chain = core::andThen<Unit>(chain, this, [this, f, id = k.id](Unit) {
                    return core::mapped<Unit, domain::CampaignCounts>(m_tenantSession.campaigns().counts(id), this,
                        [f](const domain::CampaignCounts &n) -> core::Status {
                            f->campaignCounts << n;
                            return core::ok();
                        });
                });
            }
            return chain;
        });
    const auto exempt =
        core::andThen<Unit>(each, this, [this](Unit) { return m_tenantSession.campaigns().exemptions(); });
    using Exemptions = QHash<QString, domain::Exemption>;
    const auto sessions = core::andThen<Exemptions>(exempt, this, [this, f](const Exemptions &e) {
        f->exemptions = e;
        domain::SessionFilter filter;
        filter.since = f->at - 365 * core::dayMs;
        filter.limit = 1'000'000;
        filter.isDecided = true;
        return m_tenantSession.verifier().sessions(filter);
    });
    const auto trail =
        core::andThen<QList<domain::Session>>(sessions, this, [this, f](const QList<domain::Session> &all) {
            f->decided = all;
            return core::andThen<TrailState>(m_trail.verify(), this, [this](const TrailState &proved) {
                return proved.kind == TrailState::Whole ? m_trail.signNow() : core::ready<TrailState>(proved);
            });
        });
    core::whenDone<TrailState>(trail, this, [f, out](const Result<TrailState> &state) {
        if (!state)
            return out.resolve(state.error());
        f->trail = *state;
        out.resolve(core::ok());
    });
}

static QString statusWord(IdentityStatus s)
{
    switch (s) {
    case IdentityStatus::Verified: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Verified"));
    case IdentityStatus::DueSoon: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Due soon"));
    case IdentityStatus::Overdue: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Overdue"));
    case IdentityStatus::Pending: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Pending"));
    case IdentityStatus::Failed: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Failed"));
    case IdentityStatus::Never: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Never verified"));
    }
    return {};
}

static QString partWord(domain::PastDuePart p)
{
    switch (p) {
    case domain::PastDuePart::Overdue: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Overdue"));
    case domain::PastDuePart::DateUnusable: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Date unusable"));
    case domain::PastDuePart::Failed: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Failed"));
    case domain::PastDuePart::Held: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Held"));
    case domain::PastDuePart::InRenewal: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "In renewal"));
    }
    return {};
}

static QString reasonWord(domain::OverdueReason r)
{
    switch (r) {
    case domain::OverdueReason::PastDate: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "past its date"));
    case domain::OverdueReason::Reset: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "reset"));
    case domain::OverdueReason::Withdrawn: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "withdrawn"));
    case domain::OverdueReason::DateUnusable: return sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "date unusable"));
    }
    return {};
}

// "Held, past its date"
static QString whyPastDue(const domain::Identity &p, const domain::StoredFacts &stored, core::Instant now)
{
    const auto part = domain::pastDuePart(p.kind, p.lapse, p.due, now);
    const auto reason = domain::overdueReasonAt(p.lapse, p.due, now);
    if (!part || !reason)
        return {};
    QString why = *part == domain::PastDuePart::DateUnusable
                      ? partWord(*part)
                      : partWord(*part) + QStringLiteral(", ") + reasonWord(*reason);
    if (const auto pass = stored.notStored.constFind(p.id.str()); pass != stored.notStored.constEnd())
        why += QStringLiteral("; ") +
               sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "verified here on %1, not stored")).arg(day(pass->at));
    return why;
}

static QString storedText(const domain::StoredFacts &s)
{
    QString text = sayAuditReport(
        QT_TRANSLATE_NOOP("AuditReport", "Of them %1 verified here, not stored: passed at the provider, and SailPoint "
                                         "does not show it in a read made at least fifteen minutes later."))
                       .arg(number(s.pastDue));
    if (s.notLookedAt > 0)
        text +=
            QLatin1Char(' ') + sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "%1 results were not looked at yet."))
                                   .arg(number(s.notLookedAt));
    return text;
}

QString AuditReport::markdown(const Facts &f) const
{
    const auto head = [](const char *text) {
        return QStringLiteral("## ") + sayAuditReport(text) + QStringLiteral("\n\n");
    };
    const auto person = [&f](const QString &name, const QString &employee) {
        return !f.options.numbersForNames ? name
               : employee.isEmpty()       ? sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "(no employee number)"))
                                          : employee;
    };
    QString out = QStringLiteral("# ") +
                  sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Identity verification: report for auditors")) +
                  QStringLiteral("\n\n");
    out += markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Scope")), QString()},
        {{sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Tenant")),
             m_tenantSession.tenant().name + QStringLiteral(" (") +
                 domain::environmentKey(m_tenantSession.tenant().environment) + QLatin1Char(')')},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "SailPoint")), m_tenantSession.tenant().sailpointUrl},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Made")),
                when(f.at) + QLatin1Char(' ') + QDateTime::fromMSecsSinceEpoch(f.at).timeZoneAbbreviation()},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "By")), m_context.operatorName},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Identities in scope")), number(f.counts.everyone)}});
    out += head(QT_TRANSLATE_NOOP("AuditReport", "Policy"));
    QList<QStringList> rules;
    const auto &policy = m_tenantSession.reverification().policy();
    for (int i = 0; i < f.outlook.rules.size(); ++i) {
        const auto &load = f.outlook.rules.at(i);
        const bool isStandard = i >= policy.rules.size();
        const auto &rule = isStandard ? policy.standard : policy.rules.at(i).rule;
        rules << QStringList{isStandard ? sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Everyone else")) : load.name,
            number(rule.intervalDays), number(rule.warnDays), number(rule.graceDays), number(load.people),
            number(load.pastDue), number(load.pastGrace)};
    }
    out += markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Rule")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Days")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Warn")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Grace")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "People")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Past due")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Past grace"))},
        rules);
    out += head(QT_TRANSLATE_NOOP("AuditReport", "Coverage"));
    QList<QStringList> coverage;
    for (const auto s : {IdentityStatus::Verified, IdentityStatus::DueSoon, IdentityStatus::Overdue,
             IdentityStatus::Pending, IdentityStatus::Failed, IdentityStatus::Never}) {
        const qint64 n = f.counts.byStatus[size_t(s)];
        coverage << QStringList{statusWord(s), number(n),
            f.counts.everyone
                ? QLocale().toString(100.0 * double(n) / double(f.counts.everyone), 'f', 1) + QStringLiteral(" %")
                : QString()};
    }
    out += markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Status")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "People")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Share"))},
        coverage);
    out += head(QT_TRANSLATE_NOOP("AuditReport", "Past due, whatever the status"));
    const auto reason = [&f](domain::OverdueReason r) { return number(f.counts.byReason[size_t(r)]); };
    QList<QStringList> parts;
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        parts << QStringList{partWord(domain::PastDuePart(i)), number(f.counts.pastDue[size_t(i)])};
    parts << QStringList{
        sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "All past due")), number(f.counts.allPastDue())};
    out += markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Part")),
                             sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "People"))},
        parts);
    out += sayAuditReport(QT_TRANSLATE_NOOP("AuditReport",
                              "Of the overdue, %1 are past their date, %2 were reset (idvVerified is false) and %3 "
                              "withdrawn (another word in idvStatus, or in idvVerified neither true nor false)."))
               .arg(reason(domain::OverdueReason::PastDate), reason(domain::OverdueReason::Reset),
                   reason(domain::OverdueReason::Withdrawn)) +
           QLatin1Char(' ') +
           sayAuditReport(QT_TRANSLATE_NOOP("AuditReport",
                              "Among all past due, %1 are exempt, %2 inactive, and %3 past their grace."))
               .arg(number(f.counts.pastDueExempt), number(f.counts.pastDueInactive), number(f.outlook.pastGrace)) +
           QStringLiteral("\n\n");
    out += storedText(f.stored) + QStringLiteral("\n\n");
    out += head(QT_TRANSLATE_NOOP("AuditReport", "Who is past due"));
    QList<QStringList> overdue;
    for (const auto &p : f.people) {
        const auto due = domain::shownDue(p.lapse, p.due, f.at);
        overdue << QStringList{person(p.name, p.employeeNumber), whyPastDue(p, f.stored, f.at), p.rule,
            day(p.idv.date.at), day(due), day(due ? p.graceEnds : std::nullopt)};
    }
    out += overdue.isEmpty() ? sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Nobody.")) + QStringLiteral("\n\n")
                             : markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Person")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Why")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Rule")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Verified on")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Due")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Grace ends"))},
                                   overdue);
    if (f.pastDue > f.people.size())
        out +=
            sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "The first %1 of %2. All of them are in %3, SHA-256 %4."))
                .arg(number(f.people.size()), number(f.pastDue), markdownText(QFileInfo(f.csv.path).fileName()),
                    QString::fromLatin1(f.csv.sha256)) +
            QStringLiteral("\n\n");
    if (!f.exemptions.isEmpty()) {
        out += head(QT_TRANSLATE_NOOP("AuditReport", "Exempt from renewal"));
        QList<QStringList> rows;
        for (const auto &e : f.exemptions)
            rows << QStringList{
                f.options.numbersForNames ? e.identity.str() : f.names.value(e.identity.str(), e.identity.str()),
                e.reason, domain::allowedBy(e), day(e.since), day(e.until)};
        out += markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Person")),
                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Reason")),
                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Allowed by")),
                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Since")),
                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Until"))},
            rows);
    }
    out += head(QT_TRANSLATE_NOOP("AuditReport", "Campaigns"));
    QList<QStringList> campaigns;
    for (int i = 0; i < f.campaigns.size(); ++i) {
        const auto &k = f.campaigns.at(i);
        const auto n = f.campaignCounts.value(i);
        campaigns << QStringList{k.plan.name, domain::campaignStateText(k.state),
            k.startedAt ? when(*k.startedAt) : QString(), k.operatorName, number(n.sent()),
            number(n.of(domain::SessionState::Verified)), number(n.failed()), number(n.leftOut)};
    }
    out += campaigns.isEmpty()
               ? sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "None.")) + QStringLiteral("\n\n")
               : markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Campaign")),
                                   sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "State")),
                                   sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Started")),
                                   sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "By")),
                                   sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Sent")),
                                   sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Verified")),
                                   sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Failed or not used")),
                                   sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Left out"))},
                     campaigns);
    out += head(QT_TRANSLATE_NOOP("AuditReport", "Held results and second-person decisions, last 12 months"));
    QList<QStringList> decided;
    for (const auto &s : f.decided)
        decided << QStringList{when(s.createdAt), f.options.numbersForNames ? s.request.identity.str() : s.personName,
            s.request.ticket, s.operatorName, s.reviewer, domain::stateKey(s.state)};
    out += decided.isEmpty() ? sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "None.")) + QStringLiteral("\n\n")
                             : markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Started")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Person")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Ticket")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Operator")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Second person")),
                                                 sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "State"))},
                                   decided);
    out += head(QT_TRANSLATE_NOOP("AuditReport", "Proof of the audit log"));
    out += markdownTable({sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Log")), QString()},
        {{sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "State")), verdictText(f.trail)},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Entries")), number(f.trail.entries)},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Head")),
                domain::chainHeadText({f.trail.entries, f.trail.head})},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Signed up to entry")),
                f.trail.signedUpTo > 0 ? number(f.trail.signedUpTo) : f.trail.unsignedWhy},
            {sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Key")),
                f.trail.publicKey.isEmpty() ? QString() : domain::keyFingerprint(f.trail.publicKey)}});
    out += sayAuditReport(QT_TRANSLATE_NOOP("AuditReport",
               "Export the log as JSON Lines and prove it anywhere with: idvctl audit verify FILE --key KEY --at-least "
               "HEAD. The head proves that no later log leaves out what was recorded by now.")) +
           QLatin1Char('\n');
    return out;
}

Async<ExportReport> saveReport(Context &context, QObject *owner, const QString &given, const ReportOptions &options,
    const QString &path, const domain::AuditEvent &event)
{
    auto opened = ExportFile::open(path);
    if (!opened)
        return core::ready<ExportReport>(opened.error());
    const QString markdown = domain::fileText(given);
    core::Deferred<QByteArray> rendered;
    QThreadPool::globalInstance()->start([markdown, render = options.render, rendered] {
        rendered.resolve(render ? render(markdown) : core::Result<QByteArray>(markdown.toUtf8()));
    });
    return core::andThen<QByteArray>(
        rendered.future(), owner, [&context, owner, file = *opened, path, event](const QByteArray &bytes) {
            std::string text = bytes.toStdString();
            if (const auto r = file->append(text, true); !r)
                return core::ready<ExportReport>(r.error());
            return placeExport(context, owner, file, {path, 1, file->digest()}, event);
        });
}

Async<ExportReport> AuditReport::run(const ReportOptions &options, const QString &path)
{
    m_isCancelled = false;
    auto facts = std::make_shared<Facts>();
    facts->options = options;
    facts->at = m_context.clock->now();
    core::Deferred<Unit> collected;
    collect(facts, collected);
    const auto listed = core::andThen<Unit>(collected.future(), this, [this, facts, path](Unit) {
        if (m_isCancelled)
            return core::ready<Unit>(core::makeError(
                core::ErrorCode::Cancelled, sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Stopped."))));
        return pastDueList(facts, path);
    });
    const auto named = core::andThen<Unit>(listed, this, [this, facts](Unit) {
        Async<Unit> chain = core::ready<Unit>(core::ok());
        for (auto it = facts->exemptions.begin(); it != facts->exemptions.end(); ++it) {
            chain = core::andThen<Unit>(chain, this, [this, facts, id = it.key()](Unit) {
                core::Deferred<Unit> one; // whom the copy does not have stays an id
                core::whenDone<domain::Identity>(m_tenantSession.person(core::IdentityId(id)), this,
                    [facts, id, one](const Result<domain::Identity> &p) {
                        if (p)
                            facts->names.insert(id, p->name);
                        one.resolve(core::ok());
                    });
                return one.future();
            });
        }
        return chain;
    });
    const auto saved = core::andThen<Unit>(named, this, [this, facts, path](Unit) {
        if (m_isCancelled)
            return core::ready<ExportReport>(core::makeError(
                core::ErrorCode::Cancelled, sayAuditReport(QT_TRANSLATE_NOOP("AuditReport", "Stopped."))));
        domain::AuditEvent a;
        a.action = QStringLiteral("report.export");
        a.tenant = m_tenantSession.tenant().id.str();
        a.data = {{QStringLiteral("pastDue"), facts->pastDue}, {QStringLiteral("notStored"), facts->stored.pastDue},
            {QStringLiteral("overdue"), facts->counts.byStatus[size_t(IdentityStatus::Overdue)]},
            {QStringLiteral("numbersForNames"), facts->options.numbersForNames}};
        return saveReport(m_context, this, markdown(*facts), facts->options, path, a);
    });
    core::whenDone<ExportReport>(saved, this, [facts](const Result<ExportReport> &r) {
        if (!r && !facts->csv.path.isEmpty())
            QFile::remove(facts->csv.path); // without its report it says nothing
    });
    return saved;
}

} // namespace services
