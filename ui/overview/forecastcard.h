#pragma once
#include "core/clock.h"
#include "domain/identities/people.h"
#include <QFrame>

class QPushButton;

namespace ui {

class AppContext;
class ForecastView;
class Label;

/// What falls due in the next twelve weeks, beside what the tenant can take a week, and what to do where it is too
/// much.
class ForecastCard : public QFrame
{
    Q_OBJECT
public:
    explicit ForecastCard(AppContext &app, QWidget *parent = nullptr);
    void setWeeks(const QList<domain::WeekLoad> &weeks);
    void clear();

Q_SIGNALS:
    void weekWanted(core::Instant from);

private:
    void refresh();
    void showAdvice();
    void askCapacity();
    QString capacityKey() const;
    AppContext &m_app;
    Label *m_due;
    QPushButton *m_capacity;
    ForecastView *m_forecast;
    Label *m_advice;
    QList<domain::WeekLoad> m_weeks;
};

} // namespace ui
