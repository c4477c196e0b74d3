#pragma once
#include <QWidget>

namespace ui {

class Theme;

/// A bar whose parts are numbers of one whole. Says itself in words to a screen reader.
class SegmentBar : public QWidget
{
    Q_OBJECT
public:
    struct Part
    {
        qint64 value = 0;
        QByteArray token; ///< its colour
    };
    explicit SegmentBar(Theme &theme, QWidget *parent = nullptr);
    void setParts(const QList<Part> &parts, const QString &inWords);
    QSize sizeHint() const override { return {200, 8}; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QList<Part> m_parts;
};

} // namespace ui
