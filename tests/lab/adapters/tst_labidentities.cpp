#include "lab/adapters/labcall.h"
#include "lab/identities/identities.h"
#include "lab/identities/lifecycle.h"
#include "support/registry.h"

using namespace support;

namespace {

struct IdentityParts : LabParts
{
    explicit IdentityParts(const std::function<void(lab::Options &)> &change = {}) : LabParts(change) {}
    lab::TenantState state{options, ends, clock};
    lab::PageFaults faults{state, [] {}};
    lab::Identities identities{state, faults};
    lab::Lifecycle lifecycle{state};

    httpd::Response handle(const char *method, const QStringList &rest, const QJsonValue &body = {},
        const QList<httpd::Header> &headers = {})
    {
        return identities.handle(
            {method, QStringLiteral("v2024"), QStringLiteral("/identities"), rest}, asked(method, body, headers));
    }
    httpd::Response list(const char *query)
    {
        return identities.handle(
            {"GET", QStringLiteral("v2024"), QStringLiteral("/identities"), {}}, questioned(query));
    }
    QString id(quint32 position) const { return QString::fromLatin1(idOf(position)); }
    qint64 count(const char *what) const { return state.counters.value(QLatin1String(what)); }
};

} // namespace

class SimulatedIdentities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theyAreListedInPages()
    {
        IdentityParts p;
        const auto first = p.list("limit=50&count=true");
        QCOMPARE(arrayOf(first).size(), 50);
        QVERIFY(first.headers.contains(httpd::Header("X-Total-Count", "120")));
        const auto second = arrayOf(p.list("limit=50&offset=50"));
        QCOMPARE(arrayOf(p.list("limit=50&offset=100")).size(), 20);
        QVERIFY(textOf(arrayOf(first).last(), "id") < textOf(second.first(), "id"));
        for (const char *bad : {"limit=251", "limit=-1", "offset=-1", "filters=shoe%20eq%20%22x%22"})
            QCOMPARE(p.list(bad).status, 400);
        QCOMPARE(p.handle("POST", {}).status, 405);
    }
    void aFilterFindsOne()
    {
        IdentityParts p;
        const auto found = arrayOf(p.list("filters=id%20eq%20%22" + p.idOf(4) + "%22"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(textOf(found.first(), "id"), p.id(4));
    }
    void oneIsShownOrNotThere()
    {
        IdentityParts p;
        QCOMPARE(textOf(objectOf(p.handle("GET", {p.id(4)})), "id"), p.id(4));
        QCOMPARE(p.handle("GET", {QStringLiteral("nobody")}).status, 404);
        QCOMPARE(p.handle("GET", {p.id(4), QStringLiteral("shoes")}).status, 404);
    }
    void aTokenWithoutAUserReadsNoIdentity()
    {
        IdentityParts p([](lab::Options &o) { o.hasUser = false; });
        QCOMPARE(p.list("").status, 403);
        QCOMPARE(p.handle("GET", {p.id(4)}).status, 403);
        QCOMPARE(p.handle("GET", {p.id(4), QStringLiteral("ownership")}).status, 403);
        QCOMPARE(p.lifecycle.invite(asked("POST", QJsonObject{{QStringLiteral("uninvited"), true}}, {experimental()}))
                     .status,
            403);
    }
    void attributesAreChangedWhereATenantAllowsIt()
    {
        const QJsonArray patch{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QStringLiteral("/attributes/idvStatus")},
            {QStringLiteral("value"), QStringLiteral("VERIFIED")}}};
        IdentityParts refuses;
        QCOMPARE(refuses.handle("PATCH", {refuses.id(4)}, patch, {patchType()}).status, 405);
        IdentityParts p([](lab::Options &o) { o.directPatch = true; });
        QCOMPARE(p.handle("PATCH", {p.id(4)}, patch).status, 415);
        QCOMPARE(p.handle("PATCH", {QStringLiteral("nobody")}, patch, {patchType()}).status, 404);
        QCOMPARE(p.handle("PATCH", {p.id(4)}, patch, {patchType()}).status, 200);
        QCOMPARE(p.state.directory.person(4, lab::Directory::View::Live).attributes.value("idvStatus"),
            QByteArray("\"VERIFIED\""));
        const QJsonArray other{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QStringLiteral("/name")}, {QStringLiteral("value"), QStringLiteral("x")}}};
        QCOMPARE(p.handle("PATCH", {p.id(4)}, other, {patchType()}).status, 400);
    }
    void whoeverOwnsSomethingOrIsProtectedIsNotRemoved()
    {
        IdentityParts p;
        const quint32 owner = 6, isProtected = 10, free = 4;
        QVERIFY(lab::People::ownsSomething(owner) && lab::People::isProtected(isProtected));
        QCOMPARE(p.handle("DELETE", {p.id(owner)}).status, 400);
        QCOMPARE(p.handle("DELETE", {p.id(isProtected)}).status, 400);
        QCOMPARE(p.handle("DELETE", {p.id(free)}).status, 204);
        QCOMPARE(p.handle("GET", {p.id(free)}).status, 404);
        QCOMPARE(p.handle("DELETE", {p.id(free)}).status, 404);
        QCOMPARE(p.state.directory.count(), 119);
        const auto owned = objectOf(p.lifecycle.ownership(owner)).value(QLatin1String("associationDetails")).toArray();
        QCOMPARE(owned.size(), 2);
        QVERIFY(objectOf(p.lifecycle.ownership(free)).value(QLatin1String("associationDetails")).toArray().isEmpty());
    }
    void aResetIdentityIsNoLongerRegistered()
    {
        IdentityParts p;
        const quint32 position = 8; // one in four is registered from the beginning
        const auto status = [&p] { return p.state.directory.person(8, lab::Directory::View::Live).status; };
        QCOMPARE(status(), QByteArray("REGISTERED"));
        const auto r = p.handle("POST", {p.id(position), QStringLiteral("reset")});
        QCOMPARE(r.status, 202);
        QVERIFY(r.body.isEmpty());
        QCOMPARE(status(), QByteArray("UNREGISTERED"));
        QCOMPARE(p.handle("POST", {QStringLiteral("nobody"), QStringLiteral("reset")}).status, 404);
    }
    void anInvitationCountsWhoIsNotRegistered()
    {
        IdentityParts p;
        const auto invite = [&p](const QJsonObject &body, bool isExperimental = true) {
            return p.handle("POST", {QStringLiteral("invite")}, body,
                isExperimental ? QList<httpd::Header>{experimental()} : QList<httpd::Header>{});
        };
        const QJsonObject both{{QStringLiteral("ids"), QJsonArray{p.id(4), p.id(8)}}};
        QCOMPARE(invite(both, false).status, 400);
        QCOMPARE(invite({}).status, 400);
        QCOMPARE(invite({{QStringLiteral("ids"), QJsonArray{QStringLiteral("nobody")}}}).status, 404);
        QCOMPARE(invite(both).status, 202);
        QCOMPARE(p.count("invited"), 2);
        QCOMPARE(p.state.counters.value(QStringLiteral("invited:") + p.id(4)), 1);
        QCOMPARE(p.state.counters.value(QStringLiteral("invited:") + p.id(8)), 0);
        QCOMPARE(invite({{QStringLiteral("uninvited"), true}}).status, 202);
    }
    void synchronisingHasAPause()
    {
        IdentityParts p;
        const auto sync = [&p](quint32 position) {
            return p.lifecycle.synchronise(asked("POST", {}, {experimental()}), position).status;
        };
        QCOMPARE(p.lifecycle.synchronise(asked("POST"), 4).status, 400);
        QCOMPARE(sync(4), 202);
        QCOMPARE(sync(4), 429);
        QCOMPARE(sync(8), 202);
        p.clock->advance(10 * core::secondMs);
        QCOMPARE(sync(4), 202);
        QCOMPARE(p.count("synchronised"), 3);
    }
    void processingTakesUpTo250()
    {
        IdentityParts p;
        const auto process = [&p](int n) {
            QJsonArray ids;
            for (int i = 0; i < n; ++i)
                ids.append(QString::number(i));
            return p.handle("POST", {QStringLiteral("process")}, QJsonObject{{QStringLiteral("identityIds"), ids}},
                {experimental()});
        };
        QCOMPARE(process(0).status, 400);
        QCOMPARE(process(251).status, 400);
        QCOMPARE(process(250).status, 202);
        QVERIFY(!textOf(objectOf(process(1)), "id").isEmpty());
    }
    void aResetMailIsCountedAndFailsAsAsked()
    {
        IdentityParts p([](lab::Options &o) { o.resetFaults = {QStringLiteral("403"), QStringLiteral("no-answer")}; });
        const auto send = [&p](const char *via) {
            return p.handle("POST",
                {p.id(4), QStringLiteral("verification"), QStringLiteral("account"), QStringLiteral("send")},
                QJsonObject{{QStringLiteral("via"), QLatin1String(via)}}, {experimental()});
        };
        QCOMPARE(send("EMAIL_WORK").status, 403);
        QCOMPARE(send("PIGEON").status, 400);
        QCOMPARE(p.count("reset-mail"), 0);
        QCOMPARE(send("EMAIL_WORK").damage, httpd::Damage::Reset);
        QCOMPARE(send("EMAIL_WORK").status, 200);
        QCOMPARE(p.count("reset-mail"), 2);
    }
    void rolesAreShortOrWhole()
    {
        IdentityParts p;
        const lab::Route where{"GET", QStringLiteral("v2024"), QStringLiteral("/identities"),
            {p.id(2), QStringLiteral("role-assignments")}};
        const auto brief = arrayOf(p.lifecycle.roleAssignments(where, questioned(""), 2));
        QCOMPARE(brief.size(), 2);
        QVERIFY(!brief.first().toObject().contains(QLatin1String("assigner")));
        const auto whole = arrayOf(p.lifecycle.roleAssignments(where, questioned("roleName=Everyone"), 2));
        QCOMPARE(whole.size(), 1);
        QVERIFY(whole.first().toObject().contains(QLatin1String("assigner")));
        lab::Route one = where;
        one.rest << textOf(brief.last(), "id");
        QCOMPARE(objectOf(p.lifecycle.roleAssignments(one, questioned(""), 2)).value(QLatin1String("id")).toString(),
            textOf(brief.last(), "id"));
        one.rest.last() = QStringLiteral("none");
        QCOMPARE(p.lifecycle.roleAssignments(one, questioned(""), 2).status, 404);
    }
};
IDV_TEST(SimulatedIdentities)
#include "tst_labidentities.moc"
