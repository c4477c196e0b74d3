#pragma once
#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

namespace ui {

class Theme;

/// Colours of JSON: names, texts, numbers and words. Follows the theme.
class JsonColours : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    JsonColours(const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
};

/// Text in the fixed font with the colours of JSON. Tab leaves it.
QPlainTextEdit *jsonView(Theme &theme, const QString &accessibleName, bool isReadOnly);

} // namespace ui
