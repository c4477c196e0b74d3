#include "services/readiness/activitycheck.h"
#include "domain/identities/activity.h"
#include "net/sailpoint/profiles.h"
#include "services/readiness/readinesstext.h"
#include "services/recovery/recovery.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>
#include <QSet>
#include <limits>

namespace services {

using core::Result;
using domain::ActivityGroup;
using domain::ActivityTable;

ActivityCheck::~ActivityCheck() = default;

static QString title()
{
    return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Active accounts"));
}

void ActivityCheck::ask()
{
    core::whenDone<ActivityTable>(
        m_tenantSession.recovery().activityTable(), this, [this](const Result<ActivityTable> &table) {
            if (!table) { // its sentence names the way out
                const QString off = sayReadinessCheck(QT_TRANSLATE_NOOP(
                    "ReadinessCheck", "cannot be read: no account counts as active, and no recovery can be completed"));
                m_record.add("activity", TestLevel::Fail, title(), off, table.error().text);
                return end();
            }
            core::whenDone<domain::SyncState>(m_connections.cache->writer().syncState(), this,
                [this, table = *table](const Result<domain::SyncState> &state) {
                    if (!state || !state->hasFull) {
                        m_record.add("activity", TestLevel::Warn, title(),
                            sayReadinessCheck(
                                QT_TRANSLATE_NOOP("ReadinessCheck", "not known: no complete local copy yet")));
                        return end();
                    }
                    core::whenDone<QList<ActivityGroup>>(m_connections.cache->reader().activityGroups(), this,
                        [this, table](const Result<QList<ActivityGroup>> &groups) {
                            if (!groups) {
                                m_record.add("activity", TestLevel::Fail, title(),
                                    domain::userMessage(groups.error(), domain::Vendor::Console).headline);
                                return end();
                            }
                            const auto open = domain::activityNotKnown(*groups, table);
                            if (open.isEmpty() || domain::isIdentityIq(m_connections.tenant)) {
                                addGroups(open, 0);
                                return end();
                            }
                            askStates(open, table);
                        });
                });
        });
}

// What the table does not say SailPoint may: it is asked for those profiles only.
void ActivityCheck::askStates(const QList<ActivityGroup> &open, const ActivityTable &table)
{
    struct Asked
    {
        QList<ActivityGroup> groups;
        qsizetype waiting = 0;
        int unreadable = 0; ///< profiles
    };
    const auto asked = std::make_shared<Asked>(Asked{open, 0, 0});
    const auto conclude = [this, asked, table] {
        addGroups(domain::activityNotKnown(asked->groups, table), asked->unreadable);
        end();
    };
    using Profiles = QList<domain::IdentityProfile>;
    using States = QList<domain::LifecycleState>;
    QSet<QString> names;
    for (const ActivityGroup &g : open) {
        if (!g.profile.isEmpty() && !g.word.isEmpty())
            names << g.profile;
    }
    if (names.isEmpty())
        return conclude();
    core::whenDone<Profiles>(net::sailpoint::listProfiles(m_connections.api), this,
        [this, asked, names, conclude](const Result<Profiles> &profiles) {
            QList<std::pair<QString, QString>> wanted; // ID and name
            for (const domain::IdentityProfile &p : profiles ? *profiles : Profiles()) {
                if (names.contains(p.name))
                    wanted.append({p.id, p.name});
            }
            asked->unreadable = int(std::max<qsizetype>(0, names.size() - wanted.size()));
            asked->waiting = wanted.size();
            if (wanted.isEmpty())
                return conclude();
            for (const auto &[id, name] : std::as_const(wanted)) {
                core::whenDone<States>(net::sailpoint::lifecycleStates(m_connections.api, id), this,
                    [asked, name = name, conclude](const Result<States> &states) {
                        if (!states)
                            ++asked->unreadable;
                        for (const domain::LifecycleState &s : states ? *states : States()) {
                            for (ActivityGroup &g : asked->groups) {
                                if (g.profile == name && g.word == s.technicalName && !s.identityState.isEmpty())
                                    g.identityState = s.identityState;
                            }
                        }
                        if (--asked->waiting == 0)
                            conclude();
                    });
            }
        });
}

void ActivityCheck::addGroups(const QList<ActivityGroup> &open, int unreadable)
{
    if (open.isEmpty())
        return m_record.add("activity", TestLevel::Pass, title(),
            sayReadinessCheck(QT_TRANSLATE_NOOP(
                "ReadinessCheck", "for everybody in the local copy it is known whether the account is active")));
    const int people = int(std::min<qint64>(domain::peopleIn(open), std::numeric_limits<int>::max()));
    QString fact = QCoreApplication::translate("ReadinessCheck", "of %n people it is not known: %1", nullptr, people)
                       .arg(domain::activityWords(open, 5));
    if (unreadable > 0)
        fact += QStringLiteral(" · ") + QCoreApplication::translate("ReadinessCheck",
                                            "SailPoint's lifecycle states of %n profile(s) could not be read", nullptr,
                                            unreadable);
    m_record.add("activity", TestLevel::Warn, title(), fact,
        sayReadinessCheck(
            QT_TRANSLATE_NOOP("ReadinessCheck", "A recovery of theirs needs a second person. Say what these words "
                                                "mean: Settings, Tenants, Active accounts…, or idvctl activity set.")));
}

} // namespace services
