#pragma once
#include <QAbstractButton>
#include <optional>

namespace ui {

class Theme;

/// "Verified 37,178": a checkable filter.
class FilterChip : public QAbstractButton
{
    Q_OBJECT
public:
    FilterChip(Theme &theme, const QString &label, QWidget *parent = nullptr);
    void setCount(std::optional<qint64> count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Theme &m_theme;
    QString m_label;
    QString m_count;
};

} // namespace ui
