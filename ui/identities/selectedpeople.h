#pragma once
#include "domain/identities/people.h"
#include <QObject>
#include <functional>

class QWidget;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;
class IdentitiesTable;

/// What can be done to the people who are selected in the table: inviting, processing, exporting.
class SelectedPeople : public QObject
{
    Q_OBJECT
public:
    /// `query`: what the table shows, as it is now; it has to outlive this.
    SelectedPeople(AppContext &app, const IdentitiesTable &table, const models::PeopleModel &model,
        const domain::PeopleQuery &query, QWidget *page);
    void invite();
    void process();
    /// Also while nobody is selected.
    void openExport();

private:
    void ask(int limit, const QString &tooMany, const std::function<void(const QList<core::IdentityId> &)> &action);
    AppContext &m_app;
    const IdentitiesTable &m_table;
    const models::PeopleModel &m_model;
    const domain::PeopleQuery &m_query;
    QWidget *m_page;
};

} // namespace ui
