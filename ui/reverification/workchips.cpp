#include "ui/reverification/workchips.h"
#include "models/peopletext.h"
#include "ui/controls/filterchip.h"
#include "ui/controls/region.h"
#include <QLayout>
#include <utility>

namespace ui {

using domain::PastDuePart;

WorkChips::WorkChips(Theme &theme, QLayout &layout, QObject *parent) : QObject(parent)
{
    QStringList names{tr("Past due")};
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        names << models::pastDueText(PastDuePart(i));
    names << tr("Due soon") << tr("No contact") << tr("Not stored");
    Q_ASSERT(names.size() == ChipCount);
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(theme, names.at(i));
        chip->setAutoExclusive(true);
        chip->setCount(std::nullopt);
        connect(chip, &FilterChip::toggled, this, [this, i](bool isOn) {
            if (isOn && std::exchange(m_current, i) != i)
                Q_EMIT chosen();
        });
        m_chips << chip;
        layout.addWidget(chip);
    }
    m_chips.at(NotStored)->setToolTip(tr("Verified here, and SailPoint does not show it"));
    markRegion(m_chips.first());
    m_chips.first()->setChecked(true);
}

void WorkChips::choose(Chip chip)
{
    m_chips.at(chip)->setChecked(true);
}

void WorkChips::setCount(Chip chip, std::optional<qint64> count)
{
    m_chips.at(chip)->setCount(count);
}

void WorkChips::setCounts(const domain::StatusCounts &counts)
{
    m_chips.at(AllPastDue)->setCount(counts.allPastDue());
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        m_chips.at(FirstPart + i)->setCount(counts.pastDue[size_t(i)]);
    m_chips.at(DueSoon)->setCount(counts.byStatus[size_t(domain::IdentityStatus::DueSoon)]);
}

void WorkChips::clear()
{
    for (auto *c : std::as_const(m_chips))
        c->setCount(std::nullopt);
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
