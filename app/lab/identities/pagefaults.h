#pragma once
#include "httpd/message.h"
#include <QList>
#include <functional>
#include <optional>

namespace lab {

struct TenantState;

/// Damage for calls that page, as Options::fault says. Thread: the lab's.
class PageFaults
{
public:
    PageFaults(TenantState &state, std::function<void()> revokeTokens);
    /// Counts a call; nothing when it is spared.
    std::optional<httpd::Response> before();
    /// `positions`: the people on the page.
    void after(httpd::Response &response, const QList<quint32> &positions);

private:
    /// True once: at the call with this number, or the first one behind it.
    bool isFirstFrom(int call);

    TenantState &m_state;
    std::function<void()> m_revokeTokens;
    int m_calls = 0;
    bool m_isDone = false;
    int m_runs = 0;
};

} // namespace lab
