#pragma once
#include "core/async.h"
#include "services/audit/exportreport.h"
#include "ui/widgets/dialog.h"
#include <QTimer>
#include <functional>

class QFormLayout;
class QHBoxLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class Banner;
class AppContext;
class Label;

/// A file that takes a while: what it holds, where to, progress with Stop, and what was written with its hash.
class SaveDialog : public Dialog
{
    Q_OBJECT
public:
    SaveDialog(AppContext &app, const QString &title, const QString &text, QWidget *parent);
    /// Rows above the file's own.
    QFormLayout &form() { return *m_form; }
    /// In the folder that was used last. A later call changes only the ending.
    void setFileName(const QString &name, const QString &suffix);
    struct Job
    {
        core::Async<services::ExportReport> written;
        std::function<qint64()> done{}; ///< rows so far; may be empty
        std::function<void()> cancel{}; ///< may be empty: it cannot be stopped
        qint64 total = 0;               ///< rows in all; 0: not known before
    };
    /// What Save does; called again after it failed.
    void onSave(std::function<Job(const QString &path)> save) { m_save = std::move(save); }
    /// What the button that begins is called; "Save" otherwise.
    void setGoText(const QString &text);
    /// What is said of the file that was written; its name otherwise.
    std::function<QString(const services::ExportReport &)> headline;
    /// One line more under what was written, after it was.
    std::function<QString()> epilogue;
    void reject() override;

private:
    QFormLayout *makeFileRows();
    QHBoxLayout *makeFoot();
    void choosePath();
    void start();
    void showProgress();
    void showWritten(const core::Result<services::ExportReport> &written);
    void abandon();
    void refreshButtons();
    QString fileHint() const;
    /// Why nothing can be written now; empty when it can.
    QString obstacle() const;
    AppContext &m_app;
    QString m_title;
    QString m_suffix;
    QWidget *m_inputs;
    QFormLayout *m_form;
    QLineEdit *m_path;
    Label *m_hint;
    Banner *m_banner;
    QProgressBar *m_bar;
    Label *m_count;
    QPushButton *m_browse;
    QPushButton *m_go;
    QPushButton *m_close;
    QTimer m_tick;
    std::function<Job(const QString &)> m_save;
    Job m_job;
    bool m_isRunning = false;
};

} // namespace ui
