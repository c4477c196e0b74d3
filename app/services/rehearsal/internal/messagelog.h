#pragma once
#include "domain/rehearsal/seenmessage.h"
#include "domain/verification/verification.h"
#include <QHash>
#include <QList>

namespace services {

/// The provider's messages while a rehearsal runs, and which of them are about its session: others may be on their way
/// at the same time. In memory only. Thread: the rehearsal's.
class MessageLog
{
public:
    void see(const domain::WatchedMessage &message);
    /// The session that was started.
    void follow(const domain::Session &session) { m_followed = session; }
    const domain::Session &followed() const { return m_followed; }
    /// The newest of its kind that is about the session; empty: none was seen.
    QJsonObject newest(domain::MessageKind kind) const;
    /// Answers about the session that came so far.
    int answers() const;
    void clear() { m_messages.clear(); }

private:
    bool isOurs(const domain::WatchedMessage &message) const;

    QList<domain::WatchedMessage> m_messages; ///< oldest first; of a start and of answers the newest of each session
    QHash<QString, int> m_answers;            ///< by the session that was asked about
    domain::Session m_followed;
};

} // namespace services
