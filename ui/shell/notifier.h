#pragma once
#include "domain/reverification/campaign.h"
#include "domain/verification/verification.h"
#include <QHash>
#include <QObject>
#include <functional>
#include <optional>

class QDBusMessage;
class QSystemTrayIcon;

namespace ui {

class AppContext;

/// What a notification may be about; each can be switched off.
enum class NewsKind { Verified, Held, Failed, Expired, Campaign };
/// Of the settings: "notify/verified", …
QString newsKey(NewsKind kind);

/// Tells of results while no window of the console is active: through the desktop's notification service
/// (org.freedesktop.Notifications), else through the tray. Headline and ticket only, no personal data. Thread: GUI.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(AppContext &app, QObject *parent = nullptr);

    /// One without any content, to see whether they are shown here. `done` with false: nobody takes them.
    void tryOne(std::function<void(bool)> done);

Q_SIGNALS:
    /// What was told, wherever it went.
    void told(const core::SessionId &id);
    void toldOfCampaign(const QString &id);

private Q_SLOTS:
    void onAction(uint notification, const QString &action);

private:
    void follow();
    void poll();
    void lookAtCampaigns(const QList<domain::Campaign> &campaigns);
    bool mayTell(NewsKind kind) const;
    /// `done` with the notification's number; nothing where nobody takes it.
    void send(const QDBusMessage &call, std::function<void(std::optional<uint>)> done);
    void tell(const domain::Session &session);
    void tellTray(const domain::Session &session);
    bool showInTray(const QString &title, const QString &text);

    AppContext &m_app;
    QHash<QString, domain::SessionState> m_known;
    QHash<QString, domain::CampaignState> m_campaigns;
    QHash<uint, QString> m_shown; ///< notification to session, the last 50
    QSystemTrayIcon *m_tray = nullptr;
    QString m_tenant;
    bool m_isLooking = false;
    bool m_isStale = false;
};

} // namespace ui
