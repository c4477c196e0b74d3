#include "ui/tenants/tenanteditdialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/tenants/attributesstep.h"
#include "ui/tenants/connectiontestcard.h"
#include "ui/tenants/membertext.h"
#include "ui/tenants/providerstep.h"
#include "ui/tenants/sailpointstep.h"
#include "ui/tenants/wizard/placequestion.h"
#include "ui/widgets/keyvalue.h"
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using services::TenantEditor;
using services::TestReport;

TenantEditDialog::TenantEditDialog(AppContext &app, const domain::Tenant &tenant, QWidget *parent)
    : Dialog(parent), m_app(app), m_before(tenant), m_editor(app.context(), app.tenants())
{
    Theme &t = app.theme();
    setWindowTitle(tr("Edit %1").arg(tenant.name));
    setObjectName(QStringLiteral("tenantEditDialog"));
    resize(std::min(t.scaled(980), 1240), std::min(t.scaled(640), 780));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    m_banner = new Banner(t, true);
    v->addWidget(m_banner);
    auto *h = new QHBoxLayout;
    h->setSpacing(0);
    h->addWidget(makeTabs(), 3);
    h->addWidget(makeChanges(), 2);
    v->addLayout(h, 1);
    v->addWidget(line(t));
    v->addWidget(makeFoot());
    refresh();
}

QTabWidget *TenantEditDialog::makeTabs()
{
    Theme &t = m_app.theme();
    m_sailpoint = new SailPointStep(t);
    m_provider = new ProviderStep(t);
    m_attributes = new AttributesStep(t, AttributesStep::EveryField);
    m_sailpoint->load(m_before);
    m_provider->load(m_before);
    m_attributes->load(m_before);
    m_tabs = new QTabWidget;
    m_tabs->addTab(m_sailpoint, QStringLiteral("SailPoint"));
    m_tabs->addTab(m_provider, QStringLiteral("1Kosmos"));
    m_tabs->addTab(m_attributes, tr("Attributes and write-back"));
    for (WizardStep *step : {static_cast<WizardStep *>(m_sailpoint), static_cast<WizardStep *>(m_provider),
             static_cast<WizardStep *>(m_attributes)}) {
        const auto edits = step->findChildren<QLineEdit *>();
        for (auto *e : edits)
            connect(e, &QLineEdit::textChanged, this, &TenantEditDialog::refresh);
        const auto ticks = step->findChildren<QCheckBox *>();
        for (auto *c : ticks)
            connect(c, &QCheckBox::toggled, this, &TenantEditDialog::refresh);
        const auto boxes = step->findChildren<QComboBox *>();
        for (auto *b : boxes)
            connect(b, &QComboBox::currentIndexChanged, this, &TenantEditDialog::refresh);
    }
    return m_tabs;
}

QWidget *TenantEditDialog::makeChanges()
{
    Theme &t = m_app.theme();
    auto *inner = new QWidget;
    auto *v = new QVBoxLayout(inner);
    v->setContentsMargins(18, 18, 20, 12);
    v->setSpacing(10);
    v->addWidget(new Label(t, tr("What differs"), 14, "text", 600));
    m_nothing = new Label(t, tr("Nothing differs from what is stored."), 13, "text-3");
    m_nothing->setWordWrap(true);
    v->addWidget(m_nothing);
    m_changes = new KeyValueList(t);
    m_changes->setObjectName(QStringLiteral("tenantChanges"));
    v->addWidget(m_changes);
    m_reasonLabel = new Label(t, tr("Why is what is read or written changed?"), 13, "text-2");
    m_reasonLabel->setWordWrap(true);
    v->addWidget(m_reasonLabel);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("editReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Recorded in the audit log"));
    connect(m_reason, &QLineEdit::textChanged, this, &TenantEditDialog::refresh);
    v->addWidget(m_reason);
    m_tests = new ConnectionTestCard(t);
    connect(m_tests, &ConnectionTestCard::testWanted, this, [this] { tryOut([](const TestReport &) {}); });
    v->addWidget(m_tests);
    v->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    return area;
}

QWidget *TenantEditDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QWidget;
    auto *h = new QHBoxLayout(foot);
    h->setContentsMargins(20, 12, 20, 12);
    h->setSpacing(8);
    auto *note = new Label(t, tr("Tried before it is saved. The local copy and the history stay."), 12, "text-3");
    note->setWordWrap(true);
    h->addWidget(note, 1);
    auto *cancel = button(t, tr("Cancel"));
    m_save = button(t, tr("Test and save"), {}, "primary");
    m_save->setObjectName(QStringLiteral("editSave"));
    m_save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &TenantEditDialog::save);
    h->addWidget(cancel);
    h->addWidget(m_save);
    return foot;
}

