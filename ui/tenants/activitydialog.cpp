#include "ui/tenants/activitydialog.h"
#include "domain/identities/people.h"
#include "domain/sync/synchealth.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tables/table.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/problem.h"
#include "ui/widgets/suggestionbox.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::ActivityGroup;
using domain::ActivityRule;
using domain::ActivityTable;

ActivityDialog::ActivityDialog(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("activityDialog"));
    setWindowTitle(tr("Active accounts"));
    resize(std::min(t.scaled(640), 1240), std::min(t.scaled(520), 760));
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Which lifecycle states stand for an active account?")));
    auto *what = new Label(t,
        tr("Only an active account is recovered. What SailPoint says of a lifecycle state counts before this table; "
           "locked or disabled always wins. What is in neither is not known."),
        13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = plainTable({tr("Identity profile"), tr("Lifecycle state"), tr("Account")}, tr("Active accounts"));
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, t.scaled(180));
    m_table->setColumnWidth(2, t.scaled(110));
    v->addWidget(m_table, 1);
    m_unlisted = new Label(t, {}, 12, "text-2");
    m_unlisted->setObjectName(QStringLiteral("activityUnlisted"));
    m_unlisted->setWordWrap(true);
    v->addWidget(m_unlisted);
    v->addLayout(makeForm());
    m_why = new Label(t, {}, 12, "failed");
    m_why->setWordWrap(true);
    v->addWidget(m_why);
    v->addLayout(makeFoot());
    connect(m_table, &QTableWidget::currentCellChanged, this, &ActivityDialog::showOne);
    m_now.rules.clear();
    m_stored = m_now;
    m_noCount = tr("Counting…");
    show(-1);
    read();
}

QFormLayout *ActivityDialog::makeForm()
{
    auto *layout = new QFormLayout;
    FormBuilder form(m_app.theme(), layout);
    m_profile =
        form.add(tr("Identity profile"), new SuggestionBox(tr("Every profile")), QStringLiteral("activityProfile"));
    m_word =
        form.add(tr("Lifecycle state"), new SuggestionBox(tr("No lifecycle state")), QStringLiteral("activityWord"));
    m_means = form.add(tr("Account"), new ComboBox, QStringLiteral("activityMeans"));
    m_means->addItems({tr("Active"), tr("Inactive")});
    connect(m_profile, &QComboBox::editTextChanged, this, &ActivityDialog::takeOne);
    connect(m_word, &QComboBox::editTextChanged, this, &ActivityDialog::takeOne);
    connect(m_means, &QComboBox::currentIndexChanged, this, &ActivityDialog::takeOne);
    return layout;
}

QHBoxLayout *ActivityDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    m_add = button(t, tr("Add"), QStringLiteral("plus"));
    m_add->setObjectName(QStringLiteral("addActivity"));
    m_remove = button(t, tr("Remove"), {}, "dangertext");
    m_remove->setObjectName(QStringLiteral("removeActivity"));
    auto *cancel = button(t, tr("Cancel"));
    m_save = button(t, tr("Save"), {}, "primary");
    m_save->setObjectName(QStringLiteral("saveActivity"));
    m_save->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(m_add);
    foot->addWidget(m_remove);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    connect(m_add, &QPushButton::clicked, this, &ActivityDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &ActivityDialog::removeOne);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ActivityDialog::save);
    return foot;
}

void ActivityDialog::read()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<ActivityTable>(w->recovery().activityTable(), this, [this](const Result<ActivityTable> &r) {
        m_isRead = true;
        if (!r) {
            m_isUnreadable = true;
            m_banner->show(Banner::Problem, tr("What is stored cannot be read; saving replaces it"), r.error().text);
        }
        m_now = m_stored = r ? *r : ActivityTable();
        show(m_now.rules.isEmpty() ? -1 : 0);
    });
    core::whenDone<domain::PeopleFacets>(w->directory().facets(), this, [this](const Result<domain::PeopleFacets> &f) {
        if (f)
            suggest(*f);
    });
    core::whenDone<domain::SyncState>(w->syncer().state(), this, [this](const Result<domain::SyncState> &state) {
        if (!state || !state->hasFull || !m_app.tenantSession()) {
            m_noCount =
                tr("There is no complete local copy yet: how many people have a word that is not listed is not known.");
            return count();
        }
        core::whenDone<QList<ActivityGroup>>(m_app.tenantSession()->directory().activityGroups(), this,
            [this](const Result<QList<ActivityGroup>> &groups) {
                if (groups)
                    m_groups = *groups;
                else
                    m_noCount = tr(
                        "The local copy cannot be read: how many people have a word that is not listed is not known.");
                count();
            });
    });
}

void ActivityDialog::suggest(const domain::PeopleFacets &facets)
{
    const auto fill = [this](QComboBox *box, const QList<domain::FacetValue> &values) {
        const QString typed = box->currentText();
        m_isFilling = true;
        for (const auto &value : values) {
            if (!value.value.trimmed().isEmpty())
                box->addItem(value.value);
        }
        box->setEditText(typed);
        m_isFilling = false;
    };
    fill(m_profile, facets.profiles);
    fill(m_word, facets.lifecycles);
}

