#pragma once
#include <QList>
#include <QObject>
#include <optional>

class QLayout;

namespace ui {

class FilterChip;
class Theme;

/// Several filters of a list, one of which is on, each with its number. The first is on at the start, silently, and is
/// a region of its window.
class ChipRow : public QObject
{
    Q_OBJECT
public:
    /// The chips go into `layout`, which lives as long as they do.
    ChipRow(Theme &theme, const QStringList &names, QLayout &layout, QObject *parent = nullptr);
    int count() const { return int(m_chips.size()); }
    int current() const { return m_current; }
    /// Tells, unless it is on already.
    void choose(int chip);
    /// The same, and tells nobody.
    void show(int chip);
    /// Nothing: not counted yet.
    void setCount(int chip, std::optional<qint64> count);
    void clearCounts();
    FilterChip &chip(int i) { return *m_chips.at(i); }

Q_SIGNALS:
    void chosen(int chip);

private:
    QList<FilterChip *> m_chips;
    int m_current = 0;
};

} // namespace ui
