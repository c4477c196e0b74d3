#pragma once
#include <QLabel>

namespace ui {

class Theme;

/// A label of one line that elides in the middle or at the end and says the whole as tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    ElidedLabel(Theme &theme, int pixels, const char *token, int weight = 400, Qt::TextElideMode mode = Qt::ElideRight,
        QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QByteArray m_token;
    Qt::TextElideMode m_mode;
};

} // namespace ui
