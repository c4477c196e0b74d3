#include "ui/reverification/policyeditor.h"
#include "domain/text/messages.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/charts/forecastview.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/tenantguard.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/operationdialog.h"
#include "ui/reverification/ruledialog.h"
#include "ui/reverification/standarddialog.h"
#include "ui/tables/table.h"
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

PolicyEditor::PolicyEditor(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 14, 24, 16);
    v->setSpacing(10);
    v->addWidget(new Label(t,
        tr("When several rules match a person, the shortest interval applies. Whom no rule matches gets the standard."),
        13, "text-2"));
    m_problem = new Label(t, {}, 13, "failed");
    m_problem->setWordWrap(true);
    m_problem->hide();
    v->addWidget(m_problem);
    m_table = plainTable({tr("Applies to"), tr("Type"), tr("Identities"), tr("Verify every"), tr("Warn before"),
                             tr("Grace"), tr("Past due today")},
        tr("Policy"));
    m_table->setColumnWidth(0, 210);
    m_table->setColumnWidth(1, 150);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(180);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &PolicyEditor::edit);
    v->addWidget(m_table, 2);
    auto *buttons = new QHBoxLayout;
    m_add = button(t, tr("Add a rule…"), QStringLiteral("plus"));
    m_edit = button(t, tr("Edit…"), QStringLiteral("edit"));
    m_remove = button(t, tr("Remove rule"), QStringLiteral("trash"));
    m_why = new Label(t, {}, 12, "text-3");
    connect(m_add, &QPushButton::clicked, this, [this] { edit(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_table->currentRow()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { remove(m_table->currentRow()); });
    for (QWidget *w : {static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_remove),
             static_cast<QWidget *>(m_why)})
        buttons->addWidget(w);
    buttons->addStretch();
    v->addLayout(buttons);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_edit->setEnabled(m_add->isEnabled() && m_table->currentRow() >= 0);
        m_remove->setEnabled(m_add->isEnabled() && m_table->currentRow() >= 0 && !isStandard(m_table->currentRow()));
    });
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Falling due, next 12 weeks"), 14, "text", 600));
    head->addStretch();
    m_legend = new Label(t, {}, 12, "text-3");
    head->addWidget(m_legend);
    v->addLayout(head);
    m_forecast = new ForecastView(t);
    m_forecast->setAccessibleName(tr("Falling due, chart"));
    v->addWidget(m_forecast, 2);
    m_soon.setSingleShot(true);
    m_soon.setInterval(120);
    connect(&m_soon, &QTimer::timeout, this, &PolicyEditor::preview);
}

bool PolicyEditor::isChanged() const
{
    return m_draft != m_inForce;
}

void PolicyEditor::refresh()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const bool hadDraft = isChanged();
    m_inForce = w->reverification().policy();
    if (!hadDraft)
        m_draft = m_inForce;
    const QString problem = w->reverification().problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const QString locked = lockObstacle(m_app);
    m_add->setEnabled(locked.isEmpty());
    m_why->setText(locked);
    fill();
    m_soon.start();
}

void PolicyEditor::discard()
{
    m_draft = m_inForce;
    m_banner->hide();
    fill();
    m_soon.start();
    Q_EMIT draftChanged();
}

static QString typeOf(const domain::ReverificationRule &r)
{
    QStringList kinds;
    if (!r.riskGroups.isEmpty())
        kinds << PolicyEditor::tr("High-risk group");
    if (!r.profiles.isEmpty())
        kinds << PolicyEditor::tr("Identity profile");
    if (!r.lifecycles.isEmpty())
        kinds << PolicyEditor::tr("Lifecycle state");
    if (!r.sources.isEmpty())
        kinds << PolicyEditor::tr("Source");
    if (!r.accountStates.isEmpty())
        kinds << PolicyEditor::tr("SailPoint status");
    return kinds.join(QStringLiteral(" + "));
}

void PolicyEditor::fill()
{
    const int current = m_table->currentRow();
    m_table->setRowCount(int(m_draft.rules.size()) + 1);
    const QLocale l;
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const domain::ReverificationRule *r = isStandard(i) ? nullptr : &m_draft.rules.at(i);
        const domain::ReverificationInterval &times = r ? r->rule : m_draft.standard;
        const auto loadOf = [&](const domain::Outlook &o) {
            const QString name = r ? r->name : QString();
            const auto it = std::find_if(
                o.rules.begin(), o.rules.end(), [&name](const domain::RuleLoad &x) { return x.name == name; });
            return it == o.rules.end() ? domain::RuleLoad() : *it;
        };
        const auto now = loadOf(m_now), then = loadOf(m_then);
        QString name = r ? r->name : tr("Standard");
        if (r && r->startsAt && *r->startsAt > m_app.context().clock->now())
            name += QStringLiteral("  (%1)").arg(tr("from %1").arg(
                l.toString(QDateTime::fromMSecsSinceEpoch(*r->startsAt).date(), QLocale::ShortFormat)));
        const QString pastDue = now.pastDue == then.pastDue
                                    ? l.toString(now.pastDue)
                                    : tr("%1 → %2").arg(l.toString(now.pastDue), l.toString(then.pastDue));
        const QStringList cells{name, r ? typeOf(*r) : tr("Everyone else"), l.toString(then.people),
            tr("%n day(s)", nullptr, times.intervalDays), tr("%n day(s)", nullptr, times.warnDays),
            tr("%n day(s)", nullptr, times.graceDays), pastDue};
        for (int c = 0; c < cells.size(); ++c) {
            auto *item = cellItem(cells.at(c));
            if (c == 6 && now.pastDue != then.pastDue)
                item->setForeground(m_app.theme().color("overdue"));
            m_table->setItem(i, c, item);
        }
    }
    if (current >= 0 && current < m_table->rowCount())
        m_table->setCurrentCell(current, 0);
    const bool hasCurrent = m_table->currentRow() >= 0;
    m_edit->setEnabled(m_add->isEnabled() && hasCurrent);
    m_remove->setEnabled(m_add->isEnabled() && hasCurrent && !isStandard(m_table->currentRow()));
}

