#include "ui/operations/deleteidentitydialog.h"
#include "domain/text/outputtext.h"
#include "services/operations/identityoperations.h"
#include "services/operations/operationtracker.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tables/lazylist.h"
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using core::Result;

// What a person can read and type; an id always is.
static QString toType(const domain::Identity &person)
{
    for (const QString &text : {person.alias, person.name}) {
        if (!text.isEmpty() && domain::labelText(text, 100) == text && !text.contains(QLatin1Char('\n')) &&
            text.trimmed() == text)
            return text;
    }
    return person.id.str();
}

DeleteIdentityDialog::DeleteIdentityDialog(AppContext &app, const domain::Identity &person, QWidget *parent)
    : Dialog(parent), m_app(app), m_person(person)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("deleteIdentity"));
    setWindowTitle(tr("Delete identity"));
    setMinimumWidth(520);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(8);
    v->addWidget(heading(t, tr("Delete %1 from SailPoint?").arg(person.name)));
    m_text = new Label(t, {}, 13, "text-2");
    m_text->setWordWrap(true);
    v->addWidget(m_text);
    m_owned = new LazyList(t);
    connect(m_owned, &LazyList::retryWanted, this, &DeleteIdentityDialog::read);
    v->addWidget(m_owned);
    const QString wanted = toType(person);
    m_ask = new Label(t, tr("Type “%1” to confirm").arg(wanted), 13, "text");
    m_ask->setWordWrap(true);
    m_typed = new QLineEdit;
    m_typed->setAccessibleName(m_ask->text());
    v->addWidget(m_ask);
    v->addWidget(m_typed);
    auto *foot = new QHBoxLayout;
    m_again = button(t, tr("Look again"), QStringLiteral("refresh"));
    auto *keep = button(t, tr("Cancel"));
    m_delete = button(t, tr("Delete identity"), QStringLiteral("trash"), "danger");
    foot->addWidget(m_again);
    foot->addStretch();
    foot->addWidget(keep);
    foot->addWidget(m_delete);
    v->addLayout(foot);
    keep->setDefault(true);
    connect(m_again, &QPushButton::clicked, this, &DeleteIdentityDialog::read);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    connect(m_typed, &QLineEdit::textChanged, this, &DeleteIdentityDialog::check);
    connect(m_delete, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT confirmed();
    });
    read();
}

void DeleteIdentityDialog::check()
{
    const QString wanted = toType(m_person);
    const QString untyped = m_typed->text().trimmed() == wanted ? QString() : m_ask->text();
    setEnabledOr(m_delete, m_isFree ? untyped : m_text->text());
}

void DeleteIdentityDialog::read()
{
    m_isFree = false;
    for (QWidget *w : {static_cast<QWidget *>(m_ask), static_cast<QWidget *>(m_typed), static_cast<QWidget *>(m_delete),
             static_cast<QWidget *>(m_again)})
        w->hide();
    m_text->setText(tr("First it is asked what this identity owns."));
    m_owned->setReading();
    if (!m_app.tenantSession())
        return;
    core::whenDone<domain::Ownership>(m_app.tenantSession()->identityOperations().ownership(m_person.id), this,
        [this](const Result<domain::Ownership> &owned) {
            if (!owned)
                return m_owned->setProblem(owned.error());
            QList<std::pair<QString, QString>> rows;
            for (const auto &a : owned->associations) {
                for (const auto &e : a.entities)
                    rows.append({domain::associationText(a.type), QStringLiteral("☐ ") + e.name});
            }
            m_isFree = rows.isEmpty();
            m_text->setText(
                m_isFree ? tr("The identity, its access and its history in SailPoint are deleted. This cannot be taken "
                              "back.")
                         : tr("It cannot be deleted yet. Give this to somebody else in SailPoint, then look again."));
            m_owned->setRows({}, rows, tr("It owns nothing."));
            m_ask->setVisible(m_isFree);
            m_typed->setVisible(m_isFree);
            m_delete->setVisible(m_isFree);
            m_again->setVisible(!m_isFree);
            check();
        });
}

} // namespace ui
