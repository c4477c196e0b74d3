#pragma once
#include "core/result.h"
#include "core/secret.h"
#include "domain/events/subscription.h"
#include "domain/events/trigger.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class Theme;

/// The fields of a subscription to an event trigger.
class SubscriptionForm : public QWidget
{
    Q_OBJECT
public:
    /// `trigger`: the one that is chosen at first.
    SubscriptionForm(
        Theme &theme, const QList<domain::Trigger> &triggers, const QString &trigger, QWidget *parent = nullptr);
    /// Fills the fields with what a subscription is now, which is the answer; its trigger stays.
    domain::SubscriptionDraft edit(const domain::Subscription &subscription);
    domain::SubscriptionDraft draft() const;
    /// The chosen one; an empty one where there is none to choose.
    domain::Trigger trigger() const;
    /// Enables what the choices ask for.
    void refresh();
    /// Why this console's receiver cannot be chosen; empty when it can.
    void setOwnObstacle(const QString &obstacle);
    /// This console's receiver: the token is for this address only, and not shown.
    void useOwn(const core::SecretPtr &token, const QString &url);
    bool isOwn() const;
    /// The receiver's own, or what was typed: null when nothing was, and Usage when it is none.
    core::Result<core::SecretPtr> secret() const;
    QString typedSecret() const;
    void clearSecret();
    void focusAddress();

Q_SIGNALS:
    void changed();
    void ownWanted();
    void tryWanted();

private:
    void makeDelivery(const QString &trigger);
    void makeAnswer();
    Theme &m_theme;
    QList<domain::Trigger> m_triggers;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QComboBox *m_trigger;
    QLineEdit *m_url;
    QPushButton *m_here;
    QComboBox *m_auth;
    QLineEdit *m_user;
    QLineEdit *m_secret;
    QComboBox *m_mode;
    QLineEdit *m_deadline;
    QLineEdit *m_filter;
    QPushButton *m_try;
    QCheckBox *m_enabled;
    core::SecretPtr m_own; ///< this console's receiver: its token, for the next address only
    QString m_ownUrl;
};

} // namespace ui
