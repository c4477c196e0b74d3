#include "ui/profiles/profilespage.h"
#include "domain/readiness/readiness.h"
#include "domain/text/messages.h"
#include "domain/text/outputtext.h"
#include "services/operations/operations.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/personmenu.h"
#include "ui/profiles/attributereadiness.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>

// What is shown; what can be done: profileactions.cpp.
namespace ui {

using core::Result;
using domain::Readiness;

static QTableWidget *table(const QStringList &heads, const QString &name)
{
    auto *t = plainTable(heads, name);
    t->horizontalHeader()->setStretchLastSection(true);
    t->setColumnWidth(0, 170);
    return t;
}

static QString stateText(Readiness r)
{
    switch (r) {
    case Readiness::Ready: return ProfilesPage::tr("✓ Ready");
    case Readiness::NotMapped: return ProfilesPage::tr("Not mapped");
    case Readiness::NoAttribute: return ProfilesPage::tr("Missing in SailPoint");
    case Readiness::WrongType: return ProfilesPage::tr("Wrong type");
    }
    return {};
}

ProfilesPage::ProfilesPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(0);
    m_side = makeList();
    h->addWidget(m_side);
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeDetail());
    m_empty = new EmptyState(app.theme());
    connect(m_empty, &EmptyState::activated, this, &ProfilesPage::load);
    m_stack->addWidget(m_empty);
    m_attributesOnly = new AttributeReadiness(app);
    m_stack->addWidget(m_attributesOnly);
    h->addWidget(m_stack, 1);
    connect(&app, &AppContext::tenantSessionChanged, this, &ProfilesPage::forget);
    forget();
}

QWidget *ProfilesPage::makeList()
{
    Theme &t = m_app.theme();
    auto *side = new QFrame;
    side->setObjectName(QStringLiteral("pane"));
    side->setFixedWidth(std::min(t.scaled(280), 380));
    auto *v = new QVBoxLayout(side);
    v->setContentsMargins(8, 16, 8, 8);
    auto *head = new QHBoxLayout;
    auto *title = new Label(t, tr("Profiles"), 20, "text", 600);
    title->setContentsMargins(8, 0, 0, 0);
    auto *again = iconButton(t, QStringLiteral("refresh"), tr("Read the profiles again"));
    connect(again, &QToolButton::clicked, this, &ProfilesPage::load);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(again);
    v->addLayout(head);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Identity profiles"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QListWidget::ExtendedSelection);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ProfilesPage::refreshRights);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesPage::showProfile);
    markRegion(m_list);
    v->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    m_fresh = button(t, tr("New…"), QStringLiteral("plus"));
    m_import = button(t, tr("Import…"), QStringLiteral("import"));
    connect(m_fresh, &QPushButton::clicked, this, &ProfilesPage::create);
    connect(m_import, &QPushButton::clicked, this, &ProfilesPage::importFile);
    foot->addWidget(m_fresh);
    foot->addWidget(m_import);
    foot->addStretch();
    v->addLayout(foot);
    m_importWhy = new Label(t, {}, 12, "text-3");
    m_importWhy->setWordWrap(true);
    v->addWidget(m_importWhy);
    return side;
}

