#include "ui/tenants/wizard/tenantwizard.h"
#include "services/tenants/tenants.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/tenants/attributesstep.h"
#include "ui/tenants/connectiontestcard.h"
#include "ui/tenants/providerstep.h"
#include "ui/tenants/sailpointstep.h"
#include "ui/tenants/wizard/placequestion.h"
#include "ui/tenants/wizard/readinessstep.h"
#include "ui/widgets/steplist.h"
#include <QHBoxLayout>
#include <QMessageBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

TenantWizard::TenantWizard(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setWindowTitle(tr("Add tenant"));
    setObjectName(QStringLiteral("tenantWizard"));
    resize(std::min(t.scaled(860), 1240), std::min(t.scaled(640), 780));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    m_banner = new Banner(t, true);
    v->addWidget(m_banner);
    auto *h = new QHBoxLayout;
    h->setSpacing(0);
    m_steps = new StepList(t, tr("Add tenant"),
        {QStringLiteral("SailPoint"), QStringLiteral("1Kosmos"), tr("Attributes and write-back"),
            tr("Readiness check")},
        tr("Secrets go to this computer’s keychain and are never shown again."));
    h->addWidget(m_steps);
    m_stack = makeSteps();
    h->addWidget(m_stack, 1);
    v->addLayout(h, 1);
    v->addWidget(line(t));
    v->addLayout(makeFoot());
    connectSteps();
    showStep(0);
    connect(&t, &Theme::changed, this, [this] { showStep(m_stack->currentIndex()); });
    core::whenDone<QString>(app.tenants().keychainProblem(), this, [this](const Result<QString> &problem) {
        if (problem && !problem->isEmpty())
            m_banner->show(Banner::Warning, tr("Secrets will be forgotten when the console closes"), *problem);
    });
}

QStackedWidget *TenantWizard::makeSteps()
{
    m_sailpoint = new SailPointStep(m_app.theme());
    m_provider = new ProviderStep(m_app.theme());
    m_attributes = new AttributesStep(m_app.theme());
    m_attributes->setProduct(m_sailpoint->product());
    m_readiness = new ReadinessStep(m_app);
    auto *stack = new QStackedWidget;
    for (QWidget *step : {static_cast<QWidget *>(m_sailpoint), static_cast<QWidget *>(m_provider),
             static_cast<QWidget *>(m_attributes), static_cast<QWidget *>(m_readiness)})
        stack->addWidget(step);
    return stack;
}

QHBoxLayout *TenantWizard::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 12, 20, 12);
    foot->setSpacing(8);
    foot->addWidget(new Label(t, tr("Nothing is stored until you finish."), 12, "text-3"), 1);
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
    return foot;
}

void TenantWizard::connectSteps()
{
    connect(m_sailpoint, &SailPointStep::productChanged, this, [this] {
        m_attributes->setProduct(m_sailpoint->product());
        refreshButtons();
    });
    connect(&m_sailpoint->tests(), &ConnectionTestCard::testWanted, this,
        [this] { test(services::TestParts::SailPoint, [](bool) {}); });
    connect(&m_provider->tests(), &ConnectionTestCard::testWanted, this,
        [this] { test(services::TestParts::Provider, [](bool) {}); });
    connect(m_readiness, &ReadinessStep::checkWanted, this, &TenantWizard::checkReadiness);
    connect(m_readiness, &ReadinessStep::changed, this, &TenantWizard::refreshButtons);
}

domain::Tenant TenantWizard::tenant() const
{
    domain::Tenant t;
    m_sailpoint->fill(t);
    m_provider->fill(t);
    m_attributes->fill(t);
    t.organisation = m_organisation;
    return t;
}

services::TenantSecrets TenantWizard::secrets() const
{
    services::TenantSecrets s;
    // A fault is shown beside its field before anything is tried; here it is a secret that is not given.
    (void)m_sailpoint->takeSecrets(s);
    const auto apiKey = m_provider->secret();
    s.idv = apiKey ? *apiKey : core::SecretPtr();
    return s;
}