void ActivityDialog::show(int current)
{
    m_isFilling = true;
    m_table->setRowCount(int(m_now.rules.size()));
    for (int i = 0; i < m_now.rules.size(); ++i) {
        for (int c = 0; c < 3; ++c)
            m_table->setItem(i, c, new QTableWidgetItem);
        showCells(i);
    }
    m_table->setCurrentCell(current, 0);
    m_isFilling = false;
    showOne();
}

void ActivityDialog::showCells(int row)
{
    const ActivityRule &r = m_now.rules.at(row);
    m_table->item(row, 0)->setText(r.profile.isEmpty() ? tr("Every profile") : r.profile);
    m_table->item(row, 1)->setText(r.word.isEmpty() ? tr("No lifecycle state") : r.word);
    m_table->item(row, 2)->setText(r.isActive ? tr("Active") : tr("Inactive"));
}

void ActivityDialog::showOne()
{
    if (m_isFilling)
        return;
    const int at = m_table->currentRow();
    const ActivityRule r = at >= 0 && at < m_now.rules.size() ? m_now.rules.at(at) : ActivityRule();
    m_isFilling = true;
    m_profile->setEditText(r.profile);
    m_word->setEditText(r.word);
    m_means->setCurrentIndex(r.isActive ? 0 : 1);
    m_isFilling = false;
    refresh();
}

void ActivityDialog::takeOne()
{
    const int at = m_table->currentRow();
    if (m_isFilling || at < 0 || at >= m_now.rules.size())
        return;
    m_now.rules[at] = {m_profile->chosen(), m_word->chosen(), m_means->currentIndex() == 0};
    showCells(at);
    refresh();
}

// The word that most people have and nobody explained; it opens nothing before somebody says so.
void ActivityDialog::add()
{
    ActivityRule rule;
    const auto open = domain::activityNotKnown(m_groups.value_or(QList<ActivityGroup>()), m_now);
    if (!open.isEmpty())
        rule.word = open.first().word;
    m_now.rules << rule;
    show(int(m_now.rules.size()) - 1);
    m_word->setFocus();
}

void ActivityDialog::removeOne()
{
    const int at = m_table->currentRow();
    if (at < 0)
        return;
    m_now.rules.removeAt(at);
    show(std::min(at, int(m_now.rules.size()) - 1));
}

void ActivityDialog::refresh()
{
    const QString reading = m_isRead ? QString() : tr("Reading what is stored…");
    QString none = reading;
    if (none.isEmpty() && m_table->currentRow() < 0)
        none = tr("Add or select a line first.");
    for (QWidget *w : {static_cast<QWidget *>(m_profile), static_cast<QWidget *>(m_word),
             static_cast<QWidget *>(m_means), static_cast<QWidget *>(m_remove)})
        setEnabledOr(w, none);
    setEnabledOr(m_add, reading);
    const auto fault = domain::validate(m_now);
    m_why->setText(fault ? QString() : fault.error().text);
    m_why->setVisible(!fault);
    QString why = reading;
    if (why.isEmpty() && !fault)
        why = fault.error().text;
    else if (why.isEmpty() && m_isSaving)
        why = tr("Saving…");
    else if (why.isEmpty() && m_now == m_stored && !m_isUnreadable)
        why = tr("Nothing was changed.");
    setEnabledOr(m_save, why);
    count();
}

// By the table alone: what SailPoint says of a lifecycle state is not in the local copy.
void ActivityDialog::count()
{
    if (!m_isRead || !m_groups) {
        m_unlisted->setText(m_noCount);
        m_unlisted->setToken("text-2");
        return;
    }
    const auto open = domain::activityNotKnown(*m_groups, m_now);
    const int people = int(std::min<qint64>(domain::peopleIn(open), std::numeric_limits<int>::max()));
    if (people == 0)
        m_unlisted->setText(tr("Everybody in the local copy has a word that is listed."));
    else
        m_unlisted->setText(tr("%Ln people have a lifecycle word that is not listed: their accounts count as not "
                               "known, unless SailPoint says what it means.",
                                nullptr, people) +
                            QLatin1Char(' ') + domain::activityWords(open, 5));
    m_unlisted->setToken(people == 0 ? "text-2" : "due");
}

void ActivityDialog::save()
{
    if (!m_app.tenantSession())
        return;
    m_isSaving = true;
    refresh();
    core::whenDone<core::Unit>(
        m_app.tenantSession()->recovery().setActivityTable(m_now), this, [this](const core::Status &r) {
            m_isSaving = false;
            refresh();
            if (!r)
                return showProblem(*m_banner, r.error(), domain::Vendor::Console);
            accept();
        });
}

} // namespace ui
