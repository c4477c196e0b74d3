#include "core/textfold.h"
#include "support/registry.h"
#include <QtTest>

class TextFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::newRow("accents") << QStringLiteral("María-Fernanda") << QStringLiteral("maria fernanda");
        QTest::newRow("stroke letters") << QStringLiteral("Łukasz Đặng Ørsted") << QStringLiteral("lukasz dang orsted");
        QTest::newRow("sharp s") << QStringLiteral("Weiß") << QStringLiteral("weiss");
        QTest::newRow("dotted I") << QStringLiteral("İpek Işıl") << QStringLiteral("ipek isil");
        QTest::newRow("greek") << QStringLiteral("Αικατερίνη") << QStringLiteral("αικατερινη");
        QTest::newRow("cyrillic keeps its letter")
            << QStringLiteral("Юлія")
            << QStringLiteral("юлія").normalized(QString::NormalizationForm_C).replace(QChar(0x0457), QChar(0x0456));
        QTest::newRow("apostrophe joins") << QStringLiteral("O'Brien") << QStringLiteral("obrien");
        QTest::newRow("arabic untouched") << QStringLiteral("أمينة") << QStringLiteral("أمينة");
        QTest::newRow("kana width") << QStringLiteral("ﾊﾙｶ") << QStringLiteral("ハルカ");
        QTest::newRow("e-mail") << QStringLiteral("A.B@c.org") << QStringLiteral("a b c org");
        QTest::newRow("only signs") << QStringLiteral(" --- ") << QString();
    }
    void folds()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QCOMPARE(core::fold(in), out);
        QCOMPARE(QString::fromStdString(core::fold(std::string_view(in.toStdString()))), out);
    }
    void asciiPathEqualsUnicodePath()
    {
        for (const char *s : {"Anna Maria", "x.y-z@w", "  A  b ", "No. 12/34"})
            QCOMPARE(QString::fromStdString(core::fold(std::string_view(s))), core::fold(QString::fromLatin1(s)));
    }
};
IDV_TEST(TextFold)
#include "tst_textfold.moc"
