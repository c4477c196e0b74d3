#include "ui/reverification/ruledialog.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/tables/ticklist.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

namespace ui {

using core::Result;

static QSpinBox *days(QFormLayout *form, const QString &name, int low, int value)
{
    auto *box = new QSpinBox;
    box->setRange(low, 1095);
    box->setSuffix(RuleDialog::tr(" days"));
    box->setValue(value);
    box->setAccessibleName(name);
    form->addRow(name, box);
    return box;
}

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
    m_name = new QLineEdit(rule.name);
    m_name->setAccessibleName(tr("Name"));
    form->addRow(tr("Name"), m_name);
    v->addLayout(form);
    v->addWidget(
        new Label(t, tr("Applies to people who match every list in which something is ticked."), 12, "text-3"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    m_profiles = addList(grid, 0, tr("Identity profile"));
    m_lifecycles = addList(grid, 1, tr("Lifecycle state"));
    m_groups = addList(grid, 2, tr("High-risk group"));
    v->addLayout(grid, 1);
    auto *times = new QFormLayout;
    m_interval = days(times, tr("Verify every"), 1, rule.rule.intervalDays);
    m_warn = days(times, tr("Warn before"), 0, rule.rule.warnDays);
    m_grace = days(times, tr("Grace"), 0, rule.rule.graceDays);
    m_high = new CheckBox(tr("High risk: shown apart in the forecast"));
    m_high->setChecked(rule.isHighRisk);
    times->addRow(QString(), m_high);
    auto *start = new QHBoxLayout;
    m_starts = new CheckBox(tr("Only from"));
    m_starts->setChecked(rule.startsAt.has_value());
    m_start = new QDateEdit(
        rule.startsAt ? QDateTime::fromMSecsSinceEpoch(*rule.startsAt).date() : QDate::currentDate().addDays(7));
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
    v->addLayout(times);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    auto *go = button(t, tr("Use rule"), {}, "primary");
    go->setDefault(true);
    go->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(new Label(t, tr("Nothing is saved before Save policy…"), 12, "text-3"));
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    v->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &RuleDialog::submit);
    m_name->setFocus();
    if (app.tenantSession())
        core::whenDone<domain::PeopleFacets>(app.tenantSession()->facets(), this,
            [this](const Result<domain::PeopleFacets> &f) { fill(f ? *f : domain::PeopleFacets()); });
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
    Q_EMIT accepted_(rule());
    accept();
}

StandardDialog::StandardDialog(AppContext &app, const domain::ReverificationInterval &rule, QWidget *parent)
    : Dialog(parent)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("standardDialog"));
    setWindowTitle(tr("Standard"));
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Whom no rule matches")));
    auto *form = new QFormLayout;
    auto *interval = days(form, tr("Verify every"), 1, rule.intervalDays);
    auto *warn = days(form, tr("Warn before"), 0, rule.warnDays);
    auto *grace = days(form, tr("Grace"), 0, rule.graceDays);
    v->addLayout(form);
    auto *banner = new Banner(t, false);
    v->addWidget(banner);
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    auto *go = button(t, tr("Use"), {}, "primary");
    go->setDefault(true);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(go);
    v->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, [=, this] {
        const domain::ReverificationInterval changed{interval->value(), warn->value(), grace->value()};
        if (const auto faults = domain::validate({changed, {}}); !faults.isEmpty())
            return banner->show(Banner::Problem, faults.first().text, {});
        Q_EMIT accepted_(changed);
        accept();
    });
}

} // namespace ui
