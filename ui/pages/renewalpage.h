#pragma once
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {

class Desk;
class Label;
class PolicyEditor;
class WorkList;

/// Re-verification: who is due, and the policy that says so.
class RenewalPage : public QWidget
{
    Q_OBJECT
public:
    explicit RenewalPage(Desk &desk, QWidget *parent = nullptr);
    void showPolicy();
    void focusSearch();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refreshButtons();
    Desk &m_desk;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    WorkList *m_work;
    PolicyEditor *m_policy;
    Label *m_summary;
    QPushButton *m_discard;
    QPushButton *m_save;
};

} // namespace ui
