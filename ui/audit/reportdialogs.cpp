#include "ui/audit/reportdialogs.h"
#include "domain/text/markdown.h"
#include "services/audit/audittrail.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/audit/reportpdf.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/widgets/dialog.h"
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

ReportDialog::ReportDialog(AppContext &app, QWidget *parent)
    : SaveDialog(app, tr("Report for auditors"),
          tr("Scope and policy, coverage, who is past due, exemptions, campaigns, held results and second-person "
             "decisions, and the proof that the log is unchanged. More than 2,000 people past due go into a CSV beside "
             "it."),
          parent)
{
    m_format = formatBox(*this);
    m_numbers = new CheckBox(tr("Employee numbers instead of names"));
    form().addRow(QString(), m_numbers);
    setFileName(QStringLiteral("report-") + QDate::currentDate().toString(Qt::ISODate), QStringLiteral("pdf"));
    onSave([this, &app](const QString &path) {
        if (!app.tenantSession())
            return Job{core::ready<services::ExportReport>(core::makeError(core::ErrorCode::Cancelled, {})), {}, {}};
        m_report = std::make_unique<services::AuditReport>(*app.tenantSession(), app.trail(), app.context());
        return Job{
            m_report->run(optionsOf(m_format, m_numbers->isChecked()), path), {}, [this] { m_report->cancel(); }};
    });
    connect(&app, &AppContext::tenantSessionChanged, this, [this] { m_report.reset(); });
}

EvidenceDialog::EvidenceDialog(
    AppContext &app, services::Evidence::Kind kind, const QString &id, const QString &name, QWidget *parent)
    : SaveDialog(app, tr("Evidence pack: %1").arg(name),
          tr("Everything that the console holds about this, to read; and beside it the audit log with the values of "
             "exactly these entries, which can be proved without the console."),
          parent)
{
    m_format = formatBox(*this);
    setFileName(QStringLiteral("evidence-") + id.left(8), QStringLiteral("pdf"));
    onSave([this, &app, kind, id](const QString &path) {
        if (!app.tenantSession())
            return Job{core::ready<services::ExportReport>(core::makeError(core::ErrorCode::Cancelled, {})), {}, {}};
        m_evidence = std::make_unique<services::Evidence>(*app.tenantSession(), app.trail(), app.context());
        return Job{m_evidence->run(kind, id, optionsOf(m_format, false), path), {}, [this] { m_evidence->cancel(); }};
    });
    connect(&app, &AppContext::tenantSessionChanged, this, [this] { m_evidence.reset(); });
}

void showHeld(AppContext &app, QWidget *parent, const QString &identity, const QString &name)
{
    if (!app.tenantSession())
        return;
    auto *d = makeWindow<Dialog>(parent);
    d->setObjectName(QStringLiteral("heldDialog"));
    d->setWindowTitle(SaveDialog::tr("What we hold: %1").arg(name));
    d->resize(900, 640);
    QObject::connect(&app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    auto *v = new QVBoxLayout(d);
    auto *text = new ReportView;
    text->setOpenLinks(false);
    text->setAccessibleName(d->windowTitle());
    v->addWidget(text, 1);
    auto *close = button(app.theme(), SaveDialog::tr("Close"));
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, d, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    v->addLayout(foot);
    auto *evidence = new services::Evidence(*app.tenantSession(), app.trail(), app.context(), d);
    core::whenDone<QString>(
        evidence->held(services::Evidence::Person, identity), d, [text](const Result<QString> &held) {
            setReport(*text->document(), held ? *held : domain::markdownText(held.error().text));
        });
    d->open();
}

} // namespace ui
