#include "store/ledger/transaction.h"
#include "core/jsontext.h"
#include "core/seat.h"
#include "domain/tenants/tenantguard.h"
#include "store/ledger/audit/auditstore.h"
#include "store/ledger/tenants/tenantrows.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <atomic>

namespace store {

using core::ErrorCode;
using core::Result;

// As it enters the hash, so that the chain is proved from the bytes that are stored. The hash was made of it already.
static QString canonical(const QJsonObject &o)
{
    return QString::fromUtf8(*domain::canonicalJson(o));
}

// Half a character (a cut pair of surrogates) has no UTF-8 form: what is hashed, stored and read back is the same text.
static QString whole(const QString &s)
{
    return QString::fromUtf8(s.toUtf8());
}

static QJsonValue whole(const QJsonValue &v)
{
    if (v.isString())
        return whole(v.toString());
    if (v.isArray()) {
        QJsonArray out;
        const QJsonArray items = v.toArray();
        for (const auto &x : items)
            out.append(whole(x));
        return out;
    }
    if (!v.isObject())
        return v;
    QJsonObject out;
    const QJsonObject o = v.toObject();
    for (auto it = o.begin(); it != o.end(); ++it)
        out.insert(whole(it.key()), whole(it.value()));
    return out;
}

static core::Error closed(core::ErrorReason reason, const char *text)
{
    return core::conflict(reason, QCoreApplication::translate("Tenant", text));
}

core::Status Transaction::requireOpenTenant(const QString &tenant)
{
    const auto json = value(QStringLiteral("SELECT json FROM tenant WHERE id = ?"), {tenant});
    if (!json)
        return json.error();
    if (!json->isValid())
        return closed(core::ErrorReason::TenantRemoved,
            QT_TRANSLATE_NOOP("Tenant", "This tenant was removed from the console. Nothing was sent."));
    const auto t = sql::readTenant(json->toString());
    if (!t)
        return closed(core::ErrorReason::TenantUnreadable,
            QT_TRANSLATE_NOOP("Tenant", "The stored settings of this tenant cannot be read. Nothing was sent."));
    if (const auto locked = domain::lockFault(*t))
        return *locked;
    return core::ok();
}

static std::atomic<bool> auditWritten = false;

core::Status Transaction::record(const domain::AuditEvent &given)
{
    if (domain::leavesForVendor(given)) {
        if (const auto open = requireOpenTenant(given.tenant); !open)
            return open;
    }
    domain::AuditEvent event = given;
    for (QString *s : {&event.actor, &event.action, &event.tenant, &event.subject, &event.outcome})
        *s = whole(*s);
    event.data = whole(QJsonValue(event.data)).toObject();
    for (auto &f : event.personal) {
        f.name = whole(f.name);
        f.value = whole(f.value);
    }
    const auto last = rows(QStringLiteral("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    if (!last)
        return last.error();
    domain::AuditRecord r;
    r.event = event;
    r.at = m_now;
    r.seat = whole(core::thisSeat());
    r.sequence = last->isEmpty() ? 1 : last->first().at(0).toLongLong() + 1;
    r.previous = last->isEmpty() ? domain::firstPreviousHash() : QByteArray::fromHex(last->first().at(1).toByteArray());
    const auto hash = domain::auditHash(r);
    if (!hash)
        return hash.error();
    const QJsonObject digests = domain::personalDigests(event.personal);
    QJsonObject payload;
    for (const auto &f : event.personal) {
        payload.insert(f.name, QJsonObject{{QStringLiteral("value"), f.value},
                                   {QStringLiteral("salt"), QString::fromLatin1(f.salt.toHex())}});
    }
    auditWritten = true;
    return exec(QStringLiteral("INSERT INTO audit (seq, at, actor, action, tenant, subject, outcome, data, digests, "
                               "payload, previous, hash, seat) "
                               "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        {r.sequence, r.at, text(event.actor), text(event.action), text(event.tenant), text(event.subject),
            text(event.outcome), canonical(event.data), canonical(digests), core::compactJson(payload),
            QString::fromLatin1(r.previous.toHex()), QString::fromLatin1(hash->toHex()), r.seat});
}

bool hasWrittenAudit()
{
    return auditWritten;
}

} // namespace store
