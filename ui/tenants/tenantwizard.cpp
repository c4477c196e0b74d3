#include "ui/tenants/tenantwizard.h"
#include "domain/text/secrettext.h"
#include "services/readiness/preflightcheck.h"
#include "services/tenants/tenants.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/tenants/identityiqform.h"
#include "ui/widgets/hintededit.h"
#include "ui/widgets/parts.h"
#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using services::TestLevel;

static const QStringList sailpointFields{QStringLiteral("name"), QStringLiteral("sailpoint-url"),
    QStringLiteral("client-id"), QStringLiteral("client-secret"), QStringLiteral("proxy"), QStringLiteral("ca"),
    QStringLiteral("time-zone"), QStringLiteral("plugin-url"), QStringLiteral("operator-id"),
    QStringLiteral("approved-state"), QStringLiteral("denied-state"), QStringLiteral("signed-state")};
static const QStringList providerFields{QStringLiteral("idv-url"), QStringLiteral("community"),
    QStringLiteral("api-key"), QStringLiteral("dvc-id"), QStringLiteral("session-path"), QStringLiteral("status-path"),
    QStringLiteral("callback-base-url")};
static const QStringList attributeFields{QStringLiteral("map"), QStringLiteral("idv-source"),
    QStringLiteral("workflow-id"), QStringLiteral("interval"), QStringLiteral("warn")};

TenantWizard::TenantWizard(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setWindowTitle(tr("Add tenant"));
    setObjectName(QStringLiteral("tenantWizard"));
    resize(std::min(app.theme().scaled(860), 1240), std::min(app.theme().scaled(640), 780));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    m_banner = new Banner(t, true);
    v->addWidget(m_banner);
    auto *h = new QHBoxLayout;
    h->setSpacing(0);
    h->addWidget(makeSteps());
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeSailPoint());
    m_stack->addWidget(makeProvider());
    m_stack->addWidget(makeAttributes());
    m_stack->addWidget(makeReadiness());
    h->addWidget(m_stack, 1);
    v->addLayout(h, 1);
    v->addWidget(line(t));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 12, 20, 12);
    foot->setSpacing(8);
    m_foot = new Label(t, tr("Nothing is stored until you finish."), 12, "text-3");
    foot->addWidget(m_foot, 1);
    auto *cancel = button(t, tr("Cancel"));
    m_back = button(t, tr("Back"));
    m_next = button(t, tr("Next"), {}, "primary");
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_next->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(m_stack->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, &TenantWizard::next);
    foot->addWidget(cancel);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    v->addLayout(foot);
    showStep(0);
    connect(&t, &Theme::changed, this, [this] { showStep(m_stack->currentIndex()); });
    core::whenDone<QString>(app.tenants().keychainProblem(), this, [this](const Result<QString> &problem) {
        if (problem && !problem->isEmpty())
            m_banner->show(Banner::Warning, tr("Secrets will be forgotten when the console closes"), *problem);
    });
}

TenantWizard::~TenantWizard() = default;

domain::Tenant TenantWizard::tenant() const
{
    const auto text = [this](
                          const char *name) { return m_fields.value(QLatin1String(name))->edit()->text().trimmed(); };
    const auto url = [&text](const char *name) {
        QString u = text(name);
        while (u.endsWith(QLatin1Char('/')))
            u.chop(1);
        return u;
    };
    domain::Tenant t;
    t.name = text("name");
    // Until it is chosen the strictest: nothing of its requests is recorded as it is.
    t.environment = m_environment->currentIndex() < 0 ? domain::Environment::Production
                                                      : domain::Environment(m_environment->currentIndex());
    t.product = product();
    t.sailpointUrl = url("sailpoint-url");
    t.isTunnel = !m_tunnel.isEmpty() && m_tunnel == t.sailpointUrl && t.environment != domain::Environment::Simulator;
    if (domain::isIdentityIq(t))
        t.identityIq = m_iq->settings();
    t.clientId = text("client-id");
    t.pathStyle = domain::PathStyle(m_pathStyle->currentIndex());
    t.proxy = text("proxy");
    t.caFile = text("ca");
    t.timeZone = text("time-zone");
    t.idvUrl = url("idv-url");
    t.communityId = text("community");
    t.provider.kind = domain::ProviderKind(m_provider->currentData().toInt());
    t.provider.dvcId = text("dvc-id");
    t.provider.createPath = text("session-path");
    t.provider.statusPath = text("status-path");
    t.callbackBaseUrl = text("callback-base-url");
    t.writeBack = domain::WriteBackStrategy(m_strategy->currentData().toInt());
    t.idvSourceId = text("idv-source");
    t.workflowId = text("workflow-id");
    for (int i = 0; i < m_attributes.size(); ++i)
        t.map.set(domain::Field(i), m_attributes.at(i)->text());
    return t;
}

