#include "ui/campaigns/campaignform.h"
#include "models/sessionmodel.h"
#include "services/identities/peoplelist.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/askfile.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/identities/namelist.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Delivery;

static QHBoxLayout *row(std::initializer_list<QWidget *> widgets)
{
    auto *h = new QHBoxLayout;
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(8);
    for (auto *w : widgets)
        h->addWidget(w);
    h->addStretch();
    return h;
}

static QSpinBox *number(int low, int high, int value, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setMinimumWidth(90);
    return box;
}

CampaignForm::CampaignForm(AppContext &app, const CampaignChoice &choice, QWidget *parent)
    : QWidget(parent), m_app(app), m_choice(choice)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_name = new QLineEdit(tr("Renewals of %1").arg(QLocale().toString(QDate::currentDate(), QLocale::LongFormat)));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(80);
    form->addRow(tr("Name"), m_name);
    addPeople(form);
    addMessage(form);
    addPace(form);
    addQuietHours(form);
    addRequirements(form);
    addClearing(form);
    connect(m_what, &QComboBox::currentIndexChanged, this, [this](int i) { showKind(i == 1); });
    m_name->setFocus();
    m_name->selectAll();
}

void CampaignForm::addPeople(QFormLayout *form)
{
    const qint64 selected = m_choice.selected ? qint64(m_choice.selected->size()) : 0;
    m_selected = new RadioButton(tr("The %Ln selected", nullptr, int(selected)));
    m_selected->setVisible(selected > 0);
    const qint64 left = m_choice.left ? qint64(m_choice.left->size()) : 0;
    m_matching = new RadioButton(
        left > 0 ? tr("All in this list but the %Ln not selected, as it is at the dry run", nullptr, int(left))
                 : tr("All %L1 in this list, as it is at the dry run").arg(m_choice.matching));
    // What was typed is never kept, so a search cannot be asked again later.
    const bool canMatch = m_choice.query.text.trimmed().isEmpty() && m_choice.matching > 0;
    m_matching->setVisible(canMatch);
    m_file = new RadioButton(tr("People from a CSV file"));
    auto *otherwise = canMatch ? m_matching : m_file;
    (selected > 0 && left == 0 ? m_selected : otherwise)->setChecked(true);
    auto *choose = button(m_app.theme(), tr("Choose file…"), QStringLiteral("import"));
    connect(choose, &QPushButton::clicked, this, &CampaignForm::chooseFile);
    m_fileReport = new Label(m_app.theme(), {}, 12, "text-3");
    m_fileReport->setWordWrap(true);
    m_fileReport->hide();
    auto *who = new QVBoxLayout;
    who->setSpacing(4);
    who->addWidget(m_selected);
    who->addWidget(m_matching);
    who->addLayout(row({m_file, choose}));
    who->addWidget(m_fileReport);
    form->addRow(tr("Who"), who);
}

void CampaignForm::addMessage(QFormLayout *form)
{
    m_what = new QComboBox;
    m_what->addItems({tr("A verification link"), tr("A reminder, by a SailPoint workflow")});
    m_what->setAccessibleName(tr("What they get"));
    m_workflow = new QLineEdit;
    m_workflow->setPlaceholderText(tr("The workflow’s ID"));
    m_workflow->setAccessibleName(tr("Workflow ID"));
    m_workflow->hide();
    form->addRow(tr("What they get"), row({m_what, m_workflow}));
    m_delivery = new QComboBox;
    m_delivery->addItem(tr("E-mail"), int(Delivery::Email));
    m_delivery->addItem(tr("Text message"), int(Delivery::Sms));
    m_delivery->setAccessibleName(tr("Send the link by"));
    m_fallsBack = new CheckBox(tr("the other way where this one does not reach"));
    m_fallsBack->setChecked(true);
    form->addRow(tr("Send the link by"), row({m_delivery, m_fallsBack}));
}

