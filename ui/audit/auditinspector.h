#pragma once
#include "domain/audit/audit.h"
#include <QScrollArea>

class QPlainTextEdit;

namespace ui {

class KeyValueList;
class Theme;

/// One entry of the audit log: what happened, how it hangs together with its neighbours, what was recorded.
class AuditInspector : public QScrollArea
{
    Q_OBJECT
public:
    explicit AuditInspector(Theme &theme, QWidget *parent = nullptr);
    /// nullptr: nothing is chosen. `next`: the entry after it, nullptr where it is not here.
    void showRecord(const domain::AuditRecord *record, const domain::AuditRecord *next);

private:
    KeyValueList *m_entry;
    KeyValueList *m_chain;
    QPlainTextEdit *m_data;
};

} // namespace ui
