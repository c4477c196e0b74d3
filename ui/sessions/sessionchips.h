#pragma once
#include "domain/verification/verification.h"
#include <QCoreApplication>

namespace ui {

class ChipRow;

/// Which states each chip of the list of sessions stands for.
class SessionChips
{
    Q_DECLARE_TR_FUNCTIONS(ui::SessionChips)
public:
    static QStringList names();
    /// `chips` has these names and lives longer.
    explicit SessionChips(ChipRow &chips) : m_chips(chips) {}
    /// Those that the chosen chip shows; every chip gets its number.
    QList<domain::Session> sorted(const QList<domain::Session> &sessions);
    /// As of the last sorted().
    qint64 pending() const { return m_pending; }
    /// The chip that this state belongs to.
    void choose(domain::SessionState state);

private:
    ChipRow &m_chips;
    qint64 m_pending = 0;
};

} // namespace ui
