#include "domain/profiles/profilepatch.h"
#include "domain/readiness/readiness.h"
#include "domain/tenants/rights.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::Right;
using domain::TokenRights;

class WhatATokenMayDo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusals_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<bool>("hasUser");
        QTest::addColumn<QString>("scopes");
        QTest::addColumn<int>("right");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, bool isKnown, bool hasUser, const char *scopes, Right right,
                             const char *why) {
            QTest::newRow(name) << isKnown << hasUser << QString::fromLatin1(scopes) << int(right)
                                << QString::fromLatin1(why);
        };
        row("nothing is known before a token", false, false, "", Right::DeleteIdentities, "");
        row("everything the person may", true, true, "sp:scopes:all", Right::DeleteIdentities, "");
        row("what default holds is not published", true, true, "sp:scopes:default", Right::InviteIdentities, "");
        row("a token that names no scopes", true, true, "", Right::ChangeProfiles, "");
        row("the right one", true, true, "idn:identity:manage", Right::DeleteIdentities, "");
        row("one of several", true, true, "idn:identity:manage", Right::ProcessIdentities, "");
        row("a wrong one", true, true, "idn:identity:read", Right::DeleteIdentities,
            "the token lacks the scope idn:identity:manage");
        row("an invented one of the seed", true, true, "idn:identity:update", Right::DeleteIdentities,
            "the token lacks the scope idn:identity:manage");
        row("a plain client may not invite", true, false, "sp:scopes:all", Right::InviteIdentities,
            "needs a personal access token");
        row("a plain client may process", true, false, "sp:scopes:all", Right::ProcessIdentities, "");
        row("no scope is documented", true, true, "sp:search:read", Right::SynchronizeAttributes, "");
    }
    void refusals()
    {
        QFETCH(bool, isKnown);
        QFETCH(bool, hasUser);
        QFETCH(QString, scopes);
        QFETCH(int, right);
        const TokenRights rights{isKnown, hasUser, scopes.split(QLatin1Char(' '), Qt::SkipEmptyParts), {}, {}};
        QTEST(domain::refusal(rights, Right(right)), "why");
    }
    void everyRightHasWords()
    {
        QSet<QString> words;
        for (int i = 0; i < domain::rightCount; ++i)
            words.insert(domain::rightText(Right(i)));
        QCOMPARE(words.size(), domain::rightCount);
    }
    void aNewAttributeIsTextAndNotSearchable()
    {
        const QJsonObject a = domain::textAttribute(QStringLiteral("idvVerifiedDate")).raw;
        QCOMPARE(a.value(QLatin1String("displayName")).toString(), QStringLiteral("IDV Verified Date"));
        QCOMPARE(a.value(QLatin1String("type")).toString(), QStringLiteral("string"));
        QVERIFY(!a.value(QLatin1String("searchable")).toBool() && !a.value(QLatin1String("multi")).toBool());
        QCOMPARE(domain::attributeDisplayName(QStringLiteral("idvIAL")), QStringLiteral("IDV IAL"));
    }
    void aPatchOfSeveralMappingsMakesTheProfileReady()
    {
        domain::AttributeTransform old;
        old.target = QStringLiteral("idvStatus");
        old.kind = domain::TransformKind::Rule;
        old.rule = QStringLiteral("Old");
        old.definition = {{QStringLiteral("type"), QStringLiteral("rule")},
            {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("name"), old.rule}}}};
        domain::IdentityProfile profile;
        profile.name = QStringLiteral("A");
        profile.config = {{old}, {{QStringLiteral("enabled"), true}}};
        const QStringList wanted{QStringLiteral("idvStatus"), QStringLiteral("idvIAL"), QStringLiteral("idvVerified")};
        const auto patch = domain::mappingsPatch(profile, wanted, QStringLiteral("s1"), QStringLiteral("IDV Results"));
        const auto after = domain::withMappings(profile, wanted, QStringLiteral("s1"), QStringLiteral("IDV Results"));
        QList<domain::IdentityAttribute> known;
        for (const QString &w : wanted)
            known.append(domain::textAttribute(w));
        QCOMPARE(domain::readyCount(domain::readinessOf(after, known, {})), 3);
        for (const auto &c : domain::changesOf(profile, after))
            QVERIFY2(c.after.startsWith(QStringLiteral("IDV Results · ")), qPrintable(c.what));
        QCOMPARE(after.config.transforms.size(), 3);
        const QJsonArray sent = after.config.raw.value(QLatin1String("attributeTransforms")).toArray();
        QCOMPARE(sent.size(), 3);
        QVERIFY(after.config.raw.value(QLatin1String("enabled")).toBool());
        // What is previewed is what the patch makes: a test and a replacement, then two at the end.
        QCOMPARE(patch.operations.size(), 4);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(patch.operations.at(i + 1).toObject().value(QLatin1String("value")), sent.at(i));
    }
};
IDV_TEST(WhatATokenMayDo)
#include "tst_rights.moc"
