#pragma once
#include "domain/audit/audit.h"
#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace models {
class AuditModel;
}

namespace ui {

class Banner;
class AppContext;
class EmptyState;
class KeyValueList;
class Label;

/// What was done with this data folder, and the proof that nothing of it was changed.
class AuditPage : public QWidget
{
    Q_OBJECT
public:
    explicit AuditPage(AppContext &app, QWidget *parent = nullptr);
    void focusSearch();
    void openExport();
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeInspector();
    void load();
    void refreshState();
    void showEntry();
    void open(qint64 sequence);
    void verify();
    domain::AuditFilter filter() const;
    AppContext &m_app;
    models::AuditModel *m_model;
    QLineEdit *m_search;
    QComboBox *m_period;
    QComboBox *m_kind;
    QPushButton *m_verify;
    Banner *m_state;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    KeyValueList *m_entry;
    KeyValueList *m_chain;
    QPlainTextEdit *m_data;
    Label *m_count;
    QTimer m_soon;
    quint64 m_request = 0;
};

} // namespace ui
