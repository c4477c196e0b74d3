#include "ui/reverification/worktable.h"
#include "models/peoplemodel.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/controls/region.h"
#include "ui/reverification/worklist.h"
#include "ui/tables/table.h"
#include <QHeaderView>
#include <QTableView>
#include <utility>

namespace ui {

using models::PeopleModel;

const QList<int> &workColumns()
{
    static const QList<int> columns{PeopleModel::Name, PeopleModel::Policy, PeopleModel::VerifiedOn, PeopleModel::Due,
        PeopleModel::Status, PeopleModel::GraceEnds, PeopleModel::Contact};
    return columns;
}

QTableView *makeWorkTable(AppContext &app, PeopleModel *model)
{
    QTableView *table = makeTable(app.theme(), model, WorkList::tr("Work list"), {200}, PeopleModel::Name);
    table->setObjectName(QStringLiteral("workTable"));
    table->setSelectionMode(QTableView::ExtendedSelection);
    for (int c = 0; c < PeopleModel::ColumnCount; ++c)
        table->setColumnHidden(c, !workColumns().contains(c));
    for (const auto &[column, width] : {std::pair{PeopleModel::Policy, 110}, std::pair{PeopleModel::VerifiedOn, 96},
             std::pair{PeopleModel::Due, 96}, std::pair{PeopleModel::Status, 164},
             std::pair{PeopleModel::GraceEnds, 112}, std::pair{PeopleModel::Contact, 110}})
        table->setColumnWidth(column, width);
    auto *header = table->horizontalHeader();
    for (int at = 0; at < workColumns().size(); ++at)
        header->moveSection(header->visualIndex(workColumns().at(at)), at);
    QObject::connect(table, &QTableView::doubleClicked, table, [&app, model](const QModelIndex &i) {
        if (const auto *p = model->person(i.row()))
            Q_EMIT app.navigator().personWanted(p->id);
    });
    markRegion(table);
    return table;
}

} // namespace ui
