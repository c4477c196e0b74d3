#include "ui/identities/namelist.h"
#include "domain/text/outputtext.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/widgets/dialog.h"
#include <QCoreApplication>
#include <QDialog>
#include <QListView>
#include <QStringListModel>
#include <QVBoxLayout>

namespace ui {

using core::Result;

static QString sayNameList(const char *text)
{
    return QCoreApplication::translate("NameList", text);
}
static constexpr qsizetype mostPeople = 1000;

void showList(AppContext &app, QWidget *parent, const QString &title, const QStringList &lines)
{
    auto *d = makeWindow<Dialog>(parent);
    d->setObjectName(QStringLiteral("nameList"));
    d->setWindowTitle(title);
    d->resize(520, 460);
    QObject::connect(&app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    auto *v = new QVBoxLayout(d);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(heading(app.theme(), title));
    auto *view = new QListView;
    view->setAccessibleName(title);
    view->setUniformItemSizes(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setModel(new QStringListModel(lines, view));
    v->addWidget(view, 1);
    auto *foot = new QHBoxLayout;
    auto *copy = button(app.theme(), sayNameList(QT_TRANSLATE_NOOP("NameList", "Copy all")), QStringLiteral("copy"));
    auto *close = button(app.theme(), sayNameList(QT_TRANSLATE_NOOP("NameList", "Close")));
    close->setDefault(true);
    QObject::connect(
        copy, &QPushButton::clicked, d, [&app, lines] { copyToClipboard(app, lines.join(QLatin1Char('\n')), false); });
    QObject::connect(close, &QPushButton::clicked, d, &QDialog::reject);
    foot->addWidget(copy);
    foot->addStretch();
    foot->addWidget(close);
    v->addLayout(foot);
    d->open();
}

void showPeople(AppContext &app, QWidget *parent, const QString &title, const QList<core::IdentityId> &people)
{
    auto *w = app.tenantSession();
    if (!w)
        return;
    using Rows = std::shared_ptr<const domain::RowIds>;
    QStringList ids;
    for (const auto &id : people.mid(0, mostPeople))
        ids << id.str();
    core::whenDone<Rows>(
        w->directory().rowsOf(ids), parent, [&app, parent, title, ids, all = people.size()](const Result<Rows> &rows) {
            if (!rows || !app.tenantSession())
                return;
            domain::RowIds known;
            QStringList lines;
            for (size_t i = 0; i < (*rows)->size(); ++i) {
                if ((*rows)->at(i) > 0)
                    known.push_back((*rows)->at(i));
                else
                    lines << ids.at(qsizetype(i));
            }
            core::whenDone<QList<domain::Identity>>(app.tenantSession()->directory().people(known), parent,
                [&app, parent, title, lines, all](const Result<QList<domain::Identity>> &found) mutable {
                    for (const auto &p : found ? *found : QList<domain::Identity>())
                        lines << domain::terminalText(
                            p.email.isEmpty() ? p.name
                                              : QStringLiteral("%1 · %2").arg(p.name, p.email)); // one line each
                    if (all > mostPeople)
                        lines << sayNameList(QT_TRANSLATE_NOOP("NameList", "and %L1 more")).arg(all - mostPeople);
                    showList(app, parent, title, lines);
                });
        });
}

} // namespace ui
