#pragma once
#include "domain/identities/people.h"
#include <QWidget>

namespace ui {

class Theme;

/// Bars by week with their value above: a lower part and one on top of it. Arrow keys go from bar to bar, which a
/// screen reader is told; Enter says chosen().
class ForecastView : public QWidget
{
    Q_OBJECT
public:
    struct Bar
    {
        core::Instant from = 0;
        qint64 lower = 0;
        qint64 upper = 0;
    };
    explicit ForecastView(Theme &theme, QWidget *parent = nullptr);
    /// `upperName` explains the upper part ("high risk", "added by the change").
    void setBars(const QList<Bar> &bars, const QString &upperName);
    /// A dashed line at so many a week; 0: none.
    void setCapacity(qint64 perWeek);
    QSize sizeHint() const override { return {320, 170}; }

Q_SIGNALS:
    void chosen(core::Instant from);

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QRectF slot(int bar) const;
    void select(int bar);
    QString barText(int bar) const;
    Theme &m_theme;
    QList<Bar> m_bars;
    QString m_upperName;
    int m_current = 0;
    qint64 m_capacity = 0;
};

} // namespace ui
