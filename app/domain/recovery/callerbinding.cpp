#include "domain/recovery/callerbinding.h"
#include <algorithm>

namespace domain {

int wrongCodes(const QList<SessionNote> &notes)
{
    return int(std::count_if(
        notes.begin(), notes.end(), [](const SessionNote &n) { return n.kind == QLatin1String("wrong-code"); }));
}

bool mayBind(SessionState s)
{
    return s == SessionState::Verified || !isTerminal(s);
}

BindingObstacle bindingObstacle(
    const Session &s, const QList<SessionNote> &notes, const QString &operatorName, const QString &how)
{
    if (s.operatorName != operatorName)
        return BindingObstacle::OtherOperator;
    if (how == QLatin1String("qr") && s.request.delivery != Delivery::Link)
        return BindingObstacle::LinkWasSent;
    if (wrongCodes(notes) >= mostCodeTries)
        return BindingObstacle::TooManyCodes;
    return mayBind(s.state) ? BindingObstacle::None : BindingObstacle::Closed;
}

} // namespace domain