void PolicyEditor::edit(int row)
{
    if (!m_add->isEnabled())
        return;
    if (row >= 0 && isStandard(row)) {
        auto *d = makeWindow<StandardDialog>(m_app, m_draft.standard, this);
        connect(d, &StandardDialog::intervalAccepted, this, [this](const domain::ReverificationInterval &r) {
            m_draft.standard = r;
            fill();
            m_soon.start();
            Q_EMIT draftChanged();
        });
        return d->open();
    }
    domain::ReverificationPolicy others = m_draft;
    domain::ReverificationRule rule;
    if (row >= 0)
        rule = others.rules.takeAt(row);
    else
        rule.rule = m_draft.standard;
    auto *d = makeWindow<RuleDialog>(m_app, rule, others, this);
    connect(d, &RuleDialog::ruleAccepted, this, [this, row](const domain::ReverificationRule &r) {
        if (row >= 0 && row < m_draft.rules.size())
            m_draft.rules[row] = r;
        else
            m_draft.rules << r;
        fill();
        m_soon.start();
        Q_EMIT draftChanged();
    });
    d->open();
}

void PolicyEditor::remove(int row)
{
    if (row < 0 || isStandard(row))
        return;
    m_draft.rules.removeAt(row);
    fill();
    m_soon.start();
    Q_EMIT draftChanged();
}

// What is in force and what the draft would make of the same people, side by side.
void PolicyEditor::preview()
{
    auto w = m_app.shareTenantSession();
    if (!w)
        return;
    const quint64 request = ++m_request;
    const auto draft = m_draft;
    const bool isSame = !isChanged();
    core::whenDone<domain::Outlook>(w->reverification().preview(m_inForce), this,
        [this, w, request, draft, isSame](const Result<domain::Outlook> &now) {
            if (!now || request != m_request)
                return;
            if (isSame)
                return showOutlook(*now, *now);
            core::whenDone<domain::Outlook>(w->reverification().preview(draft), this,
                [this, request, now = *now](const Result<domain::Outlook> &then) {
                    if (then && request == m_request)
                        showOutlook(now, *then);
                });
        });
}

void PolicyEditor::showOutlook(const domain::Outlook &now, const domain::Outlook &then)
{
    m_now = now;
    m_then = then;
    fill();
    QList<ForecastView::Bar> bars;
    const bool isDraft = isChanged();
    for (int i = 0; i < then.weeks.size(); ++i) {
        const auto &b = now.weeks.at(i), &a = then.weeks.at(i);
        if (isDraft)
            bars.append({a.from, std::min(a.due, b.due), std::max<qint64>(0, a.due - b.due)});
        else
            bars.append({a.from, a.due - a.highRisk, a.highRisk});
    }
    m_forecast->setBars(bars, isDraft ? tr("added by the change") : tr("high risk"));
    m_legend->setText(isDraft ? tr("dark: added by the change") : tr("dark: high risk"));
    if (!isDraft)
        return m_banner->hide();
    const qint64 more = then.pastDue - now.pastDue;
    if (more > 0)
        m_banner->show(Banner::Warning, tr("%L1 more people become past due today").arg(more),
            tr("%L1 of all past due are past their grace period then. Give a rule a start date to spread them.")
                .arg(then.pastGrace));
    else
        m_banner->show(Banner::Info,
            more < 0 ? tr("%L1 fewer people are past due").arg(-more) : tr("Nobody more becomes past due today"),
            tr("Nothing is saved yet."));
}

void PolicyEditor::save()
{
    auto *w = m_app.tenantSession();
    if (!w || !isChanged())
        return;
    const auto store = [this] {
        core::whenDone<core::Unit>(
            m_app.tenantSession()->reverification().save(m_draft), this, [this](const core::Status &r) {
                if (!r) {
                    const auto m = domain::userMessage(r.error(), domain::Vendor::Console);
                    return m_banner->show(Banner::Problem,
                        r.error().code == core::ErrorCode::Storage ? m.headline : r.error().text,
                        r.error().code == core::ErrorCode::Storage ? m.advice : QString());
                }
                m_inForce = m_draft;
                m_banner->hide();
                m_soon.start();
                Q_EMIT m_app.notice(tr("Policy saved"));
                Q_EMIT draftChanged();
            });
    };
    // Asked only when many are affected (design 11).
    const qint64 more = m_then.pastDue - m_now.pastDue;
    qint64 people = 0;
    for (const auto &r : m_then.rules)
        people += r.people;
    if (more <= 100 && more * 100 <= people)
        return store();
    askOperation(m_app, this,
        {tr("%L1 more people become past due today. Save?").arg(more),
            tr("The old values can be entered again; nobody is written to by this."), tr("Save policy"), {}, false},
        store);
}

} // namespace ui
