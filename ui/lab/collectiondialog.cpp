#include "ui/lab/collectiondialog.h"
#include "core/jsonplace.h"
#include "domain/tenants/tenantguard.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/requestreplay.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/askfile.h"
#include "ui/common/filetext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/problem.h"
#include <QFileDialog>
#include <QListWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::SavedRequest;

CollectionDialog::CollectionDialog(AppContext &app, const QList<SavedRequest> &shown, QWidget *parent)
    : Dialog(parent), m_app(app), m_shown(shown)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("collectionDialog"));
    setWindowTitle(tr("Collection of requests"));
    resize(std::min(t.scaled(820), 1240), std::min(t.scaled(560), 760));
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Collection of requests")));
    auto *what = new Label(t,
        tr("Kept in a file without any secret, and sent to the simulator’s receiver, each signed anew."), 13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    v->addLayout(makeKeys());
    v->addLayout(makeContents(), 1);
    v->addLayout(makeFoot());
    fill(-1);
}

QLayout *CollectionDialog::makeKeys()
{
    Theme &t = m_app.theme();
    auto *top = new FlowLayout(6);
    auto *open = button(t, tr("Open…"), QStringLiteral("import"));
    m_save = button(t, tr("Save…"), QStringLiteral("export"));
    m_save->setObjectName(QStringLiteral("saveCollection"));
    m_add = button(t, tr("Add the requests shown"), QStringLiteral("plus"));
    m_add->setObjectName(QStringLiteral("addShown"));
    m_remove = button(t, tr("Remove"), {}, "dangertext");
    for (auto *b : {open, m_save, m_add, m_remove})
        top->addWidget(b);
    connect(open, &QPushButton::clicked, this, &CollectionDialog::openFile);
    connect(m_save, &QPushButton::clicked, this, &CollectionDialog::saveFile);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_requests << m_shown;
        fill(int(m_requests.size()) - 1);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int at = m_list->currentRow();
        if (at < 0)
            return;
        m_requests.removeAt(at);
        fill(std::min(at, int(m_requests.size()) - 1));
    });
    return top;
}

QLayout *CollectionDialog::makeContents()
{
    Theme &t = m_app.theme();
    auto *h = new QHBoxLayout;
    h->setSpacing(12);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("collectionList"));
    m_list->setAccessibleName(tr("Requests of the collection"));
    m_body = jsonView(t, tr("Body of the chosen request"), false);
    m_body->setObjectName(QStringLiteral("collectionBody"));
    h->addWidget(m_list, 2);
    h->addWidget(m_body, 3);
    connect(m_list, &QListWidget::currentRowChanged, this, &CollectionDialog::showRequest);
    connect(m_body, &QPlainTextEdit::textChanged, this, &CollectionDialog::takeBody);
    return h;
}

QLayout *CollectionDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    m_place = new Label(t, {}, 12, "text-3");
    m_place->setWordWrap(true);
    auto *close = button(t, tr("Close"));
    m_all = button(t, tr("Send all"));
    m_all->setObjectName(QStringLiteral("sendAllRequests"));
    m_send = button(t, tr("Send"), QStringLiteral("send"), "primary");
    m_send->setObjectName(QStringLiteral("sendRequest"));
    m_send->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addWidget(m_place, 1);
    for (auto *b : {close, m_all, m_send})
        foot->addWidget(b);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] { send(m_list->currentRow(), m_list->currentRow()); });
    connect(m_all, &QPushButton::clicked, this, [this] { send(0, int(m_requests.size()) - 1); });
    return foot;
}

void CollectionDialog::fill(int current)
{
    m_isFilling = true;
    m_list->clear();
    for (const SavedRequest &r : std::as_const(m_requests))
        m_list->addItem((r.isEvent ? tr("Event") : tr("Callback")) + QStringLiteral(" · ") + r.name);
    m_isFilling = false;
    m_list->setCurrentRow(current);
    showRequest();
}

