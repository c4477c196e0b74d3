#pragma once
#include <QWidget>

namespace ui {

class Theme;

/// Status chip as a widget.
class Chip : public QWidget
{
    Q_OBJECT
public:
    Chip(Theme &theme, bool isLarge = false, QWidget *parent = nullptr);
    void setChip(const QString &key, const QString &text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QString m_key;
    QString m_text;
    bool m_isLarge;
};

} // namespace ui
