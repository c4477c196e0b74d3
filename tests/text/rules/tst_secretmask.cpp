#include "core/process.h"
#include "core/secret.h"
#include "core/secretmask.h"
#include "domain/text/outputtext.h"
#include "support/owntime.h"
#include "support/registry.h"
#include <QtTest>
#include <unistd.h>

class SecretMask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAVendorSaysBackIsNotShown()
    {
        const QString word = QStringLiteral("p4ss/word+ of a tenant");
        auto secret = core::makeSecret(word.toUtf8());
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(word));
        for (const QString &said :
            {QStringLiteral("no client with %1"), QStringLiteral("%1"), QStringLiteral("%1%1 and %1")}) {
            for (const QString &form : {word, encoded}) {
                const QString text = QString(said).replace(QLatin1String("%1"), form);
                for (const QString &shown :
                    {domain::terminalText(text), domain::fileText(text), domain::labelText(text),
                        domain::menuText(text), QString::fromUtf8(domain::safeJson(text.toUtf8()))}) {
                    QVERIFY2(!shown.contains(form), qPrintable(shown));
                    QVERIFY(shown.contains(QLatin1String("[secret]")));
                }
            }
        }
        // What is no secret any more, or is a word that may stand anywhere, is a text.
        const auto brief = core::makeSecret("approve");
        QCOMPARE(core::withoutSecrets(QStringLiteral("approve this request")), QStringLiteral("approve this request"));
        secret.reset();
        QCOMPARE(core::withoutSecrets(word), word);
    }
    void manySecretsCostLittle()
    {
        std::vector<core::SecretPtr> held;
        for (int i = 0; i < 2000; ++i) { // as tokens come and go
            auto one = core::makeSecret("a token number " + QByteArray::number(i));
            if (i % 500 == 0)
                held.push_back(std::move(one));
        }
        support::OwnTime t;
        for (int i = 0; i < 10'000; ++i)
            (void)domain::labelText(QStringLiteral("A cell of a list with a usual length, number %1").arg(i));
        QVERIFY2(t.elapsed() < 1000, qPrintable(QString::number(t.elapsed())));
    }
    void aProcessIsGoneOnlyWhereThatCanBeSeen()
    {
        const QString mine = core::processName();
        QStringList parts = mine.split(QLatin1Char('/'));
        QCOMPARE(parts.size(), 4);
        QVERIFY(parts.at(1).startsWith(QLatin1String("pid:[")));
        QVERIFY(!core::isProcessGone(mine));
        const auto with = [&parts](int at, const QString &value) {
            QStringList p = parts;
            p[at] = value;
            return p.join(QLatin1Char('/'));
        };
        const QString dead = with(2, QStringLiteral("4194304")); // above the largest number there is
        QVERIFY(core::isProcessGone(dead));
        const auto elsewhere = [&dead](
                                   const QString &from, const QString &to) { return QString(dead).replace(from, to); };
        QVERIFY(!core::isProcessGone(elsewhere(parts.at(1), QStringLiteral("pid:[1]")))); // another namespace
        QVERIFY(!core::isProcessGone(elsewhere(parts.at(1), QString())));
        QVERIFY(!core::isProcessGone(QStringLiteral("another-host") + dead.mid(dead.indexOf(QLatin1Char('/')))));
        QVERIFY(!core::isProcessGone(parts.at(0) + QStringLiteral("/4194304/x"))); // as an earlier version named itself
        for (const QString &odd : {QString(), QStringLiteral("me"), with(2, QStringLiteral("-1")),
                 with(2, QStringLiteral("0")), with(2, QStringLiteral("x"))})
            QVERIFY(!core::isProcessGone(odd));
    }
};
IDV_TEST(SecretMask)
#include "tst_secretmask.moc"
