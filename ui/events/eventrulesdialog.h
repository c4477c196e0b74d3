#pragma once
#include "domain/events/eventrule.h"
#include "ui/widgets/dialog.h"

class QLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace ui {

class Banner;
class AppContext;
class EventRuleForm;
class Label;

/// Which events of SailPoint propose a verification, and which of these start by themselves. The first rule that
/// matches counts. Nothing is stored before Save.
class EventRulesDialog : public Dialog
{
    Q_OBJECT
public:
    EventRulesDialog(AppContext &app, QWidget *parent);

private:
    QWidget *makeList();
    QLayout *makeLimits();
    QLayout *makeFoot();
    void read();
    void show(const domain::EventRules &rules);
    void showRule(int row);
    void takeRule();
    void refresh();
    void move(int by);
    void save();
    AppContext &m_app;
    domain::EventRules m_rules;
    domain::EventRules m_stored;
    bool m_isFilling = false;
    Banner *m_banner;
    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
    EventRuleForm *m_form;
    QLineEdit *m_approver;
    QSpinBox *m_limit;
    Label *m_why;
    QPushButton *m_save;
};

} // namespace ui
