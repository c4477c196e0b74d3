#include "services/audit/evidence.h"
#include "core/jsontext.h"
#include "domain/audit/audittext.h"
#include "domain/audit/exportevents.h"
#include "domain/text/markdown.h"
#include "services/audit/auditexport.h"
#include "services/audit/auditlog.h"
#include "services/audit/audittrail.h"
#include "services/identities/exportfile.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::markdownTable;
using domain::Session;

static QString sayEvidence(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}
static QString when(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

struct Evidence::Facts
{
    Kind kind = Person;
    QString id;
    QString title;
    QList<Session> sessions;
    QHash<QString, QList<domain::SessionNote>> notes;
    QList<domain::AuditRecord> entries;
    ExportReport log;
};

Evidence::Evidence(TenantSession &tenantSession, AuditTrail &trail, Context &context, QObject *parent)
    : QObject(parent), m_tenantSession(tenantSession), m_trail(trail), m_context(context)
{
}
Evidence::~Evidence()
{
    cancel();
}

void Evidence::cancel()
{
    m_isCancelled = true;
    if (m_log)
        m_log->cancel();
}

Async<Unit> Evidence::collect(const std::shared_ptr<Facts> &f)
{
    domain::SessionFilter filter;
    filter.limit = 100'000;
    Async<QList<Session>> sessions;
    switch (f->kind) {
    case Person:
        filter.identity = core::IdentityId(f->id);
        sessions = m_tenantSession.verifier().sessions().list(filter);
        break;
    case OneSession:
        sessions =
            core::mapped<QList<Session>, Session>(m_tenantSession.verifier().sessions().session(core::SessionId(f->id)),
                this, [](const Session &s) -> Result<QList<Session>> { return QList<Session>{s}; });
        break;
    case Campaign:
        filter.campaign = f->id;
        sessions = core::andThen<domain::Campaign>(
            m_tenantSession.campaigns().records().one(f->id), this, [this, f, filter](const domain::Campaign &k) {
                f->title = k.plan.name;
                return m_tenantSession.verifier().sessions().list(filter);
            });
        break;
    }
    const auto noted = core::andThen<QList<Session>>(sessions, this, [this, f](const QList<Session> &all) {
        f->sessions = all;
        if (f->title.isEmpty())
            f->title = all.isEmpty() ? f->id : all.first().personName;
        Async<Unit> chain = core::ready<Unit>(core::ok());
        for (const auto &s : all) {
            chain = core::andThen<Unit>(chain, this, [this, f, id = s.id](Unit) {
                return core::mapped<Unit, QList<domain::SessionNote>>(m_tenantSession.verifier().sessions().notes(id),
                    this, [f, id](const QList<domain::SessionNote> &notes) -> core::Status {
                        f->notes.insert(id.str(), notes);
                        return core::ok();
                    });
            });
        }
        return chain;
    });
    const auto entries = core::andThen<Unit>(noted, this, [this, f](Unit) {
        QStringList subjects{f->id};
        for (const auto &s : std::as_const(f->sessions))
            subjects << s.id.str();
        return auditAbout(m_context, m_tenantSession.tenant().id, subjects);
    });
    return core::mapped<Unit, QList<domain::AuditRecord>>(
        entries, this, [f](const QList<domain::AuditRecord> &all) -> core::Status {
            f->entries = all;
            if (f->sessions.isEmpty() && all.isEmpty())
                return core::makeError(core::ErrorCode::NotFound,
                    sayEvidence(QT_TRANSLATE_NOOP("Evidence", "The console holds nothing about this.")));
            return core::ok();
        });
}

static QString sessionsTable(const QList<Session> &sessions)
{
    QList<QStringList> rows;
    for (const auto &s : sessions)
        rows << QStringList{when(s.createdAt), s.personName, domain::reasonKey(s.request.reason), s.request.ticket,
            domain::stateKey(s.state), s.ial ? QStringLiteral("IAL%1").arg(*s.ial) : QString(), s.documentType,
            s.verifiedName, s.operatorName, s.reviewer, s.sentTo, s.id.str()};
    return rows.isEmpty() ? sayEvidence(QT_TRANSLATE_NOOP("Evidence", "None.")) + QStringLiteral("\n\n")
                          : markdownTable({sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Started")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Person")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Reason")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Ticket")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "State")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Level")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Document")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Name on it")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Operator")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Second person")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Sent to")),
                                              sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Session"))},
                                rows);
}

