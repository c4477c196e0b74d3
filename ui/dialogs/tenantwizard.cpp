#include "ui/dialogs/tenantwizard.h"
#include "services/tenants.h"
#include "ui/desk.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using services::TestLevel;

static const QStringList sailpointFields{QStringLiteral("name"), QStringLiteral("sailpoint-url"), QStringLiteral("client-id"), QStringLiteral("client-secret"), QStringLiteral("proxy"), QStringLiteral("ca")};
static const QStringList providerFields{QStringLiteral("idv-url"), QStringLiteral("community"), QStringLiteral("api-key"), QStringLiteral("session-path"), QStringLiteral("status-path"), QStringLiteral("callback-base-url")};
static const QStringList attributeFields{QStringLiteral("map"), QStringLiteral("idv-source"), QStringLiteral("workflow-id"), QStringLiteral("interval"), QStringLiteral("warn")};

TenantWizard::TenantWizard(Desk &desk, QWidget *parent) : QDialog(parent), m_desk(desk)
{
    Theme &t = desk.theme();
    setWindowTitle(tr("Add tenant"));
    setObjectName(QStringLiteral("tenantWizard"));
    resize(860, 640);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    m_banner = new Banner(t, true);
    v->addWidget(m_banner);
    auto *h = new QHBoxLayout;
    h->setSpacing(0);
    h->addWidget(makeSteps());
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeSailPoint());
    m_stack->addWidget(makeProvider());
    m_stack->addWidget(makeAttributes());
    h->addWidget(m_stack, 1);
    v->addLayout(h, 1);
    v->addWidget(line(t));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 12, 20, 12);
    foot->setSpacing(8);
    m_foot = new Label(t, tr("Nothing is stored until you finish."), 12, "text-3");
    foot->addWidget(m_foot, 1);
    auto *cancel = button(t, tr("Cancel"));
    m_back = button(t, tr("Back"));
    m_next = button(t, tr("Next"), {}, "primary");
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_next->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(m_stack->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, &TenantWizard::next);
    foot->addWidget(cancel);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    v->addLayout(foot);
    showStep(0);
    core::whenDone<QString>(desk.tenants().keychainProblem(), this, [this](const Result<QString> &problem) {
        if (problem && !problem->isEmpty())
            m_banner->show(Banner::Warning, tr("Secrets will be forgotten when the console closes"), *problem);
    });
}

QWidget *TenantWizard::makeSteps()
{
    Theme &t = m_desk.theme();
    auto *side = new QFrame;
    side->setObjectName(QStringLiteral("sidebar"));
    side->setFixedWidth(208);
    auto *v = new QVBoxLayout(side);
    v->setContentsMargins(20, 20, 16, 16);
    v->setSpacing(14);
    v->addWidget(new Label(t, tr("Add tenant"), 16, "text", 600));
    int n = 0;
    for (const QString &text : {QStringLiteral("SailPoint"), QStringLiteral("1Kosmos"), tr("Attributes and write-back")}) {
        auto *l = new Label(t, QStringLiteral("%1   %2").arg(++n).arg(text), 13, "text-2");
        l->setWordWrap(true);
        m_stepLabels << l;
        v->addWidget(l);
    }
    v->addStretch();
    auto *note = new Label(t, tr("Secrets go to this computer’s keychain and are never shown again."), 12, "text-3");
    note->setWordWrap(true);
    v->addWidget(note);
    return side;
}

QLineEdit *TenantWizard::field(QFormLayout *form, const QString &name, const QString &label, const QString &help, bool isSecret)
{
    Theme &t = m_desk.theme();
    auto *box = new QWidget;
    auto *v = new QVBoxLayout(box);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(3);
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("field-") + name);
    edit->setAccessibleName(isSecret ? tr("%1, hidden").arg(label) : label);
    v->addWidget(edit);
    auto *hint = new Label(t, help, 12, "text-3");
    hint->setWordWrap(true);
    hint->setVisible(!help.isEmpty());
    v->addWidget(hint);
    if (isSecret) {
        edit->setEchoMode(QLineEdit::Password);
        auto *eye = edit->addAction(t.icon(QStringLiteral("eye"), QStringLiteral("text-3")), QLineEdit::TrailingPosition);
        eye->setCheckable(true);
        eye->setToolTip(tr("Show while typing"));
        connect(eye, &QAction::toggled, edit, [edit](bool isOn) { edit->setEchoMode(isOn ? QLineEdit::Normal : QLineEdit::Password); });
    }
    auto *caption = new Label(t, label, 13, "text-2");
    caption->setBuddy(edit);
    form->addRow(caption, box);
    m_fields.insert(name, {edit, hint, name, help});
    connect(edit, &QLineEdit::textEdited, this, [this, name] {
        const Field &f = m_fields[name];
        f.hint->setText(f.help);
        f.hint->setToken("text-3");
        f.hint->setVisible(!f.help.isEmpty());
        f.edit->setProperty("invalid", false);
        f.edit->style()->polish(f.edit);
    });
    return edit;
}

