#include "ui/lab/labpage.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/lab/faultsdialog.h"
#include "ui/lab/labcallbacks.h"
#include "ui/lab/labcontrol.h"
#include "ui/lab/labtriggers.h"
#include "ui/lab/labworkflows.h"
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

LabPage::LabPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 14, 0, 0);
    v->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 0, 24, 0);
    head->addWidget(new Label(t, tr("Lab"), 20, "text", 600));
    m_note = new Label(t, {}, 13, "text-3");
    head->addWidget(m_note);
    head->addStretch();
    m_faults = button(t, tr("Faults…"), QStringLiteral("warning"), "flat");
    connect(m_faults, &QPushButton::clicked, this, [this] {
        auto *d = openDialog<FaultsDialog>(m_app, window());
        connect(d, &QDialog::finished, this, &LabPage::refreshTarget);
    });
    head->addWidget(m_faults);
    auto *clear = button(t, tr("Clear list"), {}, "flat");
    head->addWidget(clear);
    v->addLayout(head);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Parts of the lab"));
    for (const QString &name : {tr("Callbacks"), tr("Event triggers"), tr("Workflows")})
        m_tabs->addTab(name);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(20, 0, 20, 0);
    tabs->addWidget(m_tabs, 1); // all of the width: the chosen one is bold and wider
    v->addLayout(tabs);
    v->addWidget(line(t));
    m_stack = new QStackedWidget;
    m_callbacks = new LabCallbacks(app);
    m_stack->addWidget(m_callbacks);
    m_stack->addWidget(new LabTriggers(app));
    m_stack->addWidget(new LabWorkflows(app));
    v->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this, clear](int i) {
        m_stack->setCurrentIndex(i);
        clear->setVisible(i == 0);
    });
    connect(clear, &QPushButton::clicked, m_callbacks, &LabCallbacks::clear);
    connect(m_callbacks, &LabCallbacks::settingsWanted, this, &LabPage::receiverSettingsWanted);
    connect(&app, &AppContext::tenantSessionChanged, this, &LabPage::refreshTarget);
    refreshTarget();
}

void LabPage::focusSearch()
{
    m_callbacks->focusSearch();
}
void LabPage::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void LabPage::refreshTarget()
{
    auto *w = m_app.tenantSession();
    const bool isReal = w && w->tenant().environment != domain::Environment::Simulator;
    if (!w)
        m_note->setText(tr("Scenarios run in simulators of their own; nothing leaves this computer."));
    else if (isReal)
        m_note->setText(tr("“%1” is a real tenant: tests of triggers and workflows reach it.").arg(w->tenant().name));
    else
        m_note->setText(tr("The simulator: nothing leaves this computer."));
    setEnabledOr(m_faults, w && !isReal ? QString() : tr("Faults are for the simulator's tenant: open it first."));
    const auto inForce = m_app.lab() ? m_app.lab()->faultRules().size() : 0;
    m_faults->setText(inForce == 0 ? tr("Faults…") : tr("Faults (%L1)…").arg(inForce));
    const bool isIq = w && domain::isIdentityIq(w->tenant()); // it has neither
    for (int tab : {1, 2})
        m_tabs->setTabVisible(tab, !isIq);
    m_note->setToken(isReal ? "due" : "text-3");
}

} // namespace ui
