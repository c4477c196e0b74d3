#include "ui/lab/scenariocard.h"
#include "services/audit/exportreport.h"
#include "ui/common/appcontext.h"
#include "ui/common/filetext.h"
#include "ui/common/opendialog.h"
#include "ui/common/savedialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/controls/region.h"
#include "ui/lab/labcontrol.h"
#include "ui/lab/scenariotexts.h"
#include <QComboBox>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFormLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::ScenarioReport;

ScenarioCard::ScenarioCard(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(1, 12, 1, 10);
    v->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(15, 0, 15, 0);
    head->addWidget(new Label(t, tr("Scenarios"), 14, "text", 600));
    head->addStretch();
    m_sum = new Label(t, {}, 12, "text-3");
    head->addWidget(m_sum);
    v->addLayout(head);
    v->addWidget(makeList(), 1);
    v->addWidget(line(t));
    v->addLayout(makeFoot());
    refresh();
}

QWidget *ScenarioCard::makeList()
{
    auto *inside = new QWidget;
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(15, 0, 15, 0);
    m_list->setSpacing(8);
    m_list->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    markRegion(area);
    area->setAccessibleName(tr("Scenarios"));
    return area;
}

QLayout *ScenarioCard::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(15, 2, 15, 0);
    m_all = button(t, tr("Run all"), QStringLiteral("play"), "primary");
    m_all->setObjectName(QStringLiteral("runAllScenarios"));
    connect(m_all, &QPushButton::clicked, this, [this] {
        QList<int> rows;
        for (int i = 0; i < m_rows.size(); ++i)
            rows << i;
        start(rows);
    });
    m_save = button(t, tr("Save report…"), QStringLiteral("export"));
    connect(m_save, &QPushButton::clicked, this, &ScenarioCard::saveReport);
    foot->addWidget(m_all);
    foot->addStretch();
    foot->addWidget(m_save);
    return foot;
}

void ScenarioCard::saveReport()
{
    auto *d = makeWindow<SaveDialog>(m_app, tr("Save what came of the scenarios"),
        tr("Each step, what was expected and what was so. It holds invented people only."), window());
    auto *kind = new QComboBox;
    kind->setAccessibleName(tr("Format"));
    kind->addItem(tr("Report to read (Markdown)"), QStringLiteral("md"));
    kind->addItem(tr("JUnit, for continuous integration"), QStringLiteral("xml"));
    d->form().addRow(tr("Format"), kind);
    d->setFileName(QStringLiteral("idv-scenarios"), QStringLiteral("md"));
    connect(kind, &QComboBox::currentIndexChanged, d,
        [d, kind] { d->setFileName(QStringLiteral("idv-scenarios"), kind->currentData().toString()); });
    d->onSave([reports = m_reports, kind](const QString &path) -> SaveDialog::Job {
        const QByteArray xml =
            kind->currentIndex() == 1
                ? domain::junitFrom(reports)
                : domain::markdownFrom(reports, QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat))
                      .toUtf8();
        if (const auto r = saveText(path, xml); !r)
            return {core::ready<services::ExportReport>(core::makeError(
                        core::ErrorCode::Storage, tr("The file cannot be written: %1.").arg(r.error().text))),
                {}, {}};
        return {core::ready<services::ExportReport>(services::ExportReport{
                    path, reports.size(), QCryptographicHash::hash(xml, QCryptographicHash::Sha256).toHex()}),
            {}, {}};
    });
    d->open();
}

void ScenarioCard::load()
{
    if (std::exchange(m_isLoaded, true) || !m_app.lab())
        return;
    const auto all = m_app.lab()->scenarios();
    for (const auto &s : all)
        add(m_list, s);
    refresh();
}

void ScenarioCard::add(QVBoxLayout *to, const domain::Scenario &scenario)
{
    Theme &t = m_app.theme();
    const int index = int(m_rows.size());
    auto *h = new QHBoxLayout;
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new Label(t, scenarioText(scenario.title), 13, "text", 500));
    auto *about = new Label(t, scenarioText(scenario.about), 12, "text-2");
    about->setWordWrap(true);
    texts->addWidget(about);
    auto *outcome = new Label(t, {}, 12, "text-3");
    outcome->setWordWrap(true);
    outcome->hide();
    texts->addWidget(outcome);
    h->addLayout(texts, 1);
    auto *run = button(t, tr("Run"), QStringLiteral("play"));
    run->setAccessibleName(tr("Run scenario %1").arg(scenarioText(scenario.title)));
    connect(run, &QPushButton::clicked, this, [this, index] { start({index}); });
    h->addWidget(run, 0, Qt::AlignTop);
    to->insertLayout(index, h);
    m_rows.append({scenario, outcome, run});
}

void ScenarioCard::start(const QList<int> &rows)
{
    if (m_isRunning || !m_app.lab())
        return;
    m_isRunning = true;
    m_queue = rows;
    m_reports.clear();
    for (const int r : rows)
        m_rows.at(r).outcome->hide();
    next();
}

void ScenarioCard::next()
{
    refresh();
    if (m_queue.isEmpty()) {
        m_isRunning = false;
        return refresh();
    }
    const int row = m_queue.takeFirst();
    m_rows.at(row).outcome->setToken("pending");
    m_rows.at(row).outcome->setText(tr("Running…"));
    m_rows.at(row).outcome->show();
    core::whenDone<ScenarioReport>(
        m_app.lab()->run(m_rows.at(row).scenario), this, [this, row](const Result<ScenarioReport> &r) {
            if (r)
                finished(row, *r);
            next();
        });
}

QString ScenarioCard::outcomeText(const ScenarioReport &report)
{
    if (!report.isPassed())
        return tr("Did not pass: %1").arg(domain::firstFailure(report));
    const double seconds = double(report.milliseconds) / 1000;
    if (report.lastState.isEmpty())
        return tr("Passed in %1 s").arg(seconds, 0, 'f', 1);
    return tr("Passed in %1 s: %2").arg(seconds, 0, 'f', 1).arg(report.lastState);
}

void ScenarioCard::finished(int row, const ScenarioReport &report)
{
    m_reports << report;
    Label *outcome = m_rows.at(row).outcome;
    outcome->setToken(report.isPassed() ? "verified" : "failed");
    outcome->setText(outcomeText(report));
}

void ScenarioCard::refresh()
{
    const bool isThere = m_app.lab() && !m_rows.isEmpty();
    const QString absent = isThere ? QString() : tr("No scenario is there.");
    const QString busy = m_isRunning ? tr("A scenario is running.") : absent;
    setEnabledOr(m_all, busy);
    for (const Row &r : std::as_const(m_rows))
        setEnabledOr(r.run, busy);
    const QString unrun = m_reports.isEmpty() ? tr("Run a scenario first.") : QString();
    setEnabledOr(m_save, m_isRunning ? busy : unrun);
    const auto passed =
        std::count_if(m_reports.begin(), m_reports.end(), [](const ScenarioReport &r) { return r.isPassed(); });
    m_sum->setText(m_reports.isEmpty() ? tr("%Ln scenario(s)", nullptr, int(m_rows.size()))
                                       : tr("%1 of %2 passed").arg(passed).arg(m_reports.size()));
    m_sum->setToken(!m_reports.isEmpty() && passed < m_reports.size() ? "failed" : "text-3");
}

} // namespace ui
