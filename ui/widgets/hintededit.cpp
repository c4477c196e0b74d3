#include "ui/widgets/hintededit.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QAction>
#include <QFormLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

HintedEdit::HintedEdit(Theme &theme, const QString &name, const QString &label, const QString &help, bool isSecret)
    : m_theme(theme), m_help(help)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(3);
    m_edit = new QLineEdit;
    m_edit->setObjectName(QStringLiteral("field-") + name);
    m_edit->setAccessibleName(isSecret ? tr("%1, hidden").arg(label) : label);
    v->addWidget(m_edit);
    m_hint = new Label(theme, help, 12, "text-3");
    m_hint->setWordWrap(true);
    m_hint->setVisible(!help.isEmpty());
    v->addWidget(m_hint);
    m_caption = new Label(theme, label, 13, "text-2");
    m_caption->setBuddy(m_edit);
    if (isSecret) {
        m_edit->setEchoMode(QLineEdit::Password);
        auto *eye =
            m_edit->addAction(theme.icon(QStringLiteral("eye"), QStringLiteral("text-3")), QLineEdit::TrailingPosition);
        eye->setCheckable(true);
        eye->setToolTip(tr("Show while typing"));
        connect(eye, &QAction::toggled, m_edit,
            [this](bool isOn) { m_edit->setEchoMode(isOn ? QLineEdit::Normal : QLineEdit::Password); });
    }
    connect(m_edit, &QLineEdit::textEdited, this, &HintedEdit::clearFault);
}

void HintedEdit::addTo(QFormLayout *form)
{
    form->addRow(m_caption, this);
}

void HintedEdit::setHelp(const QString &help)
{
    m_help = help;
    clearFault();
}

void HintedEdit::showFault(const QString &text)
{
    m_hint->setText(text);
    m_hint->setToken("failed");
    m_hint->show();
    m_edit->setProperty("invalid", true);
    m_edit->style()->polish(m_edit);
}

void HintedEdit::clearFault()
{
    m_hint->setText(m_help);
    m_hint->setToken("text-3");
    m_hint->setVisible(!m_help.isEmpty());
    m_edit->setProperty("invalid", false);
    m_edit->style()->polish(m_edit);
}

} // namespace ui
