#include "services/audit/auditexport.h"
#include "core/jsontext.h"
#include "core/seat.h"
#include "domain/audit/exportevents.h"
#include "domain/text/csv.h"
#include "domain/text/instant.h"
#include "services/audit/audittrail.h"
#include "services/identities/exportfile.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::Result;

AuditExport::AuditExport(AuditTrail &trail, Context &context, QObject *parent)
    : QObject(parent), m_trail(trail), m_context(context)
{
}
AuditExport::~AuditExport()
{
    cancel();
}

static std::string line(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact).toStdString() + '\n';
}
static QString hex(const QByteArray &b)
{
    return QString::fromLatin1(b.toHex());
}

// A record for reading: its JSON line again as cells.
static void appendCsv(std::string &out, const std::string &json)
{
    const QJsonObject o =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size()))).object();
    const QJsonObject e = o.value(QLatin1String("entry")).toObject(),
                      values = o.value(QLatin1String("values")).toObject();
    const auto cell = [&out](const QString &text, bool isLast = false) {
        domain::appendCsvCell(out, text.toStdString());
        out += isLast ? "\r\n" : ",";
    };
    const auto text = [&e](const char *key) { return e.value(QLatin1String(key)).toString(); };
    cell(QString::number(e.value(QLatin1String("seq")).toInteger()));
    cell(domain::formatInstant(e.value(QLatin1String("at")).toInteger()));
    for (const char *key : {"actor", "action", "subject", "outcome"})
        cell(text(key));
    QStringList known;
    for (auto it = values.begin(); it != values.end(); ++it)
        known << it.key() + QStringLiteral(": ") + it.value().toObject().value(QLatin1String("value")).toString();
    cell(known.join(QStringLiteral("; ")));
    cell(core::compactJson(e.value(QLatin1String("data")).toObject()));
    cell(o.value(QLatin1String("hash")).toString(), true);
}

Async<ExportReport> AuditExport::run(const AuditExportOptions &options, const QString &path)
{
    // Proved from the first entry on, then signed. The export is an entry itself, and comes after those that it holds.
    const auto proved = core::andThen<TrailState>(m_trail.verify(), this, [this](const TrailState &state) {
        return state.kind == TrailState::Whole ? m_trail.signNow() : core::ready<TrailState>(state);
    });
    return core::andThen<TrailState>(proved, this, [this, options, path](const TrailState &state) {
        if (state.kind != TrailState::Whole && state.kind != TrailState::Broken)
            return core::ready<ExportReport>(core::makeError(core::ErrorCode::Conflict,
                QCoreApplication::translate("AuditTrail", "The log is being checked. Try again in a moment.")));
        if (state.kind != TrailState::Broken)
            return write(options, path, state.entries);
        // A broken log is exported as it is: that is the evidence.
        return core::andThen<store::AuditHead>(m_context.ledger->audit().head(), this,
            [this, options, path](const store::AuditHead &head) { return write(options, path, head.sequence); });
    });
}

// The signed heads, and an end that is signed over every byte before it.
core::Status AuditExport::appendEnd(Writing &state, const QList<domain::Checkpoint> &checkpoints, qint64 entries) const
{
    domain::ExportEnd end{entries, state.head, 0, state.at, {}};
    for (const auto &k : checkpoints) {
        if (k.sequence > entries)
            continue;
        state.text += line({{QStringLiteral("type"), QStringLiteral("checkpoint")}, {QStringLiteral("seq"), k.sequence},
            {QStringLiteral("hash"), hex(k.hash)}, {QStringLiteral("at"), k.at},
            {QStringLiteral("publicKey"), hex(k.publicKey)}, {QStringLiteral("signature"), hex(k.signature)}});
        ++end.checkpoints;
    }
    if (const auto r = state.file->append(state.text, true); !r)
        return r;
    end.digest = QByteArray::fromHex(state.file->digest());
    QJsonArray signatures;
    // What is broken is not vouched for; it is handed out as it is.
    if (const auto s = m_trail.signature(domain::exportEndMessage(end)); s && m_trail.state().kind == TrailState::Whole)
        signatures.append(QJsonObject{
            {QStringLiteral("key"), hex(m_trail.state().publicKey)}, {QStringLiteral("signature"), hex(*s)}});
    state.text += line({{QStringLiteral("type"), QStringLiteral("end")}, {QStringLiteral("entries"), entries},
        {QStringLiteral("head"), hex(state.head)}, {QStringLiteral("checkpoints"), end.checkpoints},
        {QStringLiteral("at"), end.at}, {QStringLiteral("digest"), hex(end.digest)},
        {QStringLiteral("signatures"), signatures}});
    return state.file->append(state.text, true);
}