static QString stepsTable(const QList<domain::SessionNote> &notes)
{
    QList<QStringList> steps;
    for (const auto &n : notes) {
        QJsonObject detail = n.detail;
        detail.remove(QLatin1String("readBack"));
        steps << QStringList{when(n.at), n.kind, detail.isEmpty() ? QString() : core::compactJson(detail)};
    }
    return markdownTable(
        {sayEvidence(QT_TRANSLATE_NOOP("Evidence", "When")), sayEvidence(QT_TRANSLATE_NOOP("Evidence", "What")),
            sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Detail"))},
        steps);
}

static QString entriesTable(const QList<domain::AuditRecord> &records)
{
    QList<QStringList> entries;
    for (const auto &r : records) {
        QStringList values;
        for (const auto &p : r.event.personal)
            values << p.name + QStringLiteral(": ") + p.value;
        entries << QStringList{QString::number(r.sequence), when(r.at), domain::auditActor(r.event),
            domain::auditText(r.event), domain::auditDetail(r.event),
            r.isRedacted && !r.digests.isEmpty() ? sayEvidence(QT_TRANSLATE_NOOP("Evidence", "(removed)"))
                                                 : values.join(QStringLiteral("; "))};
    }
    return markdownTable(
        {sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Entry")), sayEvidence(QT_TRANSLATE_NOOP("Evidence", "When")),
            sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Who")), sayEvidence(QT_TRANSLATE_NOOP("Evidence", "What")),
            sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Detail")),
            sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Recorded"))},
        entries);
}

QString Evidence::markdown(const Facts &f) const
{
    const auto head = [](const char *text) {
        return QStringLiteral("## ") + sayEvidence(text) + QStringLiteral("\n\n");
    };
    QString out = QStringLiteral("# ") + domain::markdownText(f.title) + QStringLiteral("\n\n");
    out +=
        sayEvidence(QT_TRANSLATE_NOOP("Evidence", "What IDV Console holds, from tenant %1, made %2. It holds no "
                                                  "images, document numbers, birth dates or addresses of documents."))
            .arg(domain::markdownText(m_tenantSession.tenant().name), when(m_context.clock->now())) +
        QStringLiteral("\n\n");
    out += head(QT_TRANSLATE_NOOP("Evidence", "Verifications"));
    out += sessionsTable(f.sessions);
    if (f.kind != Campaign) {
        for (const auto &s : f.sessions) {
            out += QStringLiteral("### ") + domain::markdownText(s.id.str()) + QStringLiteral("\n\n");
            out += stepsTable(f.notes.value(s.id.str()));
        }
    }
    out += head(QT_TRANSLATE_NOOP("Evidence", "Entries of the audit log"));
    out += entriesTable(f.entries);
    if (!f.log.path.isEmpty())
        out +=
            sayEvidence(QT_TRANSLATE_NOOP("Evidence", "The log itself, with the values of these entries only, is %1, "
                                                      "SHA-256 %2. Prove it with: idvctl audit verify FILE --key KEY."))
                .arg(domain::markdownText(QFileInfo(f.log.path).fileName()), QString::fromLatin1(f.log.sha256)) +
            QLatin1Char('\n');
    return out;
}

Async<QString> Evidence::held(Kind kind, const QString &id)
{
    auto f = std::make_shared<Facts>();
    f->kind = kind;
    f->id = id;
    return core::mapped<QString, Unit>(collect(f), this, [this, f](Unit) -> Result<QString> { return markdown(*f); });
}

Async<ExportReport> Evidence::run(Kind kind, const QString &id, const ReportOptions &options, const QString &path)
{
    m_isCancelled = false;
    const auto side = freeSideFile(path, QStringLiteral(".jsonl"));
    if (!side)
        return core::ready<ExportReport>(side.error());
    auto f = std::make_shared<Facts>();
    f->kind = kind;
    f->id = id;
    const auto log = core::andThen<Unit>(collect(f), this, [this, f, side = *side](Unit) {
        AuditExportOptions o;
        o.valuesOf.emplace();
        for (const auto &r : std::as_const(f->entries))
            o.valuesOf->insert(r.sequence);
        m_log = std::make_unique<AuditExport>(m_trail, m_context);
        return m_log->run(o, side);
    });
    return core::andThen<ExportReport>(log, this, [this, f, options, path](const ExportReport &written) {
        if (m_isCancelled)
            QFile::remove(written.path);
        if (m_isCancelled)
            return core::ready<ExportReport>(
                core::makeError(core::ErrorCode::Cancelled, sayEvidence(QT_TRANSLATE_NOOP("Evidence", "Stopped."))));
        f->log = written;
        auto a = domain::evidenceExportEvent(f->entries.size());
        a.tenant = m_tenantSession.tenant().id.str();
        a.subject = f->id;
        const auto saved = saveReport(m_context, this, markdown(*f), options, path, a);
        core::whenDone<ExportReport>(saved, this, [f](const Result<ExportReport> &r) {
            if (!r)
                QFile::remove(f->log.path); // half a pack is none
        });
        return saved;
    });
}

} // namespace services
