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
    t.isOver = !folded.isEmpty() || !memberText(o, "completed").isEmpty();
    t.isGood =
        t.isOver && (folded.isEmpty() || folded == QLatin1String("SUCCESS") || folded == QLatin1String("WARNING"));
    t.percent = o.value(QLatin1String("percentComplete")).toInt(-1);
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
