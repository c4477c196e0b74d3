#include "store/ledger/reverification/exemptionstore.h"
#include "domain/text/strictjson.h"
#include "store/dialect.h"
#include "store/ledger/ledgerfile.h"
#include <QCoreApplication>

namespace store {

using core::Async;
using core::Result;
using core::Unit;

using domain::Exemption;

Async<QHash<QString, Exemption>> ExemptionStore::active(const core::TenantId &tenant)
{
    using All = QHash<QString, Exemption>;
    return m_file.read<All>([tenant, now = m_file.now()](Connection &c) -> Result<All> {
        const auto rows =
            c.rows(QStringLiteral("SELECT identity, reason, approver, operator_name, since, until, approver_id FROM "
                                  "exemption WHERE tenant = ? AND (until > ? OR %1)")
                       .arg(dialect::isNoInteger(QStringLiteral("until"))),
                {tenant.str(), now});
        if (!rows)
            return rows.error();
        All out;
        for (const auto &r : *rows) {
            // Who is left out of a renewal has a reason, somebody who allowed it, and an end.
            const bool areTimes = r.at(4).typeId() == QMetaType::LongLong && r.at(5).typeId() == QMetaType::LongLong;
            const bool isSound = areTimes && r.at(5).toLongLong() - r.at(4).toLongLong() <= domain::longestExemption &&
                                 !r.at(1).toString().trimmed().isEmpty() && !r.at(2).toString().trimmed().isEmpty();
            if (!isSound)
                return domain::unreadableSetting(
                    {QCoreApplication::translate("Campaign", "The exemption of %1").arg(r.at(0).toString()),
                        QCoreApplication::translate("Campaign", "grant it again or end it, in the person’s menu")},
                    core::fieldError(
                        QStringLiteral("until"), QCoreApplication::translate("Campaign",
                                                     "its reason, who allowed it or its end cannot be read.")));
            out.insert(r.at(0).toString(),
                {core::IdentityId(r.at(0).toString()), r.at(1).toString(), r.at(2).toString(), r.at(3).toString(),
                    r.at(4).toLongLong(), r.at(5).toLongLong(), r.at(6).toString()});
        }
        return out;
    });
}

Async<Unit> ExemptionStore::set(const core::TenantId &tenant, const Exemption &e, const domain::AuditEvent &audit)
{
    return m_file.write<Unit>([tenant, e, audit](Transaction &c) -> core::Status {
        // Signing in takes its time: the tenant may have been locked or removed since. Ending one is always possible.
        if (e.until > c.now()) {
            if (const auto open = c.requireOpenTenant(tenant.str()); !open)
                return open;
        }
        if (const auto r = c.exec(QStringLiteral("DELETE FROM exemption WHERE tenant = ? AND identity = ?"),
                {tenant.str(), e.identity.str()});
            !r)
            return r;
        if (e.until > c.now()) {
            const auto r = c.exec(QStringLiteral("INSERT INTO exemption (tenant, identity, reason, approver, "
                                                 "operator_name, since, until, approver_id) VALUES (?,?,?,?,?,?,?,?)"),
                {tenant.str(), e.identity.str(), text(e.reason), text(e.approver), text(e.operatorName), e.since,
                    e.until, text(e.approverId)});
            if (!r)
                return r;
        }
        return c.record(audit);
    });
}

} // namespace store
