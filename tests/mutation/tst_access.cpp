#include "domain/access/approval.h"
#include "net/http/jsonreader.h"
#include "net/iiq/workitemreader.h"
#include "net/sailpoint/access/approvalreader.h"
#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>

using support::Mutant;
using support::Op;
using support::Outcome;

// Somebody asks for access: the event that is answered, and the decision about it in both products.

namespace {

constexpr core::Instant now = 1'800'000'000'000;
const QString person = QStringLiteral("p1");

domain::Identity verified()
{
    domain::Identity p;
    p.id = core::IdentityId(person);
    p.kind = domain::StatusKind::Dated;
    p.due = now + 100 * core::dayMs;
    p.warnAt = now + 70 * core::dayMs;
    p.idv.ial = 2;
    p.idv.date = {now - 5 * core::dayMs, domain::DateQuality::Exact};
    return p;
}
domain::Identity never()
{
    domain::Identity p;
    p.id = core::IdentityId(person);
    return p;
}

QJsonObject asked()
{
    const QJsonObject who{{QStringLiteral("id"), person}, {QStringLiteral("name"), QStringLiteral("Ann Example")},
        {QStringLiteral("type"), QStringLiteral("IDENTITY")}};
    return {{QStringLiteral("_metadata"), QJsonObject{{QStringLiteral("triggerId"), domain::trigger::accessRequested},
                                              {QStringLiteral("triggerType"), QStringLiteral("requestResponse")},
                                              {QStringLiteral("responseMode"), QStringLiteral("sync")},
                                              {QStringLiteral("invocationId"), QStringLiteral("inv-1")},
                                              {QStringLiteral("secret"), QStringLiteral("s3cret")}}},
        {QStringLiteral("accessRequestId"), QStringLiteral("req-1")}, {QStringLiteral("requestedFor"), QJsonArray{who}},
        {QStringLiteral("requestedBy"),
            QJsonObject{{QStringLiteral("id"), QStringLiteral("p2")}, {QStringLiteral("name"), QStringLiteral("Bo")}}},
        {QStringLiteral("requestedItems"),
            QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("i1")},
                {QStringLiteral("name"), QStringLiteral("Admin")}, {QStringLiteral("type"), QStringLiteral("ROLE")},
                {QStringLiteral("operation"), QStringLiteral("Add")}}}}};
}

/// As the service answers; who is not `known` does not stand well enough.
Outcome answered(const QByteArray &body, const domain::Identity &known)
{
    const auto o = net::readObject(body);
    if (!o)
        return {false, o.error().text};
    const auto e = domain::triggerEventFrom(*o, {});
    if (!e || e->triggerId != domain::trigger::accessRequested || !e->asksBack)
        return {false, QStringLiteral("nothing is answered")};
    domain::EventRules rules;
    domain::EventRule rule;
    rule.name = QStringLiteral("Privileged");
    rule.triggerId = domain::trigger::accessRequested;
    rule.item = QStringLiteral("admin");
    rules.rules << rule;
    QList<domain::Eligibility> all;
    if (e->people.isEmpty() || e->isPartial)
        return {false, QStringLiteral("cannot be read whole")};
    if (const auto r = domain::ruleFor(rules, *e)) {
        for (const auto &p : e->people)
            all << (p.id == known.id ? domain::eligibilityOf(known, r->requiredIal, now)
                                     : domain::Eligibility{false, QStringLiteral("not read")});
    }
    const auto answer = domain::accessAnswer(all, QStringLiteral("desk"));
    return {answer.value(QLatin1String("approved")).toBool(), answer.value(QLatin1String("comment")).toString()};
}

domain::AccessRequirements requirements()
{
    domain::AccessRequirements r;
    r.all << domain::AccessRequirement{QStringLiteral("admin"), 2, 30};
    return r;
}
Outcome decided(const std::optional<domain::Approval> &a, const domain::Identity &known)
{
    if (!a)
        return {false, QStringLiteral("no approval about a person")};
    const auto r = domain::requirementFor(requirements(), *a);
    if (!r)
        return {true, {}};
    if (a->forId != known.id)
        return {false, QStringLiteral("not read")};
    const auto s = domain::eligibilityFor(known, *r, now);
    return {s.isEnough, s.why};
}