void CollectionDialog::showRequest()
{
    if (m_isFilling)
        return;
    const int at = m_list->currentRow();
    m_isFilling = true;
    m_body->setPlainText(at >= 0 ? domain::prettyBody(m_requests.at(at).body) : QString());
    m_body->setReadOnly(at < 0);
    m_isFilling = false;
    refresh();
}

void CollectionDialog::takeBody()
{
    const int at = m_list->currentRow();
    if (m_isFilling || at < 0)
        return;
    m_requests[at].body = domain::bodyFromText(m_body->toPlainText());
    refresh();
}

QString CollectionDialog::sendingObstacle(const QString &none) const
{
    const auto *w = m_app.tenantSession();
    if (!w)
        return domain::noTenantText();
    if (w->tenant().environment != domain::Environment::Simulator)
        return tr("Only the simulator’s receiver is sent made-up requests.");
    return m_isSending ? tr("They are being sent.") : none;
}

void CollectionDialog::refresh()
{
    const int at = m_list->currentRow();
    const auto fault = at >= 0 ? core::jsonFault(m_body->toPlainText().toUtf8()) : std::nullopt;
    m_place->setText(fault ? tr("Line %1, column %2: %3. It is sent as it stands.")
                                 .arg(fault->place.line)
                                 .arg(fault->place.column)
                                 .arg(fault->text)
                           : QString());
    const QString none = m_requests.isEmpty() ? tr("The collection is empty.") : QString();
    const QString why = sendingObstacle(none);
    setEnabledOr(m_save, none);
    setEnabledOr(m_add, m_shown.isEmpty() ? tr("The list holds no request of a simulator.") : QString());
    setEnabledOr(m_remove, at < 0 ? tr("Select a request first.") : QString());
    setEnabledOr(m_send, why.isEmpty() && at < 0 ? tr("Select a request first.") : why);
    setEnabledOr(m_all, why);
}

void CollectionDialog::openFile()
{
    const FileQuestion question{tr("Open a collection"), QStringLiteral("JSON (*.json)"),
        m_app.settings().value(QStringLiteral("export/folder")).toString()};
    connect(askFile(this, question), &QFileDialog::fileSelected, this, &CollectionDialog::load);
}

void CollectionDialog::load(const QString &name)
{
    const auto text = fileText(name, 8 * 1024 * 1024);
    const auto read = text ? domain::collectionFrom(*text) : Result<QList<SavedRequest>>(text.error());
    if (!read)
        return m_banner->show(Banner::Problem, tr("This file is not read"),
            read.error().field.isEmpty() ? read.error().text
                                         : tr("At %1: %2").arg(read.error().field, read.error().text));
    m_banner->hide();
    m_requests = *read;
    fill(m_requests.isEmpty() ? -1 : 0);
}

void CollectionDialog::saveFile()
{
    const FileQuestion question{
        tr("Save the collection"), QStringLiteral("JSON (*.json)"), QStringLiteral("requests.json"), true};
    connect(askFile(this, question), &QFileDialog::fileSelected, this, [this](const QString &name) {
        const auto saved = saveText(name, domain::collectionText(m_requests));
        m_banner->show(saved ? Banner::Good : Banner::Problem, saved ? tr("Saved") : tr("It was not saved"),
            saved ? name : saved.error().text);
    });
}

// One after the other, in their order: what becomes of one may depend on the one before.
void CollectionDialog::send(int from, int to)
{
    auto *w = m_app.tenantSession();
    if (!w || from < 0 || from > to || from >= m_requests.size()) {
        m_isSending = false;
        return refresh();
    }
    m_isSending = true;
    refresh();
    core::whenDone<int>(
        w->receiving().replay().send(m_requests.at(from)), this, [this, from, to](const Result<int> &status) {
            if (!status) {
                m_isSending = false;
                refresh();
                return showProblem(*m_banner, status.error(), domain::Vendor::Console);
            }
            const QString done = tr("%1: answered with %2").arg(m_requests.value(from).name, QString::number(*status));
            m_banner->show(
                *status < 300 ? Banner::Good : Banner::Info, done, tr("What became of it is in the list of requests."));
            send(from + 1, to);
        });
}

} // namespace ui
