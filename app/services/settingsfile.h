#pragma once
#include "core/async.h"
#include "services/context.h"
#include <QJsonObject>
#include <QObject>
#include <QStringList>

namespace services {

/// What became of an import, line by line.
struct SettingsReport
{
    QStringList added;    ///< tenants, which now wait for their secrets
    QStringList skipped;  ///< tenants that are here already: left as they are
    QStringList faults;   ///< what could not be taken, with its reason
    bool hasVerification = false;
};

/// Settings as one JSON object without any secret, and their import elsewhere. A tenant that is there already is never
/// changed; a new one starts locked to nothing and without secrets, which have to be entered. Thread: the GUI's or main.
class SettingsFile : public QObject
{
    Q_OBJECT
public:
    explicit SettingsFile(Context &context, QObject *parent = nullptr);
    core::Async<QJsonObject> exported();
    /// Usage when it is no settings file of IDV Console, or of a newer kind; nothing is changed then.
    core::Async<SettingsReport> import(const QJsonObject &file);

private:
    core::Async<core::Unit> addTenant(const QJsonObject &entry, const QStringList &known, const std::shared_ptr<SettingsReport> &report);
    Context &m_context;
};

} // namespace services
