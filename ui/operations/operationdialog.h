#pragma once
#include <QString>
#include <functional>

class QWidget;

namespace ui {

class AppContext;

/// Asks before SailPoint is asked. What cannot be taken back wants a word typed.
struct OperationQuestion
{
    QString title;
    QString text;
    QString button;
    QString typed; ///< what has to be typed; empty: nothing
    bool isDestructive = false;
};
void askOperation(AppContext &app, QWidget *parent, const OperationQuestion &question, std::function<void()> then);

} // namespace ui
