#include "ui/lab/labcallbacks.h"
#include "models/requestmodel.h"
#include "services/callbacks/requestreplay.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/controls/searchfield.h"
#include "ui/lab/collectiondialog.h"
#include "ui/lab/receivercard.h"
#include "ui/lab/requestinspector.h"
#include "ui/lab/scenariocard.h"
#include "ui/tables/liststates.h"
#include "ui/tables/table.h"
#include "ui/widgets/wrapping.h"
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using models::RequestModel;

LabCallbacks::LabCallbacks(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(24, 14, 24, 16);
    h->setSpacing(12);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    m_receiver = new ReceiverCard(app);
    connect(m_receiver, &ReceiverCard::settingsWanted, this, &LabCallbacks::settingsWanted);
    left->addWidget(m_receiver);
    m_scenarios = new ScenarioCard(app);
    left->addWidget(m_scenarios, 1);
    auto *side = new QWidget;
    side->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    side->setFixedWidth(std::min(app.theme().scaled(370), 520));
    h->addWidget(side);
    h->addWidget(makeRequests(), 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(120); // a flood is shown ten times a second, not ten thousand
    connect(&m_soon, &QTimer::timeout, this, &LabCallbacks::refreshLines);
    connect(&app, &AppContext::tenantSessionChanged, this, &LabCallbacks::follow);
    follow();
}

QWidget *LabCallbacks::makeRequests()
{
    Theme &t = m_app.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(1, 0, 1, 1);
    v->setSpacing(0);
    makeHead(v);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    m_model = new RequestModel(this);
    m_table = makeTable(t, m_model, tr("Requests"), {110, 130, 240, 100, 56, 76}, RequestModel::What);
    m_inspector = new RequestInspector(m_app);
    m_states = new ListStates(t, m_table);
    split->addWidget(m_states);
    split->addWidget(m_inspector);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    v->addWidget(split, 1);
    connect(m_states, &ListStates::clearingWanted, this, [this] {
        m_search->clear();
        m_kind->setCurrentIndex(0);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LabCallbacks::showCurrent);
    connect(m_inspector, &RequestInspector::sendAgainWanted, this, &LabCallbacks::sendAgain);
    markRegion(m_table);
    return card;
}

void LabCallbacks::makeHead(QVBoxLayout *v)
{
    Theme &t = m_app.theme();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 10, 12, 10);
    head->addWidget(new Label(t, tr("Requests"), 14, "text", 600));
    m_search = new SearchField(t, tr("Search in headers and body"));
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(t.scaled(230));
    m_kind = new ComboBox;
    m_kind->setAccessibleName(tr("Which requests"));
    m_kind->addItems({tr("All results"), tr("Taken"), tr("Refused"), tr("Unmatched")});
    head->setSpacing(8);
    head->addStretch(1);
    head->addWidget(m_search, 2);
    head->addWidget(m_kind);
    auto *collection = button(t, tr("Collection…"), QStringLiteral("inbox"));
    collection->setObjectName(QStringLiteral("requestCollection"));
    collection->setToolTip(tr("Keep requests in a file, change them, and send them again"));
    connect(collection, &QPushButton::clicked, this, &LabCallbacks::openCollection);
    v->addLayout(head);
    if (t.textScale() >= 150) { // a line of its own
        head = new QHBoxLayout;
        head->setContentsMargins(14, 0, 12, 10);
        v->addLayout(head);
    }
    head->addWidget(collection, 0, Qt::AlignTrailing);
    connect(m_search, &SearchField::searched, this, &LabCallbacks::narrow);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LabCallbacks::narrow);
}

// All of them are looked at anew.
void LabCallbacks::narrow()
{
    m_model->clear();
    m_soon.start();
}

void LabCallbacks::sendAgain(quint64 number)
{
    if (!m_receiving)
        return;
    core::whenDone<int>(m_receiving->replay().sendAgain(number), this, [this](const Result<int> &status) {
        if (!status)
            m_receiver->showProblem(tr("It was not sent again"), status.error().text);
        else
            Q_EMIT m_app.notice(tr("Sent again: answered with %1").arg(*status));
    });
}

