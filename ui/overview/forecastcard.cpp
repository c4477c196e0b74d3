#include "ui/overview/forecastcard.h"
#include "domain/reverification/capacity.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/charts/forecastview.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include <QDateTime>
#include <QInputDialog>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

static QString legendText(Theme &t)
{
    const QString square = QStringLiteral("<span style='color:%1'>■</span> %2");
    return square.arg(t.color("chart-1").name(), ForecastCard::tr("Everyone else")) + QStringLiteral(" &nbsp; ") +
           square.arg(t.color("chart-2").name(), ForecastCard::tr("High-risk groups"));
}

ForecastCard::ForecastCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 12, 16, 12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Verifications falling due"), 14, "text", 600));
    m_due = new Label(t, {}, 13, "text-3");
    head->addWidget(m_due);
    head->addStretch();
    auto *legend = new Label(t, legendText(t), 12, "text-2");
    legend->setTextFormat(Qt::RichText);
    connect(&t, &Theme::changed, legend, [&t, legend] { legend->setText(legendText(t)); });
    QHBoxLayout *second = head;
    if (t.textScale() >= 150) // a line of its own
        second = new QHBoxLayout;
    second->addWidget(legend);
    m_capacity = button(t, {}, {}, "flat");
    connect(m_capacity, &QPushButton::clicked, this, &ForecastCard::askCapacity);
    second->addWidget(m_capacity);
    v->addLayout(head);
    if (second != head)
        v->addLayout(second);
    m_forecast = new ForecastView(t);
    m_forecast->setMinimumHeight(t.scaled(200));
    m_forecast->setAccessibleName(tr("Verifications falling due, chart"));
    connect(m_forecast, &ForecastView::chosen, this, &ForecastCard::weekWanted);
    v->addWidget(m_forecast, 1);
    m_advice = new Label(t, {}, 13, "text-2");
    m_advice->setWordWrap(true);
    m_advice->setTextFormat(Qt::RichText);
    m_advice->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(
        m_advice, &QLabel::linkActivated, this, [this](const QString &link) { Q_EMIT weekWanted(link.toLongLong()); });
    v->addWidget(m_advice);
    markRegion(m_forecast);
}

void ForecastCard::setWeeks(const QList<domain::WeekLoad> &weeks)
{
    m_weeks = weeks;
    refresh();
}

void ForecastCard::clear()
{
    m_forecast->setBars({}, {});
}

QString ForecastCard::capacityKey() const
{
    return QStringLiteral("capacity/") + (m_app.tenantSession() ? m_app.tenantSession()->tenant().id.str() : QString());
}

void ForecastCard::refresh()
{
    const qint64 capacity = m_app.settings().value(capacityKey(), 0).toLongLong();
    qint64 all = 0;
    QList<ForecastView::Bar> bars;
    for (const auto &w : std::as_const(m_weeks)) {
        bars.append({w.from, w.due - w.highRisk, w.highRisk});
        all += w.due;
    }
    m_due->setText(tr("next 12 weeks · %1").arg(QLocale().toString(all)));
    m_capacity->setText(
        capacity > 0 ? tr("Capacity %1 a week").arg(QLocale().toString(capacity)) : tr("Set capacity…"));
    m_forecast->setBars(bars, tr("high risk"));
    m_forecast->setCapacity(capacity);
    showAdvice();
}

// One sentence, and only when there is something to be done.
void ForecastCard::showAdvice()
{
    const qint64 capacity = m_app.settings().value(capacityKey(), 0).toLongLong();
    const auto advice = domain::spread(m_weeks, capacity);
    m_advice->setVisible(!advice.over.isEmpty());
    if (advice.over.isEmpty())
        return;
    const QLocale locale;
    QStringList days;
    for (const auto from : advice.over.mid(0, 3))
        days << locale.toString(QDateTime::fromMSecsSinceEpoch(from).date(), QStringLiteral("d MMMM"));
    if (advice.over.size() > 3)
        days << tr("%1 more").arg(advice.over.size() - 3);
    QString text = tr("Over capacity: the weeks of %1.").arg(days.join(QStringLiteral(", "))) + QLatin1Char(' ');
    text += advice.unplaced == 0 ? tr("Starting %1 renewals early keeps every week under %2.")
                                       .arg(locale.toString(advice.early), locale.toString(capacity))
                                 : tr("Even with an early start %1 renewals have no place before they are due.")
                                       .arg(locale.toString(advice.unplaced));
    m_advice->setText(
        text.toHtmlEscaped() + QStringLiteral(" <a style='color:%1;text-decoration:none' href='%2'>%3</a>")
                                   .arg(m_app.theme().color("accent").name())
                                   .arg(advice.over.first())
                                   .arg(tr("Plan early renewals…")));
}

void ForecastCard::askCapacity()
{
    if (!m_app.tenantSession())
        return;
    auto *ask = makeWindow<QInputDialog>(window());
    ask->setWindowTitle(tr("Capacity"));
    ask->setLabelText(
        tr("Renewals that your people can take part in and your helpdesk can follow up, a week (0: not set)"));
    ask->setInputMode(QInputDialog::IntInput);
    ask->setIntRange(0, 1'000'000);
    ask->setIntValue(m_app.settings().value(capacityKey(), 0).toInt());
    connect(ask, &QInputDialog::intValueSelected, this, [this, key = capacityKey()](int perWeek) {
        m_app.settings().setValue(key, perWeek);
        refresh();
    });
    ask->open();
}

} // namespace ui
