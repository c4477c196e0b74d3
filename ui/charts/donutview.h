#pragma once
#include <QWidget>

namespace ui {

class Theme;

/// Parts of a whole as a ring, with the table beside it as its legend; a screen reader is told the table.
class DonutView : public QWidget
{
    Q_OBJECT
public:
    struct Part
    {
        QString label;
        QByteArray token;
        qint64 value = 0;
    };
    explicit DonutView(Theme &theme, QWidget *parent = nullptr);
    void setParts(const QList<Part> &parts, const QString &whole);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    int lineHeight() const;
    Theme &m_theme;
    QList<Part> m_parts;
    QString m_whole;
};

} // namespace ui
