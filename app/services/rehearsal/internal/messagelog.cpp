#include "services/rehearsal/internal/messagelog.h"
#include <algorithm>

namespace services {

using domain::MessageKind;

static constexpr int mostMessages = 100;

void MessageLog::see(const domain::WatchedMessage &message)
{
    const auto isSame = [&message](const domain::WatchedMessage &m) {
        return m.kind == message.kind && m.kind != MessageKind::Callback && m.session == message.session &&
               m.userHash == message.userHash;
    };
    m_messages.erase(std::remove_if(m_messages.begin(), m_messages.end(), isSame), m_messages.end());
    m_messages << message;
    if (m_messages.size() > mostMessages)
        m_messages.removeFirst();
    if (message.kind == MessageKind::Answer)
        ++m_answers[message.session.str()];
}

bool MessageLog::isOurs(const domain::WatchedMessage &m) const
{
    if (m.kind == MessageKind::Created)
        return !m.userHash.isEmpty() && m.userHash == m_followed.userHash;
    if (m.kind == MessageKind::Answer)
        return !m.session.isEmpty() && m.session == m_followed.providerId;
    return domain::namesAnywhere(m.body, m_followed.providerId);
}

QJsonObject MessageLog::newest(MessageKind kind) const
{
    const auto found = std::find_if(m_messages.rbegin(), m_messages.rend(),
        [&](const domain::WatchedMessage &m) { return m.kind == kind && isOurs(m); });
    return found == m_messages.rend() ? QJsonObject() : found->body;
}

int MessageLog::answers() const
{
    return m_answers.value(m_followed.providerId.str());
}

} // namespace services
