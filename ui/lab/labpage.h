#pragma once
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {

class AppContext;
class LabCallbacks;
class Label;

/// The integration engineer's page: callbacks with their inspector and scenarios, event triggers, workflows. Its parts
/// are made when they are first looked at.
class LabPage : public QWidget
{
    Q_OBJECT
public:
    explicit LabPage(AppContext &app, QWidget *parent = nullptr);
    void focusSearch();
    void showTab(int index);

Q_SIGNALS:
    void receiverSettingsWanted();

private:
    void refreshTarget();
    AppContext &m_app;
    Label *m_note;
    QPushButton *m_faults;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    LabCallbacks *m_callbacks;
};

} // namespace ui
