#pragma once
#include "domain/people.h"
#include "domain/peopleexport.h"
#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QProgressBar;
class QRadioButton;

namespace services {
class PeopleExport;
}

namespace ui {

class Banner;
class Desk;
class Label;

/// What an export of people can be made of.
struct ExportChoice
{
    domain::PeopleQuery query;
    qint64 matching = 0;
    std::shared_ptr<const domain::RowIds> selected;   ///< empty: nobody in particular
    std::vector<domain::PeopleColumn> shownColumns;
};

/// Who, which columns, where to; then the progress, and what was written.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Desk &desk, const ExportChoice &choice, QWidget *parent);
    ~ExportDialog() override;
    void reject() override;

private:
    void choosePath();
    void start();
    void refreshButtons();
    domain::PeopleExportLayout layoutWanted() const;

    Desk &m_desk;
    ExportChoice m_choice;
    QRadioButton *m_onlySelected;
    QRadioButton *m_allColumns;
    QComboBox *m_format;
    QCheckBox *m_mark;
    QLineEdit *m_path;
    Label *m_hint;
    Banner *m_banner;
    QProgressBar *m_bar;
    Label *m_count;
    QPushButton *m_go;
    QPushButton *m_close;
    QList<QWidget *> m_inputs;
    QTimer m_tick;
    std::unique_ptr<services::PeopleExport> m_export;
    bool m_isRunning = false;
};

} // namespace ui
