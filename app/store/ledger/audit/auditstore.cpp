#include "store/ledger/audit/auditstore.h"
#include "core/textfold.h"
#include "store/ledger/audit/auditproof.h"
#include "store/ledger/audit/auditrows.h"
#include "store/ledger/ledgerfile.h"
#include <QJsonDocument>
#include <limits>

namespace store {

using core::Async;
using core::Result;
using core::Unit;

using domain::AuditRecord;

static Result<QList<AuditRecord>> recordsWhere(
    Connection &c, const QString &where, const QVariantList &values, int limit)
{
    const auto rows = c.rows(QStringLiteral("SELECT %1 FROM audit WHERE %2 LIMIT %3")
                                 .arg(QLatin1String(sql::auditColumns), where)
                                 .arg(limit),
        values);
    if (!rows)
        return rows.error();
    QList<AuditRecord> out;
    for (const auto &r : *rows) {
        auto record = sql::auditFromRow(r);
        if (!record)
            return record.error();
        out << *std::move(record);
    }
    return out;
}

Async<Unit> AuditStore::append(const domain::AuditEvent &event)
{
    return m_file.write<Unit>([event](Transaction &c) { return c.record(event); });
}

Async<QList<AuditRecord>> AuditStore::latestAbout(const core::TenantId &tenant, const QStringList &subjects, int limit)
{
    return m_file.read<QList<AuditRecord>>([tenant, subjects, limit](Connection &c) {
        QVariantList values{tenant.str()};
        for (const QString &s : subjects)
            values << s;
        const QString marks = QStringList(subjects.size(), QStringLiteral("?")).join(QLatin1Char(','));
        return recordsWhere(
            c, QStringLiteral("tenant = ? AND subject IN (%1) ORDER BY seq DESC").arg(marks), values, limit);
    });
}

Async<QList<AuditRecord>> AuditStore::allAbout(const core::TenantId &tenant, const QStringList &subjects)
{
    return m_file.readAside<QList<AuditRecord>>([tenant, subjects](Connection &c) -> Result<QList<AuditRecord>> {
        QList<AuditRecord> out;
        for (const QString &s : subjects) {
            const auto some =
                recordsWhere(c, QStringLiteral("subject = ? AND tenant = ? ORDER BY seq"), {s, tenant.str()}, 100'000);
            if (!some)
                return some.error();
            out << *some;
            if (out.size() > 100'000)
                break;
        }
        std::sort(
            out.begin(), out.end(), [](const AuditRecord &a, const AuditRecord &b) { return a.sequence < b.sequence; });
        return out;
    });
}

Async<QList<AuditRecord>> AuditStore::records(qint64 from, int limit)
{
    return m_file.read<QList<AuditRecord>>([from, limit](Connection &c) {
        return recordsWhere(c, QStringLiteral("seq >= ? ORDER BY seq"), {from}, limit);
    });
}

Async<qint64> AuditStore::verify()
{
    return m_file.readAside<qint64>([](Connection &c) -> Result<qint64> {
        const auto state = sql::proveChain(c, {}, std::numeric_limits<int>::max());
        if (!state)
            return state.error();
        return state->firstBad;
    });
}

Async<domain::ChainState> AuditStore::prove(const domain::ChainState &from, int limit)
{
    return m_file.readAside<domain::ChainState>(
        [from, limit](Connection &c) { return sql::proveChain(c, from, limit); });
}

Async<qint64> AuditStore::visit(
    qint64 from, qint64 to, std::function<bool(qint64)> hasValues, std::function<bool(const std::string &)> line)
{
    return m_file.readAside<qint64>([from, to, hasValues = std::move(hasValues), line = std::move(line)](
                                        Connection &c) { return sql::visitAudit(c, from, to, hasValues, line); });
}

// A number finds its entry; words are looked for in what a person reads, not in salts and digests.
static bool holdsWords(const QSqlQuery &q, const QStringList &words)
{
    QString all;
    for (int i = 0; i < 5; ++i)
        all += q.value(i).toString() + QLatin1Char(' ');
    const QJsonObject values = QJsonDocument::fromJson(q.value(5).toString().toUtf8()).object();
    for (const auto &v : values)
        all += v.toObject().value(QLatin1String("value")).toString() + QLatin1Char(' ');
    all = core::fold(all);
    return std::all_of(words.begin(), words.end(), [&all](const QString &w) { return all.contains(w); });
}

Async<std::shared_ptr<const std::vector<qint64>>> AuditStore::sequences(const domain::AuditFilter &f)
{
    using Sequences = std::shared_ptr<const std::vector<qint64>>;
    return m_file.readAside<Sequences>([f](Connection &c) -> Result<Sequences> {
        QStringList parts;
        QVariantList values;
        if (f.since) {
            parts << QStringLiteral("at >= ?");
            values << *f.since;
        }
        if (!f.tenant.isEmpty()) {
            parts << QStringLiteral("tenant IN (?, '')");
            values << f.tenant;
        }
        if (!f.actions.isEmpty()) {
            parts << QStringLiteral("substr(action, 1, ?) = ?");
            values << f.actions.size() << f.actions;
        }
        const QString where =
            parts.isEmpty() ? QString() : QStringLiteral(" WHERE ") + parts.join(QStringLiteral(" AND "));
        QSqlQuery q(c.db());
        q.setForwardOnly(true);
        const QStringList words = core::foldedWords(f.text);
        q.prepare(
            QStringLiteral("SELECT seq%2 FROM audit%1 ORDER BY seq DESC%3")
                .arg(where, words.isEmpty() ? QString() : QStringLiteral(", action, subject, actor, data, payload"),
                    f.limit > 0 ? QStringLiteral(" LIMIT %1").arg(f.limit) : QString()));
        for (const auto &v : std::as_const(values))
            q.addBindValue(v);
        if (!q.exec())
            return c.lastError(QStringLiteral("The audit log cannot be read."));
        auto out = std::make_shared<std::vector<qint64>>();
        while (q.next() && (words.isEmpty() || out->size() < 100'000)) {
            if (words.isEmpty() || holdsWords(q, words))
                out->push_back(q.value(0).toLongLong());
        }
        return Sequences(out);
    });
}

Async<QList<AuditRecord>> AuditStore::bySequence(const std::vector<qint64> &sequences)
{
    return m_file.readAside<QList<AuditRecord>>([sequences](Connection &c) -> Result<QList<AuditRecord>> {
        QList<AuditRecord> out;
        for (const qint64 seq : sequences) {
            auto one = recordsWhere(c, QStringLiteral("seq = ?"), {seq}, 1);
            if (!one)
                return one.error();
            out << *one;
        }
        return out;
    });
}

Async<AuditHead> AuditStore::head()
{
    return m_file.read<AuditHead>([](Connection &c) -> Result<AuditHead> {
        const auto rows = c.rows(QStringLiteral(
            "SELECT seq, hash, at, (SELECT at FROM audit ORDER BY seq LIMIT 1) FROM audit ORDER BY seq DESC LIMIT 1"));
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return AuditHead{0, domain::firstPreviousHash(), 0, 0};
        const auto &r = rows->first();
        return AuditHead{r.at(0).toLongLong(), QByteArray::fromHex(r.at(1).toByteArray()), r.at(2).toLongLong(),
            r.at(3).toLongLong()};
    });
}

Async<Unit> AuditStore::addCheckpoint(const domain::Checkpoint &k)
{
    return m_file.write<Unit>([k](Transaction &c) -> core::Status {
        const auto there = c.value(QStringLiteral("SELECT COUNT(*) FROM audit_checkpoint WHERE seq = ? AND key = ?"),
            {k.sequence, QString::fromLatin1(k.publicKey.toHex())});
        if (!there)
            return there.error();
        if (there->toInt() > 0)
            return core::ok(); // another process signed this head
        return c.exec(QStringLiteral("INSERT INTO audit_checkpoint (seq, hash, at, key, signature) VALUES (?,?,?,?,?)"),
            {k.sequence, QString::fromLatin1(k.hash.toHex()), k.at, QString::fromLatin1(k.publicKey.toHex()),
                QString::fromLatin1(k.signature.toHex())});
    });
}

Async<QList<domain::Checkpoint>> AuditStore::checkpoints()
{
    return m_file.read<QList<domain::Checkpoint>>([](Connection &c) -> Result<QList<domain::Checkpoint>> {
        const auto rows =
            c.rows(QStringLiteral("SELECT seq, hash, at, key, signature FROM audit_checkpoint ORDER BY seq, key"));
        if (!rows)
            return rows.error();
        QList<domain::Checkpoint> out;
        const auto bytes = [](const QVariant &v) { return QByteArray::fromHex(v.toString().toLatin1()); };
        for (const auto &r : *rows)
            out.append({r.at(0).toLongLong(), bytes(r.at(1)), r.at(2).toLongLong(), bytes(r.at(3)), bytes(r.at(4))});
        return out;
    });
}

Async<core::Instant> AuditStore::lastEntryAt()
{
    return m_file.read<core::Instant>([](Connection &c) { return sql::lastEntryAt(c); });
}

} // namespace store
