#include "models/masking.h"
#include "services/tenants/privacy.h"
#include "support/bareapp.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/settings/privacypage.h"
#include <QCheckBox>
#include <QSpinBox>
#include <QtTest>

using domain::Retention;
using support::await;
using support::says;

namespace {

struct Privately : support::OpenBench
{
    explicit Privately(const QString &stored = {})
    {
        if (!stored.isEmpty())
            (void)await(ledger->settings().set(QStringLiteral("retention:one"), stored));
        page = std::make_unique<ui::PrivacyPage>(*app);
    }
    ~Privately() { models::setMasked(false); }
    /// One verification that failed 400 days ago.
    bool keepAnOldOne()
    {
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("old"));
        s.tenant = session().tenant().id;
        s.request.identity = core::IdentityId(QStringLiteral("p"));
        s.request.reason = domain::Reason::Periodic;
        s.request.documents = {QStringLiteral("passport")};
        s.personName = QStringLiteral("Ana Ruiz");
        s.createdAt = clock->now() - 400 * core::dayMs;
        domain::AuditEvent a;
        a.action = QStringLiteral("test");
        return await(ledger->sessions().start(s, {}, a)) &&
               await(
                   ledger->sessions().change(s.id, [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                       domain::SessionStep step;
                       step.session = now;
                       step.session.state = domain::SessionState::Failed;
                       step.session.closedAt = now.createdAt + core::hourMs;
                       step.session.writeBack = QStringLiteral("not-needed");
                       return step;
                   }));
    }
    QCheckBox *box(const char *name) const { return page->findChild<QCheckBox *>(QString::fromLatin1(name)); }
    QSpinBox *days(const char *name) const { return support::controlOf<QSpinBox>(*page, name); }
    Retention kept()
    {
        const auto r = await(session().privacy().retention());
        return r ? *r : Retention();
    }
    QString stored() { return *await(ledger->settings().value(QStringLiteral("retention:one"))); }
    QWidget *question() const { return page->findChild<QWidget *>(QStringLiteral("operationQuestion")); }
    std::unique_ptr<ui::PrivacyPage> page;
};

} // namespace

class PageOfPrivacy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutATenantNothingIsKeptOrRemoved()
    {
        support::BareApp bare;
        ui::PrivacyPage page(*bare.app);
        QVERIFY(!page.findChild<QCheckBox *>(QStringLiteral("retentionBox"))->isEnabled());
        QVERIFY(!support::controlOf<QSpinBox>(page, "Verified")->isEnabled());
        QVERIFY(page.findChild<QCheckBox *>(QStringLiteral("maskBox"))->isEnabled()); // of this computer
    }
    void listsAreShortenedAtOnce()
    {
        Privately d;
        QSignalSpy people(&d.session(), &services::TenantSession::peopleChanged);
        d.box("maskBox")->click();
        QVERIFY(models::isMasked());
        QVERIFY(d.app->settings().value(QStringLiteral("privacy/mask")).toBool());
        QCOMPARE(people.size(), 1);
        d.box("redactBox")->click();
        QVERIFY(d.app->settings().value(QStringLiteral("privacy/redactExports")).toBool());
        support::buttonOf(*d.page, "Reset this page")->click();
        QVERIFY(!models::isMasked() && !d.box("redactBox")->isChecked());
    }
    void whatIsChosenIsKept()
    {
        Privately d;
        QTRY_VERIFY(says(*d.page, "would lose their personal data now"));
        d.days("Verified")->setValue(30);
        Q_EMIT d.days("Verified")->editingFinished();
        QTRY_COMPARE(d.kept().verifiedDays, 30);
        QVERIFY(!d.kept().isOn);
    }
    void whereNothingIsDueNothingIsAsked()
    {
        Privately d;
        QTRY_VERIFY(says(*d.page, "would lose their personal data now"));
        d.box("retentionBox")->click();
        QTRY_VERIFY(d.kept().isOn);
        QVERIFY(!d.question());
    }
    void whatWouldBeRemovedIsAskedAboutBefore()
    {
        Privately d;
        QVERIFY(d.keepAnOldOne());
        QTRY_VERIFY(says(*d.page, "would lose their personal data now"));
        QCOMPARE(*await(d.session().privacy().due({true, 1, 1})), 1);
        d.box("retentionBox")->click();
        QTRY_VERIFY(d.question());
        QVERIFY(!d.kept().isOn);
        QTRY_VERIFY(!d.box("retentionBox")->isChecked()); // it shows what holds
        support::buttonOf(*d.question(), "Remove")->click();
        QTRY_VERIFY(d.kept().isOn);
        QTRY_VERIFY(says(*d.page, "removed"));
        QVERIFY(await(d.ledger->sessions().session(core::SessionId(QStringLiteral("old"))))->personName.isEmpty());
        QTRY_VERIFY(d.box("retentionBox")->isChecked());
    }
    void whatCannotBeReadStaysUntilItIsReset()
    {
        const QString odd = QStringLiteral("{ broken");
        Privately d(odd);
        QTRY_VERIFY(says(*d.page, "What is stored cannot be read"));
        d.box("retentionBox")->click();
        d.days("Verified")->setValue(30);
        Q_EMIT d.days("Verified")->editingFinished();
        d.ledger->drain();
        QCOMPARE(d.stored(), odd);
        support::buttonOf(*d.page, "Reset this page")->click();
        QTRY_VERIFY(d.stored() != odd);
        QVERIFY(d.kept() == Retention());
    }
};
IDV_TEST(PageOfPrivacy)
#include "tst_privacypage.moc"
