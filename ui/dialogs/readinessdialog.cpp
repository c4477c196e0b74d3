#include "ui/dialogs/readinessdialog.h"
#include "services/readiness.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table.h"
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSaveFile>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using services::ReadinessLine;
using services::TestLevel;

ReadinessDialog::ReadinessDialog(Desk &desk, QWidget *parent) : QDialog(parent), m_desk(desk)
{
    Theme &t = desk.theme();
    setObjectName(QStringLiteral("readinessDialog"));
    setWindowTitle(tr("Readiness"));
    resize(900, 620);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(new Label(t, tr("Is %1 ready?").arg(desk.workspace() ? desk.workspace()->tenant().name : QString()), 16, "text", 600));
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_table = plainTable({tr("Result"), tr("Check"), tr("Found"), tr("What to do")}, tr("Checks"));
    m_table->setColumnWidth(0, 84);
    m_table->setColumnWidth(1, 300);
    m_table->setColumnWidth(2, 160);
    m_table->horizontalHeader()->setStretchLastSection(true);
    v->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    m_save = button(t, tr("Save report…"), QStringLiteral("export"));
    m_again = button(t, tr("Check again"), QStringLiteral("refresh"), "primary");
    auto *close = button(t, tr("Close"));
    connect(m_save, &QPushButton::clicked, this, &ReadinessDialog::save);
    connect(m_again, &QPushButton::clicked, this, &ReadinessDialog::check);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(m_save);
    foot->addStretch();
    foot->addWidget(close);
    foot->addWidget(m_again);
    v->addLayout(foot);
    connect(&desk, &Desk::workspaceChanged, this, &QDialog::close);
    if (auto *w = desk.workspace())
        connect(&w->readiness(), &services::ReadinessCheck::line, this, &ReadinessDialog::addLine);
    check();
}

void ReadinessDialog::addLine(const ReadinessLine &l)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString level = l.level == TestLevel::Pass ? tr("✓ Passed") : l.level == TestLevel::Warn ? tr("! Look") : tr("✗ Failed");
    const QStringList cells{level, l.text, l.fact, l.advice};
    for (int c = 0; c < cells.size(); ++c) {
        auto *item = new QTableWidgetItem(cells.at(c));
        item->setToolTip(cells.at(c));
        if (c == 0)
            item->setForeground(m_desk.theme().color(l.level == TestLevel::Pass ? QStringLiteral("verified") : l.level == TestLevel::Warn ? QStringLiteral("due") : QStringLiteral("failed")));
        m_table->setItem(row, c, item);
    }
}

void ReadinessDialog::check()
{
    auto *w = m_desk.workspace();
    if (!w)
        return;
    m_table->setRowCount(0);
    m_again->setEnabled(false);
    m_save->setEnabled(false);
    m_banner->show(Banner::Info, tr("Checking; nothing is changed"), {});
    core::whenDone<QList<ReadinessLine>>(w->readiness().run(), this, [this, w = m_desk.shareWorkspace()](const core::Result<QList<ReadinessLine>> &lines) {
        m_again->setEnabled(true);
        if (!lines)
            return m_banner->show(Banner::Problem, lines.error().text, {});
        // Somebody else may have begun the run: all of its lines, not only those seen from here on.
        m_table->setRowCount(0);
        for (const ReadinessLine &l : *lines)
            addLine(l);
        const auto count = [&lines](TestLevel level) { return int(std::count_if(lines->begin(), lines->end(), [level](const ReadinessLine &l) { return l.level == level; })); };
        const int bad = count(TestLevel::Fail), doubtful = count(TestLevel::Warn);
        m_banner->show(bad ? Banner::Problem : doubtful ? Banner::Warning : Banner::Good, bad ? tr("Not ready") : tr("Ready"), tr("%1 passed, %2 to look at, %3 failed").arg(count(TestLevel::Pass)).arg(doubtful).arg(bad));
        m_report = services::readinessMarkdown(w->tenant().name, w->context().clock->now(), *lines);
        m_save->setEnabled(true);
    });
}

void ReadinessDialog::save()
{
    auto *d = new QFileDialog(this, tr("Save report"), QStringLiteral("readiness.md"), QStringLiteral("Markdown (*.md)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setAcceptMode(QFileDialog::AcceptSave);
    d->selectFile(QStringLiteral("readiness.md"));
    connect(d, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QSaveFile file(name);
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(m_report.toUtf8()) >= 0 && file.commit();
        m_banner->show(isWritten ? Banner::Good : Banner::Problem, isWritten ? tr("Report saved") : tr("The file could not be written"), name);
    });
    d->open();
}

} // namespace ui
