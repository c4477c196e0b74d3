#include "domain/text/secrettext.h"
#include "support/registry.h"
#include <QtTest>

using domain::SecretUse;

class TypedSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTrimmedAndChecked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("key"); // "!" refused, "" nothing left
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &typed, const QString &key, const QString &text) {
            QTest::newRow(name) << typed << key << text;
        };
        const auto same = [row](const char *name, const QString &typed, const QString &both) {
            row(name, typed, both, both);
        };
        const QString kept = QStringLiteral("KEY-1_2.3~x+/=");
        const QString refused = QStringLiteral("!");
        same("as it is", kept, kept);
        same("a line end behind", kept + QStringLiteral("\n"), kept);
        same("a line end of Windows", kept + QStringLiteral("\r\n"), kept);
        same("line ends around", QStringLiteral("\n\r\n") + kept + QStringLiteral("\n\n"), kept);
        same("blanks and tabs around", QStringLiteral(" \t") + kept + QStringLiteral("\t "), kept);
        same("a byte order mark", QChar(0xFEFF) + kept, kept);
        same("a byte order mark and a blank", QChar(0xFEFF) + QStringLiteral(" ") + kept + QChar(0x200B), kept);
        same("a no-break space", kept + QChar(0x00A0), kept);
        same("a line separator behind", kept + QChar(0x2028), kept);
        same("nothing", QString(), QString());
        same("only white space", QStringLiteral(" \r\n\t") + QChar(0xFEFF), QString());
        same("a header behind", QStringLiteral("KEY\r\nX-Injected: yes"), refused);
        same("a line end inside", QStringLiteral("KEY\nKEY"), refused);
        same("a carriage return inside", QStringLiteral("KEY\rKEY"), refused);
        same("a tab inside", QStringLiteral("KEY\tKEY"), refused);
        same("a zero inside", QStringLiteral("KEY") + QChar(0) + QStringLiteral("KEY"), refused);
        same("a zero behind", QStringLiteral("KEY") + QChar(0), refused);
        same("delete", QStringLiteral("KEY\x7f"), refused);
        same("a C1 control", QStringLiteral("KEY") + QChar(0x85) + QStringLiteral("KEY"), refused);
        same("a line separator inside", QStringLiteral("KEY") + QChar(0x2028) + QStringLiteral("KEY"), refused);
        same("too long", QString(8193, QLatin1Char('x')), refused);
        same("as long as it may be", QString(8192, QLatin1Char('x')), QString(8192, QLatin1Char('x')));
        row("a blank inside", QStringLiteral("pass word"), refused, QStringLiteral("pass word"));
        row("a line end that an input field made a blank", QStringLiteral("KEY  X-Injected: yes"), refused,
            QStringLiteral("KEY  X-Injected: yes"));
        row("letters beyond ASCII", QString::fromUtf8("påssord"), refused, QString::fromUtf8("påssord"));
        row("a byte order mark inside", QStringLiteral("KEY") + QChar(0xFEFF) + QStringLiteral("KEY"), refused,
            QStringLiteral("KEY") + QChar(0xFEFF) + QStringLiteral("KEY"));
    }
    void isTrimmedAndChecked()
    {
        QFETCH(QString, typed);
        for (const auto &[use, column] : {std::pair{SecretUse::Key, "key"}, std::pair{SecretUse::Text, "text"}}) {
            const QString expected = *static_cast<QString *>(QTest::qData(column, qMetaTypeId<QString>()));
            const auto r = domain::takenSecret(QStringLiteral("api-key"), typed, use);
            if (expected == QLatin1String("!")) {
                QVERIFY(!r);
                QCOMPARE(r.error().code, core::ErrorCode::Usage);
                QCOMPARE(r.error().field, QStringLiteral("api-key"));
                QVERIFY(!r.error().text.contains(QLatin1String("KEY")));
                continue;
            }
            QVERIFY2(r, r ? "" : qPrintable(r.error().text));
            QCOMPARE(*r ? QString::fromUtf8((*r)->reveal()) : QString(), expected);
        }
    }
};
IDV_TEST(TypedSecrets)

#include "tst_secrettext.moc"
