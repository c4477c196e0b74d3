#include "ui/settings/privacypage.h"
#include "domain/tenants/tenantguard.h"
#include "models/masking.h"
#include "services/tenants/privacy.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/operationdialog.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using core::Result;

PrivacyPage::PrivacyPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Privacy"), 18, "text", 600));
    head->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    head->addWidget(fresh);
    v->addLayout(head);
    addLists(v);
    // Of this computer. What is kept how long is the tenant's, and goes back through its own question.
    connect(fresh, &QPushButton::clicked, this, &PrivacyPage::reset);
    addKeeping(v);
    v->addStretch();
    connect(m_isOn, &QCheckBox::toggled, this, &PrivacyPage::save);
    connect(&app, &AppContext::tenantSessionChanged, this, &PrivacyPage::load);
    load();
}

void PrivacyPage::addLists(QVBoxLayout *page)
{
    page->addWidget(new Label(m_app.theme(), tr("Lists"), 15, "text", 600));
    m_mask = new CheckBox(tr("Shorten names and contacts in lists"));
    m_mask->setObjectName(QStringLiteral("maskBox"));
    m_mask->setChecked(models::isMasked());
    connect(m_mask, &QCheckBox::toggled, this, [this](bool isOn) {
        m_app.settings().setValue(QStringLiteral("privacy/mask"), isOn);
        models::setMasked(isOn);
        if (auto *w = m_app.tenantSession()) { // lists read their rows again
            Q_EMIT w->peopleChanged();
            Q_EMIT w->verifier().sessions().listChanged();
        }
    });
    page->addWidget(m_mask);
    explain(page, tr("For screens that others look at. Details, comparisons and exports stay whole."));
    m_redact = new CheckBox(tr("Exports of the audit log leave out names and contacts, unless said otherwise"));
    m_redact->setObjectName(QStringLiteral("redactBox"));
    m_redact->setChecked(m_app.settings().value(QStringLiteral("privacy/redactExports")).toBool());
    connect(m_redact, &QCheckBox::toggled, this,
        [this](bool isOn) { m_app.settings().setValue(QStringLiteral("privacy/redactExports"), isOn); });
    page->addWidget(m_redact);
}

void PrivacyPage::addKeeping(QVBoxLayout *page)
{
    Theme &t = m_app.theme();
    page->addWidget(new Label(t, tr("Keeping personal data"), 15, "text", 600));
    explain(
        page, tr("Names, masked contacts and names on documents of a closed verification are removed when its time is "
                 "over, of this tenant. Id, times and outcome stay, and the audit log is still proved by its digests. "
                 "This cannot be undone. The console never holds images, document numbers, birth dates or addresses."));
    m_banner = new Banner(t, false);
    page->addWidget(m_banner);
    m_isOn = new CheckBox(tr("Remove personal data when its time is over"));
    m_isOn->setObjectName(QStringLiteral("retentionBox"));
    page->addWidget(m_isOn);
    auto *layout = new QFormLayout;
    FormBuilder form(t, layout, FormBuilder::Look::Page);
    m_verified = daysField(form, tr("Verified"));
    m_failed = daysField(form, tr("Failed, expired, cancelled"));
    page->addLayout(layout);
    m_due = new Label(t, {}, 12, "text-3");
    m_due->setWordWrap(true);
    page->addWidget(m_due);
}

QSpinBox *PrivacyPage::daysField(FormBuilder &form, const QString &name)
{
    QSpinBox *box = form.number(name, 1, 3650, tr(" days"));
    box->setMinimumWidth(120);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(box, &QSpinBox::valueChanged, this, &PrivacyPage::refreshDue);
    connect(box, &QSpinBox::editingFinished, this, &PrivacyPage::save);
    return box;
}

void PrivacyPage::explain(QVBoxLayout *page, const QString &text)
{
    auto *l = new Label(m_app.theme(), text, 13, "text-2");
    l->setWordWrap(true);
    page->addWidget(l);
}

