#include "support/registry.h"
#include "support/windowbench.h"
#include "ui/common/clipboard.h"
#include <QClipboard>
#include <QMimeData>
#include <QtTest>

using support::Bench;

// A link or a secret does not stay where every program can read it.
class CopiedSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noHistoryKeepsThemAndTheEndTakesThemAway()
    {
        Bench b;
        auto *clipboard = QApplication::clipboard();
        ui::copyToClipboard(*b.app, QStringLiteral("INC-1"), false);
        QVERIFY(!clipboard->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
        // The end of the program, as far as those who listen to it can tell.
        const auto end = [] { QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit", Qt::DirectConnection)); };
        end();
        QCOMPARE(clipboard->text(), QStringLiteral("INC-1"));
        ui::copyToClipboard(*b.app, QStringLiteral("https://idv.example/v/an-invented-link"), true);
        QCOMPARE(clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QCOMPARE(clipboard->text(), QStringLiteral("https://idv.example/v/an-invented-link"));
        end();
        QVERIFY2(clipboard->text().isEmpty(), qPrintable(clipboard->text()));
        // What somebody copied since is theirs.
        ui::copyToClipboard(*b.app, QStringLiteral("https://idv.example/v/another-link"), true);
        clipboard->setText(QStringLiteral("a shopping list"));
        end();
        QCOMPARE(clipboard->text(), QStringLiteral("a shopping list"));
    }
};
IDV_TEST(CopiedSecrets)
#include "tst_clipboard.moc"
