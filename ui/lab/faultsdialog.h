#pragma once
#include "ui/lab/labcontrol.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QLayout;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace ui {

class Banner;
class AppContext;

/// What goes wrong in the running simulators: rules that hold at once, until they are removed or the console ends.
class FaultsDialog : public Dialog
{
    Q_OBJECT
public:
    FaultsDialog(AppContext &app, QWidget *parent);

private:
    QLayout *makeForm();
    QLayout *makeFoot();
    void addKinds();
    /// Of the chosen vendor.
    const QStringList &operationNames() const;
    QStringList inForce() const;
    void refreshOperations();
    void refreshValue();
    void refresh();
    void add();
    void apply(const QStringList &rules);
    AppContext &m_app;
    LabControl::FaultWords m_words;
    Banner *m_banner;
    QListWidget *m_list;
    QComboBox *m_vendor;
    QComboBox *m_operation;
    QComboBox *m_kind;
    QSpinBox *m_value;
    QSpinBox *m_percent;
    QSpinBox *m_times;
    QPushButton *m_remove;
    QPushButton *m_clear;
};

} // namespace ui
