#include "services/readiness/preflightcheck.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/tenants/readinesstable.h"
#include "ui/tenants/tenantwizard.h"
#include "ui/widgets/parts.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

// The wizard's last step: is what was entered enough?
namespace ui {

using services::ReadinessLine;

QWidget *TenantWizard::makeReadiness()
{
    Theme &t = m_app.theme();
    auto *page = new QWidget;
    auto *v = new QVBoxLayout(page);
    v->setContentsMargins(24, 18, 24, 12);
    v->setSpacing(8);
    v->addWidget(new Label(t, tr("Readiness check"), 18, "text", 600));
    auto *sub = new Label(t,
        tr("Everything is read, nothing is changed. What can be mended from here is offered under Settings, Tenants, "
           "Readiness… once the tenant is added."),
        13, "text-2");
    sub->setWordWrap(true);
    v->addWidget(sub);
    m_readyBanner = new Banner(t, false);
    v->addWidget(m_readyBanner);
    m_ready = new ReadinessTable(m_app);
    v->addWidget(m_ready, 1);
    auto *foot = new QHBoxLayout;
    m_saveReport = button(t, tr("Save report…"), QStringLiteral("export"));
    m_checkAgain = button(t, tr("Check again"), QStringLiteral("refresh"));
    connect(m_saveReport, &QPushButton::clicked, this, [this] { saveReport(this, m_report, *m_readyBanner); });
    connect(m_checkAgain, &QPushButton::clicked, this, &TenantWizard::checkReadiness);
    foot->addWidget(m_saveReport);
    foot->addStretch();
    foot->addWidget(m_checkAgain);
    v->addLayout(foot);
    return page;
}

void TenantWizard::checkReadiness()
{
    if (m_isTesting)
        return;
    m_isTesting = true;
    m_isReady = false;
    m_report.clear();
    m_ready->clear();
    m_readyBanner->show(Banner::Info, tr("Checking; nothing is changed"), {});
    refreshButtons();
    m_trial = std::make_unique<services::PreflightCheck>(tenant(), secrets(), m_app.context());
    connect(m_trial.get(), &services::PreflightCheck::line, m_ready, &ReadinessTable::addLine);
    core::whenDone<QList<ReadinessLine>>(m_trial->run(), this, [this](const core::Result<QList<ReadinessLine>> &lines) {
        m_isTesting = false;
        m_trial.reset(); // its secrets go with it
        if (lines) {
            m_ready->setLines(*lines, *m_readyBanner);
            m_isReady = !hasFailed(*lines);
            m_report = services::readinessMarkdown(tenant().name, m_app.context().clock->now(), *lines);
        } else {
            m_readyBanner->show(Banner::Problem, lines.error().text, {});
        }
        refreshButtons();
    });
}

} // namespace ui
