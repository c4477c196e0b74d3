#include "ui/widgets/jsonview.h"
#include "ui/common/theme.h"
#include <QRegularExpression>

namespace ui {

JsonColours::JsonColours(const Theme &theme, QTextDocument *document) : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonColours::highlightBlock(const QString &text)
{
    static const QRegularExpression token(QStringLiteral(
        "(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|\\b(true|false|null|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\b"));
    auto it = token.globalMatch(text);
    while (it.hasNext()) {
        const auto m = it.next();
        const char *colour = "review";
        if (!m.captured(2).isEmpty())
            colour = "accent-text";
        else if (!m.captured(1).isEmpty())
            colour = "verified";
        setFormat(int(m.capturedStart()), int(m.captured(1).isEmpty() ? m.capturedLength() : m.capturedLength(1)),
            m_theme.color(colour));
    }
}

QPlainTextEdit *jsonView(Theme &theme, const QString &accessibleName, bool isReadOnly)
{
    auto *view = new QPlainTextEdit;
    view->setFont(theme.fixedFont());
    view->setReadOnly(isReadOnly);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(isReadOnly ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    view->setAccessibleName(accessibleName);
    if (isReadOnly)
        view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    new JsonColours(theme, view->document());
    return view;
}

} // namespace ui
