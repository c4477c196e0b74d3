#include "ui/reverification/ruledialog.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/reverification/dayfield.h"
#include "ui/tables/ticklist.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using core::Result;

RuleDialog::RuleDialog(AppContext &app, const domain::ReverificationRule &rule,
    const domain::ReverificationPolicy &others, QWidget *parent)
    : Dialog(parent), m_app(app), m_before(rule), m_others(others)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("ruleDialog"));
    const QString title = rule.name.isEmpty() ? tr("Add a rule") : tr("Rule %1").arg(rule.name);
    setWindowTitle(title);
    resize(700, 600);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, title));
    auto *form = new QFormLayout;
    m_name = FormBuilder(t, form).line(tr("Name"), rule.name);
    v->addLayout(form);
    v->addWidget(
        new Label(t, tr("Applies to people who match every list in which something is ticked."), 12, "text-3"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    m_profiles = addList(grid, 0, tr("Identity profile"));
    m_lifecycles = addList(grid, 1, tr("Lifecycle state"));
    m_groups = addList(grid, 2, tr("High-risk group"));
    v->addLayout(grid, 1);
    v->addLayout(makeTimes());
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    v->addLayout(makeFoot());
    m_name->setFocus();
    if (app.tenantSession())
        core::whenDone<domain::PeopleFacets>(app.tenantSession()->directory().facets(), this,
            [this](const Result<domain::PeopleFacets> &f) { fill(f ? *f : domain::PeopleFacets()); });
}

QFormLayout *RuleDialog::makeTimes()
{
    auto *times = new QFormLayout;
    FormBuilder form(m_app.theme(), times);
    m_interval = addDays(form, tr("Verify every"), 1, m_before.rule.intervalDays);
    m_warn = addDays(form, tr("Warn before"), 0, m_before.rule.warnDays);
    m_grace = addDays(form, tr("Grace"), 0, m_before.rule.graceDays);
    m_high = new CheckBox(tr("High risk: shown apart in the forecast"));
    m_high->setChecked(m_before.isHighRisk);
    form.bare(m_high);
    auto *start = new QHBoxLayout;
    m_starts = new CheckBox(tr("Only from"));
    m_starts->setChecked(m_before.startsAt.has_value());
    m_start = new QDateEdit(m_before.startsAt ? QDateTime::fromMSecsSinceEpoch(*m_before.startsAt).date()
                                              : QDate::currentDate().addDays(7));
    m_start->setCalendarPopup(true);
    m_start->setMinimumWidth(120);
    m_start->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_start->setAccessibleName(tr("Start date"));
    m_start->setEnabled(m_starts->isChecked());
    connect(m_starts, &QCheckBox::toggled, m_start, &QWidget::setEnabled);
    start->addWidget(m_starts);
    start->addWidget(m_start);
    start->addStretch();
    times->addRow(QString(), start);
    return times;
}

QHBoxLayout *RuleDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    auto *go = button(t, tr("Use rule"), {}, "primary");
    go->setDefault(true);
    go->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(new Label(t, tr("Nothing is saved before Save policy…"), 12, "text-3"));
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &RuleDialog::submit);
    return foot;
}

QListWidget *RuleDialog::addList(QGridLayout *grid, int column, const QString &name)
{
    auto *list = new QListWidget;
    list->setAccessibleName(name);
    grid->addWidget(new Label(m_app.theme(), name, 12, "text-3", 600), 0, column);
    grid->addWidget(list, 1, column);
    return list;
}

void RuleDialog::fill(const domain::PeopleFacets &facets)
{
    fillTicks(m_profiles, facets.profiles, m_before.profiles);
    fillTicks(m_lifecycles, facets.lifecycles, m_before.lifecycles);
    // "none" is no group that anybody would mean.
    QList<domain::FacetValue> groups = facets.riskGroups;
    groups.removeIf([](const domain::FacetValue &v) { return v.value.isEmpty(); });
    fillTicks(m_groups, groups, m_before.riskGroups);
}

domain::ReverificationRule RuleDialog::rule() const
{
    domain::ReverificationRule r = m_before; // what this dialog does not show stays: sources, SailPoint states
    r.name = m_name->text().trimmed();
    r.profiles = ticksOf(m_profiles, m_before.profiles);
    r.lifecycles = ticksOf(m_lifecycles, m_before.lifecycles);
    r.riskGroups = ticksOf(m_groups, m_before.riskGroups);
    r.isHighRisk = m_high->isChecked();
    r.rule = {m_interval->value(), m_warn->value(), m_grace->value()};
    r.startsAt = m_starts->isChecked() ? std::optional(m_start->date().startOfDay().toMSecsSinceEpoch()) : std::nullopt;
    return r;
}

void RuleDialog::submit()
{
    domain::ReverificationPolicy whole = m_others;
    whole.rules << rule();
    if (const auto faults = domain::validate(whole); !faults.isEmpty()) {
        if (faults.first().field.endsWith(QLatin1String(".name")))
            m_name->setFocus();
        return m_banner->show(Banner::Problem, faults.first().text, {});
    }
    Q_EMIT ruleAccepted(rule());
    accept();
}

} // namespace ui
