#include "ui/events/eventrulesdialog.h"
#include "services/events/proposals.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/controls/scrolled.h"
#include "ui/events/eventruleform.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/problem.h"
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::EventRule;

EventRulesDialog::EventRulesDialog(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("eventRulesDialog"));
    setWindowTitle(tr("Rules for events"));
    resize(std::min(t.scaled(820), 1240), std::min(t.scaled(560), 760));
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Which events propose a verification")));
    auto *what = new Label(t,
        tr("Of SailPoint’s triggers that this console’s receiver is told of. The first rule that matches counts; "
           "whoever is verified well enough is left alone."),
        13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *h = new QHBoxLayout;
    h->setSpacing(16);
    h->addWidget(makeList(), 2);
    m_form = new EventRuleForm(t);
    connect(m_form, &EventRuleForm::changed, this, &EventRulesDialog::takeRule);
    h->addWidget(scrolled(m_form), 3);
    v->addLayout(h, 1);
    v->addWidget(line(t));
    v->addLayout(makeLimits());
    v->addLayout(makeFoot());
    connect(m_approver, &QLineEdit::textChanged, this, &EventRulesDialog::takeRule);
    connect(m_limit, &QSpinBox::valueChanged, this, &EventRulesDialog::takeRule);
    show(domain::EventRules());
    read();
}

QLayout *EventRulesDialog::makeLimits()
{
    auto *all = new QFormLayout;
    FormBuilder form(m_app.theme(), all);
    m_approver = form.line(tr("Approver in answers"));
    m_approver->setPlaceholderText(tr("A user name of SailPoint; empty: who runs the console"));
    m_limit = form.number(tr("Most that start by themselves in an hour"), 1, 500);
    return all;
}

QLayout *EventRulesDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    m_why = new Label(t, {}, 12, "text-3");
    m_why->setWordWrap(true);
    auto *cancel = button(t, tr("Cancel"));
    m_save = button(t, tr("Save"), {}, "primary");
    m_save->setObjectName(QStringLiteral("saveEventRules"));
    m_save->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(m_why, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EventRulesDialog::save);
    return foot;
}

void EventRulesDialog::read()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<domain::EventRules>(
        m_app.tenantSession()->proposals().rules(), this, [this](const Result<domain::EventRules> &r) {
            if (!r)
                m_banner->show(
                    Banner::Problem, tr("The stored rules cannot be read; saving replaces them"), r.error().text);
            m_stored = r ? *r : domain::EventRules();
            show(r ? *r : domain::usualEventRules());
        });
}

QWidget *EventRulesDialog::makeList()
{
    Theme &t = m_app.theme();
    auto *side = new QWidget;
    auto *v = new QVBoxLayout(side);
    v->setContentsMargins(0, 0, 0, 0);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("eventRuleList"));
    m_list->setAccessibleName(tr("Rules, the first that matches counts"));
    v->addWidget(m_list, 1);
    auto *keys = new FlowLayout(6);
    auto *add = button(t, tr("Add"), QStringLiteral("plus"));
    m_up = button(t, tr("Up"), QStringLiteral("chevron-up"));
    m_down = button(t, tr("Down"), QStringLiteral("chevron-down"));
    m_remove = button(t, tr("Remove"), {}, "dangertext");
    for (auto *b : {add, m_up, m_down, m_remove})
        keys->addWidget(b);
    v->addLayout(keys);
    connect(m_list, &QListWidget::currentRowChanged, this, &EventRulesDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_isFilling)
            return;
        m_rules.rules[m_list->row(item)].isOn = item->checkState() == Qt::Checked;
        refresh();
    });
    connect(add, &QPushButton::clicked, this, [this] {
        EventRule r;
        r.name = tr("Rule %1").arg(m_rules.rules.size() + 1);
        r.triggerId = domain::trigger::identityCreated;
        m_rules.rules << r;
        show(m_rules);
        m_list->setCurrentRow(int(m_rules.rules.size()) - 1);
        m_form->editName();
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int at = m_list->currentRow();
        if (at < 0)
            return;
        m_rules.rules.removeAt(at);
        show(m_rules);
        m_list->setCurrentRow(std::min(at, int(m_rules.rules.size()) - 1));
    });
    return side;
}

void EventRulesDialog::show(const domain::EventRules &rules)
{
    const int at = m_list->currentRow();
    m_isFilling = true;
    m_rules = rules;
    m_list->clear();
    for (const EventRule &r : rules.rules) {
        auto *item = listItem(r.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(r.isOn ? Qt::Checked : Qt::Unchecked);
    }
    m_approver->setText(rules.approver);
    m_limit->setValue(rules.startsAnHour);
    m_isFilling = false;
    m_list->setCurrentRow(std::clamp(at, rules.rules.isEmpty() ? -1 : 0, int(rules.rules.size()) - 1));
    showRule(m_list->currentRow());
}

void EventRulesDialog::showRule(int row)
{
    m_form->setEnabled(row >= 0);
    if (m_isFilling)
        return;
    const EventRule r = row >= 0 ? m_rules.rules.at(row) : EventRule();
    m_isFilling = true;
    m_form->load(r);
    m_isFilling = false;
    refresh();
}

void EventRulesDialog::takeRule()
{
    if (m_isFilling)
        return;
    m_rules.approver = m_approver->text().trimmed();
    m_rules.startsAnHour = m_limit->value();
    const int at = m_list->currentRow();
    if (at >= 0) {
        EventRule &r = m_rules.rules[at];
        r = m_form->rule(r);
        m_isFilling = true;
        m_list->item(at)->setText(r.name);
        m_isFilling = false;
    }
    refresh();
}

void EventRulesDialog::move(int by)
{
    const int at = m_list->currentRow(), to = at + by;
    if (at < 0 || to < 0 || to >= m_rules.rules.size())
        return;
    m_rules.rules.swapItemsAt(at, to);
    show(m_rules);
    m_list->setCurrentRow(to);
}

void EventRulesDialog::refresh()
{
    m_form->refresh();
    const int at = m_list->currentRow();
    const QString none = at >= 0 ? QString() : tr("Select a rule first.");
    setEnabledOr(m_up, at == 0 ? tr("It is the first.") : none);
    setEnabledOr(m_down, at == m_rules.rules.size() - 1 && at >= 0 ? tr("It is the last.") : none);
    setEnabledOr(m_remove, none);
    const auto fault = domain::validate(m_rules);
    m_why->setText(!fault ? fault.error().text : tr("Recorded in the audit log."));
    m_why->setToken(fault ? "text-3" : "failed");
    const QString unchanged = m_rules == m_stored ? tr("Nothing was changed.") : QString();
    setEnabledOr(m_save, fault ? unchanged : fault.error().text);
}

void EventRulesDialog::save()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<core::Unit>(
        m_app.tenantSession()->proposals().setRules(m_rules), this, [this](const core::Status &r) {
            if (!r)
                return showProblem(*m_banner, r.error(), domain::Vendor::Console);
            accept();
        });
}

} // namespace ui
