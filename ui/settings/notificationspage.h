#pragma once
#include <QWidget>

namespace ui {

class AppContext;

/// Settings, Notifications: of what the desktop is told while the console is not in front. Per computer.
class NotificationsPage : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationsPage(AppContext &app, QWidget *parent = nullptr);
};

} // namespace ui
