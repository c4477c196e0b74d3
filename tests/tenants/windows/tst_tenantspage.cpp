#include "services/tenantsession/tenantsession.h"
#include "support/openbench.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/settings/tenantspage.h"
#include <QtTest>

using support::await;
using support::says;

class ListOfTenants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What is edited next is the tenant as it is stored, not as it was before it moved by itself.
    void theOpenTenantsPathsMoveByThemselves()
    {
        support::OpenBench d;
        ui::TenantsPage page(*d.app);
        page.show();
        QTRY_VERIFY(says(page, "one"));
        domain::Tenant moved = await(d.tenants->list())->value(0);
        moved.communityId = QStringLiteral("another-community");
        domain::AuditEvent event;
        event.actor = QStringLiteral("tester");
        event.action = QStringLiteral("tenant.change");
        event.tenant = event.subject = moved.id.str();
        event.outcome = QStringLiteral("done");
        QVERIFY(await(d.ledger->tenants().update(moved, event))); // by this program: nobody else tells of it
        QVERIFY(!says(page, "another-community"));
        Q_EMIT d.session().pathsMoved(d.clock->now());
        QTRY_VERIFY(says(page, "another-community"));
    }
};
IDV_TEST(ListOfTenants)
#include "tst_tenantspage.moc"
