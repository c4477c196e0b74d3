#include "ui/sessions/sessionchips.h"
#include "ui/controls/chiprow.h"
#include <array>

namespace ui {

using domain::SessionState;

static const std::array<QList<SessionState>, 7> chipStates{QList<SessionState>{}, domain::openStates(),
    QList<SessionState>{SessionState::NeedsReview}, QList<SessionState>{SessionState::Verified},
    QList<SessionState>{
        SessionState::Failed, SessionState::Declined, SessionState::Abandoned, SessionState::LaunchFailed},
    QList<SessionState>{SessionState::Expired}, QList<SessionState>{SessionState::Cancelled}};

QStringList SessionChips::names()
{
    return {tr("All"), tr("Pending"), tr("Held"), tr("Verified"), tr("Failed"), tr("Expired"), tr("Cancelled")};
}

QList<domain::Session> SessionChips::sorted(const QList<domain::Session> &sessions)
{
    QList<domain::Session> shown;
    for (int c = 0; c < m_chips.count(); ++c) {
        const auto &states = chipStates[size_t(c)];
        qint64 n = 0;
        for (const auto &s : sessions) {
            if (!states.isEmpty() && !states.contains(s.state))
                continue;
            ++n;
            if (c == m_chips.current())
                shown << s;
        }
        m_chips.setCount(c, n);
        if (c == 1)
            m_pending = n;
    }
    return shown;
}

void SessionChips::choose(SessionState state)
{
    for (int i = 1; i < m_chips.count(); ++i) {
        if (chipStates[size_t(i)].contains(state))
            m_chips.choose(i);
    }
}

} // namespace ui
