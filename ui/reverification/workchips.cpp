#include "ui/reverification/workchips.h"
#include "models/peopletext.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/filterchip.h"

namespace ui {

using domain::PastDuePart;

WorkChips::WorkChips(Theme &theme, QLayout &layout, QObject *parent) : QObject(parent)
{
    QStringList names{tr("Past due")};
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        names << models::pastDueText(PastDuePart(i));
    names << tr("Due soon") << tr("No contact") << tr("Not stored");
    Q_ASSERT(names.size() == ChipCount);
    m_row = new ChipRow(theme, names, layout, this);
    m_row->chip(NotStored).setToolTip(tr("Verified here, and SailPoint does not show it"));
    connect(m_row, &ChipRow::chosen, this, &WorkChips::chosen);
}

int WorkChips::current() const
{
    return m_row->current();
}

void WorkChips::choose(Chip chip)
{
    m_row->choose(chip);
}

void WorkChips::setCount(Chip chip, std::optional<qint64> count)
{
    m_row->setCount(chip, count);
}

void WorkChips::setCounts(const domain::StatusCounts &counts)
{
    m_row->setCount(AllPastDue, counts.allPastDue());
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        m_row->setCount(FirstPart + i, counts.pastDue[size_t(i)]);
    m_row->setCount(DueSoon, counts.byStatus[size_t(domain::IdentityStatus::DueSoon)]);
}

void WorkChips::clear()
{
    m_row->clearCounts();
}

domain::PeopleQuery WorkChips::query(int chip, const QStringList &notStored)
{
    domain::PeopleQuery q;
    q.sort = domain::SortBy::Due;
    if (chip == DueSoon) {
        q.status = domain::IdentityStatus::DueSoon;
        return q;
    }
    q.onlyPastDue = true;
    if (chip >= FirstPart && chip < DueSoon)
        q.pastDuePart = PastDuePart(chip - FirstPart);
    if (chip == NoContact)
        q.filter.contact = domain::ContactFilter::None;
    if (chip == NotStored)
        q.onlyIds = notStored;
    return q;
}

} // namespace ui
