#include "ui/widgets/removablechip.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include <QHBoxLayout>
#include <QPainter>

namespace ui {

RemovableChip::RemovableChip(Theme &theme, const QString &text, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setFixedHeight(theme.scaled(28));
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(10, 0, 2, 0);
    h->setSpacing(2);
    h->addWidget(new Label(theme, text, 12, "accent-text", 500));
    auto *cross = iconButton(theme, QStringLiteral("cross"), tr("Remove filter %1").arg(text));
    cross->setFixedSize(24, 24);
    cross->setIconSize({12, 12});
    connect(cross, &QToolButton::clicked, this, &RemovableChip::removed);
    h->addWidget(cross);
}

void RemovableChip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(m_theme.color("accent"));
    p.setBrush(m_theme.color("accent-subtle"));
    p.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 13.5, 13.5);
}

} // namespace ui
