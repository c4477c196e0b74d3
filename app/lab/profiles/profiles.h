#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/options.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace lab {

/// Identity profiles of the simulated tenant, with state. Thread: the lab's.
class Profiles
{
public:
    Profiles(const Endpoints &ends, const Options &options, core::Instant now);
    /// Deletions and refreshes that are due.
    void finalize(core::Instant now);

    httpd::Response list(const httpd::Request &r) const;
    httpd::Response create(const QJsonObject &body);
    httpd::Response one(const QString &id) const;
    httpd::Response patch(const QString &id, const httpd::Request &r);
    httpd::Response exported(const httpd::Request &r) const;
    httpd::Response import(const httpd::Request &r);
    httpd::Response defaultConfig(const QString &id) const;
    httpd::Response processIdentities(const QString &id);
    httpd::Response lifecycleStates(const QString &id) const;
    bool contains(const QString &id) const { return m_profiles.contains(id); }
    /// The task that does it has this long to run.
    void removeLater(const QStringList &ids);

private:
    bool knowsSource(const QString &id) const;
    QJsonObject exportOf(const QJsonObject &profile) const;
    QList<QJsonObject> filtered(const httpd::Request &r, bool &isUnderstood) const;
    core::Instant m_now;
    std::chrono::milliseconds m_delay;
    QMap<QString, QJsonObject> m_profiles; ///< by id
    QMap<QString, core::Instant> m_toRemove;
    QMap<QString, core::Instant> m_toRefresh;
};

} // namespace lab
