#include "ui/lab/faultsdialog.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/widgets/formbuilder.h"
#include <QComboBox>
#include <QFormLayout>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

FaultsDialog::FaultsDialog(AppContext &app, QWidget *parent) : Dialog(parent), m_app(app)
{
    if (app.lab())
        m_words = app.lab()->faultWords();
    Theme &t = app.theme();
    setObjectName(QStringLiteral("faultsDialog"));
    setWindowTitle(tr("Faults of the simulators"));
    setMinimumWidth(std::min(t.scaled(560), 1200));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Faults of the simulators")));
    auto *what = new Label(t,
        tr("They hold at once and for the simulator's tenant only, until they are removed or the console ends."), 13,
        "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Faults in force"));
    m_list->setMinimumHeight(110);
    v->addWidget(m_list, 1);
    v->addLayout(makeForm());
    v->addLayout(makeFoot());
    connect(m_vendor, &QComboBox::currentIndexChanged, this, &FaultsDialog::refreshOperations);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FaultsDialog::refreshValue);
    connect(m_list, &QListWidget::currentRowChanged, this, &FaultsDialog::refresh);
    refreshOperations();
    refreshValue();
    m_list->addItems(inForce());
    refresh();
}

QLayout *FaultsDialog::makeForm()
{
    auto *layout = new QFormLayout;
    FormBuilder form(m_app.theme(), layout, FormBuilder::Look::Page);
    m_vendor = new QComboBox;
    m_vendor->addItem(QStringLiteral("SailPoint"), QStringLiteral("sailpoint"));
    m_vendor->addItem(QStringLiteral("IdentityIQ"), QStringLiteral("identityiq"));
    m_vendor->addItem(QStringLiteral("1Kosmos"), QStringLiteral("provider"));
    if (m_app.tenantSession() && domain::isIdentityIq(m_app.tenantSession()->tenant()))
        m_vendor->setCurrentIndex(1);
    m_operation = new QComboBox;
    m_kind = new QComboBox;
    addKinds();
    m_value = new QSpinBox;
    m_percent = new QSpinBox;
    m_percent->setRange(1, 100);
    m_percent->setValue(100);
    m_percent->setSuffix(QStringLiteral(" %"));
    m_times = new QSpinBox;
    m_times->setRange(0, 100'000);
    m_times->setSpecialValueText(tr("always"));
    form.add(tr("Vendor"), m_vendor);
    form.add(tr("Operation"), m_operation);
    form.add(tr("What goes wrong"), m_kind);
    form.add(tr("How much"), m_value);
    form.add(tr("Share of the calls"), m_percent);
    form.add(tr("How often"), m_times);
    return layout;
}

void FaultsDialog::addKinds()
{
    const QHash<QString, QString> words{{QStringLiteral("status"), tr("Answer with an HTTP status")},
        {QStringLiteral("latency"), tr("Answer later")}, {QStringLiteral("reset"), tr("Break the connection")},
        {QStringLiteral("cut-body"), tr("Break off inside the answer")},
        {QStringLiteral("truncate"), tr("Shortened answer")}, {QStringLiteral("drip"), tr("Answer byte by byte")},
        {QStringLiteral("no-answer"), tr("No answer")},
        {QStringLiteral("budget"), tr("429 above so many calls in ten seconds")}};
    for (const QString &kind : m_words.kinds)
        m_kind->addItem(words.value(kind, kind), kind);
}

QLayout *FaultsDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    m_remove = button(t, tr("Remove"));
    m_clear = button(t, tr("Remove all"));
    auto *close = button(t, tr("Close"));
    auto *more = button(t, tr("Add"), QStringLiteral("plus"), "primary");
    more->setObjectName(QStringLiteral("addFault"));
    more->setDefault(true);
    for (auto *b : {m_remove, m_clear})
        foot->addWidget(b);
    foot->addStretch();
    foot->addWidget(close);
    foot->addWidget(more);
    connect(more, &QPushButton::clicked, this, &FaultsDialog::add);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_clear, &QPushButton::clicked, this, [this] { apply({}); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        QStringList rules = inForce();
        rules.removeAt(m_list->currentRow());
        apply(rules);
    });
    return foot;
}

const QStringList &FaultsDialog::operationNames() const
{
    const QString vendor = m_vendor->currentData().toString();
    if (vendor == QLatin1String("sailpoint"))
        return m_words.sailpoint;
    return vendor == QLatin1String("identityiq") ? m_words.identityIq : m_words.provider;
}

void FaultsDialog::refreshOperations()
{
    m_operation->clear();
    m_operation->addItem(tr("Every call"), QStringLiteral("*"));
    for (const QString &name : operationNames())
        m_operation->addItem(name, name);
}

void FaultsDialog::refreshValue()
{
    const QString kind = m_kind->currentData().toString();
    const bool isStatus = kind == QLatin1String("status"), isTime = kind == QLatin1String("latency"),
               isBudget = kind == QLatin1String("budget");
    setEnabledOr(m_value, isStatus || isTime || isBudget ? QString() : tr("This fault has no measure."));
    m_value->setSuffix(isTime ? tr(" ms") : QString());
    m_value->setRange(isStatus ? 400 : 0, isStatus ? 599 : 60'000);
    const int amount = isTime ? 1000 : 20;
    m_value->setValue(isStatus ? 503 : amount);
}

void FaultsDialog::refresh()
{
    setEnabledOr(m_remove, m_list->currentRow() >= 0 ? QString() : tr("Select a fault first."));
    setEnabledOr(m_clear, m_list->count() > 0 ? QString() : tr("No fault is in force."));
}

void FaultsDialog::add()
{
    QString rule = QStringLiteral("%1:%2:%3")
                       .arg(m_vendor->currentData().toString(), m_operation->currentData().toString(),
                           m_kind->currentData().toString());
    if (m_value->isEnabled())
        rule += QStringLiteral("=%1").arg(m_value->value());
    if (m_percent->value() < 100)
        rule += QStringLiteral(",percent=%1").arg(m_percent->value());
    if (m_times->value() > 0)
        rule += QStringLiteral(",times=%1").arg(m_times->value());
    apply(inForce() + QStringList(rule));
}

QStringList FaultsDialog::inForce() const
{
    return m_app.lab() ? m_app.lab()->faultRules() : QStringList();
}

void FaultsDialog::apply(const QStringList &rules)
{
    const QString notRunning = tr("The simulators are not running.");
    const auto set = m_app.lab() ? m_app.lab()->setFaultRules(rules)
                                 : core::Status(core::makeError(core::ErrorCode::Conflict, notRunning));
    if (!set)
        return m_banner->show(Banner::Problem, tr("The faults were not changed"),
            set.error().code == core::ErrorCode::Conflict ? notRunning : set.error().text);
    m_banner->hide();
    m_list->clear();
    m_list->addItems(inForce());
    refresh();
}

} // namespace ui
