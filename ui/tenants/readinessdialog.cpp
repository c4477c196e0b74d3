#include "ui/tenants/readinessdialog.h"
#include "core/outputfile.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/audit/reportpdf.h"
#include "ui/common/appcontext.h"
#include "ui/common/askfile.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/profiles/remediationdialog.h"
#include "ui/tenants/readinesstable.h"
#include <QBuffer>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using services::ReadinessLine;

ReadinessDialog::ReadinessDialog(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("readinessDialog"));
    setWindowTitle(tr("Readiness"));
    resize(940, 640);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(
        heading(t, tr("Is %1 ready?").arg(app.tenantSession() ? app.tenantSession()->tenant().name : QString())));
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = new ReadinessTable(app);
    v->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    m_save = button(t, tr("Save report…"), QStringLiteral("export"));
    m_fix = button(t, tr("Fix…"), QStringLiteral("edit"));
    m_fix->setObjectName(QStringLiteral("fixButton"));
    m_remediationWhy = new Label(t, {}, 12, "text-3");
    m_again = button(t, tr("Check again"), QStringLiteral("refresh"), "primary");
    auto *close = button(t, tr("Close"));
    connect(m_save, &QPushButton::clicked, this, [this] { saveReport(this, m_report, *m_banner); });
    connect(m_fix, &QPushButton::clicked, this, &ReadinessDialog::fix);
    connect(m_again, &QPushButton::clicked, this, &ReadinessDialog::check);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &ReadinessTable::currentChanged, this, &ReadinessDialog::refreshRemediation);
    connect(m_table, &ReadinessTable::activated, this, [this] {
        if (m_fix->isEnabled())
            fix();
    });
    foot->addWidget(m_fix);
    foot->addWidget(m_save);
    foot->addWidget(m_remediationWhy);
    foot->addStretch();
    foot->addWidget(close);
    foot->addWidget(m_again);
    v->addLayout(foot);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::close);
    if (auto *w = app.tenantSession())
        connect(&w->readiness(), &services::ReadinessCheck::line, m_table, &ReadinessTable::addLine);
    check();
}

void ReadinessDialog::refreshRemediation()
{
    const ReadinessLine l = m_table->current();
    const bool isRepairable = l.fix != ReadinessLine::None && m_again->isEnabled();
    QString why;
    if (!l.text.isEmpty() && !isRepairable)
        why = l.level == services::TestLevel::Pass ? tr("Nothing to fix here.")
                                                   : tr("SailPoint’s API cannot fix this; do what the line says.");
    m_remediationWhy->setText(why);
    if (isRepairable)
        return setEnabledOr(m_fix, {});
    setEnabledOr(m_fix, m_remediationWhy->text().isEmpty() ? tr("Choose a line first.") : m_remediationWhy->text());
}

void ReadinessDialog::fix()
{
    auto *d = openDialog<RemediationDialog>(m_app, m_table->current(), this);
    connect(d, &RemediationDialog::fixed, this, &ReadinessDialog::check);
}

void ReadinessDialog::check()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_table->clear();
    for (QPushButton *b : {m_again, m_save, m_fix})
        setEnabledOr(b, tr("Checking; nothing is changed"));
    m_banner->show(Banner::Info, tr("Checking; nothing is changed"), {});
    core::whenDone<QList<ReadinessLine>>(w->readiness().run(), this,
        [this, w = m_app.shareTenantSession()](const core::Result<QList<ReadinessLine>> &lines) {
            setEnabledOr(m_again, {});
            if (!lines) {
                setEnabledOr(m_save, tr("There is no report before a check."));
                refreshRemediation();
                return m_banner->show(Banner::Problem, lines.error().text, {});
            }
            // Somebody else may have begun the run: all of its lines, not only those seen from here on.
            m_table->setLines(*lines, *m_banner);
            m_report = services::readinessMarkdown(w->tenant().name, w->context().clock->now(), *lines);
            setEnabledOr(m_save, {});
            refreshRemediation();
        });
}

void saveReport(QWidget *parent, const QString &markdown, Banner &banner)
{
    const FileQuestion question{ReadinessDialog::tr("Save report"), QStringLiteral("Markdown (*.md);;PDF (*.pdf)"),
        QStringLiteral("readiness.md"), true};
    QObject::connect(
        askFile(parent, question), &QFileDialog::fileSelected, parent, [markdown, &banner](const QString &name) {
            const bool isPdf = name.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
            QBuffer pdf;
            pdf.open(QIODevice::WriteOnly);
            const bool isRendered = !isPdf || writePdf(pdf, markdown);
            const auto written = isRendered ? core::writeFile(name, isPdf ? pdf.data() : markdown.toUtf8())
                                            : core::Status(core::makeError(core::ErrorCode::Internal, name));
            banner.show(written ? Banner::Good : Banner::Problem,
                written ? ReadinessDialog::tr("Report saved") : ReadinessDialog::tr("The file could not be written"),
                written ? name : written.error().text);
        });
}

} // namespace ui
