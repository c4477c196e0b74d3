#include "domain/readiness/apicomparison.h"
#include "support/registry.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using domain::ApiCall;
using domain::ApiChange;

namespace {

QList<ApiCall> ours()
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/sailpoint-calls.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto calls = domain::apiCallsFrom(QJsonDocument::fromJson(file.readAll()).object());
    return calls ? *calls : QList<ApiCall>();
}

/// A description with what the console uses, by a generation's paths.
QJsonObject described(const QList<ApiCall> &calls, bool isNew)
{
    QJsonObject paths;
    for (const ApiCall &c : calls) {
        QString path = c.path;
        path.replace(QLatin1Char('*'), QStringLiteral("{id}"));
        const qsizetype end = path.indexOf(QLatin1Char('/'), 1);
        const QString service = path.left(end), rest = end < 0 ? QString() : path.mid(end);
        const QString whole =
            isNew ? service + QStringLiteral("/v1") + rest : QStringLiteral("/v2024") + service + rest;
        QJsonObject methods = paths.value(whole).toObject();
        methods.insert(c.method.toLower(),
            QJsonObject{{QStringLiteral("security"), QJsonArray{QJsonObject{{QStringLiteral("userAuth"),
                                                         QJsonArray::fromStringList(c.scopes)}}}},
                {QStringLiteral("requestBody"), QJsonObject{{QStringLiteral("content"),
                                                    QJsonObject{{QStringLiteral("application/json"),
                                                        QJsonObject{{QStringLiteral("schema"),
                                                            QJsonObject{{QStringLiteral("required"),
                                                                QJsonArray::fromStringList(c.required)}}}}}}}}}});
        paths.insert(whole, methods);
    }
    return {{QStringLiteral("openapi"), QStringLiteral("3.0.1")}, {QStringLiteral("paths"), paths},
        {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("API")},
                                     {QStringLiteral("version"), QStringLiteral("9")}}}};
}

QJsonObject changed(
    QJsonObject document, const QString &path, const QString &method, const QString &key, const QJsonValue &value)
{
    QJsonObject paths = document.value(QLatin1String("paths")).toObject(), methods = paths.value(path).toObject(),
                call = methods.value(method).toObject();
    if (key.isEmpty())
        methods.remove(method);
    else
        call.insert(key, value);
    if (!key.isEmpty())
        methods.insert(method, call);
    paths.insert(path, methods);
    document.insert(QStringLiteral("paths"), paths);
    return document;
}

QString said(const QJsonObject &document)
{
    const auto c = domain::compareApi(ours(), document);
    if (!c)
        return c.error().field;
    QStringList out;
    for (const auto &d : c->differences)
        out << domain::apiChangeKey(d.change) + QLatin1Char(' ') + d.method + QLatin1Char(' ') + d.path +
                   (d.detail.isEmpty() ? QString() : QLatin1Char(' ') + d.detail);
    return out.join(QStringLiteral("; ")) + (c->isUsable() ? QString() : QStringLiteral(" !"));
}

} // namespace

// The calls of the console beside a description of SailPoint's API.
class ComparedApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingDiffersWhereNothingDoes()
    {
        QVERIFY(ours().size() > 55);
        QCOMPARE(said(described(ours(), false)), QString());
        QCOMPARE(said(described(ours(), true)), QString());
    }
    void everyKindIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *path, const char *method, const char *key, const char *value,
                             const char *says) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(method) << QString::fromLatin1(key)
                                << QByteArray(value) << QString::fromLatin1(says);
        };
        row("missing", "/v2024/accounts/{id}", "patch", "", "{}", "missing PATCH /accounts/* !");
        row("deprecated", "/v2024/identities", "get", "deprecated", "true", "deprecated GET /v2024/identities");
        row("the body needs more", "/v2024/identities/{id}/verification/account/send", "post", "requestBody",
            R"({"content":{"application/json":{"schema":{"required":["via","locale"]}}}})",
            "required POST /v2024/identities/{id}/verification/account/send locale !");
        row("the body needs less", "/v2024/identities/{id}/verification/account/send", "post", "requestBody", "{}", "");
        row("another scope", "/v2024/search", "post", "security", R"([{"userAuth":["sp:search:v2"]}])",
            "scopes POST /v2024/search sp:search:v2");
        row("a scope more", "/v2024/search", "post", "security", R"([{"userAuth":["sp:search:read","sp:x"]}])", "");
        row("no scopes said", "/v2024/search", "post", "security", "[]", "");
    }
    void everyKindIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, method);
        QFETCH(QString, key);
        QFETCH(QByteArray, value);
        const QJsonValue v = QJsonDocument::fromJson("[" + value + "]").array().at(0);
        QTEST(said(changed(described(ours(), false), path, method, key, v)), "says");
    }
    void onePathThatGoesOnIsEnough()
    {
        QJsonObject both = described(ours(), false);
        QJsonObject paths = both.value(QLatin1String("paths")).toObject();
        const QJsonObject newer = described(ours(), true).value(QLatin1String("paths")).toObject();
        for (auto it = newer.begin(); it != newer.end(); ++it)
            paths.insert(it.key(), *it);
        both.insert(QStringLiteral("paths"), paths);
        QCOMPARE(said(changed(both, QStringLiteral("/v2024/identities"), QStringLiteral("get"),
                     QStringLiteral("deprecated"), true)),
            QString());
    }
    void referencesAreFollowedAndCirclesEnd()
    {
        QJsonObject document = changed(described(ours(), false), QStringLiteral("/v2024/accounts"),
            QStringLiteral("post"), QStringLiteral("requestBody"),
            QJsonObject{{QStringLiteral("$ref"), QStringLiteral("#/components/bodies/A")}});
        QByteArray components =
            "{'bodies':{'A':{'content':{'application/json':{'schema':{'$ref':'#/components/schemas/S'}}}}},"
            "'schemas':{'S':{'required':['attributes','owner']},'C':{'$ref':'#/components/schemas/C'}}}";
        document.insert(QStringLiteral("components"), QJsonDocument::fromJson(components.replace('\'', '"')).object());
        QVERIFY2(said(document).contains(QLatin1String("owner !")), qPrintable(said(document)));
        document =
            changed(document, QStringLiteral("/v2024/accounts"), QStringLiteral("post"), QStringLiteral("requestBody"),
                QJsonObject{{QStringLiteral("content"),
                    QJsonObject{{QStringLiteral("application/json"),
                        QJsonObject{{QStringLiteral("schema"),
                            QJsonObject{{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/C")}}}}}}}});
        QCOMPARE(said(document), QString());
    }
    void whatIsNoDescriptionIsRefused()
    {
        QCOMPARE(said({}), QStringLiteral("api"));
        QCOMPARE(said({{QStringLiteral("swagger"), QStringLiteral("2.0")}}), QStringLiteral("api"));
        QCOMPARE(said({{QStringLiteral("openapi"), QStringLiteral("3.1.0")}}), QStringLiteral("api"));
    }
};
IDV_TEST(ComparedApi)
#include "tst_apicomparison.moc"
