#pragma once
#include <QWidget>

class QAbstractButton;

namespace ui {

class Theme;

/// Two or more choices in one frame.
class Segmented : public QWidget
{
    Q_OBJECT
public:
    Segmented(Theme &theme, const QStringList &labels, QWidget *parent = nullptr);
    int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void changed(int index);

private:
    QList<QAbstractButton *> m_buttons;
};

} // namespace ui