void LabCallbacks::focusSearch()
{
    m_search->focusAll();
}

void LabCallbacks::clear()
{
    if (m_receiving)
        m_receiving->clearLines();
    m_model->clear();
    m_inspector->clear();
    refreshLines();
}

void LabCallbacks::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_scenarios->load();
    refreshLines();
}

void LabCallbacks::openCollection()
{
    QList<domain::SavedRequest> shown;
    if (m_receiving) {
        for (auto it = m_receiving->lines().rbegin(); it != m_receiving->lines().rend(); ++it) {
            if (it->capture && shown.size() < 1000)
                shown << domain::savedFrom(*it->capture, it->trigger);
        }
    }
    openDialog<CollectionDialog>(m_app, shown, window());
}

void LabCallbacks::follow()
{
    auto *w = m_app.tenantSession();
    m_receiving = w ? &w->receiving() : nullptr;
    m_model->clear();
    m_inspector->clear();
    m_receiver->follow(m_receiving);
    if (m_receiving) {
        connect(m_receiving, &services::CallbackReceiver::received, this, [this] {
            if (isVisible() && !m_soon.isActive())
                m_soon.start();
        });
    }
    refreshLines();
}

static bool isMeant(const services::ReceivedLine &l, int kind, const QString &text)
{
    const bool isAside = l.verdict == domain::CallbackVerdict::Unmatched;
    if ((kind == 1 && (l.status >= 400 || isAside)) || (kind == 2 && l.status < 400) || (kind == 3 && !isAside))
        return false;
    if (text.isEmpty())
        return true;
    const QByteArray wanted = text.toUtf8().toLower();
    if (domain::callbackVerdictText(l.verdict).contains(text, Qt::CaseInsensitive) ||
        l.providerSession.contains(text, Qt::CaseInsensitive))
        return true;
    if (!l.capture)
        return false;
    return l.capture->body.toLower().contains(wanted) ||
           std::any_of(l.capture->headers.begin(), l.capture->headers.end(), [&wanted](const auto &h) {
               return h.first.toLower().contains(wanted) || h.second.toLower().contains(wanted);
           });
}

void LabCallbacks::refreshLines()
{
    if (!m_receiving)
        return;
    const quint64 known = m_model->newest();
    QList<models::RequestRow> fresh;
    for (const auto &l : m_receiving->lines()) {
        if (l.number <= known)
            break;
        if (isMeant(l, m_kind->currentIndex(), m_search->text().trimmed()))
            fresh.append({l.number, l.at, l.verdict, l.status, l.microseconds, l.peer, l.trigger});
    }
    const bool wasEmpty = m_model->rowCount() == 0;
    m_model->prepend(fresh);
    if (wasEmpty && m_model->rowCount() > 0)
        m_table->selectRow(0);
    if (m_model->rowCount() > 0)
        m_states->showRows();
    else if (m_receiving->lines().empty())
        m_states->showNothing(
            {{}, tr("No request yet"), m_receiving->isListening() ? QString() : tr("The receiver is off.")});
    else
        m_states->showNoMatch({{}, tr("No request matches."), {}, tr("Show all")});
    m_receiver->refresh();
}

const services::ReceivedLine *LabCallbacks::lineOf(quint64 number) const
{
    if (!m_receiving)
        return nullptr;
    const auto &lines = m_receiving->lines();
    const auto it = std::lower_bound(
        lines.begin(), lines.end(), number, [](const services::ReceivedLine &l, quint64 n) { return l.number > n; });
    return it != lines.end() && it->number == number ? &*it : nullptr;
}

void LabCallbacks::showCurrent()
{
    const auto *row = m_model->row(m_table->currentIndex().row());
    const auto *l = row ? lineOf(row->number) : nullptr;
    if (!l)
        return m_inspector->clear();
    m_inspector->show(*l, m_app.tenantSession()->tenant().receiver, m_receiving->listening().url);
}

} // namespace ui
