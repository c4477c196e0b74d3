#include "ui/common/savedialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/askfile.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace ui {

using core::Result;

SaveDialog::SaveDialog(AppContext &app, const QString &title, const QString &text, QWidget *parent)
    : Dialog(parent), m_app(app), m_title(title)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("saveDialog"));
    setWindowTitle(title);
    setMinimumWidth(600);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, title));
    auto *what = new Label(t, text, 13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_inputs = new QWidget;
    m_form = new QFormLayout(m_inputs);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(8);
    v->addWidget(m_inputs);
    v->addLayout(makeFileRows());
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_count = new Label(t, {}, 12, "text-2");
    v->addWidget(m_bar);
    v->addWidget(m_count);
    v->addStretch();
    v->addLayout(makeFoot());
    connect(m_path, &QLineEdit::textChanged, this, &SaveDialog::refreshButtons);
    connect(m_browse, &QPushButton::clicked, this, &SaveDialog::choosePath);
    connect(m_close, &QPushButton::clicked, this, &SaveDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &SaveDialog::start);
    connect(&m_tick, &QTimer::timeout, this, &SaveDialog::showProgress);
    connect(&app, &AppContext::tenantSessionChanged, this, &SaveDialog::abandon);
}

QFormLayout *SaveDialog::makeFileRows()
{
    Theme &t = m_app.theme();
    auto *file = new QFormLayout;
    m_path = new QLineEdit;
    m_path->setAccessibleName(tr("File"));
    m_browse = button(t, tr("Browse…"));
    auto *where = new QHBoxLayout;
    where->addWidget(m_path, 1);
    where->addWidget(m_browse);
    file->addRow(tr("File"), where);
    m_hint = new Label(t, {}, 12, "text-3");
    file->addRow(QString(), m_hint);
    return file;
}

QHBoxLayout *SaveDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    m_close = button(t, tr("Cancel"));
    m_go = button(t, tr("Save"), {}, "primary");
    m_go->setObjectName(QStringLiteral("saveGo"));
    m_go->setDefault(true);
    m_go->setShortcut(Qt::CTRL | Qt::Key_Return);
    foot->addStretch();
    foot->addWidget(m_close);
    foot->addWidget(m_go);
    return foot;
}

void SaveDialog::showProgress()
{
    if (!m_job.done)
        return;
    const qint64 n = m_job.done();
    if (m_job.total > 0)
        m_bar->setValue(int(n));
    m_count->setText(m_job.total > 0 ? tr("%L1 of %L2").arg(n).arg(m_job.total) : tr("%L1 so far").arg(n));
}

void SaveDialog::abandon()
{
    if (m_isRunning && m_job.cancel)
        m_job.cancel();
    m_tick.stop();
    m_job = {};
    QDialog::reject();
}

void SaveDialog::setGoText(const QString &text)
{
    m_go->setText(text);
}

void SaveDialog::setFileName(const QString &name, const QString &suffix)
{
    m_suffix = suffix;
    if (m_path->text().isEmpty()) {
        const QString folder = m_app.settings()
                                   .value(QStringLiteral("export/folder"),
                                       QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                                   .toString();
        m_path->setText(QDir(folder).filePath(name + QLatin1Char('.') + suffix));
        return;
    }
    const QFileInfo f(m_path->text());
    m_path->setText(f.dir().filePath(f.completeBaseName() + QLatin1Char('.') + suffix));
}

void SaveDialog::choosePath()
{
    FileQuestion question{m_title, QStringLiteral("*.") + m_suffix, m_path->text(), true};
    question.asksOverwriting = false; // the dialog below says so
    connect(askFile(this, question), &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
}

static bool isNamed(const QFileInfo &file)
{
    return !file.fileName().isEmpty() && !file.isDir();
}

QString SaveDialog::fileHint() const
{
    const QFileInfo file(m_path->text());
    if (!isNamed(file))
        return tr("Name a file.");
    if (!file.dir().exists())
        return tr("This folder does not exist.");
    return file.exists() ? tr("This file exists and will be replaced.") : QString();
}

QString SaveDialog::obstacle() const
{
    if (m_isRunning)
        return tr("It is being written.");
    const QFileInfo file(m_path->text());
    return isNamed(file) && file.dir().exists() ? QString() : m_hint->text();
}

void SaveDialog::refreshButtons()
{
    m_hint->setText(fileHint());
    setEnabledOr(m_go, obstacle());
    m_path->setEnabled(!m_isRunning);
    m_browse->setEnabled(!m_isRunning);
    m_inputs->setEnabled(!m_isRunning);
}

void SaveDialog::start()
{
    if (m_isRunning || !m_save)
        return;
    const QString path = QFileInfo(m_path->text()).absoluteFilePath();
    m_app.settings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    m_isRunning = true;
    m_banner->hide();
    m_job = m_save(path);
    if (m_job.total > 0)
        m_bar->setRange(0, int(m_job.total));
    else
        m_bar->setRange(0, m_app.theme().isStill() ? 1 : 0); // 0: it runs to and fro
    m_bar->setValue(0);
    m_bar->show();
    m_close->setText(tr("Stop"));
    setEnabledOr(m_close, m_job.cancel ? QString() : tr("This cannot be stopped."));
    m_tick.start(100);
    refreshButtons();
    core::whenDone<services::ExportReport>(
        m_job.written, this, [this](const Result<services::ExportReport> &written) { showWritten(written); });
}

void SaveDialog::showWritten(const Result<services::ExportReport> &written)
{
    m_tick.stop();
    m_isRunning = false;
    m_bar->hide();
    m_count->setText({});
    m_close->setText(tr("Close"));
    setEnabledOr(m_close, {});
    refreshButtons();
    if (!written) {
        const bool isStopped = written.error().code == core::ErrorCode::Cancelled;
        return m_banner->show(isStopped ? Banner::Info : Banner::Problem,
            isStopped ? tr("Stopped") : written.error().text, tr("No file was written."));
    }
    m_go->hide();
    m_hint->setText({});
    m_close->setFocus();
    const QString more = epilogue ? epilogue() : QString();
    m_banner->show(Banner::Good,
        headline ? headline(*written) : tr("%1 was written").arg(QFileInfo(written->path).fileName()),
        tr("SHA-256 %1").arg(QString::fromLatin1(written->sha256)) +
            (more.isEmpty() ? QString() : QLatin1Char('\n') + more));
}

void SaveDialog::reject()
{
    if (!m_isRunning)
        return QDialog::reject();
    if (m_job.cancel)
        m_job.cancel(); // the answer closes nothing: it says what became of it
}

} // namespace ui
