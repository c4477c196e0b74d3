#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/sessions/writebackdialog.h"
#include "ui/tenants/identityiqform.h"
#include "ui/tenants/tenantwizard.h"
#include "ui/widgets/hintededit.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping.h"
#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

// The wizard's pages; what they do is in tenantwizard.cpp.
namespace ui {

QWidget *TenantWizard::makeSteps()
{
    Theme &t = m_app.theme();
    auto *side = new QFrame;
    side->setObjectName(QStringLiteral("sidebar"));
    side->setFixedWidth(t.scaled(208));
    auto *v = new QVBoxLayout(side);
    v->setContentsMargins(20, 20, 16, 16);
    v->setSpacing(14);
    v->addWidget(heading(t, tr("Add tenant")));
    int n = 0;
    for (const QString &text : {QStringLiteral("SailPoint"), QStringLiteral("1Kosmos"), tr("Attributes and write-back"),
             tr("Readiness check")}) {
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

QLineEdit *TenantWizard::field(
    QFormLayout *form, const QString &name, const QString &label, const QString &help, bool isSecret)
{
    auto *line = new HintedEdit(m_app.theme(), name, label, help, isSecret);
    line->addTo(form);
    m_fields.insert(name, line);
    return line->edit();
}

static std::pair<QWidget *, QVBoxLayout *> page(Theme &t, const QString &title, const QString &text)
{
    auto *inner = new QWidget;
    auto *v = new QVBoxLayout(inner);
    v->setContentsMargins(24, 18, 24, 12);
    v->setSpacing(4);
    v->addWidget(new Label(t, title, 18, "text", 600));
    auto *sub = new Label(t, text, 13, "text-2");
    sub->setObjectName(QStringLiteral("pageText"));
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
    f->setRowWrapPolicy(QFormLayout::WrapLongRows);
    f->setHorizontalSpacing(16);
    f->setVerticalSpacing(10);
    f->setLabelAlignment(Qt::AlignLeft);
    f->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    v->addLayout(f);
    return f;
}

QWidget *TenantWizard::makeTestCard(QVBoxLayout *&lines, const QString &title, services::TestParts parts)
{
    Theme &t = m_app.theme();
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
    const auto [area, v] = page(m_app.theme(), tr("Connect to SailPoint"),
        tr("Use a personal access token; an OAuth client with the client credentials grant works with fewer rights."));
    m_sailpointText = area->findChild<Label *>(QStringLiteral("pageText"));
    auto *f = m_sailpointForm = form(v);
    m_product = new ComboBox;
    m_product->setObjectName(QStringLiteral("product"));
    m_product->setAccessibleName(tr("Product"));
    m_product->addItem(domain::productName(domain::Product::SecurityCloud), int(domain::Product::SecurityCloud));
    m_product->addItem(tr("IdentityIQ 8.1 or later"), int(domain::Product::IdentityIq));
    f->addRow(new Label(m_app.theme(), tr("Product"), 13, "text-2"), m_product);
    connect(m_product, &QComboBox::currentIndexChanged, this, &TenantWizard::showProduct);
    field(f, QStringLiteral("name"), tr("Name"), tr("As it appears in the sidebar"));
    m_environment = new ComboBox;
    m_environment->setObjectName(QStringLiteral("environment"));
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->addItems({tr("Production"), tr("Sandbox"), tr("Simulator")});
    m_environment->setPlaceholderText(tr("Choose…")); // asked, never guessed
    m_environment->setCurrentIndex(-1);
    f->addRow(new Label(m_app.theme(), tr("Environment"), 13, "text-2"), m_environment);
    auto *url =
        field(f, QStringLiteral("sailpoint-url"), tr("Tenant address"), tr("The API address, with “.api.” in it"));
    url->setPlaceholderText(QStringLiteral("https://acme.api.identitynow.com"));
    connect(url, &QLineEdit::editingFinished, this, &TenantWizard::shortenAddress);
    field(f, QStringLiteral("client-id"), tr("Client ID"), {});
    field(f, QStringLiteral("client-secret"), tr("Client secret"), tr("Visible only while you type it here"), true);
    m_pathStyle = new ComboBox;
    m_pathStyle->addItems({QStringLiteral("v2024"), QStringLiteral("v1")});
    m_pathStyle->setAccessibleName(tr("API paths"));
    f->addRow(new Label(m_app.theme(), tr("API paths"), 13, "text-2"), m_pathStyle);
    field(f, QStringLiteral("proxy"), tr("Proxy"), tr("Empty: the system’s; “none”; or http://host:port"));
    field(f, QStringLiteral("ca"), tr("CA file"), tr("PEM file of a company authority, if one is needed"));
    field(
        f, QStringLiteral("time-zone"), tr("Time zone"), tr("Of the people, like Europe/Oslo; empty: this computer’s"));
    m_iqPart = new QWidget;
    auto *iv = new QVBoxLayout(m_iqPart);
    iv->setContentsMargins(0, 10, 0, 0);
    iv->setSpacing(8);
    iv->addWidget(new Label(m_app.theme(), tr("Approvals, if the approvals plug-in is installed"), 13, "text", 600));
    m_iq = new IdentityIqForm(m_app.theme());
    m_iq->setSettings({});
    iv->addWidget(m_iq);
    v->addWidget(m_iqPart);
    v->addSpacing(6);
    v->addWidget(makeTestCard(m_sailpointLines, tr("Connection test"), services::TestParts::SailPoint));
    v->addStretch();
    return area;
}

domain::Product TenantWizard::product() const
{
    return domain::Product(m_product->currentData().toInt());
}

// What is asked for depends on the product; what was typed stays.
void TenantWizard::showProduct()
{
    const bool isIq = product() == domain::Product::IdentityIq;
    HintedEdit *url = m_fields.value(QStringLiteral("sailpoint-url"));
    url->setHelp(isIq ? tr("Any page of it will do: the part up to its context path, such as /identityiq, is kept")
                      : tr("The API address, with “.api.” in it"));
    url->edit()->setPlaceholderText(isIq ? QStringLiteral("https://identityiq.example:8443/identityiq")
                                         : QStringLiteral("https://acme.api.identitynow.com"));
    m_sailpointText->setText(
        isIq ? tr("Use an OAuth client of IdentityIQ (API Authentication); its proxy user’s rights are the console’s.")
             : tr("Use a personal access token; an OAuth client with the client credentials grant works with fewer "
                  "rights."));
    m_pathStyle->setVisible(!isIq);
    m_sailpointForm->labelForField(m_pathStyle)->setVisible(!isIq);
    m_iqPart->setVisible(isIq);
    HintedEdit *workflow = m_fields.value(QStringLiteral("workflow-id"));
    workflow->caption()->setText(isIq ? tr("Workflow name") : tr("Workflow ID"));
    workflow->edit()->setAccessibleName(workflow->caption()->text());
    shortenAddress();
    m_iq->clearFaults();
    while (QLayoutItem *item = m_sailpointLines ? m_sailpointLines->takeAt(0) : nullptr) { // of the other product
        delete item->widget();
        delete item;
    }
    m_known.clear();
    HintedEdit *source = m_fields.value(QStringLiteral("idv-source"));
    source->setVisible(!isIq);
    source->caption()->setVisible(!isIq);
    const int chosen = m_strategy->currentData().toInt();
    m_strategy->clear();
    for (const auto s : domain::writeBackStrategiesOf(product()))
        m_strategy->addItem(writeBackText(s, product()), int(s));
    m_strategy->setCurrentIndex(std::max(0, m_strategy->findData(chosen)));
    if (m_next) // not while the wizard is being made
        refreshButtons();
}

void TenantWizard::shortenAddress()
{
    QLineEdit *url = m_fields.value(QStringLiteral("sailpoint-url"))->edit();
    if (url->text().trimmed().isEmpty())
        return;
    const QString better = product() == domain::Product::IdentityIq ? domain::identityIqBase(url->text())
                                                                    : domain::suggestedApiUrl(url->text());
    if (!better.isEmpty())
        url->setText(better);
}

QWidget *TenantWizard::makeProvider()
{
    const auto [area, v] = page(
        m_app.theme(), tr("Connect to 1Kosmos"), tr("The test asks for a session that cannot exist; it creates none."));
    auto *f = form(v);
    m_provider = new ComboBox;
    m_provider->addItem(tr("Session API with bearer key"), int(domain::ProviderKind::Bearer));
    m_provider->addItem(tr("BlockID DocuVerify (encrypted)"), int(domain::ProviderKind::DocuVerify));
    m_provider->setAccessibleName(tr("Provider profile"));
    f->addRow(new Label(m_app.theme(), tr("Provider profile"), 13, "text-2"), m_provider);
    field(f, QStringLiteral("idv-url"), tr("Base URL"), {})
        ->setPlaceholderText(QStringLiteral("https://acme.1kosmos.net"));
    field(f, QStringLiteral("community"), tr("Community ID"), tr("AdminX, Settings, Community Settings"));
    field(f, QStringLiteral("api-key"), tr("API key"), tr("Visible only while you type it here"), true);
    const domain::ProviderProfile defaults;
    field(f, QStringLiteral("session-path"), tr("Session path"),
        tr("Differs per tenant version; confirm it with your representative"))
        ->setText(defaults.createPath);
    field(f, QStringLiteral("status-path"), tr("Status path"), {})->setText(defaults.statusPath);
    auto *dvc = field(f, QStringLiteral("dvc-id"), tr("DVC ID"), tr("The workflow's id; not the licence key"));
    const auto show = [this, dvc] {
        const bool isDocuVerify = m_provider->currentIndex() == 1;
        dvc->setEnabled(isDocuVerify);
        for (const auto &name :
            {QStringLiteral("session-path"), QStringLiteral("status-path"), QStringLiteral("callback-base-url")}) {
            if (m_fields.contains(name))
                m_fields[name]->edit()->setEnabled(!isDocuVerify);
        }
    };
    connect(m_provider, &QComboBox::currentIndexChanged, this, show);
    field(f, QStringLiteral("callback-base-url"), tr("Callback address"),
        tr("Public https address of a relay; empty: the status query decides"));
    show();
    v->addSpacing(6);
    v->addWidget(makeTestCard(m_providerLines, tr("Connection test"), services::TestParts::Provider));
    v->addStretch();
    return area;
}

QWidget *TenantWizard::makeAttributes()
{
    Theme &t = m_app.theme();
    const auto [area, v] = page(t, tr("Attributes and write-back"),
        tr("Which identity attribute holds which part of the result, and how a result gets there."));
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
    m_strategy = new ComboBox;
    m_strategy->setAccessibleName(tr("Write-back"));
    f->addRow(new Label(t, tr("Write-back"), 13, "text-2"), m_strategy);
    auto *source = field(f, QStringLiteral("idv-source"), tr("Flat-file source ID"), {});
    auto *workflow = field(f, QStringLiteral("workflow-id"), tr("Workflow ID"), {});
    const auto refresh = [this, source, workflow] {
        const auto chosen = domain::WriteBackStrategy(m_strategy->currentData().toInt());
        setEnabledOr(
            source, chosen == domain::WriteBackStrategy::Account ? QString() : tr("Only for writing to an account."));
        setEnabledOr(workflow,
            chosen == domain::WriteBackStrategy::Workflow ? QString() : tr("Only for writing through a workflow."));
    };
    connect(m_strategy, &QComboBox::currentIndexChanged, this, refresh);
    showProduct();
    v->addStretch();
    return area;
}

} // namespace ui
