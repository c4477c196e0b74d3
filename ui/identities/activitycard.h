#pragma once
#include "domain/audit/audit.h"
#include <QFrame>

class QGridLayout;

namespace ui {

class AppContext;

/// The last things that happened with this tenant, from the audit log.
class ActivityCard : public QFrame
{
    Q_OBJECT
public:
    explicit ActivityCard(AppContext &app, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void allWanted();

private:
    void show(const QList<domain::AuditRecord> &records);
    AppContext &m_app;
    QWidget *m_rows = nullptr;
    QList<qint64> m_shown;
};

} // namespace ui
