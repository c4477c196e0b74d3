#pragma once
#include <QAbstractButton>

namespace ui {

class Theme;

/// An entry of the sidebar.
class NavItem : public QAbstractButton
{
    Q_OBJECT
public:
    NavItem(Theme &theme, const QString &icon, const QString &label, QWidget *parent = nullptr);
    void setCount(qint64 count);
    void setCollapsed(bool isCollapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QString m_icon;
    QString m_label;
    QString m_count;
    bool m_isCollapsed = false;
};

} // namespace ui
