#pragma once
#include "domain/identities/people.h"
#include "domain/verification/sessionlog.h"
#include <QWidget>
#include <array>

class QGridLayout;

namespace domain {
struct ReverificationPolicy;
}

namespace ui {

class Theme;
class Tile;

/// A status as the overview names it, and the chip it is drawn as.
QString statusName(domain::IdentityStatus status);
const char *statusChip(domain::IdentityStatus status);

/// Six exclusive statuses with their numbers, and beside them who is past due whatever the status.
class StatusTiles : public QWidget
{
    Q_OBJECT
public:
    explicit StatusTiles(Theme &theme, QWidget *parent = nullptr);
    /// Still counting.
    void clear();
    void showStatuses(const domain::StatusCounts &counts, const domain::SessionSummary &summary,
        const domain::ReverificationPolicy &policy);
    /// `stored`: what SailPoint does not store, as a text; empty where it stores all.
    void showPastDue(const domain::StatusCounts &counts, const QString &stored, qint64 pastGrace);
    /// Seven in a row, or four, before a number would be cut. `pageWidth` in device-independent pixels.
    void arrange(int pageWidth);

Q_SIGNALS:
    void statusWanted(domain::IdentityStatus status);
    void pastDueWanted();

private:
    QGridLayout *m_grid;
    std::array<Tile *, domain::identityStatusCount> m_tiles{}; ///< by IdentityStatus
    Tile *m_pastDue;
};

} // namespace ui
