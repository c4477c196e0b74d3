#include "ui/audit/reportdialogs.h"
#include "domain/text/markdown.h"
#include "services/audit/audittrail.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/audit/reportpdf.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping.h"
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QFormLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

using core::Result;

namespace {

/// Loads nothing that a text names.
class ReportView final : public QTextBrowser
{
public:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

// Runs on a pool thread: a document of its own, painted into memory.
static Result<QByteArray> asPdf(const QString &markdown)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!writePdf(buffer, markdown))
        return core::makeError(core::ErrorCode::Internal, QStringLiteral("The PDF could not be made."));
    return buffer.data();
}

static QComboBox *formatBox(SaveDialog &dialog)
{
    auto *box = new QComboBox;
    box->addItems({QStringLiteral("PDF"), QStringLiteral("Markdown")});
    box->setAccessibleName(SaveDialog::tr("Format"));
    dialog.form().addRow(SaveDialog::tr("Format"), box);
    QObject::connect(box, &QComboBox::currentIndexChanged, &dialog,
        [&dialog](int i) { dialog.setFileName({}, i == 0 ? QStringLiteral("pdf") : QStringLiteral("md")); });
    return box;
}

static services::ReportOptions optionsOf(const QComboBox *format, bool numbers)
{
    services::ReportOptions o;
    o.numbersForNames = numbers;
    if (format->currentIndex() == 0)
        o.render = asPdf;
    return o;
}

ReportDialog::ReportDialog(Desk &desk, QWidget *parent)
    : SaveDialog(desk, tr("Report for auditors"),
          tr("Scope and policy, coverage, who is past due, exemptions, campaigns, held results and second-person "
             "decisions, and the proof that the log is unchanged. More than 2,000 people past due go into a CSV beside "
             "it."),
          parent)
{
    m_format = formatBox(*this);
    m_numbers = new CheckBox(tr("Employee numbers instead of names"));
    form().addRow(QString(), m_numbers);
    setFileName(QStringLiteral("report-") + QDate::currentDate().toString(Qt::ISODate), QStringLiteral("pdf"));
    onSave([this, &desk](const QString &path) {
        if (!desk.workspace())
            return Job{core::ready<services::ExportReport>(core::makeError(core::ErrorCode::Cancelled, {})), {}, {}};
        m_report = std::make_unique<services::AuditReport>(*desk.workspace(), desk.trail(), desk.context());
        return Job{
            m_report->run(optionsOf(m_format, m_numbers->isChecked()), path), {}, [this] { m_report->cancel(); }};
    });
    connect(&desk, &Desk::workspaceChanged, this, [this] { m_report.reset(); });
}

EvidenceDialog::EvidenceDialog(
    Desk &desk, services::Evidence::Kind kind, const QString &id, const QString &name, QWidget *parent)
    : SaveDialog(desk, tr("Evidence pack: %1").arg(name),
          tr("Everything that the console holds about this, to read; and beside it the audit log with the values of "
             "exactly these entries, which can be proved without the console."),
          parent)
{
    m_format = formatBox(*this);
    setFileName(QStringLiteral("evidence-") + id.left(8), QStringLiteral("pdf"));
    onSave([this, &desk, kind, id](const QString &path) {
        if (!desk.workspace())
            return Job{core::ready<services::ExportReport>(core::makeError(core::ErrorCode::Cancelled, {})), {}, {}};
        m_evidence = std::make_unique<services::Evidence>(*desk.workspace(), desk.trail(), desk.context());
        return Job{m_evidence->run(kind, id, optionsOf(m_format, false), path), {}, [this] { m_evidence->cancel(); }};
    });
    connect(&desk, &Desk::workspaceChanged, this, [this] { m_evidence.reset(); });
}

void showHeld(Desk &desk, QWidget *parent, const QString &identity, const QString &name)
{
    if (!desk.workspace())
        return;
    auto *d = new Dialog(parent);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setObjectName(QStringLiteral("heldDialog"));
    d->setWindowTitle(SaveDialog::tr("What we hold: %1").arg(name));
    d->resize(900, 640);
    QObject::connect(&desk, &Desk::workspaceChanged, d, &QDialog::reject);
    auto *v = new QVBoxLayout(d);
    auto *text = new ReportView;
    text->setOpenLinks(false);
    text->setAccessibleName(d->windowTitle());
    v->addWidget(text, 1);
    auto *close = button(desk.theme(), SaveDialog::tr("Close"));
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, d, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    v->addLayout(foot);
    auto *evidence = new services::Evidence(*desk.workspace(), desk.trail(), desk.context(), d);
    core::whenDone<QString>(
        evidence->held(services::Evidence::Person, identity), d, [text](const Result<QString> &held) {
            setReport(*text->document(), held ? *held : domain::markdownText(held.error().text));
        });
    d->open();
}

} // namespace ui
