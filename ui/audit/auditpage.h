#pragma once
#include "domain/audit/audit.h"
#include <QTimer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QTableView;

namespace models {
class AuditModel;
}

namespace ui {

class AppContext;
class AuditInspector;
class Banner;
class ListPage;

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
    QWidget *makeEntries();
    void fillHead();
    void listen();
    void load();
    void refreshState();
    void showEntry();
    void open(qint64 sequence);
    void clearFilters();
    void verify();
    domain::AuditFilter filter() const;
    AppContext &m_app;
    models::AuditModel *m_model;
    QComboBox *m_period;
    QComboBox *m_kind;
    QPushButton *m_verify;
    Banner *m_state;
    QTableView *m_table;
    AuditInspector *m_inspector;
    ListPage *m_list;
    QTimer m_soon;
    quint64 m_request = 0;
};

} // namespace ui
