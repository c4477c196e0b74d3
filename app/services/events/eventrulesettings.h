#pragma once
#include "core/async.h"
#include "domain/events/eventrule.h"
#include "services/tenants/context.h"
#include <QObject>
#include <mutex>

namespace services {

/// A tenant's rules for events, as they are stored. Thread: the GUI's or main, but for what says otherwise.
class EventRuleSettings : public QObject
{
    Q_OBJECT
public:
    EventRuleSettings(core::TenantId tenant, Context &context, QObject *parent = nullptr);

    /// The usual rules until others are set; unreadableSetting() when what is stored cannot be read.
    core::Async<domain::EventRules> rules();
    /// Usage with the field at fault. Recorded with both versions.
    core::Async<core::Unit> setRules(const domain::EventRules &rules);
    /// The operator who released the rules; empty when nobody did.
    core::Async<QString> releaser();
    /// Looks which attributes the rules ask for.
    void read();
    /// Attributes whose values the rules look at. Any thread.
    QSet<QString> wantedAttributes() const;
    /// They were read at least once. Any thread.
    bool areKnown() const;

Q_SIGNALS:
    /// Other rules were set here.
    void changed();

private:
    QString settingName() const;
    QString releaserSetting() const;
    core::TenantId m_tenant;
    Context &m_context;
    mutable std::mutex m_mutex; ///< of the next two
    QSet<QString> m_wanted;
    bool m_areKnown = false;
};

} // namespace services
