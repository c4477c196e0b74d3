#pragma once
#include "models/peoplemodel.h"
#include "services/sync/syncer.h"
#include "support/windowbench.h"
#include "ui/identities/identitiespage.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/widgets/removablechip.h"
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

namespace support {

/// The page over 400 copied people, driven as a person does.
struct PeopleHand : Bench
{
    PeopleHand() : Bench(400)
    {
        app->tenantSessions().open(tenant("one"));
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000)); // opening copies by itself
        page = &window->identities();
        table = page->findChild<QTableView *>(QStringLiteral("identityTable"));
        (void)QTest::qWaitFor([this] { return rows() > 300 && person(0); });
        everyone = rows();
    }
    int rows() const { return table->model()->rowCount(); }
    const domain::Identity *person(int row) const
    {
        return static_cast<const models::PeopleModel *>(table->model())->person(row);
    }
    void press(const char *name)
    {
        QTest::mouseClick(page->findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }
    void clickRow(int row, Qt::KeyboardModifiers keys = {})
    {
        table->scrollTo(table->model()->index(row, 0));
        QTest::mouseClick(
            table->viewport(), Qt::LeftButton, keys, table->visualRect(table->model()->index(row, 1)).center());
    }
    static void press(QWidget *in, const QString &text)
    {
        for (auto *b : in->findChildren<QPushButton *>()) {
            if (b->text() == text)
                QTest::mouseClick(b, Qt::LeftButton);
        }
    }
    QStringList chips() const
    {
        QStringList out;
        for (auto *c : page->findChildren<ui::RemovableChip *>()) {
            if (c->isVisible())
                out << c->findChild<QLabel *>()->text();
        }
        return out;
    }
    static void onTimer(QListWidget *list, const QString &value)
    {
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->data(Qt::UserRole).toString() == value)
                list->item(i)->setCheckState(Qt::Checked);
        }
    }
    ui::IdentitiesPage *page = nullptr;
    QTableView *table = nullptr;
    int everyone = 0;
};

} // namespace support