bool TenantWizard::showFaults(WizardStep &step)
{
    m_sailpoint->shortenAddress();
    m_sailpoint->clearFaults();
    QList<core::Error> faults = domain::validate(tenant());
    const auto look = [&faults](const char *name, const Result<core::SecretPtr> &secret, const QString &missing) {
        if (!secret)
            faults << secret.error();
        else if (!*secret)
            faults << core::fieldError(QLatin1String(name), missing);
    };
    look("client-secret", m_sailpoint->secret(), tr("The client secret is missing."));
    look("api-key", m_provider->secret(), tr("The API key is missing."));
    const services::TenantSecrets given = secrets();
    if (tenant().proxySignsIn && (!given.proxyUser || !given.proxyPassword))
        faults << core::fieldError(QStringLiteral("proxy-password"), tr("The proxy’s user or password is missing."));
    return step.showFaults(faults);
}

void TenantWizard::test(services::TestParts parts, std::function<void(bool)> then)
{
    const bool isSailPoint = parts == services::TestParts::SailPoint;
    if (isTesting() || showFaults(isSailPoint ? static_cast<WizardStep &>(*m_sailpoint) : *m_provider))
        return;
    m_isTesting = true;
    refreshButtons();
    ConnectionTestCard *card = isSailPoint ? &m_sailpoint->tests() : &m_provider->tests();
    card->clear();
    const auto add = [card](const services::TestLine &l) { card->add(l); };
    const auto run = services::testConnection(m_app.context(), tenant(), secrets(), parts, add, this);
    core::whenDone<services::TestReport>(
        run, this, [this, then = std::move(then)](const Result<services::TestReport> &r) {
            m_isTesting = false;
            if (r && !r->attributes.isEmpty())
                m_attributes->setKnown(r->attributes);
            if (r && !r->organisation.isEmpty())
                m_organisation = r->organisation;
            refreshButtons();
            then(r && r->isPassed());
        });
}

void TenantWizard::checkReadiness()
{
    if (!isTesting())
        m_readiness->check(tenant(), secrets());
}

void TenantWizard::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_steps->setCurrent(step);
    setAccessibleDescription(tr("Step %1 of 4").arg(step + 1));
    refreshButtons();
}

bool TenantWizard::isTesting() const
{
    return m_isTesting || m_readiness->isChecking();
}

QString TenantWizard::nextText() const
{
    if (isTesting())
        return tr("Testing…");
    if (m_stack->currentIndex() != 3)
        return tr("Next");
    return m_readiness->isReady() ? tr("Finish") : tr("Finish all the same");
}

void TenantWizard::refreshButtons()
{
    const QString testing = isTesting() ? tr("Testing…") : QString();
    setEnabledOr(m_back, m_stack->currentIndex() > 0 ? testing : tr("This is the first step."));
    setEnabledOr(m_next, testing);
    m_next->setText(nextText());
    m_readiness->refreshButtons(testing);
}

bool TenantWizard::showSailPointFaults()
{
    if (showFaults(*m_sailpoint))
        return true;
    if (!m_sailpoint->hasEnvironment()) {
        m_sailpoint->goToEnvironment();
        m_banner->show(Banner::Problem, tr("Say what this tenant is."),
            tr("What is recorded of its requests, and what may be tried with it, depends on whether it is "
               "production, a sandbox or a simulator."));
        return true;
    }
    const auto faults = domain::validate(tenant());
    const auto where = std::find_if(
        faults.begin(), faults.end(), [](const core::Error &e) { return e.field == QLatin1String("environment"); });
    if (where != faults.end()) {
        m_banner->show(Banner::Problem, where->text, {});
        return true;
    }
    if (!domain::environmentFault(tenant()))
        return false;
    askPlace(this, *m_sailpoint, [this] { next(); });
    return true;
}

void TenantWizard::next()
{
    m_sailpoint->shortenAddress();
    const auto goOn = [this](int step) {
        return [this, step](bool isPassed) {
            if (isPassed)
                showStep(step);
        };
    };
    switch (m_stack->currentIndex()) {
    case 0:
        if (!showSailPointFaults())
            test(services::TestParts::SailPoint, goOn(1));
        return;
    case 1: return test(services::TestParts::Provider, goOn(2));
    case 2:
        if (showFaults(*m_attributes))
            return;
        showStep(3);
        return checkReadiness();
    default: finish();
    }
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
            const domain::Tenant &added = *t;
            accept();
            Q_EMIT tenantAdded(added);
        });
}

} // namespace ui
