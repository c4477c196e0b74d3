#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/reverification/campaign.h"
#include <QObject>
#include <functional>

namespace store {

class LedgerFile;

struct RecipientFilter
{
    QString id; ///< the campaign's
    std::optional<domain::CampaignPerson::State> state;
    domain::ExclusionReason why = domain::ExclusionReason::Nothing; ///< with Left: only these; Nothing: all of them
    qint64 after = -1;                                              ///< sequence number
    int limit = 1000;
};

/// Links that may have left since a moment, and the last one ever.
struct CampaignPace
{
    qint64 sent = 0;
    std::optional<core::Instant> last;
};

/// The people of campaigns: whose turn it is, who got a link, who is left out and why. Signals come on the object's
/// thread.
class RecipientStore : public QObject
{
    Q_OBJECT
public:
    explicit RecipientStore(LedgerFile &file) : m_file(file) {}
    /// Turns that ended in a start that was refused for certain are open again.
    core::Async<core::Unit> returnUnlaunched(const QString &id);
    /// Writes people of a draft that is still of this version: what was known of them is replaced; with `isFirst`
    /// everybody else is forgotten.
    core::Async<core::Unit> replace(
        const QString &id, int version, QList<domain::CampaignPerson> people, qint64 firstSequence, bool isFirst);
    core::Async<QList<domain::CampaignPerson>> list(const RecipientFilter &wanted);
    /// From ToSend to Left, or, after a start that was refused for certain, from Started back to ToSend or to Left.
    core::Async<core::Unit> finalize(const QString &id, const core::IdentityId &person,
        domain::CampaignPerson::State to, domain::ExclusionReason why);
    /// The intent of a reminder, with its record: the person's turn is taken. Conflict when it is not their turn, or
    /// the campaign does not run.
    core::Async<core::Unit> beginReminder(
        const QString &id, const core::IdentityId &person, const domain::AuditEvent &audit);
    /// Refused leaves the person out, NotAsked gives the turn back.
    core::Async<core::Unit> endReminder(
        const QString &id, const core::IdentityId &person, domain::Reminded outcome, const domain::AuditEvent &audit);
    core::Async<domain::CampaignCounts> counts(const QString &id);
    core::Async<CampaignPace> pace(const QString &id, core::Instant from);

Q_SIGNALS:
    void changed();

private:
    LedgerFile &m_file;
};

} // namespace store
