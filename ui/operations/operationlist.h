#pragma once
#include "domain/operations/operation.h"
#include "ui/widgets/dialog.h"

class QTableWidget;

namespace ui {

class Desk;
class Label;

/// What SailPoint was asked for and what became of it; newest first.
class TaskList : public Dialog
{
    Q_OBJECT
public:
    explicit TaskList(Desk &desk, QWidget *parent = nullptr);

private:
    void load();
    Desk &m_desk;
    QTableWidget *m_table;
    Label *m_empty;
};

} // namespace ui