QJsonObject approval()
{
    const auto who = [](const char *id, const char *name) {
        return QJsonObject{{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("type"), QStringLiteral("IDENTITY")}};
    };
    return {{QStringLiteral("id"), QStringLiteral("a1")},
        {QStringLiteral("created"), QStringLiteral("2027-01-15T07:00:00Z")},
        {QStringLiteral("requestType"), QStringLiteral("GRANT_ACCESS")},
        {QStringLiteral("accessRequestId"), QStringLiteral("req-1")},
        {QStringLiteral("requestedFor"), who("p1", "Ann Example")}, {QStringLiteral("requester"), who("p2", "Bo")},
        {QStringLiteral("owner"), who("o1", "Olga")},
        {QStringLiteral("requestedObject"),
            QJsonObject{{QStringLiteral("id"), QStringLiteral("r1")}, {QStringLiteral("name"), QStringLiteral("Admin")},
                {QStringLiteral("type"), QStringLiteral("ROLE")},
                {QStringLiteral("description"), QStringLiteral("All")}}}};
}
QJsonObject workItem()
{
    const QJsonObject line{{QStringLiteral("displayValue"), QStringLiteral("Admin")},
        {QStringLiteral("value"), QStringLiteral("Admin")}, {QStringLiteral("operation"), QStringLiteral("Add")},
        {QStringLiteral("application"), QStringLiteral("AD")}};
    return {{QStringLiteral("id"), QStringLiteral("w1")}, {QStringLiteral("type"), QStringLiteral("Approval")},
        {QStringLiteral("targetId"), person}, {QStringLiteral("targetDisplayName"), QStringLiteral("Ann Example")},
        {QStringLiteral("owner"), QJsonObject{{QStringLiteral("id"), QStringLiteral("o1")},
                                      {QStringLiteral("name"), QStringLiteral("Olga")}}},
        {QStringLiteral("requester"), QStringLiteral("bo")},
        {QStringLiteral("identityRequestId"), QStringLiteral("0001")},
        {QStringLiteral("approvalSet"), QJsonObject{{QStringLiteral("items"), QJsonArray{line}}}}};
}

using Decide = std::function<Outcome(const QByteArray &, const domain::Identity &)>;
Outcome inCloud(const QByteArray &json, const domain::Identity &known)
{
    return decided(net::sailpoint::approvalFrom(QJsonDocument::fromJson(json).object()), known);
}
Outcome inIdentityIq(const QByteArray &json, const domain::Identity &known)
{
    return decided(net::iiq::workItemFrom(QJsonDocument::fromJson(json).object()).approval, known);
}

/// Unchanged for a verified person it passes; changed in one place for somebody who never was it does not.
QStringList forNobody(const QString &path, const QJsonObject &passing, const Decide &decide,
    const std::function<bool(const Mutant &)> &isHarmless)
{
    const QByteArray unchanged = QJsonDocument(passing).toJson(QJsonDocument::Compact);
    return support::faultsOfPath(
        path, passing, [&](const QByteArray &json) { return decide(json, json == unchanged ? verified() : never()); },
        isHarmless);
}
/// For a verified person, changed where it says for whom or for what it is.
QStringList forTheVerified(const QString &path, const QJsonObject &passing, const Decide &decide,
    const std::function<bool(const Mutant &)> &isHarmless)
{
    return support::faultsOfPath(
        path, passing, [&](const QByteArray &json) { return decide(json, verified()); }, isHarmless);
}

bool isTwice(const Mutant &m)
{
    return m.op == Op::Twice || m.op == Op::TwiceOther;
}
bool isUnread(Op op)
{
    return op == Op::Drop || op == Op::Null || op == Op::Retype || op == Op::Empty || op == Op::ExtraItem;
}
// Another name that can be read is the name of another thing.
bool isAnotherName(const Mutant &m)
{
    return m.op == Op::Truncate || m.op == Op::Unknown;
}

} // namespace

class MutatedAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEventThatIsChangedIsNotApproved()
    {
        auto faults = forNobody(QStringLiteral("event answer"), asked(), answered,
            [](const Mutant &m) { return m.place == QLatin1String("requestedItems[0].name") && isAnotherName(m); });
        faults << forTheVerified(QStringLiteral("event answer, verified"), asked(), answered, [](const Mutant &m) {
            if (m.place == QLatin1String("requestedFor[0].id"))
                return m.op == Op::SecondSpelling;
            if (m.place == QLatin1String("requestedFor[0].type"))
                return m.op == Op::Drop || m.op == Op::Null || m.op == Op::Blank || m.op == Op::Retype ||
                       m.op == Op::SecondSpelling;
            if (m.place == QLatin1String("requestedItems[0].name"))
                return isAnotherName(m) || m.op == Op::SecondSpelling || m.op == Op::OtherLetter ||
                       m.op == Op::Hidden || m.op == Op::Sign ||
                       (m.op == Op::Control && m.json.contains("\xE2\x80\xAE"));
            const bool isWhat = QStringList{QStringLiteral("requestedFor"), QStringLiteral("requestedItems"),
                QStringLiteral("requestedFor[0]"), QStringLiteral("requestedItems[0]")}
                                    .contains(m.place);
            return !(isWhat && isUnread(m.op));
        });
        QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 30).join(QLatin1Char('\n'))));
    }
    void whatIsHiddenAmongOtherThingsIsSeen()
    {
        QStringList faults;
        for (const int before : {0, 1, 49, 50, 51, 200, 999, 1000, 1500}) {
            for (const bool isLast : {true, false}) {
                for (const char *name : {"Admin", "Domain Admin",
                         "\xD0\x90"
                         "dmin",
                         "ADMIN", "Adm\xC4\xB1n",
                         "\xEF\xBC\xA1"
                         "dmin",
                         "Ad\xE2\x80\x8Bmin",
                         "\xC3\x81"
                         "dmin",
                         "Admin\n", "A\x01min"}) {
                    QJsonObject e = asked();
                    QJsonArray items;
                    const QJsonObject admin{{QStringLiteral("name"), QString::fromUtf8(name)}};
                    if (!isLast)
                        items.append(admin);
                    for (int i = 0; i < before; ++i)
                        items.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("Cafeteria %1").arg(i)}});
                    if (isLast)
                        items.append(admin);
                    e.insert(QStringLiteral("requestedItems"), items);
                    support::tryOne(faults, QStringLiteral("event answer, items"),
                        QStringLiteral("among %1 %2").arg(before).arg(QString::fromUtf8(name)),
                        answered(QJsonDocument(e).toJson(), never()));
                }
            }
        }
        QJsonObject harmless = asked();
        harmless.insert(QStringLiteral("requestedItems"),
            QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Cafeteria")}}});
        QVERIFY(answered(QJsonDocument(harmless).toJson(), never()).isAccepted); // nothing of ours stands against it
        QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 30).join(QLatin1Char('\n'))));
    }
    void anApprovalThatIsChangedIsRefused()
    {
        const auto elsewhere = [](const QStringList &places, const Mutant &m) {
            return !places.contains(m.place) || m.op == Op::ExtraKey || m.op == Op::SecondSpelling;
        };
        // What a vendor's own API sends is read as Qt reads it: a key twice is not told.
        auto faults = forNobody(QStringLiteral("approval, cloud"), approval(), inCloud, [](const Mutant &m) {
            return isTwice(m) || (m.place == QLatin1String("requestedObject.name") && isAnotherName(m));
        });
        faults << forTheVerified(
            QStringLiteral("approval, cloud, verified"), approval(), inCloud, [elsewhere](const Mutant &m) {
                const bool isId = m.place == QLatin1String("id");
                return isTwice(m) ||
                       elsewhere(
                           {QStringLiteral("id"), QStringLiteral("requestedFor"), QStringLiteral("requestedFor.id")},
                           m) ||
                       (isId && !isUnread(m.op));
            });
        faults << forNobody(QStringLiteral("approval, IdentityIQ"), workItem(), inIdentityIq, isTwice);
        faults << forTheVerified(
            QStringLiteral("approval, IdentityIQ, verified"), workItem(), inIdentityIq, [elsewhere](const Mutant &m) {
                const bool isId = m.place == QLatin1String("id");
                return isTwice(m) ||
                       elsewhere({QStringLiteral("id"), QStringLiteral("targetId"), QStringLiteral("type")}, m) ||
                       (isId && !isUnread(m.op));
            });
        QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 30).join(QLatin1Char('\n'))));
    }
    void whoStandsOtherwiseIsRefused()
    {
        QStringList faults;
        std::vector<std::pair<QString, domain::Identity>> people;
        const auto add = [&people](const QString &how, const std::function<void(domain::Identity &)> &change) {
            auto p = verified();
            change(p);
            people.emplace_back(how, p);
        };
        for (int k = int(domain::StatusKind::Never); k <= int(domain::StatusKind::Withdrawn); ++k)
            add(QStringLiteral("kind %1").arg(k), [k](auto &p) { p.kind = domain::StatusKind(k); });
        for (const core::Instant ago : {core::Instant(0), core::Instant(1), core::dayMs, 1000 * core::dayMs})
            add(QStringLiteral("due %1 ago").arg(ago), [ago](auto &p) { p.due = now - ago; });
        add(QStringLiteral("level 1"), [](auto &p) { p.idv.ial = 1; });
        add(QStringLiteral("level none"), [](auto &p) { p.idv.ial.reset(); });
        add(QStringLiteral("other person"), [](auto &p) { p.id = core::IdentityId(QStringLiteral("p9")); });
        for (const auto &[how, p] : people) {
            const auto json = [](const QJsonObject &o) { return QJsonDocument(o).toJson(); };
            support::tryOne(faults, QStringLiteral("event answer, standing"), how, answered(json(asked()), p));
            support::tryOne(faults, QStringLiteral("approval, cloud, standing"), how, inCloud(json(approval()), p));
            support::tryOne(
                faults, QStringLiteral("approval, IdentityIQ, standing"), how, inIdentityIq(json(workItem()), p));
        }
        auto old = verified();
        old.idv.date.at = now - 30 * core::dayMs - 1;
        support::tryOne(faults, QStringLiteral("approval, cloud, standing"), QStringLiteral("older than asked"),
            inCloud(QJsonDocument(approval()).toJson(), old));
        old.idv.date = {};
        support::tryOne(faults, QStringLiteral("approval, cloud, standing"), QStringLiteral("date none"),
            inCloud(QJsonDocument(approval()).toJson(), old));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};
IDV_TEST(MutatedAccess)
#include "tst_access.moc"
