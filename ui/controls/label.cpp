#include "ui/controls/label.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include <QEvent>
#include <QPalette>

namespace ui {

Label::Label(Theme &theme, const QString &text, int pixels, const char *token, int weight, QWidget *parent)
    : QLabel(parent), m_theme(theme), m_token(token)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setFont(theme.font(pixels, weight));
    refresh();
    connect(&theme, &Theme::changed, this, &Label::refresh);
}

// Markup that the console made itself is never cut in the middle.
void Label::setText(const QString &text)
{
    QLabel::setText(domain::labelText(text, textFormat() == Qt::PlainText ? domain::longestLabel : text.size()));
}

void Label::setToken(const char *token)
{
    m_token = token;
    refresh();
}

// A new style sheet gives what was not shown meanwhile its earlier palette back when it is: that of the theme before.
bool Label::event(QEvent *event)
{
    const bool isTaken = QLabel::event(event);
    if (event->type() == QEvent::StyleChange &&
        palette().color(QPalette::WindowText) != m_theme.color(m_token.constData()))
        refresh();
    return isTaken;
}

void Label::refresh()
{
    QPalette p = palette();
    p.setColor(QPalette::WindowText, m_theme.color(m_token.constData()));
    setPalette(p);
}

Label *heading(Theme &theme, const QString &text)
{
    auto *l = new Label(theme, text, 16, "text", 600);
    l->setWordWrap(true);
    return l;
}

} // namespace ui
