#pragma once
#include "domain/operations/operation.h"
#include "ui/widgets/dialog.h"

class QTableWidget;

namespace ui {

class AppContext;
class Label;

/// What SailPoint was asked for and what became of it; newest first.
class OperationList : public Dialog
{
    Q_OBJECT
public:
    explicit OperationList(AppContext &app, QWidget *parent = nullptr);

private:
    void load();
    static QString subjectsText(const domain::Operation &operation);
    AppContext &m_app;
    QTableWidget *m_table;
    Label *m_empty;
};

} // namespace ui