static std::pair<QWidget *, QVBoxLayout *> page(Theme &t, const QString &title, const QString &text)
{
    auto *inner = new QWidget;
    auto *v = new QVBoxLayout(inner);
    v->setContentsMargins(24, 18, 24, 12);
    v->setSpacing(4);
    v->addWidget(new Label(t, title, 18, "text", 600));
    auto *sub = new Label(t, text, 13, "text-2");
    sub->setWordWrap(true);
    v->addWidget(sub);
    v->addSpacing(10);
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    return {area, v};
}

static QFormLayout *form(QVBoxLayout *v)
{
    auto *f = new QFormLayout;
    f->setHorizontalSpacing(16);
    f->setVerticalSpacing(10);
    f->setLabelAlignment(Qt::AlignLeft);
    f->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    v->addLayout(f);
    return f;
}

QWidget *TenantWizard::makeTestCard(QVBoxLayout *&lines, const QString &title, services::TestParts parts)
{
    Theme &t = m_desk.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(14, 10, 14, 10);
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(t, title, 13, "text", 600));
    h->addStretch();
    auto *b = button(t, tr("Test"), QStringLiteral("refresh"));
    connect(b, &QPushButton::clicked, this, [this, parts] { test(parts, [](bool) {}); });
    h->addWidget(b);
    v->addLayout(h);
    lines = new QVBoxLayout;
    lines->setSpacing(5);
    v->addLayout(lines);
    return card;
}

QWidget *TenantWizard::makeSailPoint()
{
    const auto [area, v] = page(m_desk.theme(), tr("Connect to SailPoint"), tr("Use a personal access token; an OAuth client with the client credentials grant works with fewer rights."));
    auto *f = form(v);
    field(f, QStringLiteral("name"), tr("Name"), tr("As it appears in the sidebar"));
    m_environment = new QComboBox;
    m_environment->addItems({tr("Production"), tr("Sandbox"), tr("Simulator")});
    f->addRow(new Label(m_desk.theme(), tr("Environment"), 13, "text-2"), m_environment);
    auto *url = field(f, QStringLiteral("sailpoint-url"), tr("Tenant address"), tr("The API address, with “.api.” in it"));
    url->setPlaceholderText(QStringLiteral("https://acme.api.identitynow.com"));
    connect(url, &QLineEdit::editingFinished, this, [url] {
        const QString better = domain::suggestedApiUrl(url->text());
        if (!better.isEmpty())
            url->setText(better);
    });
    field(f, QStringLiteral("client-id"), tr("Client ID"), {});
    field(f, QStringLiteral("client-secret"), tr("Client secret"), tr("Visible only while you type it here"), true);
    m_pathStyle = new QComboBox;
    m_pathStyle->addItems({QStringLiteral("v2024"), QStringLiteral("v1")});
    m_pathStyle->setAccessibleName(tr("API paths"));
    f->addRow(new Label(m_desk.theme(), tr("API paths"), 13, "text-2"), m_pathStyle);
    field(f, QStringLiteral("proxy"), tr("Proxy"), tr("Empty: the system’s; “none”; or http://host:port"));
    field(f, QStringLiteral("ca"), tr("CA file"), tr("PEM file of a company authority, if one is needed"));
    v->addSpacing(6);
    v->addWidget(makeTestCard(m_sailpointLines, tr("Connection test"), services::TestParts::SailPoint));
    v->addStretch();
    return area;
}

QWidget *TenantWizard::makeProvider()
{
    const auto [area, v] = page(m_desk.theme(), tr("Connect to 1Kosmos"), tr("The test asks for a session that cannot exist; it creates none."));
    auto *f = form(v);
    field(f, QStringLiteral("idv-url"), tr("Base URL"), {})->setPlaceholderText(QStringLiteral("https://acme.1kosmos.net"));
    field(f, QStringLiteral("community"), tr("Community ID"), tr("AdminX, Settings, Community Settings"));
    field(f, QStringLiteral("api-key"), tr("API key"), tr("Visible only while you type it here"), true);
    const domain::ProviderProfile defaults;
    field(f, QStringLiteral("session-path"), tr("Session path"), tr("Differs per tenant version; confirm it with your representative"))->setText(defaults.createPath);
    field(f, QStringLiteral("status-path"), tr("Status path"), {})->setText(defaults.statusPath);
    field(f, QStringLiteral("callback-base-url"), tr("Callback address"), tr("Public https address of a relay; empty: the status query decides"));
    v->addSpacing(6);
    v->addWidget(makeTestCard(m_providerLines, tr("Connection test"), services::TestParts::Provider));
    v->addStretch();
    return area;
}

