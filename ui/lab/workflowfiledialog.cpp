#include "ui/lab/workflowfiledialog.h"
#include "core/outputfile.h"
#include "domain/profiles/workflowfiles.h"
#include "domain/tenants/tenant.h"
#include "ui/common/appcontext.h"
#include <QCryptographicHash>

namespace ui {

static domain::WorkflowFile fileOf(bool isStart, const QString &escalateTo)
{
    if (isStart)
        return domain::WorkflowFile::Start;
    return escalateTo.trimmed().isEmpty() ? domain::WorkflowFile::Result : domain::WorkflowFile::Decision;
}

WorkflowFileDialog::WorkflowFileDialog(
    AppContext &app, const domain::Tenant &tenant, bool isStart, const QString &escalateTo, QWidget *parent)
    : SaveDialog(app, isStart ? tr("Save the start workflow") : tr("Save the result workflow"),
          tr("JSON to import in SailPoint's workflow builder, filled from this tenant's settings. Owner, client and "
             "secret are entered there."),
          parent)
{
    setFileName(
        isStart ? QStringLiteral("idv-start-workflow") : QStringLiteral("idv-result-workflow"), QStringLiteral("json"));
    onSave([tenant, isStart, escalateTo](const QString &path) -> SaveDialog::Job {
        const auto json = domain::workflowFileText(fileOf(isStart, escalateTo), tenant, escalateTo);
        if (!json)
            return {core::ready<services::ExportReport>(json.error()), {}, {}};
        if (const auto written = core::writeFile(path, *json); !written)
            return {core::ready<services::ExportReport>(written.error()), {}, {}};
        return {core::ready<services::ExportReport>(services::ExportReport{
                    path, 1, QCryptographicHash::hash(*json, QCryptographicHash::Sha256).toHex()}),
            {}, {}};
    });
}

} // namespace ui
