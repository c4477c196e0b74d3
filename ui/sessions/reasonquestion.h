#pragma once
#include <QString>
#include <functional>

class QWidget;

namespace ui {

class AppContext;

/// Asks before something is put away for good, and why; closes when another tenant is opened.
struct ReasonQuestion
{
    QString title;
    QString text;
    QString placeholder;
    QString button;
};
void askReason(
    AppContext &app, QWidget *parent, const ReasonQuestion &question, std::function<void(const QString &why)> then);

} // namespace ui