QWidget *ProfilesPage::makeDetail()
{
    Theme &t = m_app.theme();
    auto *page = new QWidget;
    auto *v = new QVBoxLayout(page);
    v->setContentsMargins(24, 16, 24, 12);
    v->setSpacing(8);
    auto *head = new QHBoxLayout;
    auto *names = new QVBoxLayout;
    m_name = new ElidedLabel(t, 18, "text", 600);
    m_facts = new ElidedLabel(t, 13, "text-2");
    names->addWidget(m_name);
    names->addWidget(m_facts);
    head->addLayout(names, 1);
    QLayout *actions = head;
    if (t.textScale() >= 150) // lines of their own
        actions = new FlowLayout(6);
    const auto add = [&](const QString &text, const char *icon, const char *role, auto slot) {
        auto *b = button(t, text, QString::fromLatin1(icon), role);
        connect(b, &QPushButton::clicked, this, slot);
        actions->addWidget(b);
        actions->setAlignment(b, Qt::AlignTop);
        return b;
    };
    m_preview = add(tr("Preview…"), "eye", nullptr, &ProfilesPage::preview);
    add(tr("Export…"), "export", nullptr, &ProfilesPage::exportOne);
    m_refresh = add(tr("Refresh identities…"), "refresh", nullptr, &ProfilesPage::refreshIdentities);
    m_delete = add(tr("Delete…"), "", "dangertext", &ProfilesPage::remove);
    v->addLayout(head);
    if (actions != head)
        v->addLayout(actions);
    m_refreshWhy = new Label(t, {}, 12, "text-3");
    v->addWidget(m_refreshWhy);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Details of the profile"));
    for (const QString &name : {tr("IDV readiness"), tr("Mappings"), tr("Settings")})
        m_tabs->addTab(name);
    v->addWidget(m_tabs);
    m_pages = new QStackedWidget;
    auto *readiness = new QWidget;
    auto *rv = new QVBoxLayout(readiness);
    rv->setContentsMargins(0, 8, 0, 0);
    m_ready = table(
        {tr("Attribute"), tr("Expected"), tr("State"), tr("Mapped from"), tr("Latest value")}, tr("IDV attributes"));
    m_ready->setColumnWidth(2, 130);
    m_ready->setColumnWidth(3, 210);
    rv->addWidget(m_ready, 1);
    m_map = button(t, tr("Map…"), QStringLiteral("link"));
    connect(m_map, &QPushButton::clicked, this, &ProfilesPage::mapAttribute);
    rv->addWidget(m_map, 0, Qt::AlignLeft);
    connect(m_ready, &QTableWidget::itemSelectionChanged, this, [this] {
        const auto rows = m_ready->selectionModel()->selectedRows();
        const bool isMissing =
            !rows.isEmpty() && m_ready->item(rows.first().row(), 2)->text() == stateText(Readiness::NoAttribute);
        m_map->setText(isMissing ? tr("Fix…") : tr("Map…"));
        setEnabledOr(m_map, m_ready->selectedItems().isEmpty()
                                ? tr("Select an attribute first.")
                                : sailpointObstacle(m_app,
                                      isMissing ? domain::Right::ChangeAttributes : domain::Right::ChangeProfiles));
    });
    m_pages->addWidget(readiness);
    auto *mappings = new QWidget;
    auto *mv = new QVBoxLayout(mappings);
    mv->setContentsMargins(0, 8, 0, 0);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find a mapping"));
    m_find->setAccessibleName(tr("Find a mapping"));
    connect(m_find, &QLineEdit::textChanged, this, &ProfilesPage::fillMappings);
    mv->addWidget(m_find);
    m_mappings = table({tr("Attribute"), tr("Mapped from")}, tr("Mappings"));
    mv->addWidget(m_mappings, 1);
    auto *defaults = button(t, tr("SailPoint’s defaults…"), QStringLiteral("info"));
    connect(defaults, &QPushButton::clicked, this, &ProfilesPage::showDefaults);
    mv->addWidget(defaults, 0, Qt::AlignLeft);
    m_pages->addWidget(mappings);
    auto *settings = new QWidget;
    auto *sv = new QVBoxLayout(settings);
    sv->setContentsMargins(0, 8, 0, 0);
    m_settings = new KeyValueList(t);
    sv->addWidget(m_settings);
    auto *below = new QHBoxLayout;
    m_edit = button(t, tr("Edit…"), QStringLiteral("edit"));
    auto *lifecycle = button(t, tr("Lifecycle states…"), QStringLiteral("history"));
    connect(m_edit, &QPushButton::clicked, this, &ProfilesPage::edit);
    connect(lifecycle, &QPushButton::clicked, this, &ProfilesPage::showLifecycle);
    below->addWidget(m_edit);
    below->addWidget(lifecycle);
    below->addStretch();
    sv->addSpacing(8);
    sv->addLayout(below);
    sv->addStretch();
    m_pages->addWidget(settings);
    v->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    markRegion(page);
    return page;
}

void ProfilesPage::focusSearch()
{
    m_tabs->setCurrentIndex(1);
    m_find->setFocus();
}

