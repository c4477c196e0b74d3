#include "ui/sessions/sessionperiod.h"
#include <QComboBox>
#include <QDate>
#include <QDateEdit>
#include <QDateTime>
#include <array>

namespace ui {

// Of the entries the first are spans; one asks for two days.
namespace {
constexpr int sessionSpanCount = 4;
constexpr int customSessionPeriod = 5;
} // namespace

SessionPeriod::SessionPeriod(QObject *parent) : QObject(parent)
{
    m_span = new QComboBox;
    m_span->addItems(
        {tr("Today"), tr("Last 24 hours"), tr("Last 7 days"), tr("Last 30 days"), tr("All"), tr("Custom…")});
    m_span->setCurrentIndex(2);
    m_span->setAccessibleDescription(tr("Period"));
    m_from = new QDateEdit(QDate::currentDate().addDays(-30));
    m_until = new QDateEdit(QDate::currentDate());
    for (const auto &[edit, name] : {std::pair{m_from, tr("From")}, std::pair{m_until, tr("Until")}}) {
        edit->setCalendarPopup(true);
        edit->setAccessibleName(name);
        edit->hide();
        connect(edit, &QDateEdit::dateChanged, this, &SessionPeriod::changed);
    }
    connect(m_span, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_from->setVisible(i == customSessionPeriod);
        m_until->setVisible(i == customSessionPeriod);
        Q_EMIT changed();
    });
}

QList<QWidget *> SessionPeriod::fields() const
{
    return {m_span, m_from, m_until};
}

void SessionPeriod::apply(domain::SessionFilter &filter, core::Instant now) const
{
    const core::Instant midnight = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
    const std::array<core::Instant, sessionSpanCount> spans{
        now - midnight, core::dayMs, 7 * core::dayMs, 30 * core::dayMs};
    const int chosen = m_span->currentIndex();
    if (chosen < sessionSpanCount)
        filter.since = now - spans[size_t(chosen)];
    if (chosen == customSessionPeriod) {
        filter.since = m_from->date().startOfDay().toMSecsSinceEpoch();
        filter.until = m_until->date().addDays(1).startOfDay().toMSecsSinceEpoch();
    }
}

} // namespace ui
