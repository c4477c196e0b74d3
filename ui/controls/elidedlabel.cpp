#include "ui/controls/elidedlabel.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include <QPainter>

namespace ui {

ElidedLabel::ElidedLabel(
    Theme &theme, int pixels, const char *token, int weight, Qt::TextElideMode mode, QWidget *parent)
    : QLabel(parent), m_theme(theme), m_token(token), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setFont(theme.font(pixels, weight));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString &text)
{
    const QString clean = domain::labelText(text);
    setText(domain::lineText(text));
    setToolTip(clean);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {30, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setFont(font());
    p.setPen(m_theme.color(m_token.constData()));
    p.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), m_mode, width()));
}

} // namespace ui