void ProfilesPage::forget()
{
    m_profiles = m_attributes = {};
    m_attributesOnly->forget();
    m_list->clear();
    m_isLoading = false;
    refreshRights();
    m_empty->setContent(QStringLiteral("profiles"), tr("Reading the profiles…"), {});
    const bool isIq = m_app.tenantSession() && domain::isIdentityIq(m_app.tenantSession()->tenant());
    m_side->setVisible(!isIq);
    m_stack->setCurrentIndex(isIq ? 2 : 1);
    if (auto *w = m_app.tenantSession()) {
        connect(&w->operations(), &services::Operations::changed, this, &ProfilesPage::loadIfNews);
    }
    if (isVisible())
        load();
}

// Every write to the ledger says "changed"; SailPoint is asked again only when something about profiles has ended.
void ProfilesPage::loadIfNews()
{
    if (!isVisible() || !m_app.tenantSession())
        return;
    core::whenDone<QList<domain::Operation>>(
        m_app.tenantSession()->operations().operations(), this, [this](const Result<QList<domain::Operation>> &all) {
            QString ended;
            for (const auto &o : all ? *all : QList<domain::Operation>()) {
                if (o.kind >= domain::OperationKind::CreateProfile && domain::isOver(o.state))
                    ended += o.id + QLatin1Char(' ');
            }
            if (all && std::exchange(m_seen, ended) != ended)
                load();
        });
}

void ProfilesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void ProfilesPage::load()
{
    auto *w = m_app.tenantSession();
    if (w && domain::isIdentityIq(w->tenant()))
        return m_attributesOnly->load();
    if (!w || std::exchange(m_isLoading, true))
        return;
    // Another tenant may be open by the time an answer comes.
    const auto tenant = w->tenant().id;
    const auto isSame = [this, tenant] {
        return m_app.tenantSession() && m_app.tenantSession()->tenant().id == tenant;
    };
    const auto profiles = core::andThen<QJsonArray>(
        w->operations().identityAttributes(), this, [this, isSame](const QJsonArray &attributes) {
            if (!isSame())
                return core::ready<QJsonArray>(core::makeError(core::ErrorCode::Cancelled, {}));
            m_attributes = attributes;
            return m_app.tenantSession()->operations().profiles();
        });
    core::whenDone<QJsonArray>(profiles, this, [this, isSame](const Result<QJsonArray> &all) {
        if (!isSame())
            return;
        m_isLoading = false;
        if (!all) {
            const auto m = domain::userMessage(all.error(), domain::Vendor::SailPoint);
            m_empty->setContent(QStringLiteral("warning"), m.headline, m.advice, tr("Try again"));
            return m_stack->setCurrentIndex(1);
        }
        m_profiles = *all;
        fillList();
    });
}

QJsonObject ProfilesPage::current() const
{
    return m_profiles.at(std::max(0, m_list->currentRow())).toObject();
}

void ProfilesPage::fillList()
{
    const QString kept = current().value(QLatin1String("id")).toString();
    const bool hadCurrent = m_list->currentRow() >= 0;
    const QString id = hadCurrent ? m_list->currentItem()->data(Qt::UserRole).toString() : kept;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        const QJsonObject p = m_profiles.at(i).toObject();
        const int ready = domain::readyCount(domain::readinessOf(p, m_attributes, m_app.tenantSession()->tenant().map));
        const QString meter = QString(ready, QChar(0x25A0)) + QString(domain::idvFieldCount - ready, QChar(0x25A1));
        auto *item = listItem(
            QStringLiteral("%1\n%2 · %3\n%4  %5")
                .arg(p.value(QLatin1String("name")).toString(),
                    p.value(QLatin1String("authoritativeSource")).toObject().value(QLatin1String("name")).toString(),
                    tr("%Ln identities", nullptr, p.value(QLatin1String("identityCount")).toInt()), meter,
                    tr("%1 of %2").arg(ready).arg(domain::idvFieldCount)),
            m_list);
        item->setData(Qt::UserRole, p.value(QLatin1String("id")).toString());
        item->setData(Qt::AccessibleTextRole,
            domain::labelText(tr("%1, %2 of %3 attributes ready")
                                  .arg(p.value(QLatin1String("name")).toString(), QString::number(ready),
                                      QString::number(domain::idvFieldCount))));
        item->setSizeHint({250, 66});
        if (item->data(Qt::UserRole).toString() == id)
            row = int(i);
    }
    if (m_profiles.isEmpty()) {
        m_empty->setContent(QStringLiteral("profiles"), tr("No identity profile"),
            tr("SailPoint has none, or the token may not see any."));
        return m_stack->setCurrentIndex(1);
    }
    m_list->setCurrentRow(row);
    m_stack->setCurrentIndex(0);
    showProfile();
}

