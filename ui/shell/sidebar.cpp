#include "ui/shell/sidebar.h"
#include "domain/text/outputtext.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/line.h"
#include "ui/controls/navitem.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/widgets/tenantbutton.h"
#include <QKeySequence>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

using core::Result;

Sidebar::Sidebar(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("sidebar"));
    setFixedWidth(16 + t.scaled(180));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(8, 10, 8, 8);
    v->setSpacing(4);
    m_tenant = new TenantButton(t);
    connect(m_tenant, &QAbstractButton::clicked, this, &Sidebar::showTenantMenu);
    v->addWidget(m_tenant);
    m_find = button(t, tr("Find a person"), QStringLiteral("search"));
    m_find->setToolTip(QKeySequence(QStringLiteral("Ctrl+K")).toString(QKeySequence::NativeText));
    m_find->setStyleSheet(QStringLiteral("text-align: left;"));
    connect(m_find, &QPushButton::clicked, this, &Sidebar::findWanted);
    v->addWidget(m_find);
    v->addSpacing(6);
    addEntry(Page::Overview, QStringLiteral("overview"), tr("Overview"));
    addEntry(Page::Identities, QStringLiteral("identities"), tr("Identities"));
    addEntry(Page::Sessions, QStringLiteral("sessions"), tr("Sessions"));
    addEntry(Page::Renewal, QStringLiteral("re-verification"), tr("Re-verification"));
    addEntry(Page::Profiles, QStringLiteral("profiles"), tr("Profiles"));
    addEntry(Page::Approvals, QStringLiteral("approvals"), tr("Approvals"));
    addEntry(Page::Lab, QStringLiteral("lab"), tr("Lab"));
    addEntry(Page::Audit, QStringLiteral("audit"), tr("Audit"));
    addEntry(Page::Settings, QStringLiteral("settings"), tr("Settings"));
    v->addStretch();
}

void Sidebar::addEntry(Page page, const QString &icon, const QString &text)
{
    auto *v = static_cast<QVBoxLayout *>(layout());
    auto *item = new NavItem(m_app.theme(), icon, text);
    // Assistive technology toggles a checkable button, it does not click it.
    connect(item, &NavItem::toggled, this, [this, page](bool isOn) {
        if (isOn)
            Q_EMIT pageWanted(page);
    });
    m_entries << item;
    if (page == Page::Profiles || page == Page::Lab) {
        v->addSpacing(6);
        v->addWidget(line(m_app.theme()));
        v->addSpacing(6);
    }
    v->addWidget(item);
}

void Sidebar::setTenant(const std::optional<domain::Tenant> &tenant)
{
    m_tenant->setTenant(tenant);
    m_find->setEnabled(tenant.has_value());
    for (int page = int(Page::Overview); page < int(Page::Lab); ++page)
        m_entries.at(page - 1)->setEnabled(tenant.has_value());
}

void Sidebar::setCurrent(Page page)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        m_entries.at(i)->setAutoExclusive(page != Page::FirstRun);
        m_entries.at(i)->setChecked(i + 1 == int(page));
    }
}

void Sidebar::setCount(Page page, qint64 n)
{
    m_entries.at(int(page) - 1)->setCount(n);
}

void Sidebar::setCollapsed(bool isCollapsed)
{
    setFixedWidth(16 + m_app.theme().scaled(isCollapsed ? 36 : 180));
    m_find->setText(isCollapsed ? QString() : tr("Find a person"));
    for (auto *n : std::as_const(m_entries))
        n->setCollapsed(isCollapsed);
}

void Sidebar::showTenantMenu()
{
    core::whenDone<QList<domain::Tenant>>(
        m_app.tenants().list(), this, [this](const Result<QList<domain::Tenant>> &all) { showTenants(all); });
}

void Sidebar::showTenants(const Result<QList<domain::Tenant>> &all)
{
    auto *menu = new QMenu(window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (all) {
        for (const auto &t : *all) {
            const bool isLab = domain::isLabTenant(t.id);
            const bool isOpen = m_app.tenantSession() && m_app.tenantSession()->tenant().id == t.id;
            const QString kind = t.problem.isEmpty() ? environmentText(t.environment) : tr("cannot be read");
            QAction *entry = menu->addAction(
                domain::menuText(QStringLiteral("%1   %2").arg(t.name, kind)), this, [this, t, isLab, isOpen] {
                    if (isOpen)
                        return;
                    if (isLab)
                        m_app.navigator().openLab();
                    else
                        m_app.tenantSessions().open(t);
                });
            entry->setCheckable(true);
            entry->setChecked(isOpen);
        }
        menu->addSeparator();
    }
    menu->addAction(tr("Add tenant…"), &m_app.navigator(), &Navigator::addTenant);
    menu->popup(m_tenant->mapToGlobal(QPoint(0, m_tenant->height())));
}

} // namespace ui
