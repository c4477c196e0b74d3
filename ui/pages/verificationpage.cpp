#include "ui/pages/verificationpage.h"
#include "domain/messages.h"
#include "ui/desk.h"
#include "ui/dialogs/phrases.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

VerificationPage::VerificationPage(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    Theme &t = desk.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(t, tr("Verification"), 18, "text", 600));
    h->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    fresh->setObjectName(QStringLiteral("resetVerification"));
    connect(fresh, &QPushButton::clicked, this, &VerificationPage::reset);
    h->addWidget(fresh);
    v->addLayout(h);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto field = [&](const QString &label, const QString &name, int longest) {
        auto *e = new QLineEdit;
        e->setObjectName(name);
        e->setAccessibleName(label);
        e->setMaxLength(longest);
        auto *l = new Label(t, label, 13, "text-2");
        l->setWordWrap(true);
        l->setFixedWidth(250);
        form->addRow(l, e);
        connect(e, &QLineEdit::editingFinished, this, &VerificationPage::save);
        return e;
    };
    m_pattern = field(tr("Ticket numbers match"), QStringLiteral("ticketPattern"), 200);
    m_pattern->setPlaceholderText(tr("A regular expression, for example INC\\d{7}. Empty: any text"));
    m_pattern->setFont(t.fixedFont());
    m_example = field(tr("Example, shown beside the field"), QStringLiteral("ticketExample"), 64);
    form->addRow(new Label(t, tr("A result opens account recovery for"), 13, "text-2"), new Label(t, tr("15 minutes, once"), 13, "text"));
    v->addLayout(form);
    auto *title = new Label(t, tr("Say to the caller"), 15, "text", 600);
    v->addWidget(title);
    auto *hint = new Label(t, tr("For everyone who uses this console in its present language. Never say personal data, and never ask for it. What is left empty is said as built in."), 12, "text-3");
    hint->setWordWrap(true);
    v->addWidget(hint);
    form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const QString &key : domain::phraseKeys()) {
        auto *e = field(phraseMoment(key), QStringLiteral("phrase-") + key, 300);
        e->setPlaceholderText(builtInPhrase(key));
        m_phrases.insert(key, e);
    }
    v->addLayout(form);
    v->addStretch();
    connect(&desk, &Desk::policyChanged, this, &VerificationPage::load);
    load();
}

void VerificationPage::load()
{
    const auto &p = m_desk.policy();
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
    auto p = m_desk.policy();
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
    if (p == m_desk.policy())
        return m_banner->hide();
    core::whenDone<core::Unit>(m_desk.setPolicy(p), this, [this](const core::Status &r) {
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
    save();
}

} // namespace ui
