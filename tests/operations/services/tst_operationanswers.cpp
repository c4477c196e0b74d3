#include "net/sailpoint/identityactions.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QJsonDocument>

class OperationAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLooksGetRarerAndEnd()
    {
        core::Instant pause = 0, at = 0;
        QList<core::Instant> pauses;
        while ((pause = domain::nextLook(0, pause, at)) != 0) {
            pauses << pause;
            at += pause;
        }
        QCOMPARE(pauses.first(), 2000);
        QCOMPARE(pauses.last(), 15000);
        QVERIFY(at >= domain::followFor && at < domain::followFor + 20'000);
    }
};
IDV_TEST(OperationAnswers)
#include "tst_operationanswers.moc"
