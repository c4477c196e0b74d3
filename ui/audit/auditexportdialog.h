#pragma once
#include "ui/common/savedialog.h"

class QCheckBox;
class QComboBox;

namespace services {
class AuditExport;
}

namespace ui {

/// The audit log into a file, with or without names.
class AuditExportDialog : public SaveDialog
{
    Q_OBJECT
public:
    AuditExportDialog(AppContext &app, QWidget *parent);
    ~AuditExportDialog() override;

private:
    QComboBox *m_format;
    QCheckBox *m_redacts;
    std::unique_ptr<services::AuditExport> m_export;
};

} // namespace ui
