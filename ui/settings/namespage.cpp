#include "ui/settings/namespage.h"
#include "domain/text/messages.h"
#include "domain/verification/namematch.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/verification/currentpolicy.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

NamesPage::NamesPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(t, tr("Name matching"), 18, "text", 600));
    h->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    connect(fresh, &QPushButton::clicked, this, &NamesPage::reset);
    h->addWidget(fresh);
    v->addLayout(h);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    const auto explain = [&](const QString &text) {
        auto *l = new Label(t, text, 13, "text-2");
        l->setWordWrap(true);
        v->addWidget(l);
    };
    explain(tr("The name on the document is compared with the directory's, word by word. Another name is always held "
               "for a second person. These differences are harmless as a rule and pass; tick those that a person "
               "should decide on here. For everyone who uses this console."));
    explain(tr("For an account recovery, a suffix such as Jr on one side only is always left to a person."));
    v->addLayout(makeRules());
    v->addWidget(new Label(t, tr("Try two names"), 15, "text", 600));
    v->addLayout(makeTrial());
    m_comparison = new NameComparison(t);
    m_comparison->hide();
    v->addWidget(m_comparison);
    v->addStretch();
    connect(&app.policy(), &CurrentPolicy::changed, this, &NamesPage::load);
    load();
}

QGridLayout *NamesPage::makeRules()
{
    auto *g = new QGridLayout;
    g->setHorizontalSpacing(28);
    g->setVerticalSpacing(6);
    const auto &all = domain::harmlessDifferences();
    for (int i = 0; i < all.size(); ++i) {
        QString text = domain::differenceText(all.at(i));
        text[0] = text.at(0).toUpper();
        auto *c = new CheckBox(text);
        c->setObjectName(QStringLiteral("hold-") + domain::differenceKey(all.at(i)));
        connect(c, &QCheckBox::toggled, this, &NamesPage::save);
        m_rules << c;
        g->addWidget(c, i % 6, i / 6);
    }
    g->setColumnStretch(2, 1);
    return g;
}

QFormLayout *NamesPage::makeTrial()
{
    auto *layout = new QFormLayout;
    FormBuilder form(m_app.theme(), layout, FormBuilder::Look::Page);
    m_directory = trialField(form, tr("Directory"), QStringLiteral("tryDirectory"));
    m_document = trialField(form, tr("Document"), QStringLiteral("tryDocument"));
    return layout;
}

QLineEdit *NamesPage::trialField(FormBuilder &form, const QString &label, const QString &name)
{
    QLineEdit *e = form.line(label, {}, name);
    e->setMaxLength(200);
    connect(e, &QLineEdit::textChanged, this, &NamesPage::compare);
    return e;
}

void NamesPage::reset()
{
    m_isLoading = true;
    for (QCheckBox *c : std::as_const(m_rules))
        c->setChecked(false);
    m_isLoading = false;
    save();
}

QStringList NamesPage::chosen() const
{
    QStringList keys;
    for (int i = 0; i < m_rules.size(); ++i) {
        if (m_rules.at(i)->isChecked())
            keys << domain::differenceKey(domain::harmlessDifferences().at(i));
    }
    return keys;
}

void NamesPage::load()
{
    m_isLoading = true;
    for (int i = 0; i < m_rules.size(); ++i)
        m_rules.at(i)->setChecked(m_app.policy().value().heldDifferences.contains(
            domain::differenceKey(domain::harmlessDifferences().at(i))));
    m_isLoading = false;
    compare();
}

void NamesPage::save()
{
    if (m_isLoading)
        return;
    if (const QString &problem = m_app.policy().problem(); !problem.isEmpty()) {
        load();
        return m_banner->show(Banner::Problem, tr("Not applied"), problem);
    }
    auto p = m_app.policy().value();
    p.heldDifferences = chosen();
    compare();
    if (p == m_app.policy().value())
        return m_banner->hide();
    core::whenDone<core::Unit>(m_app.policy().set(p), this, [this](const core::Status &r) {
        if (r)
            return m_banner->hide();
        const auto m = domain::userMessage(r.error(), domain::Vendor::Console);
        m_banner->show(Banner::Problem, m.headline, m.advice);
        load(); // what holds is shown
    });
}

// Nothing of what is tried is kept.
void NamesPage::compare()
{
    const bool isThere = !m_directory->text().trimmed().isEmpty() && !m_document->text().trimmed().isEmpty();
    m_comparison->setVisible(isThere);
    if (isThere)
        m_comparison->setNames(
            {m_directory->text(), {}, {}}, m_document->text(), tr("Document"), chosen(), domain::NamePurpose::Ordinary);
}

} // namespace ui
