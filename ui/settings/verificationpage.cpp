#include "ui/settings/verificationpage.h"
#include "domain/text/messages.h"
#include "models/sessionmodel.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/sessions/phrases.h"
#include "ui/verification/currentpolicy.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

VerificationPage::VerificationPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    v->addLayout(makeHead());
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    v->addLayout(makeTickets());
    v->addWidget(new Label(t, tr("Each reason begins with"), 15, "text", 600));
    v->addLayout(makeDefaults());
    auto *defaultsHint = new Label(t,
        tr("The level is the least that may be asked for. Without a ticked document, those of last time are ticked."),
        12, "text-3");
    defaultsHint->setWordWrap(true);
    v->addWidget(defaultsHint);
    auto *title = new Label(t, tr("Say to the caller"), 15, "text", 600);
    v->addWidget(title);
    auto *hint = new Label(t,
        tr("For everyone who uses this console in its present language. Never say personal data, and never ask for it. "
           "What is left empty is said as built in."),
        12, "text-3");
    hint->setWordWrap(true);
    v->addWidget(hint);
    v->addLayout(makePhrases());
    v->addStretch();
    connect(&app.policy(), &CurrentPolicy::changed, this, &VerificationPage::load);
    load();
}

QHBoxLayout *VerificationPage::makeHead()
{
    Theme &t = m_app.theme();
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(t, tr("Verification"), 18, "text", 600));
    h->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    fresh->setObjectName(QStringLiteral("resetVerification"));
    connect(fresh, &QPushButton::clicked, this, &VerificationPage::reset);
    h->addWidget(fresh);
    return h;
}

QLineEdit *VerificationPage::addField(FormBuilder &form, const QString &label, const QString &name, int longest)
{
    QLineEdit *e = form.line(label, {}, name);
    e->setMaxLength(longest);
    connect(e, &QLineEdit::editingFinished, this, &VerificationPage::save);
    return e;
}

QFormLayout *VerificationPage::makeTickets()
{
    Theme &t = m_app.theme();
    auto *layout = new QFormLayout;
    FormBuilder form(t, layout, FormBuilder::Look::Page);
    form.alignCaptions(200);
    m_pattern = addField(form, tr("Ticket numbers match"), QStringLiteral("ticketPattern"), 200);
    m_pattern->setPlaceholderText(tr("A regular expression, for example INC\\d{7}. Empty: any text"));
    m_pattern->setFont(t.fixedFont());
    m_example = addField(form, tr("Example, shown beside the field"), QStringLiteral("ticketExample"), 64);
    form.add(tr("A result opens account recovery for"), new Label(t, tr("15 minutes, once"), 13, "text"));
    return layout;
}

QFormLayout *VerificationPage::makePhrases()
{
    auto *layout = new QFormLayout;
    FormBuilder form(m_app.theme(), layout, FormBuilder::Look::Page);
    form.alignCaptions(200);
    for (const QString &key : domain::phraseKeys()) {
        auto *e = addField(form, phraseMoment(key), QStringLiteral("phrase-") + key, 300);
        e->setPlaceholderText(builtInPhrase(key));
        m_phrases.insert(key, e);
    }
    return layout;
}

QGridLayout *VerificationPage::makeDefaults()
{
    auto *g = new QGridLayout;
    g->setHorizontalSpacing(20);
    g->setVerticalSpacing(6);
    for (int i = 0; i < domain::reasonCount; ++i) {
        const auto reason = domain::Reason(i);
        const QString name = models::reasonText(reason);
        auto *label = new Label(m_app.theme(), name, 13, "text");
        label->setWordWrap(true);
        g->addWidget(label, i, 0);
        Defaults d;
        d.level = levelBox(reason, name);
        auto *row = new FlowLayout(20);
        g->addLayout(row, i, 1);
        row->addWidget(d.level);
        for (const QString &type : domain::documentTypes()) {
            auto *c = new CheckBox(models::documentText(type));
            c->setAccessibleName(tr("%1: %2").arg(name, models::documentText(type)));
            connect(c, &QCheckBox::toggled, this, &VerificationPage::save);
            d.documents << c;
            row->addWidget(c);
        }
        d.delivery = deliveryBox(reason, name);
        row->addWidget(d.delivery);
        connect(d.level, &QComboBox::currentIndexChanged, this, &VerificationPage::save);
        connect(d.delivery, &QComboBox::currentIndexChanged, this, &VerificationPage::save);
        m_defaults << d;
    }
    g->setColumnStretch(1, 1);
    return g;
}

QComboBox *VerificationPage::levelBox(domain::Reason reason, const QString &name)
{
    auto *box = new ComboBox;
    box->setObjectName(QStringLiteral("level-") + domain::reasonKey(reason));
    box->setAccessibleName(tr("Least level: %1").arg(name));
    box->addItem(QStringLiteral("IAL1"), 1);
    box->addItem(QStringLiteral("IAL2"), 2);
    if (domain::leastIal({}, reason) > 1) { // whatever is agreed
        box->removeItem(0);
        box->setEnabled(false);
        box->setToolTip(tr("Account recovery always asks for IAL2."));
    }
    return box;
}

