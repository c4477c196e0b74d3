#include "ui/reverification/workside.h"
#include "services/reverification/reverification.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/charts/forecastview.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using core::Result;

WorkSide::WorkSide(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(12);
    auto *due = addCard(v, tr("Falling due"), new Label(t, tr("next 12 weeks"), 12, "text-3"));
    m_forecast = new ForecastView(t);
    m_forecast->setAccessibleName(tr("Falling due, chart"));
    connect(m_forecast, &ForecastView::chosen, this, &WorkSide::weekChosen);
    markRegion(m_forecast);
    due->addWidget(m_forecast);
    auto *edit = button(t, tr("Edit…"), {}, "flat");
    edit->setAccessibleName(tr("Edit the policy"));
    connect(edit, &QPushButton::clicked, this, &WorkSide::policyWanted);
    auto *policy = addCard(v, tr("Policy"), edit);
    m_rules = new Label(t, {}, 13, "text-2");
    m_rules->setWordWrap(true);
    policy->addWidget(m_rules);
    auto *report = addCard(v, tr("Report for auditors"), nullptr);
    auto *what =
        new Label(t, tr("Coverage, who is past due, campaigns and proof that the log is unchanged."), 13, "text-2");
    what->setWordWrap(true);
    report->addWidget(what);
    auto *make = button(t, tr("Create report…"), QStringLiteral("document"));
    connect(make, &QPushButton::clicked, this, &WorkSide::reportWanted);
    report->addWidget(make, 0, Qt::AlignLeft);
    v->addStretch();
}

QVBoxLayout *WorkSide::addCard(QVBoxLayout *to, const QString &title, QWidget *right)
{
    auto *c = new QFrame;
    c->setObjectName(QStringLiteral("card"));
    auto *cv = new QVBoxLayout(c);
    cv->setContentsMargins(16, 12, 16, 12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(m_app.theme(), title, 14, "text", 600));
    head->addStretch();
    if (right)
        head->addWidget(right);
    cv->addLayout(head);
    to->addWidget(c);
    return cv;
}

void WorkSide::refresh()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<QList<domain::WeekLoad>>(
        w->reverification().forecast(), this, [this](const Result<QList<domain::WeekLoad>> &weeks) {
            QList<ForecastView::Bar> bars;
            for (const auto &x : weeks ? *weeks : QList<domain::WeekLoad>())
                bars.append({x.from, x.due - x.highRisk, x.highRisk});
            m_forecast->setBars(bars, tr("high risk"));
            m_forecast->setCapacity(
                m_app.tenantSession()
                    ? m_app.settings()
                          .value(QStringLiteral("capacity/") + m_app.tenantSession()->tenant().id.str(), 0)
                          .toLongLong()
                    : 0);
        });
    showPolicy();
}

void WorkSide::showPolicy()
{
    QStringList lines;
    const auto &policy = m_app.tenantSession()->reverification().policy();
    for (const auto &r : policy.rules)
        lines << QStringLiteral("%1: %2").arg(
            r.name + (r.isHighRisk ? QStringLiteral(" (%1)").arg(tr("high risk")) : QString()),
            tr("%n day(s)", nullptr, r.rule.intervalDays));
    lines << QStringLiteral("%1: %2").arg(tr("Standard"), tr("%n day(s)", nullptr, policy.standard.intervalDays));
    lines << QString()
          << tr("Warn %1 days before · grace %2 days").arg(policy.standard.warnDays).arg(policy.standard.graceDays);
    m_rules->setText(lines.join(QLatin1Char('\n')));
}

} // namespace ui
