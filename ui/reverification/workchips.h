#pragma once
#include "domain/identities/people.h"
#include <QObject>
#include <optional>

class QLayout;

namespace ui {

class ChipRow;
class Theme;

/// The parts of the work list, one of which is shown, each with the number of its people.
class WorkChips : public QObject
{
    Q_OBJECT
public:
    /// The parts of the past due stand in their own order behind all of them.
    enum Chip {
        AllPastDue,
        FirstPart,
        DueSoon = FirstPart + domain::pastDuePartCount,
        NoContact,
        NotStored,
        ChipCount
    };
    /// Adds its chips to `layout`.
    WorkChips(Theme &theme, QLayout &layout, QObject *parent = nullptr);
    int current() const;
    void choose(Chip chip);
    void setCount(Chip chip, std::optional<qint64> count);
    void setCounts(const domain::StatusCounts &counts);
    /// Nobody has counted yet.
    void clear();
    /// Whom a chip shows. `notStored`: who is past due, verified here and not stored.
    static domain::PeopleQuery query(int chip, const QStringList &notStored);

Q_SIGNALS:
    void chosen();

private:
    ChipRow *m_row;
};

} // namespace ui