services::TenantSecrets TenantWizard::secrets() const
{
    services::TenantSecrets s;
    // A fault is shown beside its field before anything is tried; here it is a secret that is not given.
    const auto clientSecret = typed("client-secret");
    const auto apiKey = typed("api-key");
    s.sailpoint = clientSecret ? *clientSecret : core::SecretPtr();
    s.idv = apiKey ? *apiKey : core::SecretPtr();
    return s;
}

Result<core::SecretPtr> TenantWizard::typed(const char *name) const
{
    const QString field = QLatin1String(name);
    const bool isKey = field == QLatin1String("api-key");
    return domain::takenSecret(
        field, m_fields.value(field)->edit()->text(), isKey ? domain::SecretUse::Key : domain::SecretUse::Text);
}

bool TenantWizard::showFaults(const QStringList &ofStep)
{
    shortenAddress();
    m_iq->clearFaults();
    QList<core::Error> faults = domain::validate(tenant());
    for (const auto &[name, text] : {std::pair{"client-secret", tr("The client secret is missing.")},
             std::pair{"api-key", tr("The API key is missing.")}}) {
        const auto secret = typed(name);
        if (!secret)
            faults << secret.error();
        else if (!*secret)
            faults << core::fieldError(QLatin1String(name), text);
    }
    bool isFirst = true;
    for (const auto &e : std::as_const(faults)) {
        if (ofStep.contains(e.field) && m_iq->showFault(e))
            isFirst = false;
        if (!ofStep.contains(e.field) || !m_fields.contains(e.field))
            continue;
        HintedEdit *f = m_fields.value(e.field);
        f->showFault(e.text);
        if (isFirst)
            f->edit()->setFocus();
        isFirst = false;
    }
    return !isFirst;
}

void TenantWizard::test(services::TestParts parts, std::function<void(bool)> then)
{
    if (m_isTesting || showFaults(parts == services::TestParts::SailPoint ? sailpointFields : providerFields))
        return;
    m_isTesting = true;
    refreshButtons();
    QVBoxLayout *lines = parts == services::TestParts::SailPoint ? m_sailpointLines : m_providerLines;
    while (QLayoutItem *item = lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this, lines](const services::TestLine &l) {
        Theme &t = m_app.theme();
        auto *row = new QWidget;
        auto *h = new QHBoxLayout(row);
        h->setContentsMargins(0, 0, 0, 0);
        auto *icon = new QLabel;
        const char *family = l.level == TestLevel::Pass ? "verified" : services::isDoubtful(l.level) ? "due" : "failed";
        icon->setPixmap(t.pixmap(l.level == TestLevel::Pass      ? QStringLiteral("check")
                                 : services::isDoubtful(l.level) ? QStringLiteral("warning")
                                                                 : QStringLiteral("cross"),
            16, QLatin1String(family), devicePixelRatioF()));
        h->addWidget(icon, 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(new Label(t, l.text, 13, "text"));
        if (l.error || !l.advice.isEmpty()) {
            auto *advice = new Label(t,
                !l.advice.isEmpty() ? l.advice
                                    : l.error->text + QLatin1Char(' ') + domain::userMessage(*l.error, l.vendor).advice,
                12, "text-3");
            advice->setWordWrap(true);
            if (l.error)
                advice->setToolTip(domain::details(*l.error));
            texts->addWidget(advice);
        }
        h->addLayout(texts, 1);
        h->addWidget(new Label(t, l.fact, 12, "text-3"), 0, Qt::AlignTop);
        row->setAccessibleName((l.level == TestLevel::Pass        ? tr("Passed: %1")
                                : l.level == TestLevel::NotProven ? tr("Not proven: %1")
                                : l.level == TestLevel::Warn      ? tr("Warning: %1")
                                                                  : tr("Failed: %1"))
                                   .arg(l.text));
        lines->addWidget(row);
    };
    const auto run = services::testConnection(m_app.context(), tenant(), secrets(), parts, add, this);
    core::whenDone<services::TestReport>(run, this, [this, then](const Result<services::TestReport> &r) {
        m_isTesting = false;
        if (r && !r->attributes.isEmpty())
            m_known = r->attributes;
        refreshButtons();
        then(r && r->isPassed());
    });
}

void TenantWizard::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    for (int i = 0; i < m_stepLabels.size(); ++i) {
        m_stepLabels.at(i)->setToken(i == step ? "accent-text" : i < step ? "text" : "text-3");
        m_stepLabels.at(i)->setFont(m_app.theme().font(13, i == step ? 600 : 400));
    }
    setAccessibleDescription(tr("Step %1 of 4").arg(step + 1));
    refreshButtons();
}

