#pragma once
#include "domain/events/subscription.h"
#include "domain/events/trigger.h"
#include "ui/widgets/dialog.h"

class QPushButton;

namespace ui {

class Banner;
class AppContext;
class Label;
class SubscriptionForm;

/// A new subscription to an event trigger. Nothing is sent before Subscribe; an error leaves it filled.
class SubscribeDialog : public Dialog
{
    Q_OBJECT
public:
    SubscribeDialog(AppContext &app, const QList<domain::Trigger> &triggers, const QString &trigger, QWidget *parent);
    /// Changes a subscription instead of making one: what is shown is what it is now.
    void edit(const domain::Subscription &subscription);
    void reject() override;

private:
    void check();
    void tryFilter();
    void useOwn();
    /// Why this console's receiver cannot be chosen; empty when it can.
    QString ownObstacle() const;
    void start();
    AppContext &m_app;
    Banner *m_banner;
    Label *m_title;
    SubscriptionForm *m_form;
    Label *m_why;
    QPushButton *m_go;
    std::optional<domain::Subscription> m_now; ///< of an edit; nothing: a new one
    bool m_isAsking = false;
};

} // namespace ui
