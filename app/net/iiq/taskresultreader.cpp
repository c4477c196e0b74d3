#include "net/iiq/taskresultreader.h"
#include "net/http/members.h"

namespace net::iiq {

domain::TaskState taskStateFrom(const QJsonObject &result)
{
    domain::TaskState t;
    t.word = memberText(result, "completionStatus");
    t.isOver = !t.word.isEmpty();
    t.isGood = t.word == QLatin1String("Success") || t.word == QLatin1String("Warning");
    return t;
}

} // namespace net::iiq
