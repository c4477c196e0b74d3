#include "net/sailpoint/writeback/accountreader.h"
#include "net/http/members.h"

namespace net::sailpoint {

QList<domain::Account> accountsFrom(const QJsonArray &list)
{
    QList<domain::Account> out;
    for (const auto &v : list)
        out << domain::Account{memberText(v.toObject(), "id")};
    return out;
}

QString accountTaskFrom(const QJsonObject &answer)
{
    return memberText(answer, "id");
}

} // namespace net::sailpoint
