#include "ui/tenants/readinesstable.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/label.h"
#include "ui/tables/table.h"
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using services::ReadinessLine;
using services::TestLevel;

ReadinessTable::ReadinessTable(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    m_table = plainTable({tr("Result"), tr("Check"), tr("Found"), tr("What to do")}, tr("Checks"));
    m_table->setColumnWidth(0, widestResult() + app.theme().scaled(20));
    m_table->setColumnWidth(1, 270);
    m_table->setColumnWidth(2, 220);
    m_table->horizontalHeader()->setStretchLastSection(true);
    v->addWidget(m_table, 1);
    m_advice = new Label(app.theme(), {}, 12, "text-2");
    m_advice->setWordWrap(true);
    v->addWidget(m_advice);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        const ReadinessLine l = current();
        m_advice->setText(l.advice.isEmpty() ? l.fact : l.advice);
        Q_EMIT currentChanged();
    });
    connect(&app.theme(), &Theme::changed, this, [this] {
        const auto lines = std::exchange(m_lines, {});
        m_table->setRowCount(0);
        for (const ReadinessLine &l : lines)
            addLine(l);
    });
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &ReadinessTable::activated);
}

void ReadinessTable::clear()
{
    m_lines.clear();
    m_table->setRowCount(0);
}

ReadinessLine ReadinessTable::current() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? ReadinessLine() : m_lines.value(rows.first().row());
}

QString ReadinessTable::resultText(TestLevel level)
{
    switch (level) {
    case TestLevel::Pass: return tr("✓ Passed");
    case TestLevel::NotProven: return tr("! Not proven");
    case TestLevel::Warn: return tr("! Look");
    case TestLevel::Fail: break;
    }
    return tr("✗ Failed");
}

int ReadinessTable::widestResult() const
{
    int widest = 0;
    for (const TestLevel l : {TestLevel::Pass, TestLevel::NotProven, TestLevel::Warn, TestLevel::Fail})
        widest = std::max(widest, m_table->fontMetrics().horizontalAdvance(resultText(l)));
    return widest;
}

static const char *resultToken(TestLevel level)
{
    if (level == TestLevel::Pass)
        return "verified";
    return services::isDoubtful(level) ? "due" : "failed";
}

void ReadinessTable::addLine(const ReadinessLine &l)
{
    const int row = m_table->rowCount();
    m_lines << l;
    m_table->insertRow(row);
    const QStringList cells{resultText(l.level), l.text, l.fact, l.advice};
    for (int c = 0; c < cells.size(); ++c) {
        auto *item = cellItem(cells.at(c));
        item->setToolTip(item->text());
        if (c == 0)
            item->setForeground(m_app.theme().color(resultToken(l.level)));
        m_table->setItem(row, c, item);
    }
    m_table->scrollToBottom();
}

static int count(const QList<ReadinessLine> &lines, TestLevel level)
{
    return int(std::count_if(lines.begin(), lines.end(), [level](const ReadinessLine &l) { return l.level == level; }));
}

bool hasFailed(const QList<ReadinessLine> &lines)
{
    return count(lines, TestLevel::Fail) > 0;
}

void ReadinessTable::setLines(const QList<ReadinessLine> &lines, Banner &banner)
{
    clear();
    for (const ReadinessLine &l : lines)
        addLine(l);
    const int bad = count(lines, TestLevel::Fail),
              doubtful = count(lines, TestLevel::Warn) + count(lines, TestLevel::NotProven);
    const Banner::Kind ready = doubtful ? Banner::Warning : Banner::Good;
    banner.show(bad ? Banner::Problem : ready, bad ? tr("Not ready") : tr("Ready"),
        tr("%1 passed, %2 to look at, %3 failed").arg(count(lines, TestLevel::Pass)).arg(doubtful).arg(bad));
    const auto first = std::find_if(
        m_lines.begin(), m_lines.end(), [](const ReadinessLine &l) { return l.fix != ReadinessLine::None; });
    if (first != m_lines.end())
        m_table->selectRow(int(first - m_lines.begin()));
}

} // namespace ui
