#include "services/reverification/campaigns.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/bareapp.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/controls/chip.h"
#include "ui/person/personheader.h"
#include <QToolButton>
#include <QtTest>

using domain::Identity;
using domain::StatusKind;
using support::await;
using support::says;

namespace {

struct Shown : support::OpenBench
{
    Identity somebody() { return people(domain::IdentityStatus::Never).value(0); }
    /// Verified a year and three days ago.
    Identity overdue(core::Instant graceEnds)
    {
        Identity p = somebody();
        p.kind = p.lapse = StatusKind::Dated;
        p.due = clock->now() - 3 * core::dayMs - core::hourMs;
        p.warnAt = *p.due - 30 * core::dayMs;
        p.graceEnds = graceEnds;
        return p;
    }
    void show(const Identity &p)
    {
        header.setPerson(p);
        header.refresh();
    }
    QString chip() const { return header.findChild<ui::Chip *>()->accessibleName(); }
    QPushButton *verify() const { return header.findChild<QPushButton *>(QStringLiteral("verifyButton")); }
    ui::PersonHeader header{*app};
};

} // namespace

class HeadOfAPerson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoTheyAreIsShownOnceItIsAskedFor()
    {
        Shown d;
        auto p = d.somebody();
        QVERIFY(!p.id.isEmpty());
        p.name = QStringLiteral("Ana Ruiz");
        p.profile = QStringLiteral("Employees");
        p.lifecycle = QStringLiteral("active");
        p.employeeNumber = QStringLiteral("E7");
        d.header.setPerson(p);
        QVERIFY(!says(d.header, "Ana Ruiz"));
        d.header.refresh();
        QVERIFY(says(d.header, "Ana Ruiz"));
        QVERIFY(says(d.header, "Employees · Active · Employee no. E7"));
        QVERIFY(says(d.header, p.email));
        p.email.clear();
        p.employeeNumber.clear();
        d.show(p);
        QVERIFY(says(d.header, "No e-mail on file"));
        QVERIFY(!says(d.header, "Employee no."));
    }
    void whatStandsAgainstAVerificationIsSaid()
    {
        Shown d;
        domain::VerificationRequest link;
        link.delivery = domain::Delivery::Link;
        int hindered = 0, free = 0;
        const auto all = d.people();
        for (const auto &p : all) {
            const QString why = d.session().verifier().starter().obstacle(p, link);
            d.show(p);
            QCOMPARE(d.verify()->isEnabled(), why.isEmpty());
            QCOMPARE(d.verify()->toolTip(), why);
            QVERIFY(why.isEmpty() || says(d.header, why));
            ++(why.isEmpty() ? free : hindered);
        }
        QVERIFY(free > 0);
        Identity stranger = all.first();
        stranger.lifecycle = QStringLiteral("inactive");
        d.show(stranger);
        QCOMPARE(d.verify()->isEnabled(), d.session().verifier().starter().obstacle(stranger, link).isEmpty());
    }
    void howTheyStandIsSaidWithItsReason()
    {
        Shown d;
        d.show(d.somebody());
        QVERIFY(!d.chip().isEmpty());
        d.show(d.overdue(d.clock->now() + core::dayMs));
        QVERIFY2(d.chip().startsWith(QLatin1String("Overdue by 3")), qPrintable(d.chip()));
        QVERIFY(says(d.header, "Grace ends"));
        d.show(d.overdue(d.clock->now() - core::dayMs));
        QVERIFY(says(d.header, "Grace passed"));
        auto p = d.overdue(0);
        p.due = d.clock->now() + 100 * core::dayMs;
        p.warnAt = d.clock->now() + 70 * core::dayMs;
        p.graceEnds.reset();
        d.show(p);
        QVERIFY(says(d.header, "Due "));
        QVERIFY(!says(d.header, "Grace"));
    }
    void whoIsExemptIsSaidBesideIt()
    {
        Shown d;
        const auto p = d.somebody();
        const domain::Exemption e{
            p.id, QStringLiteral("on parental leave"), {}, {}, 0, d.clock->now() + 5 * core::dayMs};
        const auto &ends = d.simulator->endpoints();
        QVERIFY(await(d.session().campaigns().exemptions().grant(e, core::makeSecret(ends.reviewerClientId.toUtf8()),
            core::makeSecret(ends.reviewerClientSecret.toUtf8()))));
        d.show(p);
        QTRY_VERIFY(says(d.header, "Exempt until"));
    }
    void thePersonIsReadFromSailPoint()
    {
        Shown d;
        const auto p = d.somebody();
        d.show(p);
        QSignalSpy read(&d.header, &ui::PersonHeader::personRead), failed(d.app.get(), &ui::AppContext::failed);
        support::buttonOf(d.header, "Refresh")->click();
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(read.first().first().value<Identity>().id, p.id);
        Identity stranger = p;
        stranger.id = core::IdentityId(QStringLiteral("nobody"));
        d.show(stranger);
        support::buttonOf(d.header, "Refresh")->click();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(read.size(), 1);
    }
    void itIsClosed()
    {
        Shown d;
        QSignalSpy closed(&d.header, &ui::PersonHeader::closeWanted);
        support::controlOf<QToolButton>(d.header, "Close details")->click();
        QCOMPARE(closed.size(), 1);
    }
    void withoutATenantNobodyIsShown()
    {
        support::BareApp bare;
        ui::PersonHeader header(*bare.app);
        Identity p;
        p.id = core::IdentityId(QStringLiteral("p"));
        p.name = QStringLiteral("Ana Ruiz");
        header.setPerson(p);
        header.refresh();
        QVERIFY(!says(header, "Ana Ruiz"));
        QSignalSpy read(&header, &ui::PersonHeader::personRead);
        support::buttonOf(header, "Refresh")->click();
        QVERIFY(read.isEmpty());
    }
};
IDV_TEST(HeadOfAPerson)
#include "tst_personheader.moc"
