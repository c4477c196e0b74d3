#include "domain/readiness/readiness.h"
#include "profiles/windows/openprofiles.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/banner.h"
#include "ui/profiles/profileactions.h"
#include "ui/profiles/remediationdialog.h"
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QtTest>

using domain::IdentityProfile;
using support::buttonOf;
using support::says;

namespace {

struct Actions : support::OpenProfiles
{
    explicit Actions(const std::function<void(domain::Tenant &)> &change = {}) : OpenProfiles(change)
    {
        actions->setProfiles(profiles);
    }
    domain::ReadyLine lineOf(const IdentityProfile &p, domain::Field field) const
    {
        return domain::readinessOf(p, attributes, app->tenantSession()->tenant().map).value(int(field));
    }
    QWidget *question() const { return page.findChild<QWidget *>(QStringLiteral("operationQuestion")); }
    bool confirm(const char *text, const QString &typed = {})
    {
        auto *asked = question();
        auto *go = asked ? buttonOf(*asked, text) : nullptr;
        if (!go || (!typed.isEmpty() && go->isEnabled()))
            return false;
        if (!typed.isEmpty())
            asked->findChild<QLineEdit *>()->setText(typed);
        const bool isOffered = go->isEnabled();
        go->click();
        return isOffered;
    }
    /// As the dialog says which file was chosen.
    bool choose(const QString &file)
    {
        auto *d = page.findChild<QFileDialog *>();
        if (!d)
            return false;
        Q_EMIT d->fileSelected(file);
        delete d;
        return true;
    }
    bool isThere(const QString &id)
    {
        const auto all = read();
        return std::any_of(all.begin(), all.end(), [&id](const auto &p) { return p.id == id; });
    }
    QWidget page;
    ui::Banner *banner = new ui::Banner(theme, false, &page);
    ui::ProfileActions *actions = new ui::ProfileActions(*app, *banner, &page);
};

} // namespace

class ActionsOnProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutASourceOfResultsNothingIsMapped()
    {
        Actions d([](domain::Tenant &t) { t.idvSourceId.clear(); });
        const auto board = d.named("Board");
        d.actions->mapAttribute(board, d.lineOf(board, domain::Field::IdvIal));
        QVERIFY(says(d.page, "Which source?"));
        QVERIFY(!d.question());
    }
    void anAttributeIsMappedAsItWasShown()
    {
        Actions d;
        const auto board = d.named("Board");
        const auto line = d.lineOf(board, domain::Field::IdvIal);
        QCOMPARE(line.state, domain::Readiness::NotMapped);
        d.actions->mapAttribute(board, line);
        QVERIFY(d.question());
        QVERIFY(says(*d.question(), "idvIAL") && says(*d.question(), "accountAttribute"));
        QVERIFY(d.confirm("Map"));
        const auto isMapped = [&d] {
            d.profiles = d.read();
            return d.lineOf(d.named("Board"), domain::Field::IdvIal).state == domain::Readiness::Ready;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(), 10000);
    }
    void anAttributeThatIsMissingIsCreatedFirst()
    {
        Actions d;
        d.attributes.removeIf([](const auto &a) { return a.name == QLatin1String("idvIAL"); });
        const auto board = d.named("Board");
        d.actions->mapAttribute(board, d.lineOf(board, domain::Field::IdvIal));
        QVERIFY(d.page.findChild<ui::RemediationDialog *>());
        QVERIFY(!d.question());
    }
    void oneIsDeletedOnceItsNameIsTyped()
    {
        Actions d;
        const auto board = d.named("Board");
        d.actions->remove({});
        QVERIFY(!d.question());
        d.actions->remove({board});
        QVERIFY(says(*d.question(), "Delete Board?"));
        QVERIFY(d.confirm("Delete profile", board.name));
        QTRY_VERIFY_WITH_TIMEOUT(!d.isThere(board.id), 15000);
    }
    void severalAreDeletedOnceTheNumberOfTheirPeopleIsTyped()
    {
        Actions d;
        const auto board = d.named("Board"), seasonal = d.named("Seasonal");
        d.actions->remove({board, seasonal});
        QVERIFY(says(*d.question(), "Board, Seasonal"));
        QVERIFY(d.confirm("Delete profiles", QString::number(*board.identityCount + *seasonal.identityCount)));
        QTRY_VERIFY_WITH_TIMEOUT(!d.isThere(board.id) && !d.isThere(seasonal.id), 15000);
        QVERIFY(d.isThere(d.named("Employees").id));
    }
    void identitiesAreRefreshedWhereItIsAskedFor()
    {
        Actions d;
        const auto contractors = d.named("Contractors");
        QVERIFY(contractors.needsRefresh == true);
        d.actions->refreshIdentities(contractors);
        QVERIFY(d.confirm("Refresh"));
        const auto isDone = [&d] {
            d.profiles = d.read();
            return d.named("Contractors").needsRefresh == false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(), 15000);
    }
    void oneIsExportedAndImported()
    {
        Actions d;
        const QString file = d.dir.filePath(QStringLiteral("board.json"));
        d.actions->exportOne(d.named("Board"));
        QVERIFY(d.choose(file));
        QTRY_VERIFY(QFile::exists(file));
        QFile f(file);
        QVERIFY(f.open(QIODevice::ReadOnly));
        QVERIFY(f.readAll().contains("\"Board\""));
        f.close();
        QSignalSpy refused(d.actions, &ui::ProfileActions::importRefused);
        d.actions->importFile();
        QVERIFY(d.choose(file));
        QVERIFY(refused.isEmpty());
        QVERIFY(d.page.findChild<QDialog *>()); // what it changes is shown before
    }
    void aFileThatCannotBeWrittenIsSaid()
    {
        Actions d;
        d.actions->exportOne(d.named("Board"));
        QVERIFY(d.choose(d.dir.filePath(QStringLiteral("none/board.json"))));
        QTRY_VERIFY(says(d.page, "The file could not be written"));
    }
    void whatIsNoExportIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("broken") << QByteArray("[{\"object\": }]");
        QTest::newRow("no list") << QByteArray("{\"object\": {}}");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatIsNoExportIsRefused()
    {
        QFETCH(QByteArray, text);
        Actions d;
        QFile f(d.dir.filePath(QStringLiteral("odd.json")));
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write(text);
        f.close();
        QSignalSpy refused(d.actions, &ui::ProfileActions::importRefused);
        d.actions->importFile();
        QVERIFY(d.choose(f.fileName()));
        QCOMPARE(refused.size(), 1);
        QVERIFY(says(d.page, "This is no export of identity profiles"));
        d.actions->importFile();
        QVERIFY(d.choose(d.dir.filePath(QStringLiteral("none.json"))));
        QCOMPARE(refused.size(), 2);
    }
    void whatSailPointKeepsIsRead()
    {
        Actions d;
        d.actions->showLifecycle(d.named("Employees"));
        auto *shown = d.page.findChild<QDialog *>();
        QVERIFY(shown);
        QTRY_VERIFY(says(*shown, "They are kept in SailPoint"));
        delete shown;
        d.actions->showDefaults(d.named("Board"));
        shown = d.page.findChild<QDialog *>();
        QVERIFY(shown && shown->windowTitle().contains(QLatin1String("Board")));
        QVERIFY(says(*shown, "Reading…"));
        QTRY_VERIFY(!says(*shown, "Reading…"));
        QVERIFY(!says(*shown, "no default"));
    }
};
IDV_TEST(ActionsOnProfiles)
#include "tst_profileactions.moc"
