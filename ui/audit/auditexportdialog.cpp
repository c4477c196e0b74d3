#include "ui/audit/auditexportdialog.h"
#include "services/audit/auditexport.h"
#include "services/audit/audittrail.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

namespace ui {

AuditExportDialog::AuditExportDialog(AppContext &app, QWidget *parent)
    : SaveDialog(app, tr("Export the audit log"),
          tr("All entries, in order. A file of JSON Lines can be proved without this console: it carries the signed "
             "heads and the public key."),
          parent)
{
    m_format = new QComboBox;
    m_format->addItems({tr("JSON Lines, provable"), tr("CSV, for reading")});
    m_format->setAccessibleName(tr("Format"));
    form().addRow(tr("Format"), m_format);
    m_redacts = new CheckBox(tr("Leave out names and contacts"));
    m_redacts->setChecked(app.settings().value(QStringLiteral("privacy/redactExports")).toBool());
    form().addRow(QString(), m_redacts);
    setFileName(QStringLiteral("audit"), QStringLiteral("jsonl"));
    connect(m_format, &QComboBox::currentIndexChanged, this,
        [this](int i) { setFileName({}, i == 0 ? QStringLiteral("jsonl") : QStringLiteral("csv")); });
    onSave([this, &app](const QString &path) {
        m_export = std::make_unique<services::AuditExport>(app.trail(), app.context());
        return Job{m_export->run({m_format->currentIndex() == 1, m_redacts->isChecked()}, path),
            [this] { return m_export->done(); }, [this] { m_export->cancel(); }};
    });
    epilogue = [this, &app]() -> QString {
        const auto &s = app.trail().state();
        if (m_format->currentIndex() == 1)
            return {};
        if (s.publicKey.isEmpty())
            return tr("It is not signed: %1").arg(s.unsignedWhy) + QLatin1Char('\n') +
                   tr("Give the auditor this on another way: head %1. They prove the file with: idvctl audit verify "
                      "FILE --at-least HEAD")
                       .arg(domain::chainHeadText({s.entries, s.head}));
        return tr("Give the auditor this on another way: key %1. They prove the file with: idvctl audit verify FILE "
                  "--key KEY")
            .arg(domain::keyFingerprint(s.publicKey));
    };
}

AuditExportDialog::~AuditExportDialog() = default;

} // namespace ui
