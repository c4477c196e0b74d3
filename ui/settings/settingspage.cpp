#include "ui/settings/settingspage.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/settings/keyboardpage.h"
#include "ui/settings/namespage.h"
#include "ui/settings/notificationspage.h"
#include "ui/settings/privacypage.h"
#include "ui/settings/receiverpage.h"
#include "ui/settings/settingsdialogs.h"
#include "ui/settings/tenantspage.h"
#include "ui/settings/verificationpage.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping.h"
#include "ui/widgets/zonebox.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

static std::pair<QWidget *, QVBoxLayout *> page()
{
    auto *inner = new QWidget;
    auto *v = new QVBoxLayout(inner);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    return {area, v};
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
    m_stack->addWidget(makeGeneral());
    QList<QScrollArea *> later;
    for (int i = 0; i < 7; ++i) {
        later << new QScrollArea;
        later.last()->setWidgetResizable(true);
        later.last()->setFrameShape(QFrame::NoFrame);
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

QWidget *SettingsPage::makeGeneral()
{
    Theme &t = m_app.theme();
    const auto [area, v] = page();
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("General"), 18, "text", 600));
    head->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    fresh->setObjectName(QStringLiteral("resetGeneral"));
    head->addWidget(fresh);
    v->addLayout(head);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    auto *theme = new ComboBox;
    theme->setObjectName(QStringLiteral("themeBox"));
    theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    theme->setCurrentIndex(int(t.choice()));
    connect(theme, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_app.theme().apply(ThemeChoice(i));
        m_app.settings().setValue(QStringLiteral("theme"), i);
    });
    form->addRow(new Label(t, tr("Theme"), 13, "text-2"), theme);
    auto *density = new ComboBox;
    density->addItems({tr("Comfortable"), tr("Compact")});
    density->setCurrentIndex(int(t.density()));
    connect(density, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_app.theme().setDensity(Density(i));
        m_app.settings().setValue(QStringLiteral("density"), i);
    });
    form->addRow(new Label(t, tr("Row height"), 13, "text-2"), density);
    auto *scale = new ComboBox;
    scale->setObjectName(QStringLiteral("scaleBox"));
    scale->setAccessibleName(tr("Text size"));
    for (const int percent : {100, 125, 150, 175, 200})
        scale->addItem(QStringLiteral("%1 %").arg(percent), percent);
    scale->setCurrentIndex(std::max(0, scale->findData(t.textScale())));
    auto *scaleHint = new Label(t, tr("Takes effect at the next start."), 12, "text-3");
    scaleHint->hide();
    connect(scale, &QComboBox::currentIndexChanged, this, [this, scale, scaleHint] {
        m_app.settings().setValue(QStringLiteral("textScale"), scale->currentData());
        scaleHint->show();
    });
    form->addRow(new Label(t, tr("Text size"), 13, "text-2"), scale);
    form->addRow(new QWidget, scaleHint);
    auto *language = new ComboBox;
    language->addItem(tr("As the system"), QString());
    language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    language->setCurrentIndex(
        std::max(0, language->findData(m_app.settings().value(QStringLiteral("language")).toString())));
    auto *hint = new Label(t, tr("Takes effect at the next start."), 12, "text-3");
    hint->hide();
    connect(language, &QComboBox::currentIndexChanged, this, [this, language, hint] {
        m_app.settings().setValue(QStringLiteral("language"), language->currentData());
        hint->show();
    });
    form->addRow(new Label(t, tr("Language"), 13, "text-2"), language);
    form->addRow(new QWidget, hint);
    auto *zone = new ZoneBox(m_app.settings().value(QStringLiteral("timeZone")).toString());
    auto *zoneHint =
        new Label(t, tr("Takes effect at the next start. Stored and exported times stay in UTC."), 12, "text-3");
    zoneHint->hide();
    connect(zone, &ZoneBox::chosen, this, [this, zoneHint](const QString &id) {
        m_app.settings().setValue(QStringLiteral("timeZone"), id);
        zoneHint->show();
    });
    form->addRow(new Label(t, tr("Time zone"), 13, "text-2"), zone);
    form->addRow(new QWidget, zoneHint);
    auto *still = new CheckBox(tr("Nothing moves by itself"));
    still->setObjectName(QStringLiteral("stillBox"));
    still->setChecked(t.isStill());
    connect(still, &QCheckBox::toggled, this, [this](bool isOn) {
        m_app.theme().setStill(isOn);
        m_app.settings().setValue(QStringLiteral("still"), isOn);
    });
    form->addRow(new Label(t, tr("Reduce motion"), 13, "text-2"), still);
    v->addLayout(form);
    connect(fresh, &QPushButton::clicked, this, [=] { // as on the first day; each field says what that needs
        for (QComboBox *box : {theme, density, scale, language})
            box->setCurrentIndex(0);
        still->setChecked(false);
        zone->setCurrentIndex(0);
        Q_EMIT zone->chosen({});
    });
    v->addSpacing(8);
    auto *files = new FlowLayout(8);
    auto *save = button(t, tr("Export settings…"), QStringLiteral("export"));
    auto *load = button(t, tr("Import settings…"), QStringLiteral("import"));
    connect(save, &QPushButton::clicked, this, [this] { exportSettings(m_app, window()); });
    connect(load, &QPushButton::clicked, this, [this] { importSettings(m_app, window()); });
    files->addWidget(save);
    files->addWidget(load);
    files->addWidget(new Label(t, tr("Never a secret."), 12, "text-3"));
    v->addLayout(files);
    v->addStretch();
    return area;
}

QWidget *SettingsPage::makeAbout()
{
    Theme &t = m_app.theme();
    const auto [area, v] = page();
    v->addWidget(new Label(t, tr("About"), 18, "text", 600));
    auto *list = new KeyValueList(t);
    list->setRows({{tr("Version"), QStringLiteral(IDV_VERSION)}, {tr("Qt"), QString::fromLatin1(qVersion())},
        {tr("Licence"), QStringLiteral("Apache-2.0")}, {tr("Data folder"), m_app.context().dataDir},
        {tr("Operator"), m_app.context().operatorName}});
    v->addWidget(list);
    v->addStretch();
    return area;
}

} // namespace ui
