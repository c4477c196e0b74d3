#pragma once
#include <QFrame>

class QHBoxLayout;

namespace ui {

class Theme;

/// "Profile: Contractors ✕": a filter that is on and can be taken away; its cross is a tab stop of its own.
class RemovableChip : public QFrame
{
    Q_OBJECT
public:
    RemovableChip(Theme &theme, const QString &text, QWidget *parent = nullptr);

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
};

} // namespace ui