QWidget *TenantWizard::makeAttributes()
{
    Theme &t = m_desk.theme();
    const auto [area, v] = page(t, tr("Attributes and write-back"), tr("Which identity attribute holds which part of the result, and how a result gets there."));
    auto *f = form(v);
    const domain::AttributeMap defaults;
    for (int i = 0; i < domain::idvFieldCount; ++i) {
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        auto *edit = new QLineEdit(defaults.name(domain::Field(i)));
        edit->setAccessibleName(domain::fieldKey(domain::Field(i)));
        auto *state = new Label(t, {}, 12, "text-3");
        state->setMinimumWidth(150);
        row->addWidget(edit, 1);
        row->addWidget(state);
        m_attributes << edit;
        m_attributeStates << state;
        f->addRow(new Label(t, domain::fieldKey(domain::Field(i)), 13, "text-2"), row);
        connect(edit, &QLineEdit::textChanged, this, &TenantWizard::refreshButtons);
    }
    m_strategy = new QComboBox;
    m_strategy->addItems({tr("None: SailPoint or the provider writes"), tr("Workflow with an external trigger"), tr("Account on a flat-file source"), tr("PATCH of the identity, as in the provider's guide")});
    m_strategy->setAccessibleName(tr("Write-back"));
    f->addRow(new Label(t, tr("Write-back"), 13, "text-2"), m_strategy);
    auto *source = field(f, QStringLiteral("idv-source"), tr("Flat-file source ID"), {});
    auto *workflow = field(f, QStringLiteral("workflow-id"), tr("Workflow ID"), {});
    const auto refresh = [this, source, workflow] {
        source->setEnabled(m_strategy->currentIndex() == 2);
        workflow->setEnabled(m_strategy->currentIndex() == 1);
    };
    connect(m_strategy, &QComboBox::currentIndexChanged, this, refresh);
    refresh();
    v->addStretch();
    return area;
}

domain::Tenant TenantWizard::tenant() const
{
    const auto text = [this](const char *name) { return m_fields.value(QLatin1String(name)).edit->text().trimmed(); };
    const auto url = [&text](const char *name) {
        QString u = text(name);
        while (u.endsWith(QLatin1Char('/')))
            u.chop(1);
        return u;
    };
    domain::Tenant t;
    t.name = text("name");
    t.environment = domain::Environment(m_environment->currentIndex());
    t.sailpointUrl = url("sailpoint-url");
    t.clientId = text("client-id");
    t.pathStyle = domain::PathStyle(m_pathStyle->currentIndex());
    t.proxy = text("proxy");
    t.caFile = text("ca");
    t.idvUrl = url("idv-url");
    t.communityId = text("community");
    t.provider.createPath = text("session-path");
    t.provider.statusPath = text("status-path");
    t.callbackBaseUrl = text("callback-base-url");
    t.writeBack = domain::WriteBackStrategy(m_strategy->currentIndex());
    t.idvSourceId = text("idv-source");
    t.workflowId = text("workflow-id");
    for (int i = 0; i < m_attributes.size(); ++i)
        t.map.set(domain::Field(i), m_attributes.at(i)->text());
    return t;
}

services::TenantSecrets TenantWizard::secrets() const
{
    services::TenantSecrets s;
    const auto secret = [this](const char *name) -> core::SecretPtr {
        QByteArray bytes = m_fields.value(QLatin1String(name)).edit->text().toUtf8();
        if (bytes.isEmpty())
            return {};
        auto made = core::makeSecret(bytes);
        core::wipe(bytes);
        return made;
    };
    s.sailpoint = secret("client-secret");
    s.idv = secret("api-key");
    return s;
}

bool TenantWizard::showFaults(const QStringList &ofStep)
{
    QList<core::Error> faults = domain::validate(tenant());
    for (const auto &[name, text] : {std::pair{"client-secret", tr("The client secret is missing.")}, std::pair{"api-key", tr("The API key is missing.")}}) {
        if (m_fields.value(QLatin1String(name)).edit->text().isEmpty())
            faults << core::fieldError(QLatin1String(name), text);
    }
    bool isFirst = true;
    for (const auto &e : std::as_const(faults)) {
        if (!ofStep.contains(e.field) || !m_fields.contains(e.field))
            continue;
        const Field f = m_fields.value(e.field);
        f.hint->setText(e.text);
        f.hint->setToken("failed");
        f.hint->show();
        f.edit->setProperty("invalid", true);
        f.edit->style()->polish(f.edit);
        if (isFirst)
            f.edit->setFocus();
        isFirst = false;
    }
    return !isFirst;
}

