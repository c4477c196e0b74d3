#pragma once
#include <QWidget>

class QStackedWidget;

namespace ui {

class Desk;

/// The pages of the settings; changes apply at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(Desk &desk, QWidget *parent = nullptr);
    void showTenants();
    void showReceiver();

private:
    QWidget *makeGeneral();
    QWidget *makeAbout();
    Desk &m_desk;
    class QListWidget *m_pages;
    QStackedWidget *m_stack;
};

} // namespace ui