std::string AuditExport::headerLine(const QByteArray &key, const Writing &state, bool isRedacted)
{
    return line({{QStringLiteral("type"), QStringLiteral("header")},
        {QStringLiteral("format"), QStringLiteral("idv-console-audit/2")}, {QStringLiteral("publicKey"), hex(key)},
        {QStringLiteral("fingerprint"), key.isEmpty() ? QString() : domain::keyFingerprint(key)},
        {QStringLiteral("from"), 1}, {QStringLiteral("previous"), hex(state.head)},
        {QStringLiteral("exportedAt"), domain::formatInstant(state.at)}, {QStringLiteral("seat"), core::thisSeat()},
        {QStringLiteral("redacted"), isRedacted}});
}

Async<ExportReport> AuditExport::write(const AuditExportOptions &options, const QString &path, qint64 entries)
{
    auto opened = ExportFile::open(path);
    if (!opened)
        return core::ready<ExportReport>(opened.error());
    auto state =
        std::make_shared<Writing>(Writing{*opened, {}, {}, domain::firstPreviousHash(), m_context.clock->now()});
    if (options.isCsv)
        state->text = "entry,time,who,what,about,outcome,recorded,data,hash\r\n";
    else
        state->text = headerLine(m_trail.state().publicKey, *state, options.isRedacted || options.valuesOf);
    const auto visitor = [state, isCsv = options.isCsv, done = m_done, isCancelled = m_isCancelled](
                             const std::string &json) {
        if (isCsv)
            appendCsv(state->text, json);
        else
            state->text += json;
        // …,"hash":"<64 digits>"…
        if (const auto at = json.rfind(",\"hash\":\""); at != std::string::npos)
            state->head = QByteArray::fromHex(QByteArray(json.data() + at + 9, 64));
        if (const auto r = state->file->append(state->text); !r)
            state->problem = r.error();
        done->fetch_add(1, std::memory_order_relaxed);
        return !state->problem && !isCancelled->load(std::memory_order_relaxed);
    };
    const auto hasValues = [options](qint64 seq) {
        return !options.isRedacted && (!options.valuesOf || options.valuesOf->contains(seq));
    };
    core::Deferred<qint64> written;
    core::whenDone<qint64>(m_context.ledger->audit().visit(1, entries, hasValues, visitor), this,
        [state, written](
            const Result<qint64> &n) { state->problem ? written.resolve(*state->problem) : written.resolve(n); });
    return core::andThen<qint64>(written.future(), this, [this, state, options, path, entries](qint64 n) {
        const auto &now = m_trail.state();
        if (now.kind == TrailState::Whole && now.entries == entries && (n != entries || state->head != now.head))
            return core::ready<ExportReport>(core::makeError(
                core::ErrorCode::Conflict, QCoreApplication::translate("AuditTrail",
                                               "The log was changed while it was exported. Verify the chain.")));
        return core::andThen<QList<domain::Checkpoint>>(m_context.ledger->audit().checkpoints(), this,
            [this, state, options, path, n](const QList<domain::Checkpoint> &checkpoints) {
                if (const auto r =
                        options.isCsv ? state->file->append(state->text, true) : appendEnd(*state, checkpoints, n);
                    !r)
                    return core::ready<ExportReport>(r.error());
                auto a = options.valuesOf ? domain::evidenceExportEvent(options.valuesOf->size())
                                          : domain::logExportEvent(options.isRedacted);
                a.data.insert(QStringLiteral("redacted"), options.isRedacted);
                return placeExport(m_context, this, state->file, {path, n, state->file->digest()}, a);
            });
    });
}

} // namespace services
