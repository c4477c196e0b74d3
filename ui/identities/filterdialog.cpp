#include "ui/identities/filterdialog.h"
#include "models/peoplemodel.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tables/ticklist.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QGridLayout>
#include <QListWidget>
#include <QLocale>

namespace ui {

using core::Result;
using domain::IdentityStatus;

FilterDialog::FilterDialog(AppContext &app, const domain::PeopleQuery &query, QWidget *parent)
    : Dialog(parent), m_app(app), m_before(query.filter)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("filterDialog"));
    setWindowTitle(tr("Filter"));
    resize(720, 560);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Filter people")));
    v->addWidget(new Label(
        t, tr("Everything you set has to hold. Within a list, one of the ticked values does."), 12, "text-3"));
    auto *lists = new QGridLayout;
    lists->setHorizontalSpacing(12);
    m_profiles = addList(lists, 0, tr("Identity profile"));
    m_lifecycles = addList(lists, 1, tr("Lifecycle state"));
    m_states = addList(lists, 2, tr("SailPoint status"));
    v->addLayout(lists, 1);
    v->addLayout(makeChoices(query.status));
    v->addLayout(makeFoot());
    if (app.tenantSession())
        core::whenDone<domain::PeopleFacets>(app.tenantSession()->directory().facets(), this,
            [this](const Result<domain::PeopleFacets> &f) { fill(f ? *f : domain::PeopleFacets()); });
}

QGridLayout *FilterDialog::makeChoices(const std::optional<IdentityStatus> &before)
{
    Theme &t = m_app.theme();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(5, 1);
    const auto choice = [&](int row, int column, const QString &name, const QStringList &values, int current) {
        auto *box = new QComboBox;
        box->addItems(values);
        box->setCurrentIndex(current);
        box->setAccessibleName(name);
        grid->addWidget(new Label(t, name, 13, "text-2"), row, column);
        grid->addWidget(box, row, column + 1);
        return box;
    };
    QStringList states{tr("Any")};
    for (int i = 0; i < domain::identityStatusCount; ++i)
        states << models::chipText(models::chipKey(domain::StatusKind::Dated, IdentityStatus(i)));
    m_status = choice(0, 0, tr("IDV status"), states, before ? int(*before) + 1 : 0);
    m_ial = choice(0, 2, tr("Assurance level"),
        {tr("Any"), domain::valueText({}), QStringLiteral("IAL1"), QStringLiteral("IAL2"), QStringLiteral("IAL3")},
        m_before.ial ? *m_before.ial + 1 : 0);
    m_contact = choice(1, 0, tr("Contact on file"), {tr("Any"), tr("Phone"), tr("E-mail"), domain::valueText({})},
        int(m_before.contact));
    m_errors = new CheckBox(tr("Only people whom SailPoint could not process"));
    m_errors->setChecked(m_before.onlyProcessingErrors);
    grid->addWidget(m_errors, 1, 2, 1, 4);
    m_verified = addSpan(grid, 2, tr("Verified"), m_before.verifiedFrom, m_before.verifiedBefore);
    m_due = addSpan(grid, 3, tr("Due"), m_before.dueFrom, m_before.dueBefore);
    return grid;
}

QBoxLayout *FilterDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    auto *clear = button(t, tr("Clear all"), {}, "flat");
    auto *cancel = button(t, tr("Cancel"));
    auto *apply = button(t, tr("Apply"), {}, "primary");
    apply->setDefault(true);
    apply->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(clear);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(apply);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(clear, &QPushButton::clicked, this, [this] {
        Q_EMIT applied({}, {});
        accept();
    });
    connect(apply, &QPushButton::clicked, this, [this] {
        const int status = m_status->currentIndex();
        Q_EMIT applied(status > 0 ? std::optional(IdentityStatus(status - 1)) : std::nullopt, filter());
        accept();
    });
    return foot;
}

QListWidget *FilterDialog::addList(QGridLayout *grid, int column, const QString &name)
{
    auto *list = new QListWidget;
    list->setAccessibleName(name);
    grid->addWidget(new Label(m_app.theme(), name, 12, "text-3", 600), 0, column);
    grid->addWidget(list, 1, column);
    return list;
}

FilterDialog::Span FilterDialog::addSpan(QGridLayout *grid, int row, const QString &name,
    const std::optional<core::Instant> &from, const std::optional<core::Instant> &before)
{
    const auto day = [&](int column, const QString &text, const std::optional<core::Instant> &at,
                         const QDate &otherwise) {
        auto *tick = new CheckBox(text);
        tick->setAccessibleName(name + QLatin1Char(' ') + text);
        tick->setChecked(at.has_value());
        auto *edit = new QDateEdit(at ? QDateTime::fromMSecsSinceEpoch(*at).date() : otherwise);
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat).contains(QLatin1String("yyyy"))
                                   ? QLocale().dateFormat(QLocale::ShortFormat)
                                   : QStringLiteral("yyyy-MM-dd"));
        edit->setMinimumWidth(120);
        edit->setAccessibleName(name + QLatin1Char(' ') + text);
        edit->setEnabled(tick->isChecked());
        connect(tick, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        grid->addWidget(tick, row, column);
        grid->addWidget(edit, row, column + 1);
        return std::pair(tick, edit);
    };
    grid->addWidget(new Label(m_app.theme(), name, 13, "text-2"), row, 0);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_app.context().clock->now()).date();
    const auto [hasFrom, fromEdit] = day(1, tr("from"), from, today);
    const auto [hasUntil, untilEdit] = day(3, tr("until"), before ? std::optional(*before - 1) : std::nullopt, today);
    return {hasFrom, hasUntil, fromEdit, untilEdit};
}

void FilterDialog::fill(const domain::PeopleFacets &facets)
{
    fillTicks(m_profiles, facets.profiles, m_before.profiles);
    fillTicks(m_lifecycles, facets.lifecycles, m_before.lifecycles);
    fillTicks(m_states, facets.accountStates, m_before.accountStates);
}

domain::PeopleFilter FilterDialog::filter() const
{
    domain::PeopleFilter f;
    f.profiles = ticksOf(m_profiles, m_before.profiles);
    f.lifecycles = ticksOf(m_lifecycles, m_before.lifecycles);
    f.accountStates = ticksOf(m_states, m_before.accountStates);
    if (m_ial->currentIndex() > 0)
        f.ial = m_ial->currentIndex() - 1;
    const auto read = [](const Span &s, std::optional<core::Instant> &from, std::optional<core::Instant> &before) {
        if (s.hasFrom->isChecked())
            from = s.from->date().startOfDay().toMSecsSinceEpoch();
        if (s.hasUntil->isChecked())
            before = s.until->date().addDays(1).startOfDay().toMSecsSinceEpoch();
    };
    read(m_verified, f.verifiedFrom, f.verifiedBefore);
    read(m_due, f.dueFrom, f.dueBefore);
    f.contact = domain::ContactFilter(m_contact->currentIndex());
    f.onlyProcessingErrors = m_errors->isChecked();
    return f;
}

} // namespace ui
