#include "core/error.h"
#include "support/registry.h"
#include <QSet>
#include <QtTest>

using core::ErrorReason;

class ErrorReasons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachHasANameOfItsOwn()
    {
        QVERIFY(core::reasonName(ErrorReason::None).isEmpty());
        QSet<QString> names;
        int known = 0;
        for (int i = 1; i <= int(ErrorReason::DecidedMeanwhile); ++i) {
            const QString name = core::reasonName(ErrorReason(i));
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(i)));
            names.insert(name);
            ++known;
        }
        QCOMPARE(names.size(), known);
    }
    void whichCloseATenant()
    {
        const QSet<ErrorReason> closing{
            ErrorReason::TenantRemoved, ErrorReason::TenantUnreadable, ErrorReason::TenantLocked};
        for (int i = 0; i <= int(ErrorReason::DecidedMeanwhile); ++i) {
            const auto e = core::conflict(ErrorReason(i), QStringLiteral("x"));
            QCOMPARE(core::isTenantClosed(e), closing.contains(ErrorReason(i)));
            QCOMPARE(e.code, core::ErrorCode::Conflict);
            QVERIFY(core::isOwnRefusal(e));
        }
    }
};

IDV_TEST(ErrorReasons)

#include "tst_errorreasons.moc"
