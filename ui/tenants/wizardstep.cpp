#include "ui/tenants/wizardstep.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/hintededit.h"
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

WizardStep::WizardStep(Theme &theme, const QString &title, const QString &text, QWidget *parent)
    : QScrollArea(parent), m_theme(theme)
{
    auto *inner = new QWidget;
    m_page = new QVBoxLayout(inner);
    m_page->setContentsMargins(24, 18, 24, 12);
    m_page->setSpacing(4);
    m_page->addWidget(new Label(theme, title, 18, "text", 600));
    m_text = new Label(theme, text, 13, "text-2");
    m_text->setObjectName(QStringLiteral("pageText"));
    m_text->setWordWrap(true);
    m_page->addWidget(m_text);
    m_page->addSpacing(10);
    setWidget(inner);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

QFormLayout *WizardStep::makeForm()
{
    auto *f = new QFormLayout;
    FormBuilder(m_theme, f); // how it looks
    m_page->addLayout(f);
    return f;
}

QLineEdit *WizardStep::addField(
    QFormLayout *form, const QString &name, const QString &label, const QString &help, bool isSecret)
{
    auto *line = new HintedEdit(m_theme, name, label, help, isSecret);
    line->addTo(form);
    m_fields.insert(name, line);
    return line->edit();
}

void WizardStep::addRow(QFormLayout *form, const QString &label, QWidget *widget)
{
    FormBuilder(m_theme, form).add(label, widget);
}

HintedEdit *WizardStep::field(const char *name) const
{
    return m_fields.value(QLatin1String(name));
}

QString WizardStep::text(const char *name) const
{
    return field(name)->edit()->text().trimmed();
}

void WizardStep::put(const char *name, const QString &text)
{
    field(name)->edit()->setText(text);
}

void WizardStep::offerStored(const char *name)
{
    field(name)->edit()->setPlaceholderText(tr("Empty: the stored one stays"));
}

QString WizardStep::address(const char *name) const
{
    QString a = text(name);
    while (a.endsWith(QLatin1Char('/')))
        a.chop(1);
    return a;
}

void WizardStep::setText(const QString &text)
{
    m_text->setText(text);
}

bool WizardStep::showFaults(const QList<core::Error> &faults)
{
    bool isFirst = true;
    for (const auto &e : faults) {
        if (showFault(e, isFirst))
            isFirst = false;
    }
    return !isFirst;
}

bool WizardStep::showFault(const core::Error &fault, bool isFirst)
{
    HintedEdit *f = m_fields.value(fault.field);
    if (!f)
        return false;
    f->showFault(fault.text);
    if (isFirst)
        f->edit()->setFocus();
    return true;
}

} // namespace ui
