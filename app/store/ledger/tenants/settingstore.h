#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include <QMap>
#include <functional>

namespace store {

class LedgerFile;

/// Settings that belong to the ledger and not to one window: policies, rules, who sits here.
class SettingStore
{
public:
    explicit SettingStore(LedgerFile &file) : m_file(file) {}
    /// Empty when it was never set.
    core::Async<QString> value(const QString &name);
    /// All of them or none.
    core::Async<core::Unit> setAll(
        const QMap<QString, QString> &values, const std::optional<domain::AuditEvent> &audit);
    core::Async<core::Unit> set(
        const QString &name, const QString &value, const std::optional<domain::AuditEvent> &audit = {});

private:
    LedgerFile &m_file;
};

} // namespace store
