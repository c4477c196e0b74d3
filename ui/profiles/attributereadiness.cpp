#include "ui/profiles/attributereadiness.h"
#include "domain/identities/attributes.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/tables/table.h"
#include "ui/widgets/problem.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

AttributeReadiness::AttributeReadiness(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 16, 24, 12);
    v->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Attribute readiness"), 20, "text", 600));
    head->addStretch();
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"), "flat");
    connect(again, &QPushButton::clicked, this, &AttributeReadiness::load);
    head->addWidget(again);
    v->addLayout(head);
    auto *text = new Label(t,
        tr("IdentityIQ has no identity profiles. Results are kept in extended identity attributes; the mapping to "
           "their names was chosen with the tenant."),
        13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    m_count = new Label(t, {}, 13, "text", 600);
    v->addWidget(m_count);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = plainTable({tr("Result"), tr("Attribute in IdentityIQ"), tr("State")}, tr("IDV attributes"));
    m_table->setObjectName(QStringLiteral("attributeReadiness"));
    m_table->setColumnWidth(0, 200);
    m_table->setColumnWidth(1, 240);
    m_table->horizontalHeader()->setStretchLastSection(true);
    markRegion(m_table);
    v->addWidget(m_table, 1);
}

void AttributeReadiness::forget()
{
    m_asked = nullptr;
    m_table->setRowCount(0);
    m_banner->hide();
    m_count->setText({});
}

void AttributeReadiness::load()
{
    auto *w = m_app.tenantSession();
    if (!w || std::exchange(m_asked, w) == w)
        return;
    m_count->setText(tr("Reading…"));
    core::whenDone<QStringList>(
        w->profileOperations().identityIqAttributes(), this, [this, w](const Result<QStringList> &known) {
            if (w != m_app.tenantSession() || m_asked != w)
                return;
            m_asked = nullptr;
            if (!known) {
                m_count->setText({});
                m_table->setRowCount(0);
                return showProblem(*m_banner, known.error(), domain::Vendor::SailPoint);
            }
            m_banner->hide();
            fill(*known);
        });
}

void AttributeReadiness::fill(const QStringList &known)
{
    const auto &map = m_app.tenantSession()->tenant().map;
    int ready = 0;
    m_table->setRowCount(domain::idvFieldCount);
    for (int i = 0; i < domain::idvFieldCount; ++i) {
        const bool isThere = known.contains(map.name(domain::Field(i)));
        ready += isThere ? 1 : 0;
        m_table->setItem(i, 0, cellItem(domain::fieldKey(domain::Field(i))));
        m_table->setItem(i, 1, cellItem(map.name(domain::Field(i))));
        auto *state =
            cellItem(isThere ? tr("✓ Ready")
                             : tr("Missing in IdentityIQ: add it as an extended identity attribute of type text"));
        state->setForeground(m_app.theme().color(isThere ? QStringLiteral("verified") : QStringLiteral("due")));
        m_table->setItem(i, 2, state);
    }
    m_count->setText(tr("%1 of %2 ready").arg(ready).arg(domain::idvFieldCount));
}

} // namespace ui