void PrivacyPage::reset()
{
    m_mask->setChecked(false);
    m_redact->setChecked(false);
    const domain::Retention first;
    m_replaces = true;
    m_verified->setValue(first.verifiedDays);
    m_failed->setValue(first.failedDays);
    m_isOn->setChecked(first.isOn);
    save();
    m_replaces = false;
}

domain::Retention PrivacyPage::shown() const
{
    return {m_isOn->isChecked(), m_verified->value(), m_failed->value()};
}

void PrivacyPage::load()
{
    auto *w = m_app.tenantSession();
    for (QWidget *x :
        {static_cast<QWidget *>(m_isOn), static_cast<QWidget *>(m_verified), static_cast<QWidget *>(m_failed)})
        x->setEnabled(w);
    if (!w) {
        m_due->setText(domain::noTenantText());
        return;
    }
    m_isLoading = true; // until this tenant's are shown, nothing is kept
    core::whenDone<domain::Retention>(w->privacy().retention(), this, [this, w](const Result<domain::Retention> &r) {
        if (m_app.tenantSession() != w)
            return;
        m_isLoading = false;
        m_isUnreadable = !r;
        if (!r)
            return m_banner->show(
                Banner::Problem, tr("What is stored cannot be read; “Reset this page” replaces it"), r.error().text);
        m_isLoading = true;
        m_isOn->setChecked(r->isOn);
        m_verified->setValue(r->verifiedDays);
        m_failed->setValue(r->failedDays);
        m_isLoading = false;
        m_loaded = *r;
        refreshDue();
    });
}

// What it would do is said before it does it.
void PrivacyPage::refreshDue()
{
    auto *w = m_app.tenantSession();
    if (!w || m_isLoading)
        return;
    core::whenDone<qint64>(w->privacy().due(shown()), this, [this](const Result<qint64> &n) {
        if (n)
            m_due->setText(m_isOn->isChecked()
                               ? tr("%Ln verification(s) lose their personal data now.", nullptr, int(*n))
                               : tr("%Ln verification(s) would lose their personal data now.", nullptr, int(*n)));
    });
}

void PrivacyPage::save()
{
    auto *w = m_app.tenantSession();
    if (!w || m_isLoading)
        return;
    if (m_isUnreadable && !m_replaces)
        return; // kept as it is until a person says that it goes; the banner says so
    m_banner->hide();
    const auto wanted = shown();
    if (wanted == m_loaded && !m_isUnreadable)
        return; // a field that was only passed
    core::whenDone<qint64>(w->privacy().due(wanted), this, [this, wanted, w](const Result<qint64> &n) {
        if (m_app.tenantSession() != w)
            return; // it was about another tenant
        if (!n)
            return m_banner->show(Banner::Problem, n.error().text, {});
        if (!wanted.isOn || *n == 0)
            return store(wanted);
        // The switch shows what holds: it moves once this was answered.
        load();
        askOperation(m_app, window(),
            {tr("Remove personal data now?"),
                tr("%Ln verification(s) are older than that. Their names and contacts are removed for good; what "
                   "happened stays on record.",
                    nullptr, int(*n)),
                tr("Remove"), {}, true},
            [this, wanted, w] {
                if (m_app.tenantSession() == w)
                    store(wanted);
            });
    });
}

void PrivacyPage::store(const domain::Retention &wanted)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const auto swept = core::andThen<core::Unit>(w->privacy().setRetention(wanted), this, [this](core::Unit) {
        return m_app.tenantSession() ? m_app.tenantSession()->privacy().sweep() : core::ready<int>(0);
    });
    core::whenDone<int>(swept, this, [this](const Result<int> &n) {
        if (!n)
            m_banner->show(Banner::Problem, n.error().text, {});
        else if (*n > 0)
            m_banner->show(Banner::Info, tr("Personal data of %Ln verification(s) removed", nullptr, *n), {});
        load();
    });
}

} // namespace ui