void CampaignForm::addPace(QFormLayout *form)
{
    Theme &t = m_app.theme();
    const domain::CampaignPlan standard;
    m_hours = number(1, 720, standard.linkHours, tr("Wait for a link, hours"));
    form->addRow(tr("Wait for a link"),
        row({m_hours,
            new Label(t, tr("hours, or as long as the provider lets it live if that is shorter"), 13, "text-2")}));
    m_perMinute = number(1, 120, standard.perMinute, tr("Links a minute"));
    m_perDay = number(0, 1'000'000, 0, tr("Links a day"));
    m_perDay->setSpecialValueText(tr("no limit"));
    form->addRow(tr("Pace"), row({m_perMinute, new Label(t, tr("a minute, at most"), 13, "text-2"), m_perDay,
                                 new Label(t, tr("a day"), 13, "text-2")}));
}

void CampaignForm::addQuietHours(QFormLayout *form)
{
    Theme &t = m_app.theme();
    m_quiet = new CheckBox(tr("none between"));
    m_quiet->setAccessibleName(tr("Quiet hours"));
    m_quietFrom = new QTimeEdit(QTime(20, 0));
    m_quietTo = new QTimeEdit(QTime(8, 0));
    m_quietFrom->setAccessibleName(tr("Quiet from"));
    m_quietTo->setAccessibleName(tr("Quiet until"));
    const QString zone = m_app.tenantSession() ? m_app.tenantSession()->tenant().timeZone : QString();
    for (auto *x : {m_quietFrom, m_quietTo}) {
        x->setDisplayFormat(QStringLiteral("HH:mm"));
        x->setEnabled(false);
        connect(m_quiet, &QCheckBox::toggled, x, &QWidget::setEnabled);
    }
    form->addRow(tr("Quiet hours"),
        row({m_quiet, m_quietFrom, new Label(t, QStringLiteral("–"), 13, "text-2"), m_quietTo,
            new Label(t, tr("in %1").arg(zone.isEmpty() ? QString::fromUtf8(QTimeZone::systemTimeZoneId()) : zone), 13,
                "text-2")}));
}

void CampaignForm::addRequirements(QFormLayout *form)
{
    m_ial = new QComboBox;
    m_ial->addItems({QStringLiteral("IAL1"), QStringLiteral("IAL2")});
    m_ial->setCurrentIndex(1);
    m_ial->setAccessibleName(tr("Assurance level"));
    form->addRow(tr("Assurance level"), row({m_ial}));
    auto *documents = new QHBoxLayout;
    documents->setSpacing(18);
    for (const QString &d : domain::documentTypes()) {
        auto *box = new CheckBox(models::documentText(d));
        box->setChecked(true);
        box->setProperty("document", d);
        m_documents << box;
        documents->addWidget(box);
    }
    documents->addStretch();
    form->addRow(tr("Documents"), documents);
}

void CampaignForm::addClearing(QFormLayout *form)
{
    m_clears = new CheckBox(tr("Set idvVerified to false until the renewal completes"));
    m_clearObstacle = m_app.tenantSession() ? m_app.tenantSession()->campaigns().drafts().clearObstacle() : QString();
    setEnabledOr(m_clears, m_clearObstacle);
    auto *clears = new QVBoxLayout;
    clears->setSpacing(2);
    clears->addWidget(m_clears);
    auto *why = new Label(m_app.theme(),
        m_clearObstacle.isEmpty() ? tr("Access that depends on it is lost until then.") : m_clearObstacle, 12,
        "text-3");
    why->setWordWrap(true);
    clears->addWidget(why);
    form->addRow(QString(), clears);
}

// A reminder sends no link: what is about links is not asked.
void CampaignForm::showKind(bool isReminder)
{
    m_workflow->setVisible(isReminder);
    const QString noLink = isReminder ? tr("A reminder sends no link.") : QString();
    QList<QWidget *> aboutLinks{m_delivery, m_fallsBack, m_hours, m_ial};
    aboutLinks.append(QList<QWidget *>(m_documents.cbegin(), m_documents.cend()));
    for (auto *x : std::as_const(aboutLinks))
        setEnabledOr(x, noLink);
    setEnabledOr(m_clears, isReminder ? noLink : m_clearObstacle);
}

