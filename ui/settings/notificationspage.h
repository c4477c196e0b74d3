#pragma once
#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class AppContext;

/// Settings, Notifications: of what the desktop is told while the console is not in front. Per computer.
class NotificationsPage : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationsPage(AppContext &app, QWidget *parent = nullptr);

private:
    /// One box for each kind of news, off while `all` is.
    void addKinds(QVBoxLayout *rows, QCheckBox *all);
    QHBoxLayout *makeTrial();

    AppContext &m_app;
};

} // namespace ui
