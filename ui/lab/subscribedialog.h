#pragma once
#include "core/result.h"
#include "core/secret.h"
#include "domain/events/subscription.h"
#include "ui/widgets/dialog.h"
#include <QJsonArray>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class AppContext;
class Label;

/// A new subscription to an event trigger. Nothing is sent before Subscribe; an error leaves it filled.
class SubscribeDialog : public Dialog
{
    Q_OBJECT
public:
    SubscribeDialog(AppContext &app, const QJsonArray &triggers, const QString &trigger, QWidget *parent);
    /// Changes a subscription instead of making one: what is shown is what it is now.
    void edit(const QJsonObject &subscription);
    void reject() override;

private:
    domain::SubscriptionDraft draft() const;
    QJsonObject trigger() const;
    void check();
    void tryFilter();
    void useOwn();
    bool isOwn() const;
    core::Result<core::SecretPtr> secret() const;
    void start();
    AppContext &m_app;
    QJsonArray m_triggers;
    Banner *m_banner;
    Label *m_title;
    QLineEdit *m_name;
    QComboBox *m_trigger;
    QLineEdit *m_url;
    QComboBox *m_auth;
    QLineEdit *m_user;
    QLineEdit *m_secret;
    QComboBox *m_mode;
    QLineEdit *m_deadline;
    QLineEdit *m_filter;
    QPushButton *m_try;
    QCheckBox *m_enabled;
    Label *m_why;
    QPushButton *m_go;
    QJsonObject m_now;     ///< of an edit; empty: a new one
    core::SecretPtr m_own; ///< this console's receiver: its token, for the next address only
    QString m_ownUrl;
    QPushButton *m_here;
    bool m_isAsking = false;
};

} // namespace ui
