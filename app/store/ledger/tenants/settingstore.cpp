#include "store/ledger/tenants/settingstore.h"
#include "store/ledger/ledgerfile.h"

namespace store {

using core::Async;
using core::Result;
using core::Unit;

Async<QString> SettingStore::value(const QString &name)
{
    return m_file.read<QString>([name](Connection &c) -> Result<QString> {
        const auto v = c.value(QStringLiteral("SELECT value FROM setting WHERE name = ?"), {name});
        if (!v)
            return v.error();
        return v->toString();
    });
}

Async<Unit> SettingStore::set(const QString &name, const QString &value, const std::optional<domain::AuditEvent> &audit)
{
    return setAll({{name, value}}, audit);
}

Async<Unit> SettingStore::setAll(const QMap<QString, QString> &values, const std::optional<domain::AuditEvent> &audit)
{
    return m_file.write<Unit>([values, audit](Transaction &c) -> core::Status {
        for (auto it = values.begin(); it != values.end(); ++it) {
            if (const auto r = c.exec(QStringLiteral("DELETE FROM setting WHERE name = ?"), {it.key()}); !r)
                return r;
            if (const auto r =
                    c.exec(QStringLiteral("INSERT INTO setting (name, value) VALUES (?,?)"), {it.key(), text(*it)});
                !r)
                return r;
        }
        return audit ? c.record(*audit) : core::ok();
    });
}

} // namespace store
