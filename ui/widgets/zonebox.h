#pragma once
#include <QComboBox>

namespace ui {

/// A time zone by its IANA id, with search while typing; the first entry is the system's.
class ZoneBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ZoneBox(const QString &current, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Empty: the system's.
    void chosen(const QString &id);
};

} // namespace ui
