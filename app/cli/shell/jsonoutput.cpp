#include "cli/shell/jsonoutput.h"
#include "domain/text/strictjson.h"
#include <QFile>
#include <QJsonArray>

namespace cli {

using core::Result;

Result<QJsonObject> settingIn(const QString &name)
{
    QFile f(name);
    if (!f.open(QIODevice::ReadOnly) || f.size() > 16 * 1024 * 1024)
        return core::fieldError(QStringLiteral("file"), QStringLiteral("\"%1\" cannot be read.").arg(name));
    const auto object = domain::strictDocument(f.readAll());
    if (!object)
        return core::fieldError(QStringLiteral("file"), QStringLiteral("\"%1\": %2").arg(name, object.error().text));
    return object;
}

Result<QJsonDocument> documentIn(const QString &name)
{
    QFile f(name);
    if (!f.open(QIODevice::ReadOnly) || f.size() > 64 * 1024 * 1024)
        return core::fieldError(QStringLiteral("file"), QStringLiteral("\"%1\" cannot be read.").arg(name));
    QJsonParseError fault;
    const auto doc = QJsonDocument::fromJson(f.readAll(), &fault);
    if (doc.isNull())
        return core::fieldError(QStringLiteral("file"),
            QStringLiteral("\"%1\" is no JSON: %2 at byte %3.").arg(name, fault.errorString()).arg(fault.offset));
    return doc;
}

void print(Shell &s, const char *name, const QJsonValue &value)
{
    if (s.isJson())
        s.output().print({{QLatin1String(name), value}});
    else
        s.output().printPretty(value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()));
    s.finish(Done);
}

void showArray(Shell &s, const char *name, const core::Async<QJsonArray> &run)
{
    core::whenDone<QJsonArray>(
        run, &s, [&s, name](const Result<QJsonArray> &a) { a ? print(s, name, *a) : s.fail(a.error()); });
}

void showObject(Shell &s, const char *name, const core::Async<QJsonObject> &run)
{
    core::whenDone<QJsonObject>(
        run, &s, [&s, name](const Result<QJsonObject> &o) { o ? print(s, name, *o) : s.fail(o.error()); });
}

} // namespace cli
