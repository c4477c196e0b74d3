#pragma once
#include <QAbstractButton>
#include <optional>

namespace ui {

class Theme;

/// A status, its number, one line about it. Pressing it opens exactly those people.
class Tile : public QAbstractButton
{
    Q_OBJECT
public:
    Tile(Theme &theme, const QString &chip, const QString &label, QWidget *parent = nullptr);
    /// Nothing: still counting.
    void setValue(std::optional<qint64> value, const QString &meta);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme &m_theme;
    QString m_chip;
    QString m_label;
    QString m_number;
    QString m_meta;
};

} // namespace ui
