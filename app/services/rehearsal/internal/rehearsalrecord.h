#pragma once
#include "domain/identities/identity.h"
#include "domain/text/messages.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"
#include "services/rehearsal/internal/messagelog.h"
#include "services/rehearsal/rehearsalreport.h"
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

    void begin(const core::IdentityId &person, core::Instant at);
    void add(Step step, TestLevel level, const QString &text, const QString &fact = {}, const QString &advice = {});
    void addError(Step step, const core::Error &error, const QString &what, domain::Vendor vendor);
    /// The provider has said that it knows the session.
    static bool isStarted(const domain::Session &session);
    void sayStart(const domain::Session &session);
    /// The newest answer's session or status cannot be used.
    bool isUnread() const;
    /// What is asked of nobody: session and status of the newest answer, which is not understood.
    void sayUnread();
    /// Session's end, and each field of the newest answer that means an end, and of the callback, which counts where
    /// the session's notes say so.
    void sayResult(const domain::Session &session, const QList<domain::SessionNote> &notes);
    /// The write-back is planned, and nothing begins.
    void sayNotSent();
    /// By a person: `isEarly`, before a session was started, else after its result.
    void sayStopped(bool isEarly);
    /// What became of the session that was to be ended.
    void sayEnded(const core::Result<domain::Session> &session);
    /// SailPoint's record of the person beside the session's result, attribute by attribute.
    void sayStored(const domain::Session &session, const domain::IdvFacts &stored);
    /// What may be kept of the messages goes into the report, and the messages go.
    void close(core::Instant at);

    RehearsalReport report;
    MessageLog messages; ///< in memory only, as long as the run

private:
    void sayCallback(std::optional<bool> decided);
    void sayMessage(domain::MessageKind kind, const QJsonObject &message, bool hasResult);
    void sayField(const QString &message, const domain::FieldFound &found, bool isWanted);
    void propose(const QList<domain::MappingProposal> &proposals);

    TenantSession &m_session;
    std::function<void(const RehearsalLine &)> m_told;
};

} // namespace services
