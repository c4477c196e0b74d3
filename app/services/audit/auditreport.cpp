#include "services/audit/auditreport.h"
#include "domain/text/outputtext.h"
#include "services/audit/auditreporttext.h"
#include "services/audit/audittrail.h"
#include "services/identities/exportfile.h"
#include "services/identities/identitydirectory.h"
#include "services/identities/peopleexport.h"
#include "services/reverification/campaigns.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QFile>
#include <QThreadPool>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::IdentityStatus;

static QString sayAuditReport(const char *text)
{
    return QCoreApplication::translate("AuditReport", text);
}

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

Async<Unit> AuditReport::pastDueList(const std::shared_ptr<AuditReportFacts> &f, const QString &path)
{
    domain::PeopleQuery q;
    q.onlyPastDue = true;
    q.sort = domain::SortBy::Due;
    return core::andThen<domain::PeopleResult>(
        m_tenantSession.directory().all(q), this, [this, f, path](const domain::PeopleResult &r) {
            f->pastDue = qint64(r.rows->size());
            const domain::RowIds shown(r.rows->begin(),
                r.rows->begin() + std::min<std::ptrdiff_t>(shownPastDue, std::ptrdiff_t(r.rows->size())));
            const auto people = core::mapped<Unit, QList<domain::Identity>>(m_tenantSession.directory().people(shown),
                this, [f](const QList<domain::Identity> &list) -> core::Status {
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
void AuditReport::collect(const std::shared_ptr<AuditReportFacts> &f, const core::Deferred<Unit> &out)
{
    const auto counts = core::andThen<domain::StatusCounts>(
        m_tenantSession.directory().counts(), this, [this, f](const domain::StatusCounts &c) {
            f->counts = c;
            return m_tenantSession.stored().facts();
        });
    const auto outlook = core::andThen<domain::StoredFacts>(counts, this, [this, f](const domain::StoredFacts &stored) {
        f->stored = stored;
        return m_tenantSession.reverification().preview(m_tenantSession.reverification().policy());
    });
    const auto campaigns = core::andThen<domain::Outlook>(outlook, this, [this, f](const domain::Outlook &o) {
        f->outlook = o;
        return m_tenantSession.campaigns().records().all();
    });
    const auto each =
        core::andThen<QList<domain::Campaign>>(campaigns, this, [this, f](const QList<domain::Campaign> &all) {
            f->campaigns = all.mid(0, 200);
            Async<Unit> chain = core::ready<Unit>(core::ok());
            for (const auto &k : std::as_const(f->campaigns)) {
                chain = core::andThen<Unit>(chain, this, [this, f, id = k.id](Unit) {
                    return core::mapped<Unit, domain::CampaignCounts>(m_tenantSession.campaigns().records().counts(id),
                        this, [f](const domain::CampaignCounts &n) -> core::Status {
                            f->campaignCounts << n;
                            return core::ok();
                        });
                });
            }
            return chain;
        });
    const auto exempt =
        core::andThen<Unit>(each, this, [this](Unit) { return m_tenantSession.campaigns().exemptions().active(); });
    using ActiveExemptions = QHash<QString, domain::Exemption>;
    const auto sessions = core::andThen<ActiveExemptions>(exempt, this, [this, f](const ActiveExemptions &e) {
        f->exemptions = e;
        domain::SessionFilter filter;
        filter.since = f->at - 365 * core::dayMs;
        filter.limit = 1'000'000;
        filter.isDecided = true;
        return m_tenantSession.verifier().sessions().list(filter);
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
    auto facts = std::make_shared<AuditReportFacts>();
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
                core::whenDone<domain::Identity>(m_tenantSession.directory().person(core::IdentityId(id)), this,
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
        const AuditReportText text(
            *facts, m_tenantSession.tenant(), m_tenantSession.reverification().policy(), m_context.operatorName);
        return saveReport(m_context, this, text.markdown(), facts->options, path, a);
    });
    core::whenDone<ExportReport>(saved, this, [facts](const Result<ExportReport> &r) {
        if (!r && !facts->csv.path.isEmpty())
            QFile::remove(facts->csv.path); // without its report it says nothing
    });
    return saved;
}

} // namespace services
