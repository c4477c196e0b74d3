#pragma once
#include "domain/verification/writeback/drift.h"
#include "ui/widgets/dialog.h"
#include <QTimer>

class QTableWidget;
class QPushButton;

namespace services {
class DriftCheck;
}

namespace ui {

class Banner;
class AppContext;
class ListStates;
class Label;

/// Where SailPoint does not store what the provider said, and its repair.
class DriftDialog : public Dialog
{
    Q_OBJECT
public:
    DriftDialog(AppContext &app, QWidget *parent);

private:
    QTableWidget *makeTable();
    void load();
    void repair();
    void refreshButton();
    void showState(const domain::DriftList &found);
    AppContext &m_app;
    services::DriftCheck *m_check;
    QList<domain::Drift> m_list;
    QTableWidget *m_table;
    ListStates *m_states;
    Label *m_open;
    Banner *m_banner;
    QPushButton *m_go;
    QTimer m_soon;
};

/// Opens the list over `parent`; nothing while no tenant is open.
void showDifferences(AppContext &app, QWidget *parent);

} // namespace ui
