#include "services/readiness/pathscheck.h"
#include "services/readiness/readinessrecord.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QDateTime>
#include <QLocale>
#include <numeric>

namespace services {

using domain::PathStyle;

void addPathsLine(const TenantConnections &connections, ReadinessRecord &record)
{
    const domain::Tenant &t = connections.api.tenant();
    const QMap<QString, int> &deprecated = connections.api.deprecated();
    const QString what = sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Paths of SailPoint's API"));
    const QString inUse = domain::pathStyleKey(domain::pathsInUse(t));
    if (t.pathStyle == PathStyle::Auto && t.movedToV1At > 0) {
        const QString day =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(t.movedToV1At).date(), QLocale::ShortFormat);
        return record.add("paths", TestLevel::Pass, what,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "per service (v1) since %1, as SailPoint asked"))
                .arg(day));
    }
    if (deprecated.isEmpty())
        return record.add("paths", TestLevel::Pass, what,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1; no answer says that they end")).arg(inUse));
    const int answers = std::accumulate(deprecated.begin(), deprecated.end(), 0);
    record.add("paths", TestLevel::Warn, what,
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1 answers to %2 calls say that %3 ends"))
            .arg(QString::number(answers), QString::number(deprecated.size()), inUse),
        t.pathStyle == PathStyle::Auto
            ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                  "The per-service paths did not answer; they are tried again once a day. Until then nothing changes."))
            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                  "Edit the tenant and choose the paths “auto”, or: idvctl tenant set NAME --path-style auto. A path "
                  "that SailPoint calls deprecated lives two more years.")));
}

} // namespace services
