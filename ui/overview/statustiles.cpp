#include "ui/overview/statustiles.h"
#include "domain/reverification/reverification.h"
#include "ui/charts/tile.h"
#include "ui/common/theme.h"
#include "ui/reverification/pastduetext.h"
#include <QGridLayout>
#include <QLocale>

namespace ui {

using domain::IdentityStatus;

static constexpr std::array tileOrder{IdentityStatus::Verified, IdentityStatus::Pending, IdentityStatus::Failed,
    IdentityStatus::Never, IdentityStatus::DueSoon, IdentityStatus::Overdue};

const char *statusChip(IdentityStatus s)
{
    switch (s) {
    case IdentityStatus::Verified: return "verified";
    case IdentityStatus::Pending: return "pending";
    case IdentityStatus::Failed: return "failed";
    case IdentityStatus::Never: return "never";
    case IdentityStatus::DueSoon: return "due";
    case IdentityStatus::Overdue: return "overdue";
    }
    return "never";
}

QString statusName(IdentityStatus s)
{
    switch (s) {
    case IdentityStatus::Verified: return StatusTiles::tr("Verified");
    case IdentityStatus::Pending: return StatusTiles::tr("Pending");
    case IdentityStatus::Failed: return StatusTiles::tr("Failed");
    case IdentityStatus::Never: return StatusTiles::tr("Never verified");
    case IdentityStatus::DueSoon: return StatusTiles::tr("Due soon");
    case IdentityStatus::Overdue: return StatusTiles::tr("Overdue");
    }
    return {};
}

StatusTiles::StatusTiles(Theme &theme, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Status tiles"));
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    for (const IdentityStatus s : tileOrder) {
        auto *tile = new Tile(theme, QString::fromLatin1(statusChip(s)), statusName(s));
        connect(tile, &QAbstractButton::clicked, this, [this, s] { Q_EMIT statusWanted(s); });
        m_tiles[size_t(s)] = tile;
    }
    m_pastDue = new Tile(theme, QStringLiteral("overdue"), tr("Past due"));
    m_pastDue->setObjectName(QStringLiteral("pastDueTile"));
    connect(m_pastDue, &QAbstractButton::clicked, this, &StatusTiles::pastDueWanted);
}

void StatusTiles::clear()
{
    for (Tile *tile : m_tiles)
        tile->setValue({}, {});
    m_pastDue->setValue({}, {});
}

void StatusTiles::showStatuses(const domain::StatusCounts &counts, const domain::SessionSummary &summary,
    const domain::ReverificationPolicy &policy)
{
    const QLocale locale;
    const auto of = [&counts](IdentityStatus s) { return counts.byStatus[size_t(s)]; };
    const auto tile = [&](IdentityStatus s, const QString &meta) { m_tiles[size_t(s)]->setValue(of(s), meta); };
    const qint64 all = counts.everyone;
    tile(IdentityStatus::Verified,
        all == 0 ? QString()
                 : tr("%1 % of all in scope")
                       .arg(locale.toString(100.0 * double(of(IdentityStatus::Verified)) / double(all), 'f', 1)));
    tile(IdentityStatus::Pending,
        tr("%1 renewals · %2 others")
            .arg(locale.toString(summary.openRenewals),
                locale.toString(std::max<qint64>(0, of(IdentityStatus::Pending) - summary.openRenewals))));
    tile(IdentityStatus::Failed, tr("%1 in the last 24 hours").arg(locale.toString(summary.failedLately)));
    tile(IdentityStatus::Never, tr("no verification on record"));
    tile(IdentityStatus::DueSoon, policy.rules.isEmpty() ? tr("within %Ln day(s)", nullptr, policy.standard.warnDays)
                                                         : tr("as the policy warns"));
    const auto reason = [&](domain::OverdueReason r) { return counts.byReason[size_t(r)]; };
    const qint64 voided = reason(domain::OverdueReason::Reset) + reason(domain::OverdueReason::Withdrawn);
    tile(IdentityStatus::Overdue, tr("%1 reset or withdrawn").arg(locale.toString(voided)));
}

// Links that are open, results that are held and tries that failed do not lower it.
void StatusTiles::showPastDue(const domain::StatusCounts &counts, const QString &stored, qint64 pastGrace)
{
    const QString grace = tr("%1 past their grace period").arg(QLocale().toString(pastGrace));
    m_pastDue->setValue(counts.allPastDue(), stored.isEmpty() ? grace : stored);
    m_pastDue->setToolTip(stored.isEmpty() ? pastDueParts(counts)
                                           : QStringList{pastDueParts(counts), stored, grace}.join(QLatin1Char('\n')));
}

void StatusTiles::arrange(int pageWidth)
{
    const int across = pageWidth < 7 * (m_tiles[0]->sizeHint().width() + 12) + 48 ? 4 : 7;
    const bool isSet = m_grid->count() > 0 && m_grid->property("across").toInt() == across;
    if (isSet)
        return;
    m_grid->setProperty("across", across);
    for (size_t i = 0; i < tileOrder.size(); ++i)
        m_grid->addWidget(m_tiles[size_t(tileOrder[i])], int(i) / across, int(i) % across);
    m_grid->addWidget(m_pastDue, int(tileOrder.size()) / across, int(tileOrder.size()) % across);
}

} // namespace ui
