#pragma once
#include "domain/text/messages.h"
#include "domain/verification/verification.h"
#include "services/rehearsal/rehearsalreport.h"
#include <QHash>
#include <functional>

namespace services {

class TenantSession;

QString sayRehearsal(const char *text);

/// What a rehearsal has seen, and the lines that it makes of it. Thread: the rehearsal's.
class RehearsalRecord
{
public:
    using Step = domain::RehearsalStep;
    /// `told` is called with each line as it is added. The session lives longer.
    RehearsalRecord(TenantSession &session, std::function<void(const RehearsalLine &)> told);

    void add(Step step, TestLevel level, const QString &text, const QString &fact = {}, const QString &advice = {});
    void addError(Step step, const core::Error &error, const QString &what, domain::Vendor vendor);
    /// Each line to the step that it belongs to; of later steps, which are seen themselves, only what is in the way.
    void takeReadiness(const QList<ReadinessLine> &lines);
    /// That the provider's key was not proven by reading: by a start it is.
    void sayKey(bool isStarted);
    /// The newest answer's session or status cannot be used.
    bool isUnread() const;
    /// The provider has said that it knows the session.
    static bool isStarted(const domain::Session &session);
    void sayStart(const domain::Session &session);
    /// Session's end, and each field of the newest answer and of the callback.
    void sayResult(const domain::Session &session);
    void sayMessages();
    /// SailPoint does not show a pass of this session.
    void sayNotShown(const domain::Session &session);

    RehearsalReport report;
    QHash<int, QJsonObject> messages; ///< the newest of each domain::MessageKind; in memory only, as long as the run

private:
    void sayCallback();
    void sayMessage(domain::MessageKind kind, const QJsonObject &message);
    void sayField(const QString &message, const domain::FieldFound &found);

    TenantSession &m_session;
    std::function<void(const RehearsalLine &)> m_told;
    std::optional<RehearsalLine> m_key;
};

} // namespace services
