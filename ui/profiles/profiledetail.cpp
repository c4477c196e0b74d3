#include "ui/profiles/profiledetail.h"
#include "domain/readiness/readiness.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/person/personmenu.h"
#include "ui/profiles/identitycounttext.h"
#include "ui/tables/table.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvalue.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Readiness;

static QTableWidget *attributeTable(const QStringList &heads, const QString &name)
{
    auto *t = plainTable(heads, name);
    t->horizontalHeader()->setStretchLastSection(true);
    t->setColumnWidth(0, 170);
    return t;
}

static QString readinessText(Readiness r)
{
    switch (r) {
    case Readiness::Ready: return ProfileDetail::tr("✓ Ready");
    case Readiness::NotMapped: return ProfileDetail::tr("Not mapped");
    case Readiness::NoAttribute: return ProfileDetail::tr("Missing in SailPoint");
    case Readiness::WrongType: return ProfileDetail::tr("Wrong type");
    }
    return {};
}

ProfileDetail::ProfileDetail(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 16, 24, 12);
    v->setSpacing(8);
    makeHead(*v);
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
    auto *pages = new QStackedWidget;
    pages->addWidget(makeReadiness());
    pages->addWidget(makeMappings());
    pages->addWidget(makeSettings());
    v->addWidget(pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
}

void ProfileDetail::makeHead(QVBoxLayout &page)
{
    Theme &t = m_app.theme();
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
    m_preview = add(tr("Preview…"), "eye", nullptr, &ProfileDetail::previewWanted);
    add(tr("Export…"), "export", nullptr, &ProfileDetail::exportWanted);
    m_refresh = add(tr("Refresh identities…"), "refresh", nullptr, &ProfileDetail::refreshWanted);
    m_delete = add(tr("Delete…"), "", "dangertext", &ProfileDetail::removalWanted);
    page.addLayout(head);
    if (actions != head)
        page.addLayout(actions);
}

QWidget *ProfileDetail::makeReadiness()
{
    auto *readiness = new QWidget;
    auto *rv = new QVBoxLayout(readiness);
    rv->setContentsMargins(0, 8, 0, 0);
    m_ready = attributeTable(
        {tr("Attribute"), tr("Expected"), tr("State"), tr("Mapped from"), tr("Latest value")}, tr("IDV attributes"));
    m_ready->setColumnWidth(2, 130);
    m_ready->setColumnWidth(3, 210);
    rv->addWidget(m_ready, 1);
    m_map = button(m_app.theme(), tr("Map…"), QStringLiteral("link"));
    connect(m_map, &QPushButton::clicked, this, &ProfileDetail::mappingWanted);
    rv->addWidget(m_map, 0, Qt::AlignLeft);
    connect(m_ready, &QTableWidget::itemSelectionChanged, this, &ProfileDetail::refreshMap);
    return readiness;
}

QWidget *ProfileDetail::makeMappings()
{
    auto *mappings = new QWidget;
    auto *mv = new QVBoxLayout(mappings);
    mv->setContentsMargins(0, 8, 0, 0);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find a mapping"));
    m_find->setAccessibleName(tr("Find a mapping"));
    connect(m_find, &QLineEdit::textChanged, this, &ProfileDetail::fillMappings);
    mv->addWidget(m_find);
    m_mappings = attributeTable({tr("Attribute"), tr("Mapped from")}, tr("Mappings"));
    mv->addWidget(m_mappings, 1);
    auto *defaults = button(m_app.theme(), tr("SailPoint’s defaults…"), QStringLiteral("info"));
    connect(defaults, &QPushButton::clicked, this, &ProfileDetail::defaultsWanted);
    mv->addWidget(defaults, 0, Qt::AlignLeft);
    return mappings;
}

QWidget *ProfileDetail::makeSettings()
{
    Theme &t = m_app.theme();
    auto *settings = new QWidget;
    auto *sv = new QVBoxLayout(settings);
    sv->setContentsMargins(0, 8, 0, 0);
    m_settings = new KeyValueList(t);
    sv->addWidget(m_settings);
    auto *below = new QHBoxLayout;
    m_edit = button(t, tr("Edit…"), QStringLiteral("edit"));
    auto *lifecycle = button(t, tr("Lifecycle states…"), QStringLiteral("history"));
    connect(m_edit, &QPushButton::clicked, this, &ProfileDetail::editWanted);
    connect(lifecycle, &QPushButton::clicked, this, &ProfileDetail::lifecycleWanted);
    below->addWidget(m_edit);
    below->addWidget(lifecycle);
    below->addStretch();
    sv->addSpacing(8);
    sv->addLayout(below);
    sv->addStretch();
    return settings;
}

void ProfileDetail::focusSearch()
{
    m_tabs->setCurrentIndex(1);
    m_find->setFocus();
}

