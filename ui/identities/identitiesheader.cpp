#include "ui/identities/identitiesheader.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/controls/searchfield.h"
#include "ui/identities/filterdialog.h"
#include "ui/identities/viewsbutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/removablechip.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ui {

using domain::IdentityStatus;

static const std::array<std::optional<IdentityStatus>, 7> chipOrder{std::nullopt, IdentityStatus::Verified,
    IdentityStatus::DueSoon, IdentityStatus::Overdue, IdentityStatus::Pending, IdentityStatus::Failed,
    IdentityStatus::Never};

IdentitiesHeader::IdentitiesHeader(AppContext &app, std::function<domain::PeopleView()> present, QWidget *parent)
    : QWidget(parent), m_app(app)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 14, 16, 12);
    v->setSpacing(10);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    makeTop(top, std::move(present));
    v->addLayout(top);
    auto *c = new FlowLayout(6);
    const QStringList names{tr("Everyone"), tr("Verified"), tr("Due soon"), tr("Overdue"), tr("Pending"), tr("Failed"),
        tr("Never verified")};
    m_chips = new ChipRow(app.theme(), names, *c, this);
    connect(m_chips, &ChipRow::chosen, this, [this](int i) { setNarrowing(chipOrder[size_t(i)], m_filter); });
    v->addLayout(c);
    m_parts = new QWidget;
    m_parts->setLayout(new QHBoxLayout);
    m_parts->hide();
    v->addWidget(m_parts);
    m_typing.setSingleShot(true);
    m_typing.setInterval(60);
    connect(&m_typing, &QTimer::timeout, this, &IdentitiesHeader::changed);
    connect(m_search, &SearchField::searched, this, [this] {
        if (!m_isQuiet)
            m_typing.start();
    });
}

void IdentitiesHeader::makeTop(QHBoxLayout *h, std::function<domain::PeopleView()> present)
{
    Theme &t = m_app.theme();
    h->addWidget(new Label(t, tr("Identities"), 20, "text", 600));
    h->addSpacing(12);
    m_search = new SearchField(t, tr("Name, e-mail or employee number"), tr("Search identities"));
    m_search->setObjectName(QStringLiteral("identitySearch"));
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(320);
    m_search->installEventFilter(this);
    h->addWidget(m_search, 1);
    auto *filter = button(t, tr("Filter"), QStringLiteral("filter"), "flat");
    filter->setObjectName(QStringLiteral("filterButton"));
    connect(filter, &QPushButton::clicked, this, &IdentitiesHeader::openFilter);
    h->addWidget(filter);
    h->addStretch();
    m_views = new ViewsButton(m_app, std::move(present));
    connect(m_views, &ViewsButton::chosen, this, &IdentitiesHeader::viewChosen);
    h->addWidget(m_views);
    m_columns = iconButton(t, QStringLiteral("columns"), tr("Choose columns"));
    m_columns->setObjectName(QStringLiteral("columnsButton"));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    h->addWidget(m_columns);
    auto *save = button(t, tr("Export…"), QStringLiteral("export"));
    save->setObjectName(QStringLiteral("exportButton"));
    connect(save, &QPushButton::clicked, this, &IdentitiesHeader::exportWanted);
    h->addWidget(save);
}

bool IdentitiesHeader::eventFilter(QObject *o, QEvent *e)
{
    // Down leaves the search for the first row.
    if (o == m_search && e->type() == QEvent::KeyPress) {
        const auto *k = static_cast<QKeyEvent *>(e);
        if (k->key() == Qt::Key_Down || k->key() == Qt::Key_Return) {
            Q_EMIT tableWanted();
            return true;
        }
    }
    return QWidget::eventFilter(o, e);
}

QLineEdit *IdentitiesHeader::search() const
{
    return m_search;
}

QString IdentitiesHeader::text() const
{
    return m_search->text();
}

void IdentitiesHeader::setText(const QString &text)
{
    m_search->setText(text);
}

void IdentitiesHeader::setNarrowing(const std::optional<IdentityStatus> &status, const domain::PeopleFilter &filter)
{
    m_status = status;
    m_filter = filter;
    for (int i = 0; i < m_chips->count(); ++i) {
        if (chipOrder[size_t(i)] == status)
            m_chips->show(i);
    }
    showParts();
    Q_EMIT changed();
}

void IdentitiesHeader::clearAll()
{
    m_isQuiet = true;
    m_search->clear();
    m_isQuiet = false;
    setNarrowing({}, {});
}

void IdentitiesHeader::showParts()
{
    auto *row = m_parts->layout();
    while (QLayoutItem *item = row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    row->setContentsMargins(0, 0, 0, 0);
    const auto all = domain::parts(m_filter);
    for (const auto &part : all) {
        auto *chip = new RemovableChip(m_app.theme(), part.text);
        connect(chip, &RemovableChip::removed, this,
            [this, key = part.key] { setNarrowing(m_status, domain::without(m_filter, key)); });
        row->addWidget(chip);
    }
    auto *save = button(m_app.theme(), tr("Save as view…"), {}, "flat");
    connect(save, &QPushButton::clicked, m_views, &ViewsButton::save);
    row->addWidget(save);
    static_cast<QHBoxLayout *>(row)->addStretch();
    m_parts->setVisible(!all.isEmpty());
}

void IdentitiesHeader::setCounts(const std::optional<domain::StatusCounts> &counts)
{
    for (int i = 0; i < m_chips->count(); ++i) {
        const auto &status = chipOrder[size_t(i)];
        m_chips->setCount(
            i, !counts ? std::nullopt : std::optional(status ? counts->byStatus[size_t(*status)] : counts->everyone));
    }
}

void IdentitiesHeader::focusSearch()
{
    m_search->focusAll();
}

void IdentitiesHeader::openFilter()
{
    if (!m_app.tenantSession())
        return;
    domain::PeopleQuery q;
    q.status = m_status;
    q.filter = m_filter;
    auto *d = openDialog<FilterDialog>(m_app, q, this);
    connect(d, &FilterDialog::applied, this, &IdentitiesHeader::setNarrowing);
}

} // namespace ui