void TenantWizard::test(services::TestParts parts, std::function<void(bool)> then)
{
    if (m_isTesting || showFaults(parts == services::TestParts::SailPoint ? sailpointFields : providerFields))
        return;
    m_isTesting = true;
    refreshButtons();
    QVBoxLayout *lines = parts == services::TestParts::SailPoint ? m_sailpointLines : m_providerLines;
    while (QLayoutItem *item = lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this, lines](const services::TestLine &l) {
        Theme &t = m_desk.theme();
        auto *row = new QWidget;
        auto *h = new QHBoxLayout(row);
        h->setContentsMargins(0, 0, 0, 0);
        auto *icon = new QLabel;
        const char *family = l.level == TestLevel::Pass ? "verified" : l.level == TestLevel::Warn ? "due" : "failed";
        icon->setPixmap(t.pixmap(l.level == TestLevel::Pass ? QStringLiteral("check") : l.level == TestLevel::Warn ? QStringLiteral("warning") : QStringLiteral("cross"), 16, QLatin1String(family), devicePixelRatioF()));
        h->addWidget(icon, 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(new Label(t, l.text, 13, "text"));
        if (l.error) {
            const auto m = domain::userMessage(*l.error, l.vendor);
            auto *advice = new Label(t, l.error->text + QLatin1Char(' ') + m.advice, 12, "text-3");
            advice->setWordWrap(true);
            advice->setToolTip(domain::details(*l.error));
            texts->addWidget(advice);
        }
        h->addLayout(texts, 1);
        h->addWidget(new Label(t, l.fact, 12, "text-3"), 0, Qt::AlignTop);
        row->setAccessibleName((l.level == TestLevel::Pass ? tr("Passed: %1") : l.level == TestLevel::Warn ? tr("Warning: %1") : tr("Failed: %1")).arg(l.text));
        lines->addWidget(row);
    };
    const auto run = services::testConnection(m_desk.context(), tenant(), secrets(), parts, add, this);
    core::whenDone<services::TestReport>(run, this, [this, then](const Result<services::TestReport> &r) {
        m_isTesting = false;
        if (r && !r->attributes.isEmpty())
            m_known = r->attributes;
        refreshButtons();
        then(r && r->isPassed());
    });
}

void TenantWizard::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    for (int i = 0; i < m_stepLabels.size(); ++i) {
        m_stepLabels.at(i)->setToken(i == step ? "accent-text" : i < step ? "text" : "text-3");
        m_stepLabels.at(i)->setFont(m_desk.theme().font(13, i == step ? 600 : 400));
    }
    setAccessibleDescription(tr("Step %1 of 3").arg(step + 1));
    refreshButtons();
}

void TenantWizard::refreshButtons()
{
    m_back->setEnabled(m_stack->currentIndex() > 0 && !m_isTesting);
    m_next->setEnabled(!m_isTesting);
    m_next->setText(m_isTesting ? tr("Testing…") : m_stack->currentIndex() == 2 ? tr("Finish") : tr("Next"));
    for (int i = 0; i < m_attributes.size(); ++i) {
        const bool isThere = m_known.contains(m_attributes.at(i)->text().trimmed());
        m_attributeStates.at(i)->setText(m_known.isEmpty() ? tr("Not checked") : isThere ? tr("Found in SailPoint") : tr("Not in SailPoint yet"));
        m_attributeStates.at(i)->setToken(m_known.isEmpty() ? "text-3" : isThere ? "verified" : "due");
    }
}

void TenantWizard::next()
{
    const int step = m_stack->currentIndex();
    if (step == 0)
        test(services::TestParts::SailPoint, [this](bool isPassed) {
            if (isPassed)
                showStep(1);
        });
    else if (step == 1)
        test(services::TestParts::Provider, [this](bool isPassed) {
            if (isPassed)
                showStep(2);
        });
    else
        finish();
}

void TenantWizard::finish()
{
    if (showFaults(attributeFields))
        return;
    core::whenDone<domain::Tenant>(m_desk.tenants().add(tenant(), secrets(), false), this, [this](const Result<domain::Tenant> &t) {
        if (!t) {
            const auto m = domain::userMessage(t.error(), domain::Vendor::Console);
            m_banner->show(Banner::Problem, m.headline, m.advice);
            return;
        }
        const domain::Tenant added = *t;
        accept();
        Q_EMIT finished_(added);
    });
}

} // namespace ui
