#include "domain/tenants/principal.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "services/sync/syncer.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "support/windowbench.h"
#include "ui/reverification/exemptdialog.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using support::await;
using support::Bench;

using support::says;

namespace {

QLineEdit *field(const QWidget &in, const QString &name)
{
    for (auto *e : in.findChildren<QLineEdit *>()) {
        if (e->accessibleName() == name)
            return e;
    }
    return nullptr;
}

QPushButton *buttonOf(const QWidget &in, const QString &text)
{
    for (auto *b : in.findChildren<QPushButton *>()) {
        if (b->text() == text)
            return b;
    }
    return nullptr;
}

} // namespace

class ExemptWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoeverAllowsItSignsIn()
    {
        Bench b(60);
        const auto stored = await(b.tenants->add(b.simulated("one"), {}, true));
        QVERIFY(stored);
        b.app->tenantSessions().open(b.tenant(qPrintable(stored->id.str())));
        auto *w = b.app->tenantSession();
        QVERIFY(w);
        QSignalSpy copied(&w->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        QVERIFY(await(b.ledger->settings().set(domain::operatorSetting(stored->id, b.context->operatorName),
            QStringLiteral("2c9180867769897d01776ed5f125512f"))));
        const auto found = await(w->directory().all({}));
        QVERIFY(found && !found->rows->empty());
        const auto person =
            await(w->directory().people(domain::RowIds(found->rows->begin(), found->rows->begin() + 1)))->first();
        ui::ExemptDialog d(*b.app, person, b.window.get());
        d.open();
        auto *id = field(d, QStringLiteral("Client ID of whoever allows it"));
        auto *secret = field(d, QStringLiteral("Client secret of whoever allows it"));
        auto *reason = field(d, QStringLiteral("Reason"));
        auto *go = buttonOf(d, QStringLiteral("Exempt"));
        QVERIFY(id && secret && reason && go);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        reason->setText(QStringLiteral("on parental leave"));
        const auto refused = [&](const QString &why) {
            go->click();
            return QTest::qWaitFor([&] { return go->isEnabled() && says(d, why); }, 10000) && d.isVisible() &&
                   await(w->campaigns().exemptions().active())->isEmpty();
        };
        const auto &e = b.simulator->endpoints();
        QVERIFY(refused(QStringLiteral("signs in with an own SailPoint personal access token: client ID and secret")));
        id->setText(e.clientId); // the owner of the tenant's own token
        secret->setText(e.clientSecret);
        QVERIFY(refused(QStringLiteral("somebody else than the operator")));
        id->setText(e.reviewerClientId);
        secret->setText(e.reviewerClientSecret);
        go->click();
        QTRY_VERIFY(!d.isVisible());
        QVERIFY(secret->text().isEmpty());
        const auto kept = *await(w->campaigns().exemptions().active());
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.value(person.id.str()).approverId, QStringLiteral("2c9180867769897d01776ed5f1255130"));
        // Whoever opens it again reads who allowed it, and that they signed in.
        ui::ExemptDialog again(*b.app, person, b.window.get());
        again.open();
        QTRY_VERIFY(says(again, QStringLiteral("(signed in)")));
    }
};
IDV_TEST(ExemptWindow)
#include "tst_exemptdialog.moc"
