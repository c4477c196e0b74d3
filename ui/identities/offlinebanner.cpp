#include "ui/identities/offlinebanner.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QDateTime>

namespace ui {

OfflineBanner::OfflineBanner(AppContext &app, QWidget *parent) : Banner(app.theme(), true, parent), m_app(app)
{
    connect(this, &Banner::firstPressed, this, [this] {
        if (m_app.tenantSession()) {
            m_app.tenantSession()->reach().check();
            m_app.tenantSessions().synchronise(false);
        }
    });
    connect(this, &Banner::secondPressed, &app.navigator(), &Navigator::offlineDetailsWanted);
}

void OfflineBanner::refreshState()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return hide();
    const bool isOffline = w->reach().sailpoint().reach == services::Reach::Offline;
    const auto line = domain::syncLine(m_sync, w->tenant().product, isOffline, m_app.context().clock->now());
    const auto clock = [](core::Instant at) {
        return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"));
    };
    const QString copy = m_sync.state.lastSyncAt > 0
                             ? tr("You see the copy from %1.").arg(clock(m_sync.state.lastSyncAt))
                             : tr("You see what was copied so far.");
    if (isOffline) {
        show(Info, tr("Working offline since %1").arg(clock(w->reach().sailpoint().offlineSince)),
            copy + QLatin1Char(' ') +
                tr("Searching and exporting work; verification and other changes wait until SailPoint answers."),
            tr("Try now"), tr("Details"));
        return;
    }
    if (line.kind != domain::SyncLine::Failed)
        return hide();
    show(Warning, line.text, copy + QLatin1Char(' ') + line.advice, tr("Try now"), tr("Details"));
}

} // namespace ui