int ProfileDetail::selectedAttribute() const
{
    const auto rows = m_ready->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void ProfileDetail::forget()
{
    m_profile = {};
}

QString ProfileDetail::refreshText(const std::optional<bool> &isNeeded)
{
    if (!isNeeded)
        return tr("SailPoint does not say whether a refresh is needed. It also refreshes at 08:00 and 20:00.");
    return *isNeeded ? tr("SailPoint says that the identities of this profile need a refresh.")
                     : tr("No refresh needed. SailPoint also refreshes at 08:00 and 20:00.");
}

void ProfileDetail::showProfile(const domain::IdentityProfile &p, const QList<domain::IdentityAttribute> &attributes)
{
    m_profile = p;
    m_name->setFullText(p.name);
    m_facts->setFullText(QStringLiteral("%1 · %2").arg(p.source.name, identityCountText(p.identityCount)));
    m_refreshWhy->setText(refreshText(p.needsRefresh));
    fillReadiness(attributes);
    readLatest(p.name);
    fillMappings();
    m_settings->setRows(
        {{tr("Description"), p.description}, {tr("Owner"), p.ownerName}, {tr("Priority"), p.priorityText},
            {tr("Source"), p.source.name}, {tr("Time-based attributes"), yesNoText(p.hasTimeBasedAttributes)},
            {tr("Refresh needed"), yesNoText(p.needsRefresh)}, {tr("Created"), p.created}, {tr("Modified"), p.modified},
            {tr("ID"), p.id}});
}

// Every button that is disabled has its reason in a line beside it.
void ProfileDetail::refreshRights(qsizetype selected)
{
    const QString change = sailpointObstacle(m_app, domain::Right::ChangeProfiles);
    for (QPushButton *b : {m_delete, m_edit, m_preview})
        setEnabledOr(b, change);
    if (!change.isEmpty())
        setEnabledOr(m_refresh, change);
    else
        setEnabledOr(m_refresh, m_profile.needsRefresh == true ? QString() : refreshText(m_profile.needsRefresh));
    if (!change.isEmpty())
        m_refreshWhy->setText(tr("Changing and previewing: %1").arg(change));
    m_delete->setText(selected > 1 ? tr("Delete %n…", nullptr, int(selected)) : tr("Delete…"));
}

void ProfileDetail::refreshMap()
{
    const int at = selectedAttribute();
    const bool isMissing = at >= 0 && m_ready->item(at, 2)->text() == readinessText(Readiness::NoAttribute);
    m_map->setText(isMissing ? tr("Fix…") : tr("Map…"));
    if (m_ready->selectedItems().isEmpty())
        setEnabledOr(m_map, tr("Select an attribute first."));
    else
        setEnabledOr(m_map,
            sailpointObstacle(m_app, isMissing ? domain::Right::ChangeAttributes : domain::Right::ChangeProfiles));
}

void ProfileDetail::fillReadiness(const QList<domain::IdentityAttribute> &attributes)
{
    const auto lines = domain::readinessOf(m_profile, attributes, m_app.tenantSession()->tenant().map);
    m_ready->setRowCount(int(lines.size()));
    for (int i = 0; i < lines.size(); ++i) {
        const QStringList cells{lines.at(i).attribute, lines.at(i).expected, readinessText(lines.at(i).state),
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

// Of whoever was verified last, by the local copy.
void ProfileDetail::readLatest(const QString &profile)
{
    domain::PeopleQuery q;
    q.filter.profiles = {profile};
    q.sort = domain::SortBy::VerifiedOn;
    q.descending = true;
    auto w = m_app.shareTenantSession();
    const auto people = core::andThen<domain::PeopleResult>(w->directory().quick(q, 1), this,
        [w](const domain::PeopleResult &r) { return w->directory().people(*r.rows); });
    core::whenDone<QList<domain::Identity>>(
        people, this, [this, profile](const Result<QList<domain::Identity>> &found) {
            if (!found || found->isEmpty() || m_profile.name != profile || !found->first().idv.date.at)
                return;
            const auto &idv = found->first().idv;
            const QStringList values{idv.verifiedRaw, idv.status, idv.ialRaw, idv.verifiedName, idv.documentType,
                idv.sessionId, idv.dateRaw};
            for (int i = 0; i < std::min(int(values.size()), m_ready->rowCount()); ++i) {
                auto *item = cellItem(values.at(i).isEmpty() ? QStringLiteral("–") : values.at(i));
                item->setToolTip(item->text());
                m_ready->setItem(i, 4, item);
            }
        });
}

void ProfileDetail::fillMappings()
{
    m_mappings->setRowCount(0);
    for (const domain::AttributeTransform &t : std::as_const(m_profile.config.transforms)) {
        const QString from = domain::mappingText(t);
        if (!(t.target + QLatin1Char(' ') + from).contains(m_find->text().trimmed(), Qt::CaseInsensitive))
            continue;
        const int row = m_mappings->rowCount();
        m_mappings->insertRow(row);
        m_mappings->setItem(row, 0, cellItem(t.target));
        m_mappings->setItem(row, 1, cellItem(from));
    }
}

} // namespace ui
