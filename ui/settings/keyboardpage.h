#pragma once
#include <QWidget>

class QAction;
class QKeySequenceEdit;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;

/// Settings, Keyboard: every command of the menu with its keys. Keys that stand for something else are refused.
class KeyboardPage : public QWidget
{
    Q_OBJECT
public:
    KeyboardPage(AppContext &app, const QList<QAction *> &commands, QWidget *parent = nullptr);
    /// Puts the keys that were chosen earlier in force; remembers the built-in ones.
    static void apply(AppContext &app, const QList<QAction *> &commands);

private:
    void fill();
    void change(const QKeySequence &keys);
    void reset();
    AppContext &m_app;
    QList<QAction *> m_commands;
    QTableWidget *m_table;
    QKeySequenceEdit *m_edit;
    Banner *m_banner;
};

} // namespace ui
