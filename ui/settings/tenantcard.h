#pragma once
#include "domain/tenants/tenant.h"
#include <QFrame>

class QHBoxLayout;
class QPushButton;

namespace ui {

class AppContext;
class FlowLayout;
class KeyValueList;
class TenantActions;

/// Settings, Tenants: one tenant, with what can be done to it.
class TenantCard : public QFrame
{
    Q_OBJECT
public:
    TenantCard(AppContext &app, TenantActions &actions, const domain::Tenant &tenant, QWidget *parent = nullptr);

private:
    using Action = void (TenantActions::*)(const domain::Tenant &);
    QHBoxLayout *makeHead();
    FlowLayout *makeMainActions();
    KeyValueList *makeFacts();
    FlowLayout *makeActions();
    void addOpenActions(FlowLayout *row);
    QPushButton *add(
        FlowLayout *row, const QString &text, const QString &icon, Action action, const char *role = nullptr);
    QString kindText() const;
    QString secretsText() const;

    AppContext &m_app;
    TenantActions &m_actions;
    domain::Tenant m_tenant;
    bool m_isOpen;
    bool m_isSimulator; ///< the console's own
};

} // namespace ui
