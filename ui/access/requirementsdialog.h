#pragma once
#include "domain/access/approval.h"
#include "ui/widgets/dialog.h"

class QBoxLayout;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class Label;

/// What is asked of people before they get some access. Nothing is stored before Save.
class RequirementsDialog : public Dialog
{
    Q_OBJECT
public:
    RequirementsDialog(AppContext &app, QWidget *parent);

private:
    QFormLayout *makeForm();
    QBoxLayout *makeFoot();
    void read();
    void show(int current);
    void addOne();
    void removeOne();
    void showOne();
    void takeOne();
    void refresh();
    void save();
    AppContext &m_app;
    domain::AccessRequirements m_now, m_stored;
    bool m_isFilling = false;
    bool m_isUnreadable = false;
    Banner *m_banner;
    QTableWidget *m_table;
    QLineEdit *m_access;
    QComboBox *m_ial;
    QSpinBox *m_days;
    QPushButton *m_remove;
    Label *m_why;
    QPushButton *m_save;
};

} // namespace ui