QComboBox *VerificationPage::deliveryBox(domain::Reason reason, const QString &name)
{
    auto *box = new ComboBox;
    box->setObjectName(QStringLiteral("delivery-") + domain::reasonKey(reason));
    box->setAccessibleName(tr("Way of sending: %1").arg(name));
    box->addItem(tr("As last time"), QString());
    box->addItem(tr("Text message"), domain::deliveryKey(domain::Delivery::Sms));
    box->addItem(tr("E-mail"), domain::deliveryKey(domain::Delivery::Email));
    box->addItem(tr("QR code"), domain::deliveryKey(domain::Delivery::Link));
    return box;
}

void VerificationPage::load()
{
    const auto &p = m_app.policy().value();
    if (const QString &problem = m_app.policy().problem(); !problem.isEmpty())
        m_banner->show(Banner::Problem, tr("What is stored cannot be read; “Reset this page” replaces it"), problem);
    else if (m_isUnreadable)
        m_banner->hide();
    m_isUnreadable = !m_app.policy().problem().isEmpty();
    m_isLoading = true;
    for (int i = 0; i < m_defaults.size(); ++i) {
        const auto agreed = p.defaults.value(domain::Reason(i));
        const auto &d = m_defaults.at(i);
        d.level->setCurrentIndex(std::max(0, d.level->findData(agreed.leastIal)));
        for (int k = 0; k < d.documents.size(); ++k)
            d.documents.at(k)->setChecked(agreed.documents.contains(domain::documentTypes().at(k)));
        d.delivery->setCurrentIndex(
            d.delivery->findData(agreed.delivery ? domain::deliveryKey(*agreed.delivery) : QString()));
    }
    m_isLoading = false;
    const auto put = [](QLineEdit *e, const QString &text) {
        if (!e->hasFocus() && e->text() != text)
            e->setText(text);
    };
    put(m_pattern, p.ticketPattern);
    put(m_example, p.ticketExample);
    for (auto it = m_phrases.begin(); it != m_phrases.end(); ++it)
        put(*it, p.phrases.value(phraseLanguage() + QLatin1Char('/') + it.key()));
}

void VerificationPage::save()
{
    store(false);
}

void VerificationPage::store(bool replaces)
{
    if (m_isLoading)
        return;
    if (m_isUnreadable && !replaces) // kept as it is until a person says that it goes
        return m_banner->show(Banner::Problem, tr("What is stored cannot be read; “Reset this page” replaces it"),
            m_app.policy().problem());
    auto p = m_app.policy().value();
    for (int i = 0; i < m_defaults.size(); ++i) {
        const auto &d = m_defaults.at(i);
        domain::ReasonDefaults wanted{
            d.level->currentData().toInt(), {}, domain::deliveryFromKey(d.delivery->currentData().toString())};
        for (int k = 0; k < d.documents.size(); ++k) {
            if (d.documents.at(k)->isChecked())
                wanted.documents << domain::documentTypes().at(k);
        }
        if (wanted == domain::ReasonDefaults{domain::leastIal({}, domain::Reason(i)), {}, {}})
            p.defaults.remove(domain::Reason(i));
        else
            p.defaults.insert(domain::Reason(i), wanted);
    }
    p.ticketPattern = m_pattern->text().trimmed();
    p.ticketExample = m_example->text().trimmed();
    for (auto it = m_phrases.begin(); it != m_phrases.end(); ++it) {
        const QString key = phraseLanguage() + QLatin1Char('/') + it.key();
        const QString text = (*it)->text().simplified();
        if (text.isEmpty())
            p.phrases.remove(key);
        else
            p.phrases.insert(key, text);
    }
    if (p == m_app.policy().value() && !m_isUnreadable)
        return m_banner->hide();
    core::whenDone<core::Unit>(m_app.policy().set(p), this, [this](const core::Status &r) {
        if (r)
            return m_banner->hide();
        const bool isOurs = r.error().code == core::ErrorCode::Usage;
        const auto m = domain::userMessage(r.error(), domain::Vendor::Console);
        m_banner->show(Banner::Problem, isOurs ? tr("Not applied") : m.headline, isOurs ? r.error().text : m.advice);
    });
}

void VerificationPage::reset()
{
    m_pattern->clear();
    m_example->clear();
    for (QLineEdit *e : std::as_const(m_phrases))
        e->clear();
    m_isLoading = true;
    for (const Defaults &d : std::as_const(m_defaults)) {
        d.level->setCurrentIndex(0);
        d.delivery->setCurrentIndex(0);
        for (QCheckBox *c : d.documents)
            c->setChecked(false);
    }
    m_isLoading = false;
    store(true);
}

} // namespace ui
