#include "cli/readiness/apicommand.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "domain/readiness/apicomparison.h"
#include <QFile>
#include <QJsonArray>

namespace cli {

using domain::ApiChange;
using domain::ApiComparison;
using domain::ApiDifference;

static core::Result<QList<domain::ApiCall>> ourCalls()
{
    QFile file(QStringLiteral(":/sailpoint-calls.json"));
    if (!file.open(QIODevice::ReadOnly))
        return core::makeError(core::ErrorCode::Internal, QStringLiteral("The list of calls is missing."));
    return domain::apiCallsFrom(QJsonDocument::fromJson(file.readAll()).object());
}

static QString lineOf(const ApiDifference &d)
{
    const QString call = d.method + QLatin1Char(' ') + d.path;
    switch (d.change) {
    case ApiChange::Missing: return QStringLiteral("missing     ") + call;
    case ApiChange::Deprecated: return QStringLiteral("deprecated  ") + call;
    case ApiChange::Required: return QStringLiteral("required    %1: its body now needs %2").arg(call, d.detail);
    case ApiChange::Scopes: break;
    }
    return QStringLiteral("scopes      %1: now one of %2").arg(call, d.detail);
}

static void show(Shell &s, const ApiComparison &c)
{
    QJsonArray differences;
    for (const ApiDifference &d : c.differences) {
        differences.append(QJsonObject{{QStringLiteral("change"), domain::apiChangeKey(d.change)},
            {QStringLiteral("method"), d.method}, {QStringLiteral("path"), d.path},
            {QStringLiteral("detail"), d.detail}});
        if (!s.isJson())
            s.output().line(lineOf(d));
    }
    if (s.isJson())
        return s.output().print({{QStringLiteral("title"), c.title}, {QStringLiteral("version"), c.version},
            {QStringLiteral("compared"), c.compared}, {QStringLiteral("usable"), c.isUsable()},
            {QStringLiteral("differences"), differences}});
    s.output().line(QStringLiteral("%1 %2: %3 calls compared, %4 differences")
                        .arg(c.title, c.version, QString::number(c.compared), QString::number(c.differences.size())));
}

void compareWithApi(Shell &s)
{
    const auto calls = ourCalls();
    if (!calls)
        return s.fail(calls.error());
    const auto file = documentIn(s.value("api"));
    if (!file)
        return s.fail(core::fieldError(QStringLiteral("api"), file.error().text));
    const auto compared = domain::compareApi(*calls, file->object());
    if (!compared)
        return s.fail(compared.error());
    show(s, *compared);
    s.finish(compared->isUsable() ? Done : Refused);
}

} // namespace cli
