#pragma once
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include "ui/common/savedialog.h"

class QCheckBox;
class QComboBox;
class QRadioButton;

namespace services {
class PeopleExport;
}

namespace ui {

/// What an export of people can be made of.
struct ExportChoice
{
    domain::PeopleQuery query;
    qint64 matching = 0;
    std::shared_ptr<const domain::RowIds> selected; ///< empty: nobody in particular
    std::vector<domain::PeopleColumn> shownColumns;
};

/// Who, which columns and in which form.
class ExportDialog : public SaveDialog
{
    Q_OBJECT
public:
    ExportDialog(AppContext &app, const ExportChoice &choice, QWidget *parent);
    ~ExportDialog() override;

private:
    Job save(const QString &path);
    domain::PeopleExportLayout layoutWanted() const;

    AppContext &m_app;
    ExportChoice m_choice;
    QRadioButton *m_onlySelected;
    QRadioButton *m_allColumns;
    QComboBox *m_format;
    QCheckBox *m_mark;
    std::unique_ptr<services::PeopleExport> m_export;
};

} // namespace ui
