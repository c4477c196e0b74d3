#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Label;
class Theme;

/// Icon, one line, one sentence, at most one button, each only where there is one; centred at 40 % of the height.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Theme &theme, QWidget *parent = nullptr);
    void setContent(const QString &icon, const QString &title, const QString &text, const QString &buttonText = {});

Q_SIGNALS:
    void activated();

private:
    Theme &m_theme;
    QLabel *m_icon;
    Label *m_title;
    Label *m_text;
    QPushButton *m_button;
};

} // namespace ui
