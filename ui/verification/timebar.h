#pragma once
#include <QWidget>

namespace ui {

class Theme;

/// The time that is left, as a bar of three pixels.
class TimeBar : public QWidget
{
    Q_OBJECT
public:
    explicit TimeBar(Theme &theme, QWidget *parent = nullptr);
    /// `left`: of the whole, 0 to 1; `family`: of the colours.
    void setLeft(double left, const QString &family);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    double m_left = 1;
    QString m_family = QStringLiteral("pending");
};

} // namespace ui
