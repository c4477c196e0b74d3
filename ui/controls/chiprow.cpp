#include "ui/controls/chiprow.h"
#include "ui/controls/filterchip.h"
#include "ui/controls/region.h"
#include <QLayout>

namespace ui {

ChipRow::ChipRow(Theme &theme, const QStringList &names, QLayout &layout, QObject *parent) : QObject(parent)
{
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(theme, names.at(i));
        chip->setAutoExclusive(true);
        chip->setCount(std::nullopt);
        connect(chip, &FilterChip::toggled, this, [this, i](bool isOn) {
            if (isOn && std::exchange(m_current, i) != i)
                Q_EMIT chosen(i);
        });
        m_chips << chip;
        layout.addWidget(chip);
    }
    markRegion(m_chips.first());
    m_chips.first()->setChecked(true);
}

void ChipRow::choose(int chip)
{
    m_chips.at(chip)->setChecked(true);
}

void ChipRow::show(int chip)
{
    m_current = chip;
    m_chips.at(chip)->setChecked(true);
}

void ChipRow::setCount(int chip, std::optional<qint64> count)
{
    m_chips.at(chip)->setCount(count);
}

void ChipRow::clearCounts()
{
    for (FilterChip *chip : std::as_const(m_chips))
        chip->setCount(std::nullopt);
}

} // namespace ui
