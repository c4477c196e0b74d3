#include "net/sailpoint/paths.h"

namespace net::sailpoint {

QUrl url(const QString &base, const QString &path, const QByteArray &query)
{
    QString root = base.trimmed();
    while (root.endsWith(QLatin1Char('/')))
        root.chop(1);
    QByteArray whole = root.toUtf8() + path.toUtf8();
    if (!query.isEmpty())
        whole += '?' + query;
    return QUrl::fromEncoded(whole, QUrl::StrictMode);
}

QByteArray queryItem(const char *name, const QString &value)
{
    return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

QString quoted(const QString &text)
{
    QString t = text;
    t.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + t + QLatin1Char('"');
}

} // namespace net::sailpoint