CampaignForm::Who CampaignForm::who() const
{
    if (m_selected->isChecked())
        return Selected;
    return m_matching->isChecked() ? Matching : File;
}

domain::CampaignPlan CampaignForm::plan() const
{
    domain::CampaignPlan p;
    p.name = m_name->text().trimmed();
    p.isList = who() != Matching;
    p.query = m_choice.query;
    if (!p.isList)
        p.exceptions = m_exceptions;
    p.prefers = Delivery(m_delivery->currentData().toInt());
    p.fallsBack = m_fallsBack->isChecked();
    p.linkHours = m_hours->value();
    p.perMinute = m_perMinute->value();
    p.perDay = m_perDay->value();
    if (m_quiet->isChecked()) {
        p.quietFrom = QTime(0, 0).secsTo(m_quietFrom->time()) / 60;
        p.quietTo = QTime(0, 0).secsTo(m_quietTo->time()) / 60;
    }
    p.timeZone = m_app.tenantSession() ? m_app.tenantSession()->tenant().timeZone : QString();
    p.requiredIal = m_ial->currentIndex() + 1;
    for (const auto *box : m_documents) {
        if (box->isChecked())
            p.documents << box->property("document").toString();
    }
    p.workflow = m_what->currentIndex() == 1 ? m_workflow->text().trimmed() : QString();
    p.clearsVerified = m_clears->isChecked() && p.workflow.isEmpty();
    return p;
}

void CampaignForm::lockPeople()
{
    for (auto *b : {m_selected, m_matching, m_file})
        setEnabledOr(b, tr("The people of a draft stay."));
}

void CampaignForm::focusField(const QString &field)
{
    if (field == QLatin1String("workflow"))
        m_workflow->setFocus();
    else if (field == QLatin1String("name"))
        m_name->setFocus();
    else if (field == QLatin1String("documents"))
        m_documents.first()->setFocus();
}

void CampaignForm::chooseFile()
{
    if (!m_file->isEnabled())
        return;
    const FileQuestion question{tr("A list of people"), tr("CSV files (*.csv *.txt);;All files (*)")};
    connect(askFile(this, question), &QFileDialog::fileSelected, this, &CampaignForm::readFile);
}

// Every line is answered: whom it names, or why nobody.
void CampaignForm::readFile(const QString &path)
{
    QFile file(path);
    if (!m_app.tenantSession())
        return;
    m_fileReport->show();
    if (!file.open(QIODevice::ReadOnly) || file.size() > 64 * 1024 * 1024)
        return m_fileReport->setText(tr("The file cannot be read: %1").arg(file.errorString()));
    m_file->setChecked(true);
    core::whenDone<QList<services::ListedPerson>>(services::readPeopleList(*m_app.tenantSession(), file.readAll()),
        this, [this](const Result<QList<services::ListedPerson>> &people) {
            m_listed.clear();
            if (!people)
                return m_fileReport->setText(people.error().text);
            QStringList others;
            for (const auto &p : *people) {
                if (p.outcome == services::ListedPerson::Found)
                    m_listed << p.identity.str();
                else
                    others << tr("Line %1: %2: %3").arg(p.line).arg(p.key, services::outcomeText(p.outcome));
            }
            QString report = tr("%Ln person(s) found.", nullptr, int(m_listed.size()));
            if (!others.isEmpty())
                report += QLatin1Char(' ') + tr("%Ln line(s) name nobody.", nullptr, int(others.size()));
            m_fileReport->setText(report);
            if (!others.isEmpty())
                showList(m_app, this, tr("Lines that name nobody"), others);
        });
}

} // namespace ui
