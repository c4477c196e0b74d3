#pragma once
#include <QString>
#include <functional>

class QWidget;

namespace ui {

class Desk;

/// Asks before something is put away for good, and why; closes when another tenant is opened.
struct ReasonQuestion
{
    QString title;
    QString text;
    QString placeholder;
    QString button;
};
void askReason(
    Desk &desk, QWidget *parent, const ReasonQuestion &question, std::function<void(const QString &why)> then);

} // namespace ui
