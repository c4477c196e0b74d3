#pragma once
#include "services/audit/evidence.h"
#include "ui/common/savedialog.h"

class QCheckBox;
class QComboBox;

namespace ui {

/// The report for auditors as PDF or Markdown.
class ReportDialog : public SaveDialog
{
    Q_OBJECT
public:
    ReportDialog(AppContext &app, QWidget *parent);

private:
    QComboBox *m_format;
    QCheckBox *m_numbers;
    std::unique_ptr<services::AuditReport> m_report;
};

/// The evidence pack of a person, session or campaign.
class EvidenceDialog : public SaveDialog
{
    Q_OBJECT
public:
    EvidenceDialog(
        AppContext &app, services::Evidence::Kind kind, const QString &id, const QString &name, QWidget *parent);

private:
    QComboBox *m_format;
    std::unique_ptr<services::Evidence> m_evidence;
};

/// "What we hold" about a person, to look at.
void showHeld(AppContext &app, QWidget *parent, const QString &identity, const QString &name);

} // namespace ui
