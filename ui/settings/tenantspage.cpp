#include "ui/settings/tenantspage.h"
#include "domain/text/messages.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/settings/tenantactions.h"
#include "ui/settings/tenantcard.h"
#include "ui/widgets/flowlayout.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using core::Result;

TenantsPage::TenantsPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(t, tr("Tenants"), 18, "text", 600));
    h->addStretch();
    auto *add = button(t, tr("Add tenant…"), QStringLiteral("plus"), "primary");
    connect(add, &QPushButton::clicked, &m_app.navigator(), &Navigator::addTenant);
    h->addWidget(add);
    v->addLayout(h);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_actions = new TenantActions(app, *m_banner, this);
    m_tenants = new QVBoxLayout;
    m_tenants->setSpacing(12);
    v->addLayout(m_tenants);
    v->addStretch();
    connect(&app.tenants(), &services::Tenants::changed, this, &TenantsPage::reload);
    connect(&app, &AppContext::tenantSessionChanged, this, &TenantsPage::followSession);
    followSession();
}

// The open tenant's paths may move by themselves.
void TenantsPage::followSession()
{
    if (auto *session = m_app.tenantSession())
        connect(session, &services::TenantSession::pathsMoved, this, &TenantsPage::reload, Qt::UniqueConnection);
    reload();
}

void TenantsPage::reload()
{
    core::whenDone<QList<domain::Tenant>>(
        m_app.tenants().list(), this, [this](const Result<QList<domain::Tenant>> &all) {
            while (QLayoutItem *item = m_tenants->takeAt(0)) {
                delete item->widget();
                delete item;
            }
            if (!all) {
                const auto m = domain::userMessage(all.error(), domain::Vendor::Console);
                m_banner->show(Banner::Problem, m.headline, m.advice);
                return;
            }
            for (const auto &t : *all) {
                if (t.problem.isEmpty())
                    m_tenants->addWidget(new TenantCard(m_app, *m_actions, t));
                else
                    m_tenants->addWidget(unreadableCard(t));
            }
            if (all->isEmpty()) {
                auto *none = new Label(m_app.theme(), tr("No tenant yet."), 13, "text-2");
                m_tenants->addWidget(none);
            }
        });
}

// It hides no other; it can only be removed.
QWidget *TenantsPage::unreadableCard(const domain::Tenant &tenant)
{
    Theme &t = m_app.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(16, 12, 16, 14);
    v->setSpacing(10);
    v->addWidget(new Label(t, tenant.name, 14, "text", 600));
    auto *why = new Label(t, tenant.problem, 13, "failed");
    why->setWordWrap(true);
    v->addWidget(why);
    auto *removeButton = button(t, tr("Remove…"), {}, "dangertext");
    connect(removeButton, &QPushButton::clicked, m_actions, [actions = m_actions, tenant] { actions->remove(tenant); });
    auto *row = new FlowLayout(8);
    row->addWidget(removeButton);
    v->addLayout(row);
    return card;
}

} // namespace ui
