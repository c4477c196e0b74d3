#include "net/provider/probed.h"
#include "net/sailpoint/answers.h"
#include <QJsonDocument>

namespace net {

Probed probedFrom(const HttpResponse &r)
{
    Probed p;
    p.seen.status = r.status;
    p.seen.isJson = QJsonDocument::fromJson(r.body).isObject();
    const bool isCalledPage = r.header("Content-Type").toLower().contains("html");
    p.seen.isPage = !p.seen.isJson && (isCalledPage || r.body.trimmed().startsWith('<'));
    p.error = errorFrom(r);
    return p;
}

} // namespace net