TenantEditor::Edit TenantEditDialog::edit() const
{
    TenantEditor::Edit e{m_before, m_before, {}, m_reason->text()};
    m_sailpoint->fill(e.after);
    m_provider->fill(e.after);
    m_attributes->fill(e.after);
    // A fault is shown beside its field before anything is tried; here it is a secret that is not given.
    (void)m_sailpoint->takeSecrets(e.secrets);
    if (const auto key = m_provider->secret(); key)
        e.secrets.idv = *key;
    return e;
}

void TenantEditDialog::refresh()
{
    const TenantEditor::Edit e = edit();
    const auto changes = domain::changesBetween(e.before, e.after);
    QList<std::pair<QString, QString>> rows;
    for (const domain::TenantChange &c : changes)
        rows << std::pair{memberText(c.member), tr("%1 → %2").arg(memberValueText(c.before), memberValueText(c.after))};
    m_changes->setRows(rows);
    m_changes->setVisible(!rows.isEmpty());
    m_nothing->setVisible(rows.isEmpty());
    const bool needsReason = domain::needsOf(e.before, e.after).reason;
    m_reasonLabel->setVisible(needsReason);
    m_reason->setVisible(needsReason);
    QString why = m_isBusy ? tr("Testing…") : QString();
    if (why.isEmpty() && rows.isEmpty())
        why = tr("Nothing differs from what is stored.");
    setEnabledOr(m_save, why);
}

bool TenantEditDialog::showFaults()
{
    m_sailpoint->shortenAddress();
    m_sailpoint->clearFaults();
    const TenantEditor::Edit e = edit();
    services::TenantSecrets typed;
    QList<core::Error> faults = m_sailpoint->takeSecrets(typed);
    if (const auto key = m_provider->secret(); !key)
        faults << key.error();
    faults << domain::editFaults(e.before, e.after, TenantEditor::givenBy(e));
    if (faults.isEmpty()) {
        m_banner->hide();
        return false;
    }
    for (WizardStep *step : {static_cast<WizardStep *>(m_sailpoint), static_cast<WizardStep *>(m_provider),
             static_cast<WizardStep *>(m_attributes)}) {
        if (!step->showFaults(faults))
            continue;
        m_tabs->setCurrentWidget(step);
        break;
    }
    if (faults.first().field == QLatin1String("reason"))
        m_reason->setFocus();
    m_banner->show(Banner::Problem, faults.first().text, {});
    return true;
}

void TenantEditDialog::tryOut(std::function<void(const TestReport &)> then)
{
    if (m_isBusy || showFaults())
        return;
    m_isBusy = true;
    refresh();
    m_tests->clear();
    const auto run = m_editor.tryOut(edit(), [this](const services::TestLine &l) { m_tests->add(l); });
    core::whenDone<TestReport>(run, this, [this, then = std::move(then)](const Result<TestReport> &r) {
        m_isBusy = false;
        refresh();
        if (!r)
            return showFailure(r.error());
        if (!r->isPassed())
            return m_banner->show(Banner::Problem, tr("As it stands here, the connection does not work"),
                tr("Nothing was changed. See the lines of the test."));
        then(*r);
    });
}

void TenantEditDialog::showFailure(const core::Error &e)
{
    const auto m = domain::userMessage(e, domain::Vendor::Console);
    m_banner->show(Banner::Problem, m.headline, m.advice);
}

void TenantEditDialog::save()
{
    m_sailpoint->shortenAddress();
    const TenantEditor::Edit asked = edit();
    const auto place = domain::environmentFault(asked.after);
    if (place && place->field == QLatin1String("environment"))
        return askPlace(this, *m_sailpoint, [this] { save(); });
    tryOut([this, asked](const TestReport &tried) {
        m_isBusy = true;
        refresh();
        core::whenDone<domain::Tenant>(
            m_editor.save(asked, tried), this, [this, isProven = tried.isProven()](const Result<domain::Tenant> &now) {
                m_isBusy = false;
                refresh();
                if (!now)
                    return showFailure(now.error());
                const domain::Tenant &stored = *now;
                accept();
                Q_EMIT saved(stored, isProven);
            });
    });
}

// What is being saved is not left half-way.
void TenantEditDialog::reject()
{
    if (!m_isBusy)
        Dialog::reject();
}

} // namespace ui
