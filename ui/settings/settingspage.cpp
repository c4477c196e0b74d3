#include "ui/settings/settingspage.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/settings/generalpage.h"
#include "ui/settings/keyboardpage.h"
#include "ui/settings/namespage.h"
#include "ui/settings/notificationspage.h"
#include "ui/settings/privacypage.h"
#include "ui/settings/receiverpage.h"
#include "ui/settings/tenantspage.h"
#include "ui/settings/verificationpage.h"
#include "ui/tables/table.h"
#include "ui/widgets/keyvalue.h"
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

static QScrollArea *scrollArea()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    return area;
}

static QScrollArea *scrollAreaOf(QWidget *page)
{
    QScrollArea *area = scrollArea();
    area->setWidget(page);
    return area;
}

SettingsPage::SettingsPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(0);
    auto *side = new QFrame;
    side->setObjectName(QStringLiteral("pane"));
    side->setFixedWidth(std::min(t.scaled(216), 330));
    auto *sv = new QVBoxLayout(side);
    sv->setContentsMargins(8, 16, 8, 8);
    auto *title = new Label(t, tr("Settings"), 20, "text", 600);
    title->setContentsMargins(8, 0, 0, 8);
    sv->addWidget(title);
    m_pages = new QListWidget;
    m_pages->setAccessibleName(tr("Settings pages"));
    m_pages->setFrameShape(QFrame::NoFrame);
    for (const QString &name : {tr("General"), tr("Tenants"), tr("Verification"), tr("Name matching"),
             tr("Callback receiver"), tr("Notifications"), tr("Privacy"), tr("Keyboard"), tr("About")}) {
        auto *item = listItem(name, m_pages);
        item->setSizeHint({180, t.scaled(30)});
    }
    markRegion(m_pages);
    sv->addWidget(m_pages, 1);
    h->addWidget(side);
    m_stack = new QStackedWidget;
    m_stack->addWidget(scrollAreaOf(new GeneralPage(app)));
    QList<QScrollArea *> later;
    for (int i = 0; i < 7; ++i) {
        later << scrollArea();
        m_stack->addWidget(later.last());
    }
    m_stack->addWidget(makeAbout());
    markRegion(m_stack);
    h->addWidget(m_stack, 1);
    connect(m_pages, &QListWidget::currentRowChanged, this, [this, later](int row) {
        // Made when they are first looked at.
        const auto make = [&](int at, auto page) {
            if (row == at && !later.at(at - 1)->widget())
                later.at(at - 1)->setWidget(page());
        };
        make(1, [this] { return new TenantsPage(m_app); });
        make(2, [this] { return new VerificationPage(m_app); });
        make(3, [this] { return new NamesPage(m_app); });
        make(4, [this] { return new ReceiverPage(m_app); });
        make(5, [this] { return new NotificationsPage(m_app); });
        make(6, [this] { return new PrivacyPage(m_app); });
        make(7, [this] { return new KeyboardPage(m_app, m_commands); });
        m_stack->setCurrentIndex(row);
    });
    m_pages->setCurrentRow(0);
}

void SettingsPage::showTenants()
{
    m_pages->setCurrentRow(1);
}
void SettingsPage::showReceiver()
{
    m_pages->setCurrentRow(4);
}

QWidget *SettingsPage::makeAbout()
{
    Theme &t = m_app.theme();
    auto *page = new QWidget;
    auto *v = new QVBoxLayout(page);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    v->addWidget(new Label(t, tr("About"), 18, "text", 600));
    auto *list = new KeyValueList(t);
    list->setRows({{tr("Version"), QStringLiteral(IDV_VERSION)}, {tr("Qt"), QString::fromLatin1(qVersion())},
        {tr("Licence"), QStringLiteral("Apache-2.0")}, {tr("Data folder"), m_app.context().dataDir},
        {tr("Operator"), m_app.context().operatorName}});
    v->addWidget(list);
    v->addStretch();
    return scrollAreaOf(page);
}

} // namespace ui
