#pragma once
#include <QLabel>

namespace ui {

class Theme;

/// A label whose colour is a token; plain text unless said otherwise, without hidden signs (domain/text/outputtext.h)
/// in any case. Follows the theme.
class Label : public QLabel
{
    Q_OBJECT
public:
    Label(Theme &theme, const QString &text = {}, int pixels = 13, const char *token = "text", int weight = 400,
        QWidget *parent = nullptr);
    void setToken(const char *token);
    /// In place of QLabel's own.
    void setText(const QString &text);

protected:
    bool event(QEvent *event) override;

private:
    void refresh();
    Theme &m_theme;
    QByteArray m_token;
};

/// The first line of a dialog; wraps, because it often holds a name.
Label *heading(Theme &theme, const QString &text);

} // namespace ui
