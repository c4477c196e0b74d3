#pragma once
#include "core/async.h"
#include "domain/tenants/loosening.h"
#include "services/tenants/context.h"
#include "services/tenants/settingsformat.h"
#include <QJsonObject>
#include <QObject>
#include <QStringList>

namespace services {

/// What became of an import, line by line.
struct SettingsReport
{
    QStringList added;   ///< tenants, which now wait for their secrets
    QStringList skipped; ///< tenants that are here already: left as they are
    QStringList faults;  ///< what could not be taken, with its reason
    bool hasVerification = false;
};

/// Settings as one JSON object without any secret, and their import elsewhere. A tenant that is there already is never
/// changed; a new one starts locked to nothing and without secrets, which have to be entered. Thread: the GUI's or
/// main.
class SettingsFile : public QObject
{
    Q_OBJECT
public:
    explicit SettingsFile(Context &context, QObject *parent = nullptr);
    /// Refused while a setting that belongs into it cannot be read.
    core::Async<QJsonObject> exported();
    /// What importing it would make more permissive, here and now. Nothing is changed.
    core::Async<QList<domain::Loosening>> loosenings(const QJsonObject &file);
    /// `allowed` names exactly what loosenings() says now; Usage with the field "allow" otherwise, and nothing is
    /// changed.
    core::Async<SettingsReport> import(const QJsonObject &file, const QStringList &allowed);

private:
    core::Async<core::Unit> addTenant(
        const SettingsContent::Entry &entry, const QStringList &known, const std::shared_ptr<SettingsReport> &report);
    core::Async<QList<domain::Loosening>> looseningsOf(const SettingsContent &content);
    core::Async<SettingsReport> take(const SettingsContent &content, const QStringList &allowed);
    Context &m_context;
};

} // namespace services