void TenantWizard::refreshButtons()
{
    const QString testing = m_isTesting ? tr("Testing…") : QString();
    setEnabledOr(m_back, m_stack->currentIndex() > 0 ? testing : tr("This is the first step."));
    setEnabledOr(m_next, testing);
    const bool isLast = m_stack->currentIndex() == 3;
    m_next->setText(m_isTesting ? tr("Testing…")
                    : !isLast   ? tr("Next")
                    : m_isReady ? tr("Finish")
                                : tr("Finish all the same"));
    setEnabledOr(m_checkAgain, testing);
    setEnabledOr(m_saveReport, m_isTesting || !m_report.isEmpty() ? testing : tr("There is no report before a check."));
    for (int i = 0; i < m_attributes.size(); ++i) {
        const bool isThere = m_known.contains(m_attributes.at(i)->text().trimmed());
        m_attributeStates.at(i)->setText(m_known.isEmpty() ? tr("Not checked")
                                         : isThere         ? tr("Found in SailPoint")
                                                           : tr("Not in SailPoint yet"));
        m_attributeStates.at(i)->setToken(m_known.isEmpty() ? "text-3" : isThere ? "verified" : "due");
    }
}

void TenantWizard::next()
{
    const int step = m_stack->currentIndex();
    shortenAddress();
    if (step == 0) {
        if (showFaults(sailpointFields))
            return;
        if (m_environment->currentIndex() < 0) {
            m_environment->setFocus();
            return m_banner->show(Banner::Problem, tr("Say what this tenant is."),
                tr("What is recorded of its requests, and what may be tried with it, depends on whether it is "
                   "production, a sandbox or a simulator."));
        }
        const auto faults = domain::validate(tenant());
        const auto where = std::find_if(
            faults.begin(), faults.end(), [](const core::Error &e) { return e.field == QLatin1String("environment"); });
        if (where != faults.end())
            return m_banner->show(Banner::Problem, where->text, {});
        if (domain::environmentFault(tenant()))
            return askWhere();
    }
    if (step == 0)
        test(services::TestParts::SailPoint, [this](bool isPassed) {
            if (isPassed)
                showStep(1);
        });
    else if (step == 1)
        test(services::TestParts::Provider, [this](bool isPassed) {
            if (isPassed)
                showStep(2);
        });
    else if (step == 2) {
        if (showFaults(attributeFields))
            return;
        showStep(3);
        checkReadiness();
    } else
        finish();
}

// What is recorded of requests, and what may be tried, depends on it: asked, never guessed.
void TenantWizard::askWhere()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("This address is on this computer"),
        tr("Is it a simulator, or a tunnel to the real tenant?"), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("whereQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("A simulator's people are invented, and its requests are recorded as they are."));
    auto *simulator = box->addButton(tr("A simulator"), QMessageBox::AcceptRole);
    simulator->setObjectName(QStringLiteral("isSimulator"));
    auto *tunnel = box->addButton(tr("A tunnel"), QMessageBox::AcceptRole);
    tunnel->setObjectName(QStringLiteral("isTunnel"));
    auto *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, simulator, tunnel](QAbstractButton *pressed) {
        if (pressed == simulator)
            m_environment->setCurrentIndex(int(domain::Environment::Simulator));
        else if (pressed == tunnel)
            m_tunnel = tenant().sailpointUrl;
        if (pressed == simulator || pressed == tunnel)
            next();
    });
    box->open();
}

void TenantWizard::finish()
{
    core::whenDone<domain::Tenant>(
        m_app.tenants().add(tenant(), secrets(), false), this, [this](const Result<domain::Tenant> &t) {
            if (!t) {
                const auto m = domain::userMessage(t.error(), domain::Vendor::Console);
                m_banner->show(Banner::Problem, m.headline, m.advice);
                return;
            }
            const domain::Tenant added = *t;
            accept();
            Q_EMIT finished_(added);
        });
}

} // namespace ui
