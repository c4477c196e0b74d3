#include "ui/controls/emptystate.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *v = new QVBoxLayout(this);
    m_icon = new QLabel;
    m_icon->setAlignment(Qt::AlignHCenter);
    m_title = new Label(theme, {}, 14, "text", 600);
    m_title->setAlignment(Qt::AlignHCenter);
    m_text = new Label(theme, {}, 13, "text-2");
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_button = button(theme, {});
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
    v->addStretch(4);
    v->addWidget(m_icon);
    v->addSpacing(8);
    v->addWidget(m_title);
    v->addWidget(m_text);
    v->addSpacing(8);
    v->addWidget(m_button, 0, Qt::AlignHCenter);
    v->addStretch(6);
}

void EmptyState::setContent(const QString &icon, const QString &title, const QString &text, const QString &buttonText)
{
    if (!icon.isEmpty())
        m_icon->setPixmap(m_theme.pixmap(icon, m_theme.scaled(36), QStringLiteral("text-3"), devicePixelRatioF()));
    m_icon->setVisible(!icon.isEmpty());
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
}

} // namespace ui
