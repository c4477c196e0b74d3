#include "ui/sessions/sessionchips.h"
#include "ui/controls/filterchip.h"
#include "ui/controls/region.h"
#include "ui/widgets/flowlayout.h"
#include <array>

namespace ui {

using domain::SessionState;

static const std::array<QList<SessionState>, 7> chipStates{QList<SessionState>{}, domain::openStates(),
    QList<SessionState>{SessionState::NeedsReview}, QList<SessionState>{SessionState::Verified},
    QList<SessionState>{
        SessionState::Failed, SessionState::Declined, SessionState::Abandoned, SessionState::LaunchFailed},
    QList<SessionState>{SessionState::Expired}, QList<SessionState>{SessionState::Cancelled}};

SessionChips::SessionChips(Theme &theme, QObject *parent) : QObject(parent), m_theme(theme) {}

QLayout *SessionChips::makeRow()
{
    auto *row = new FlowLayout(6);
    row->setContentsMargins(16, 0, 16, 12);
    const QStringList names{
        tr("All"), tr("Pending"), tr("Held"), tr("Verified"), tr("Failed"), tr("Expired"), tr("Cancelled")};
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(m_theme, names.at(i));
        chip->setAutoExclusive(true);
        connect(chip, &FilterChip::toggled, this, [this, i](bool isOn) {
            if (isOn) {
                m_chosen = i;
                Q_EMIT chosen();
            }
        });
        m_chips << chip;
        if (i == 0)
            markRegion(chip);
        row->addWidget(chip);
    }
    return row;
}

QList<domain::Session> SessionChips::sorted(const QList<domain::Session> &sessions)
{
    QList<domain::Session> shown;
    for (int c = 0; c < m_chips.size(); ++c) {
        const auto &states = chipStates[size_t(c)];
        qint64 n = 0;
        for (const auto &s : sessions) {
            if (!states.isEmpty() && !states.contains(s.state))
                continue;
            ++n;
            if (c == m_chosen)
                shown << s;
        }
        m_chips.at(c)->setCount(n);
        if (c == 1)
            m_pending = n;
    }
    return shown;
}

void SessionChips::chooseAll()
{
    m_chips.first()->setChecked(true);
}

void SessionChips::choose(SessionState state)
{
    for (int i = 1; i < m_chips.size(); ++i) {
        if (chipStates[size_t(i)].contains(state))
            m_chips.at(i)->setChecked(true);
    }
}

} // namespace ui
