#include "ui/tenants/wizard/readinessstep.h"
#include "services/readiness/preflightcheck.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/tenants/readinesstable.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using services::ReadinessLine;

ReadinessStep::ReadinessStep(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 12);
    v->setSpacing(8);
    v->addWidget(new Label(t, tr("Readiness check"), 18, "text", 600));
    auto *sub = new Label(t,
        tr("Everything is read, nothing is changed. What can be mended from here is offered under Settings, Tenants, "
           "Readiness… once the tenant is added."),
        13, "text-2");
    sub->setWordWrap(true);
    v->addWidget(sub);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = new ReadinessTable(app);
    v->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    m_saveReport = button(t, tr("Save report…"), QStringLiteral("export"));
    m_checkAgain = button(t, tr("Check again"), QStringLiteral("refresh"));
    connect(m_saveReport, &QPushButton::clicked, this, [this] { saveReport(window(), m_report, *m_banner); });
    connect(m_checkAgain, &QPushButton::clicked, this, &ReadinessStep::checkWanted);
    foot->addWidget(m_saveReport);
    foot->addStretch();
    foot->addWidget(m_checkAgain);
    v->addLayout(foot);
}

ReadinessStep::~ReadinessStep() = default;

void ReadinessStep::check(const domain::Tenant &tenant, const services::TenantSecrets &secrets)
{
    m_isReady = false;
    m_report.clear();
    m_table->clear();
    m_banner->show(Banner::Info, tr("Checking; nothing is changed"), {});
    m_trial = std::make_unique<services::PreflightCheck>(tenant, secrets, m_app.context());
    Q_EMIT changed();
    connect(m_trial.get(), &services::PreflightCheck::line, m_table, &ReadinessTable::addLine);
    core::whenDone<QList<ReadinessLine>>(m_trial->run(), this,
        [this, name = tenant.name](const core::Result<QList<ReadinessLine>> &lines) { showLines(name, lines); });
}

void ReadinessStep::showLines(const QString &tenantName, const core::Result<QList<ReadinessLine>> &lines)
{
    m_trial.reset(); // its secrets go with it
    if (lines) {
        m_table->setLines(*lines, *m_banner);
        m_isReady = !hasFailed(*lines);
        m_report = services::readinessMarkdown(tenantName, m_app.context().clock->now(), *lines);
    } else {
        m_banner->show(Banner::Problem, lines.error().text, {});
    }
    Q_EMIT changed();
}

void ReadinessStep::refreshButtons(const QString &testing)
{
    setEnabledOr(m_checkAgain, testing);
    setEnabledOr(
        m_saveReport, !testing.isEmpty() || !m_report.isEmpty() ? testing : tr("There is no report before a check."));
}

} // namespace ui
