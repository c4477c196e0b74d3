#include "domain/tenants/callbackaddress.h"
#include "domain/tenants/tenant.h"

namespace domain {

static QString withoutSlashes(QString url)
{
    while (url.endsWith(QLatin1Char('/')))
        url.chop(1);
    return url;
}

QString callbackUrl(const Tenant &t)
{
    if (t.callbackBaseUrl.isEmpty() || callbackGoesToSailPoint(t))
        return t.callbackBaseUrl;
    return withoutSlashes(t.callbackBaseUrl) + t.receiver.path;
}

QString eventsUrl(const Tenant &t)
{
    if (t.callbackBaseUrl.isEmpty() || callbackGoesToSailPoint(t))
        return {};
    return withoutSlashes(t.callbackBaseUrl) + t.receiver.eventsPath;
}

QString callbackBaseFrom(const QString &given, const ReceiverSettings &receiver)
{
    const QString base = withoutSlashes(given.trimmed());
    for (const QString &path : {receiver.path, receiver.eventsPath}) {
        if (const QString own = withoutSlashes(path); !own.isEmpty() && base.endsWith(own))
            return withoutSlashes(base.chopped(own.size()));
    }
    return base;
}

} // namespace domain
