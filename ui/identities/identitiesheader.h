#pragma once
#include "domain/identities/peopleview.h"
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace ui {

class AppContext;
class ChipRow;
class SearchField;
class ViewsButton;

/// Above the table of people: search, filter, saved views, columns, export; the status chips; the filters that are on.
class IdentitiesHeader : public QWidget
{
    Q_OBJECT
public:
    IdentitiesHeader(AppContext &app, std::function<domain::PeopleView()> present, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    const std::optional<domain::IdentityStatus> &status() const { return m_status; }
    const domain::PeopleFilter &filter() const { return m_filter; }
    /// Both at once; asks once.
    void setNarrowing(const std::optional<domain::IdentityStatus> &status, const domain::PeopleFilter &filter);
    /// Search text, status and filter.
    void clearAll();
    void setCounts(const std::optional<domain::StatusCounts> &counts);
    void focusSearch();
    void openFilter();
    QLineEdit *search() const;
    QToolButton *columns() const { return m_columns; }

Q_SIGNALS:
    /// Something else is wanted now; while typing once the keys rest.
    void changed();
    void viewChosen(const domain::PeopleView &view);
    void exportWanted();
    /// Down or Enter in the search.
    void tableWanted();

protected:
    bool eventFilter(QObject *o, QEvent *e) override;

private:
    void makeTop(QHBoxLayout *layout, std::function<domain::PeopleView()> present);
    void showParts();
    AppContext &m_app;
    SearchField *m_search;
    ViewsButton *m_views;
    QToolButton *m_columns;
    ChipRow *m_chips;
    QWidget *m_parts;
    QTimer m_typing;
    std::optional<domain::IdentityStatus> m_status;
    domain::PeopleFilter m_filter;
    bool m_isQuiet = false;
};

} // namespace ui
