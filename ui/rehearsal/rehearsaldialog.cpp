#include "ui/rehearsal/rehearsaldialog.h"
#include "domain/text/messages.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/identities/identitydirectory.h"
#include "services/rehearsal/rehearsal.h"
#include "services/tenants/tenanteditor.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/rehearsal/rehearsalsteps.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/tenants/readinesstable.h"
#include "ui/tenants/results/resultmappingdialog.h"
#include "ui/tenantsession/tenantsessions.h"
#include "ui/widgets/formbuilder.h"
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using services::Rehearsal;
using services::RehearsalReport;

RehearsalDialog::RehearsalDialog(AppContext &app, const core::IdentityId &person, QWidget *parent)
    : Dialog(parent), m_app(app), m_session(app.shareTenantSession())
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("rehearsalDialog"));
    setWindowTitle(tr("Rehearsal"));
    resize(980, 720);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(heading(t, tr("Rehearse with %1").arg(m_session ? m_session->tenant().name : QString())));
    auto *about = new Label(t,
        tr("One test person goes through the guide’s five steps. What is done: reads, one session at the provider, and "
           "one result written for this person. Every field and word that is sent is compared with the settings."),
        13, "text-2");
    about->setWordWrap(true);
    v->addWidget(about);
    v->addWidget(makeQuestions(person));
    m_banner = new Banner(t, false);
    m_banner->hide();
    v->addWidget(m_banner);
    m_steps = new RehearsalSteps(t);
    v->addWidget(m_steps);
    m_table = new ReadinessTable(app);
    v->addWidget(m_table, 1);
    v->addWidget(makeFoot());
    lookUp();
}

RehearsalDialog::~RehearsalDialog() = default;

QWidget *RehearsalDialog::makeQuestions(const core::IdentityId &person)
{
    auto *part = new QWidget;
    auto *rows = new QFormLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    FormBuilder form(m_app.theme(), rows);
    m_person = form.line(tr("Test person (ID)"), person.str(), QStringLiteral("rehearsalPerson"));
    m_person->setPlaceholderText(tr("Identity ID in SailPoint; of a person who is made for tests"));
    m_who = new Label(m_app.theme(), {}, 12, "text-2");
    m_who->setWordWrap(true);
    form.bare(m_who);
    m_agreed = new QCheckBox(tr("The result may be written to SailPoint for this person"));
    m_agreed->setObjectName(QStringLiteral("rehearsalWrite"));
    form.bare(m_agreed);
    connect(m_person, &QLineEdit::textChanged, this, &RehearsalDialog::lookUp);
    connect(m_agreed, &QCheckBox::toggled, this, &RehearsalDialog::refresh);
    return part;
}

QWidget *RehearsalDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QWidget;
    auto *h = new QHBoxLayout(foot);
    h->setContentsMargins(0, 0, 0, 0);
    m_show = button(t, tr("Show session"));
    m_show->setObjectName(QStringLiteral("showRehearsed"));
    m_save = button(t, tr("Save report…"), QStringLiteral("export"));
    m_store = button(t, tr("Settings it needs…"), QStringLiteral("edit"));
    m_store->setObjectName(QStringLiteral("storeProposals"));
    m_close = button(t, tr("Close"));
    m_start = button(t, tr("Rehearse"), {}, "primary");
    m_start->setObjectName(QStringLiteral("startRehearsal"));
    connect(m_show, &QPushButton::clicked, this, [this] { m_app.navigator().showSession(m_report.session); });
    connect(m_save, &QPushButton::clicked, this,
        [this] { saveReport(this, services::rehearsalMarkdown(m_report), *m_banner); });
    connect(m_store, &QPushButton::clicked, this, &RehearsalDialog::store);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &RehearsalDialog::start);
    for (QWidget *b : {m_show, m_save, m_store})
        h->addWidget(b);
    h->addStretch();
    h->addWidget(m_close);
    h->addWidget(m_start);
    return foot;
}

void RehearsalDialog::lookUp()
{
    m_name.clear();
    m_unknown = tr("Choose a test person first.");
    const core::IdentityId id(m_person->text().trimmed());
    m_who->setText({});
    refresh();
    if (id.isEmpty() || !m_session)
        return;
    core::whenDone<domain::Identity>(
        m_session->directory().person(id), this, [this, id](const Result<domain::Identity> &p) {
            if (m_person->text().trimmed() != id.str())
                return; // typed on meanwhile
            m_name = p ? p->name : QString();
            m_unknown = p ? QString() : tr("The local copy has nobody with this ID.");
            m_who->setText(p ? m_name : m_unknown);
            refresh();
        });
}

QString RehearsalDialog::obstacle() const
{
    if (m_isRunning)
        return tr("It is running.");
    if (!m_session)
        return tr("Open a tenant first.");
    if (const auto fault = domain::rehearsalFault(m_session->tenant(), domain::Reason::Periodic, true))
        return fault->text;
    if (!m_unknown.isEmpty())
        return m_unknown;
    const auto unagreed = domain::rehearsalFault(m_session->tenant(), domain::Reason::Periodic, m_agreed->isChecked());
    return unagreed ? unagreed->text : QString();
}

void RehearsalDialog::refresh()
{
    const QString why = obstacle();
    setEnabledOr(m_start, why);
    if (!why.isEmpty() && !m_isRunning && m_report.lines.isEmpty())
        m_banner->show(Banner::Info, why, {});
    else if (m_report.lines.isEmpty() && !m_isRunning)
        m_banner->hide();
    m_person->setEnabled(!m_isRunning);
    m_agreed->setEnabled(!m_isRunning);
    m_close->setText(m_isRunning ? tr("Stop") : tr("Close"));
    const QString early = m_isRunning ? tr("It is running.") : tr("There is no report before a rehearsal.");
    const bool isDone = !m_isRunning && m_report.endedAt > 0;
    setEnabledOr(m_save, isDone ? QString() : early);
    setEnabledOr(m_show, m_report.session.isEmpty() ? tr("No session was started.") : QString());
    const QString nothing = tr("Every message was read as the settings say.");
    const QString unready = isDone ? nothing : early;
    setEnabledOr(m_store, isDone && !m_report.proposals.isEmpty() ? QString() : unready);
}

