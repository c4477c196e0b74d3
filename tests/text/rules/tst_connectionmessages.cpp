#include "domain/text/messages.h"
#include "support/registry.h"
#include <QSet>
#include <QtTest>

using core::ConnectionCause;

// Each cause of a connection that is none has its own sentence and its own way out.
class ConnectionMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachCauseHasItsOwn()
    {
        QSet<QString> names, headlines;
        const QSet<ConnectionCause> withDetail{ConnectionCause::CertificateOtherHost,
            ConnectionCause::CertificateUntrusted, ConnectionCause::CertificateExpired,
            ConnectionCause::CertificateNotYetValid, ConnectionCause::WebPage, ConnectionCause::SentElsewhere,
            ConnectionCause::SentWithin, ConnectionCause::UnknownCoding};
        for (int i = 1; i < core::connectionCauseCount; ++i) {
            core::Error e = core::vendorError(core::ErrorCode::Offline, QStringLiteral("x"));
            e.cause = ConnectionCause(i);
            e.causeDetail = QStringLiteral("the-detail");
            const auto m = domain::userMessage(e, domain::Vendor::SailPoint);
            names << core::connectionCauseName(e.cause);
            headlines << m.headline;
            QVERIFY2(m.advice.size() > 40, qPrintable(m.headline));
            QVERIFY2(
                !m.headline.contains(QLatin1Char('%')) && !m.advice.contains(QLatin1Char('%')), qPrintable(m.advice));
            QCOMPARE(m.advice.contains(e.causeDetail), withDetail.contains(e.cause));
            const bool isProxys =
                e.cause == ConnectionCause::ProxyUnreachable || e.cause == ConnectionCause::ProxySignIn;
            QCOMPARE(m.headline.contains(QLatin1String("SailPoint")), !isProxys);
        }
        QCOMPARE(names.size(), core::connectionCauseCount - 1);
        QCOMPARE(headlines.size(), core::connectionCauseCount - 1);
        QVERIFY(core::connectionCauseName(ConnectionCause::None).isEmpty());
    }
    void aPageWithoutATitleIsNotQuoted()
    {
        core::Error e = core::vendorError(core::ErrorCode::Protocol, {});
        e.cause = ConnectionCause::WebPage;
        QVERIFY(!domain::userMessage(e, domain::Vendor::SailPoint).advice.contains(QStringLiteral("“”")));
    }
    void theOptionThatHelpsIsNamed_data()
    {
        QTest::addColumn<int>("cause");
        QTest::addColumn<QString>("option");
        QTest::newRow("a company's authority") << int(ConnectionCause::CertificateUntrusted) << "--ca";
        QTest::newRow("no proxy there") << int(ConnectionCause::ProxyUnreachable) << "--proxy";
        QTest::newRow("a proxy with a sign-in") << int(ConnectionCause::ProxySignIn) << "--proxy";
    }
    void theOptionThatHelpsIsNamed()
    {
        QFETCH(int, cause);
        QFETCH(QString, option);
        core::Error e = core::vendorError(core::ErrorCode::Certificate, {});
        e.cause = ConnectionCause(cause);
        QVERIFY(domain::userMessage(e, domain::Vendor::Provider).advice.contains(option));
    }
};
IDV_TEST(ConnectionMessages)
#include "tst_connectionmessages.moc"
