#include "domain/readiness/apicomparison.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QMultiHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace domain {

QString apiChangeKey(ApiChange c)
{
    switch (c) {
    case ApiChange::Missing: return QStringLiteral("missing");
    case ApiChange::Deprecated: return QStringLiteral("deprecated");
    case ApiChange::Required: return QStringLiteral("required");
    case ApiChange::Scopes: return QStringLiteral("scopes");
    }
    return {};
}

bool ApiComparison::isUsable() const
{
    return std::none_of(differences.begin(), differences.end(),
        [](const ApiDifference &d) { return d.change == ApiChange::Missing || d.change == ApiChange::Required; });
}

core::Result<QList<ApiCall>> apiCallsFrom(const QJsonObject &json)
{
    StrictObject j(json);
    QList<ApiCall> calls;
    for (StrictObject &o : j.objects("calls")) {
        ApiCall c;
        o.need("method");
        o.need("path");
        o.text("method", c.method);
        o.text("path", c.path);
        o.texts("required", c.required);
        o.texts("scopes", c.scopes);
        o.flag("unpublished", c.isUnpublished);
        calls << c;
    }
    if (const auto read = j.status(); !read)
        return read.error();
    return calls;
}

namespace {

/// One call of a description, and the path that it has there.
struct Described
{
    QString path;
    QJsonObject call;
};

// A local reference ("#/components/schemas/X"), followed a few times at most: a description may lead in a circle.
QJsonObject resolved(const QJsonObject &document, QJsonObject part)
{
    for (int i = 0; i < 8 && part.contains(QLatin1String("$ref")); ++i) {
        QJsonValue at = document;
        const QStringList steps =
            part.value(QLatin1String("$ref")).toString().split(QLatin1Char('/'), Qt::SkipEmptyParts).mid(1);
        for (const QString &step : steps)
            at = at.toObject().value(step);
        part = at.toObject();
    }
    return part;
}

// "/v2024/identities/{id}" and "/identities/v1/{id}" are "/identities/*".
QString plainPath(QString path)
{
    static const QRegularExpression generation(QStringLiteral("^/(?:v\\d+|beta)(?=/)")),
        version(QStringLiteral("^(/[^/]+)/v\\d+(?=/|$)")), value(QStringLiteral("\\{[^}]*\\}"));
    return path.remove(generation).replace(version, QStringLiteral("\\1")).replace(value, QStringLiteral("*"));
}

QStringList requiredOf(const QJsonObject &document, const QJsonObject &call)
{
    const QJsonObject content = resolved(document, call.value(QLatin1String("requestBody")).toObject())
                                    .value(QLatin1String("content"))
                                    .toObject();
    if (content.isEmpty())
        return {};
    const QJsonObject schema =
        resolved(document, content.begin()->toObject().value(QLatin1String("schema")).toObject());
    QStringList names;
    const auto required = schema.value(QLatin1String("required")).toArray();
    for (const auto &name : required)
        names << name.toString();
    return names;
}

QStringList scopesOf(const QJsonObject &call)
{
    QStringList scopes;
    const auto ways = call.value(QLatin1String("security")).toArray();
    for (const auto &way : ways) {
        const QJsonObject schemes = way.toObject();
        for (auto it = schemes.begin(); it != schemes.end(); ++it) {
            const auto named = it->toArray();
            for (const auto &scope : named)
                scopes << scope.toString();
        }
    }
    return scopes;
}

bool isDeprecated(const Described &d)
{
    return d.call.value(QLatin1String("deprecated")).toBool();
}

QStringList without(const QStringList &all, const QStringList &known)
{
    QStringList rest;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
        [&known](const QString &name) { return !known.contains(name); });
    return rest;
}

QMultiHash<QString, Described> callsOf(const QJsonObject &document)
{
    QMultiHash<QString, Described> all;
    const QJsonObject paths = document.value(QLatin1String("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path->toObject();
        for (auto m = methods.begin(); m != methods.end(); ++m)
            all.insert(m.key().toUpper() + QLatin1Char(' ') + plainPath(path.key()), {path.key(), m->toObject()});
    }
    return all;
}

// A value in a path may stand for a word of ours: "/search/{index}/{id}" is where "/search/identities/*" leads.
QList<Described> described(const QMultiHash<QString, Described> &all, const ApiCall &call)
{
    QList<Described> found = all.values(call.method + QLatin1Char(' ') + call.path);
    if (found.isEmpty() && call.path == QLatin1String("/search/identities/*"))
        found = all.values(call.method + QStringLiteral(" /search/*/*"));
    return found;
}

void compare(const QJsonObject &document, const ApiCall &call, const QList<Described> &found, ApiComparison &to)
{
    if (found.isEmpty()) {
        to.differences << ApiDifference{ApiChange::Missing, call.method, call.path, {}};
        return;
    }
    const auto current = std::find_if_not(found.begin(), found.end(), isDeprecated);
    const Described &d = current == found.end() ? found.first() : *current;
    const auto differs = [&](ApiChange change, const QString &detail) {
        to.differences << ApiDifference{change, call.method, d.path, detail};
    };
    if (current == found.end())
        differs(ApiChange::Deprecated, {});
    if (const QStringList more = without(requiredOf(document, d.call), call.required); !more.isEmpty())
        differs(ApiChange::Required, more.join(QStringLiteral(", ")));
    const QStringList scopes = scopesOf(d.call);
    const bool isOneLeft = std::any_of(
        call.scopes.begin(), call.scopes.end(), [&scopes](const QString &scope) { return scopes.contains(scope); });
    if (!scopes.isEmpty() && !call.scopes.isEmpty() && !isOneLeft)
        differs(ApiChange::Scopes, scopes.join(QStringLiteral(", ")));
}

} // namespace

core::Result<ApiComparison> compareApi(const QList<ApiCall> &calls, const QJsonObject &openApi)
{
    if (!openApi.value(QLatin1String("openapi")).toString().startsWith(QLatin1String("3.")) ||
        openApi.value(QLatin1String("paths")).toObject().isEmpty())
        return core::fieldError(QStringLiteral("api"),
            QCoreApplication::translate("ApiComparison", "This is no description of an API (OpenAPI 3, JSON)."));
    ApiComparison out;
    const QJsonObject info = openApi.value(QLatin1String("info")).toObject();
    out.title = info.value(QLatin1String("title")).toString();
    out.version = info.value(QLatin1String("version")).toString();
    const auto all = callsOf(openApi);
    for (const ApiCall &call : calls) {
        const QList<Described> found = described(all, call);
        if (call.isUnpublished && found.isEmpty())
            continue;
        ++out.compared;
        compare(openApi, call, found, out);
    }
    return out;
}

} // namespace domain
