#pragma once
#include "core/clock.h"
#include <QWidget>

class QVBoxLayout;

namespace ui {

class AppContext;
class ForecastView;
class Label;

/// Beside the work list: what falls due, the policy in short, and the report for auditors.
class WorkSide : public QWidget
{
    Q_OBJECT
public:
    explicit WorkSide(AppContext &app, QWidget *parent = nullptr);
    /// Reads the open tenant's forecast and policy.
    void refresh();

Q_SIGNALS:
    /// A week of the chart, by its beginning.
    void weekChosen(core::Instant from);
    void policyWanted();
    void reportWanted();

private:
    /// A card below the last one; `right` is a widget or nullptr.
    QVBoxLayout *addCard(QVBoxLayout *to, const QString &title, QWidget *right);
    void showPolicy();

    AppContext &m_app;
    ForecastView *m_forecast;
    Label *m_rules;
};

} // namespace ui
