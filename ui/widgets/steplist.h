#pragma once
#include <QFrame>

namespace ui {

class Label;
class Theme;

/// Left of a wizard: its steps by number, of which the present one stands out.
class StepList : public QFrame
{
    Q_OBJECT
public:
    /// `note` stands at the bottom.
    StepList(
        Theme &theme, const QString &title, const QStringList &steps, const QString &note, QWidget *parent = nullptr);
    void setCurrent(int step);

private:
    Theme &m_theme;
    QList<Label *> m_labels;
};

} // namespace ui
