#pragma once
#include <QWidget>

namespace ui {

class Desk;

/// Settings, Notifications: of what the desktop is told while the console is not in front. Per computer.
class NotificationsPage : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationsPage(Desk &desk, QWidget *parent = nullptr);
};

} // namespace ui
