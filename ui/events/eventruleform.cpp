#include "ui/events/eventruleform.h"
#include "models/sessionmodel.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QLineEdit>

namespace ui {

using domain::EventRule;

EventRuleForm::EventRuleForm(Theme &t, QWidget *parent) : QWidget(parent)
{
    auto *f = new QFormLayout(this);
    f->setContentsMargins(0, 0, 0, 0);
    FormBuilder form(t, f);
    m_name = new QLineEdit;
    m_name->setMaxLength(80);
    form.add(tr("Name"), m_name);
    m_trigger = new ComboBox;
    m_trigger->addItems(domain::ruleTriggers());
    form.add(tr("Trigger"), m_trigger);
    m_attribute = new QLineEdit;
    m_attribute->setPlaceholderText(tr("Empty: any"));
    form.add(tr("Attribute"), m_attribute);
    m_value = new QLineEdit;
    m_value->setPlaceholderText(tr("Empty: anything"));
    form.add(tr("has the value"), m_value);
    m_item = new QLineEdit;
    m_item->setPlaceholderText(tr("Part of its name; empty: any"));
    form.add(tr("Access or review"), m_item);
    m_reason = new ComboBox;
    for (const auto r : {domain::Reason::Onboarding, domain::Reason::PrivilegedAccess, domain::Reason::Periodic,
             domain::Reason::NonEmployee})
        m_reason->addItem(models::reasonText(r), int(r));
    form.add(tr("Reason"), m_reason);
    m_ial = new ComboBox;
    m_ial->addItems({QStringLiteral("IAL1"), QStringLiteral("IAL2")});
    form.add(tr("Assurance level"), m_ial);
    m_delivery = new ComboBox;
    m_delivery->addItem(tr("E-mail"), int(domain::Delivery::Email));
    m_delivery->addItem(tr("Text message"), int(domain::Delivery::Sms));
    m_delivery->addItem(tr("QR code"), int(domain::Delivery::Link));
    form.add(tr("Send the link by"), m_delivery);
    m_starts = new CheckBox(tr("Starts by itself, without asking a person"));
    form.bare(m_starts);
    for (auto *e : {m_name, m_attribute, m_value, m_item})
        connect(e, &QLineEdit::textChanged, this, &EventRuleForm::changed);
    for (auto *c : {m_trigger, m_reason, m_ial, m_delivery})
        connect(c, &QComboBox::currentIndexChanged, this, &EventRuleForm::changed);
    connect(m_starts, &QCheckBox::toggled, this, &EventRuleForm::changed);
}

void EventRuleForm::load(const EventRule &r)
{
    m_name->setText(r.name);
    m_trigger->setCurrentIndex(std::max(0, m_trigger->findText(r.triggerId)));
    m_attribute->setText(r.attribute);
    m_value->setText(r.value);
    m_item->setText(r.item);
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(int(r.reason))));
    m_ial->setCurrentIndex(r.requiredIal - 1);
    m_delivery->setCurrentIndex(std::max(0, m_delivery->findData(int(r.delivery))));
    m_starts->setChecked(r.startsItself);
}

EventRule EventRuleForm::rule(const EventRule &before) const
{
    return {m_name->text().trimmed(), before.isOn, m_trigger->currentText(), m_attribute->text().trimmed(),
        m_value->text().trimmed(), m_item->text().trimmed(), domain::Reason(m_reason->currentData().toInt()),
        m_ial->currentIndex() + 1, domain::Delivery(m_delivery->currentData().toInt()), m_starts->isChecked()};
}

void EventRuleForm::refresh()
{
    const bool hasAttributes = m_trigger->currentText() == domain::trigger::identityCreated ||
                               m_trigger->currentText() == domain::trigger::attributesChanged;
    const QString noAttributes = hasAttributes ? QString() : tr("Only new and changed identities bring attributes.");
    const bool isUnnamed = m_attribute->text().trimmed().isEmpty();
    setEnabledOr(m_attribute, noAttributes);
    setEnabledOr(m_value, hasAttributes && isUnnamed ? tr("Name the attribute first.") : noAttributes);
    setEnabledOr(m_item, !hasAttributes ? QString() : tr("A new or changed identity asks for no access."));
}

void EventRuleForm::editName()
{
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace ui