static QStringList documentsFor(const domain::Tenant &tenant)
{
    const bool takesOne = tenant.provider.kind == domain::ProviderKind::DocuVerify;
    return takesOne ? domain::documentTypes().mid(0, 1) : domain::documentTypes();
}

void RehearsalDialog::start()
{
    m_rehearsal.reset();                    // before the session that it refers to
    m_session = m_app.shareTenantSession(); // with what was stored since
    if (!m_session)
        return refresh();
    m_report = {};
    m_table->clear();
    m_steps->setReport({});
    m_isRunning = true;
    m_rehearsal = std::make_unique<Rehearsal>(*m_session);
    connect(m_rehearsal.get(), &Rehearsal::line, this, &RehearsalDialog::add);
    connect(m_rehearsal.get(), &Rehearsal::started, this, [this](const core::SessionId &id) {
        m_report.session = id;
        m_banner->show(Banner::Info, tr("The session is started"),
            tr("Let the test person pass it: “Show session” has the link and the code."));
        refresh();
    });
    connect(m_rehearsal.get(), &Rehearsal::asksToWrite, this,
        [this](const QList<domain::AttributeWrite> &writes) { askToWrite(int(writes.size())); });
    Rehearsal::Wish wish;
    wish.person = core::IdentityId(m_person->text().trimmed());
    wish.request.reason = domain::Reason::Periodic;
    wish.request.documents = documentsFor(m_session->tenant());
    wish.isWriteAgreed = m_agreed->isChecked();
    m_banner->show(Banner::Info, tr("Looking at the tenant; nothing is changed"), {});
    refresh();
    core::whenDone<RehearsalReport>(
        m_rehearsal->run(wish), this, [this](const Result<RehearsalReport> &report) { ended(report); });
}

void RehearsalDialog::add(const services::RehearsalLine &line)
{
    m_report.lines << line;
    m_steps->setReport(m_report);
    services::ReadinessLine row;
    row.level = line.level;
    row.text = line.text;
    row.fact = line.fact;
    row.advice = line.advice;
    m_table->addLine(row);
}

void RehearsalDialog::askToWrite(int attributes)
{
    m_banner->disconnect(this);
    const auto answer = [this](bool isAgreed) {
        m_banner->show(Banner::Info, isAgreed ? tr("Writing, and reading back") : tr("Nothing is written"), {});
        m_rehearsal->answerWrite(isAgreed);
    };
    connect(m_banner, &Banner::firstPressed, this, [answer] { answer(true); });
    connect(m_banner, &Banner::secondPressed, this, [answer] { answer(false); });
    m_banner->show(Banner::Review, tr("Write the result for %1?").arg(m_name),
        tr("%n attribute(s) of this person change in SailPoint.", nullptr, attributes), tr("Write"),
        tr("Do not write"));
}

void RehearsalDialog::ended(const Result<RehearsalReport> &report)
{
    m_isRunning = false;
    m_banner->disconnect(this);
    if (m_isClosing)
        return Dialog::reject();
    if (!report) {
        const auto m = domain::userMessage(report.error(), domain::Vendor::Console);
        m_banner->show(Banner::Problem, m.headline, m.advice);
        return refresh();
    }
    m_report = *report;
    m_steps->setReport(m_report);
    using domain::RehearsalVerdict;
    const auto verdict = m_report.verdict();
    const auto kind = verdict == RehearsalVerdict::Differs ? Banner::Problem : Banner::Warning;
    m_banner->show(verdict == RehearsalVerdict::Proven ? Banner::Good : kind, services::rehearsalVerdictText(verdict),
        m_report.proposals.isEmpty() ? QString() : tr("“Settings it needs…” shows what would be read, and stores it."));
    refresh();
}

void RehearsalDialog::store()
{
    if (!m_session)
        return;
    const domain::Tenant before = m_session->tenant();
    auto *dialog = makeWindow<ResultMappingDialog>(m_app.theme(), m_app.context().clock, before, this);
    dialog->propose(m_report.proposals);
    connect(dialog, &ResultMappingDialog::chosen, this,
        [this, before, dialog](const domain::Tenant &changed, const QString &reason) {
            auto *editor = new services::TenantEditor(m_app.context(), m_app.tenants(), this);
            core::whenDone<domain::Tenant>(editor->save({before, changed, {}, reason}, {}), editor,
                [this, editor, open = QPointer<ResultMappingDialog>(dialog)](const Result<domain::Tenant> &stored) {
                    editor->deleteLater();
                    if (!stored)
                        return open ? open->showFailure(stored.error().text) : void();
                    if (open)
                        open->accept();
                    m_report.proposals.clear();
                    m_app.tenantSessions().reload(*stored);
                    m_banner->show(Banner::Good, tr("Stored"),
                        tr("Rehearse again: only a run with these settings proves the rest."));
                    refresh();
                });
        });
    dialog->open();
}

// What runs is ended first; its report is not waited for by anybody.
void RehearsalDialog::reject()
{
    if (!m_isRunning)
        return Dialog::reject();
    if (std::exchange(m_isClosing, true))
        return;
    m_banner->show(Banner::Info, tr("Ending the session…"), {});
    m_rehearsal->stop();
}

} // namespace ui
