#include "ui/dialogs/exportdialog.h"
#include "services/peopleexport.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QRadioButton>
#include <QStandardPaths>

namespace ui {

using core::Result;

static QWidget *choiceOf(QRadioButton *first, QRadioButton *second)
{
    auto *w = new QWidget;
    auto *h = new QHBoxLayout(w);
    h->setContentsMargins(0, 0, 0, 0);
    h->addWidget(first);
    h->addWidget(second);
    h->addStretch();
    return w;
}

ExportDialog::ExportDialog(Desk &desk, const ExportChoice &choice, QWidget *parent) : QDialog(parent), m_desk(desk), m_choice(choice)
{
    Theme &t = desk.theme();
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export people"));
    setMinimumWidth(600);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(new Label(t, tr("Export people"), 16, "text", 600));
    auto *what = new Label(t, tr("From the local copy. The file holds personal data; number of rows and hash go to the audit log."), 13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    const qint64 selected = choice.selected ? qint64(choice.selected->size()) : 0;
    auto *everyone = new QRadioButton(tr("All %L1 matching").arg(choice.matching));
    m_onlySelected = new QRadioButton(tr("The %L1 selected").arg(selected));
    m_onlySelected->setEnabled(selected > 0);
    (selected > 1 ? m_onlySelected : everyone)->setChecked(true);
    form->addRow(tr("Who"), choiceOf(everyone, m_onlySelected));
    auto *shown = new QRadioButton(tr("The columns shown"));
    m_allColumns = new QRadioButton(tr("All columns"));
    shown->setChecked(true);
    form->addRow(tr("What"), choiceOf(shown, m_allColumns));
    m_format = new QComboBox;
    m_format->addItems({tr("CSV (comma-separated)"), tr("JSON Lines")});
    m_format->setAccessibleName(tr("Format"));
    m_mark = new QCheckBox(tr("With byte order mark, for Excel"));
    m_mark->setChecked(desk.settings().value(QStringLiteral("export/bom"), true).toBool());
    form->addRow(tr("Format"), m_format);
    form->addRow(QString(), m_mark);
    m_path = new QLineEdit;
    m_path->setAccessibleName(tr("File"));
    auto *browse = button(t, tr("Browse…"));
    auto *where = new QHBoxLayout;
    where->addWidget(m_path, 1);
    where->addWidget(browse);
    form->addRow(tr("File"), where);
    m_hint = new Label(t, {}, 12, "text-3");
    form->addRow(QString(), m_hint);
    v->addLayout(form);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_count = new Label(t, {}, 12, "text-2");
    m_bar->hide();
    v->addWidget(m_bar);
    v->addWidget(m_count);
    v->addStretch();
    auto *foot = new QHBoxLayout;
    m_close = button(t, tr("Cancel"));
    m_go = button(t, tr("Export"), {}, "primary");
    m_go->setDefault(true);
    m_go->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addStretch();
    foot->addWidget(m_close);
    foot->addWidget(m_go);
    v->addLayout(foot);
    m_inputs = {everyone, m_onlySelected, shown, m_allColumns, m_format, m_mark, m_path, browse};
    const QString folder = desk.settings().value(QStringLiteral("export/folder"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).toString();
    m_path->setText(QDir(folder).filePath(QStringLiteral("identities.csv")));
    connect(m_format, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_mark->setEnabled(i == 0);
        const QFileInfo f(m_path->text());
        m_path->setText(f.dir().filePath(f.completeBaseName() + (i == 0 ? QStringLiteral(".csv") : QStringLiteral(".jsonl"))));
    });
    m_format->setCurrentIndex(desk.settings().value(QStringLiteral("export/format"), 0).toInt() == 1 ? 1 : 0);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refreshButtons);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &ExportDialog::start);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_bar->setValue(int(m_export->done()));
        m_count->setText(tr("%L1 of %L2").arg(m_export->done()).arg(m_bar->maximum()));
    });
    connect(&desk, &Desk::workspaceChanged, this, [this] {
        m_tick.stop();
        m_export.reset(); // it reads that tenant's copy
        QDialog::reject();
    });
    refreshButtons();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::choosePath()
{
    auto *d = new QFileDialog(this, tr("Export people"), m_path->text(), m_format->currentIndex() == 0 ? tr("CSV (*.csv)") : tr("JSON Lines (*.jsonl)"));
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->setAcceptMode(QFileDialog::AcceptSave);
    d->setOption(QFileDialog::DontConfirmOverwrite); // the dialog below says so
    connect(d, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    d->open();
}

void ExportDialog::refreshButtons()
{
    const QFileInfo f(m_path->text());
    const bool isNamed = !f.fileName().isEmpty() && !f.isDir();
    m_hint->setText(!isNamed ? tr("Name a file.") : !f.dir().exists() ? tr("This folder does not exist.") : f.exists() ? tr("This file exists and will be replaced.") : QString());
    m_go->setEnabled(!m_isRunning && isNamed && f.dir().exists());
    for (QWidget *w : std::as_const(m_inputs))
        w->setEnabled(!m_isRunning && (w != m_onlySelected || (m_choice.selected && !m_choice.selected->empty())) && (w != m_mark || m_format->currentIndex() == 0));
}

domain::PeopleExportLayout ExportDialog::layoutWanted() const
{
    domain::PeopleExportLayout layout{domain::ExportFormat(m_format->currentIndex()), {}, m_mark->isChecked()};
    layout.columns.push_back(domain::PeopleColumn::Id);
    if (m_allColumns->isChecked()) {
        for (size_t c = 1; c < domain::peopleColumnCount; ++c)
            layout.columns.push_back(domain::PeopleColumn(c));
    } else {
        layout.columns.insert(layout.columns.end(), m_choice.shownColumns.begin(), m_choice.shownColumns.end());
    }
    return layout;
}

void ExportDialog::start()
{
    auto *w = m_desk.workspace();
    if (!w || m_isRunning)
        return;
    const QString path = QFileInfo(m_path->text()).absoluteFilePath();
    m_desk.settings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    m_desk.settings().setValue(QStringLiteral("export/format"), m_format->currentIndex());
    m_desk.settings().setValue(QStringLiteral("export/bom"), m_mark->isChecked());
    m_isRunning = true;
    m_banner->hide();
    m_bar->setRange(0, int(m_onlySelected->isChecked() ? qint64(m_choice.selected->size()) : m_choice.matching));
    m_bar->setValue(0);
    m_bar->show();
    m_close->setText(tr("Stop"));
    refreshButtons();
    m_export = std::make_unique<services::PeopleExport>(*w, m_desk.context());
    m_tick.start(100);
    const auto written = m_onlySelected->isChecked() ? m_export->run(m_choice.selected, layoutWanted(), path) : m_export->run(m_choice.query, layoutWanted(), path);
    core::whenDone<services::ExportReport>(written, this, [this](const Result<services::ExportReport> &r) {
        m_tick.stop();
        m_isRunning = false;
        m_bar->hide();
        m_close->setText(tr("Close"));
        QTimer::singleShot(0, this, [this] { adjustSize(); }); // the banner takes its height
        if (r) {
            m_count->setText({});
            m_go->hide();
            m_close->setFocus();
            m_banner->show(Banner::Good, tr("%Ln row(s) written", nullptr, int(r->rows)), tr("SHA-256 %1").arg(QString::fromLatin1(r->sha256)));
            refreshButtons();
            m_hint->setText({});
            return;
        }
        m_count->setText({});
        const bool isStopped = r.error().code == core::ErrorCode::Cancelled;
        m_banner->show(isStopped ? Banner::Info : Banner::Problem, isStopped ? tr("Stopped") : r.error().text, tr("No file was written."));
        refreshButtons();
    });
}

void ExportDialog::reject()
{
    if (!m_isRunning)
        return QDialog::reject();
    m_export->cancel(); // the answer closes nothing: it says what became of it
}

} // namespace ui