void ProfilesPage::showProfile()
{
    if (m_profiles.isEmpty() || !m_app.tenantSession())
        return;
    const QJsonObject p = current();
    const auto text = [&p](const char *key) { return p.value(QLatin1String(key)).toVariant().toString(); };
    const auto name = [&p](const char *key) {
        return p.value(QLatin1String(key)).toObject().value(QLatin1String("name")).toString();
    };
    m_name->setFullText(text("name"));
    m_facts->setFullText(QStringLiteral("%1 · %2").arg(
        name("authoritativeSource"), tr("%Ln identities", nullptr, p.value(QLatin1String("identityCount")).toInt())));
    const bool isNeeded = p.value(QLatin1String("identityRefreshRequired")).toBool();
    m_refreshWhy->setText(isNeeded ? tr("SailPoint says that the identities of this profile need a refresh.")
                                   : tr("No refresh needed. SailPoint also refreshes at 08:00 and 20:00."));
    refreshRights();
    fillReadiness(p);
    readLatest(text("name"));
    fillMappings();
    const auto yesNo = [&p](const char *key) { return p.value(QLatin1String(key)).toBool() ? tr("Yes") : tr("No"); };
    m_settings->setRows(
        {{tr("Description"), text("description")}, {tr("Owner"), name("owner")}, {tr("Priority"), text("priority")},
            {tr("Source"), name("authoritativeSource")}, {tr("Time-based attributes"), yesNo("hasTimeBasedAttr")},
            {tr("Refresh needed"), yesNo("identityRefreshRequired")}, {tr("Created"), text("created")},
            {tr("Modified"), text("modified")}, {tr("ID"), text("id")}});
}

void ProfilesPage::fillReadiness(const QJsonObject &profile)
{
    const auto lines = domain::readinessOf(profile, m_attributes, m_app.tenantSession()->tenant().map);
    m_ready->setRowCount(int(lines.size()));
    for (int i = 0; i < lines.size(); ++i) {
        const QStringList cells{lines.at(i).attribute, lines.at(i).expected, stateText(lines.at(i).state),
            lines.at(i).mappedFrom.isEmpty() ? QStringLiteral("–") : lines.at(i).mappedFrom, QStringLiteral("–")};
        for (int c = 0; c < cells.size(); ++c) {
            auto *item = cellItem(cells.at(c));
            if (c == 2)
                item->setForeground(m_app.theme().color(
                    lines.at(i).state == Readiness::Ready ? QStringLiteral("verified") : QStringLiteral("due")));
            m_ready->setItem(i, c, item);
        }
    }
    setEnabledOr(m_map, tr("Select an attribute first."));
    const int ready = domain::readyCount(lines);
    if (ready == domain::idvFieldCount)
        return m_banner->hide();
    m_banner->show(Banner::Warning, tr("%1 of %2 attributes are ready").arg(ready).arg(domain::idvFieldCount),
        tr("People of this profile can be verified all the same; the write-back reports what SailPoint did not "
           "store."));
}

void ProfilesPage::fillMappings()
{
    const auto list = current()
                          .value(QLatin1String("identityAttributeConfig"))
                          .toObject()
                          .value(QLatin1String("attributeTransforms"))
                          .toArray();
    m_mappings->setRowCount(0);
    for (const auto &v : list) {
        const QString name = v.toObject().value(QLatin1String("identityAttributeName")).toString(),
                      from = domain::mappingText(v.toObject().value(QLatin1String("transformDefinition")).toObject());
        if (!(name + QLatin1Char(' ') + from).contains(m_find->text().trimmed(), Qt::CaseInsensitive))
            continue;
        const int row = m_mappings->rowCount();
        m_mappings->insertRow(row);
        m_mappings->setItem(row, 0, cellItem(name));
        m_mappings->setItem(row, 1, cellItem(from));
    }
}

} // namespace ui
