#include "net/sailpoint/identities/taskreader.h"
#include "net/http/members.h"
#include <QJsonArray>

namespace net::sailpoint {

domain::TaskState taskFrom(const QJsonObject &o)
{
    domain::TaskState t;
    t.word = memberText(o, "completionStatus");
    QString folded = t.word.toUpper();
    folded.remove(QLatin1Char('_'));
    // Over without a word is good; over with one that cannot be read is not.
    const QJsonValue status = o.value(QLatin1String("completionStatus")), end = o.value(QLatin1String("completed"));
    const bool saysNothing = status.isNull() || status.isUndefined() || (status.isString() && folded.isEmpty());
    t.isOver = !folded.isEmpty() || end.isDouble() || !end.toString().isEmpty();
    t.isGood = t.isOver && (saysNothing || folded == QLatin1String("SUCCESS") || folded == QLatin1String("WARNING"));
    t.percent = memberCount(o, "percentComplete").value_or(-1);
    const auto messages = o.value(QLatin1String("messages")).toArray();
    for (const auto &v : messages) {
        const QJsonObject m = v.toObject();
        const QString text = m.value(QLatin1String("localizedText")).isObject()
                                 ? memberText(memberObject(m, "localizedText"), "message")
                                 : memberText(m, "localizedText");
        if (!text.isEmpty() && t.message.isEmpty())
            t.message = text.left(300);
    }
    return t;
}

} // namespace net::sailpoint
