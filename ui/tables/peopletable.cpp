#include "ui/tables/peopletable.h"
#include "models/peoplemodel.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include <QTableView>

namespace ui {

void feed(models::PeopleModel &model, AppContext &app, QObject *owner, std::function<void(int)> delivered)
{
    QObject::connect(&model, &models::PeopleModel::blockWanted, owner,
        [&model, &app, owner, delivered = std::move(delivered)](quint64 generation, int block) {
            if (!app.tenantSession())
                return;
            core::whenDone<QList<domain::Identity>>(app.tenantSession()->directory().people(model.rowsOfBlock(block)),
                owner, [&model, generation, block, delivered](const core::Result<QList<domain::Identity>> &people) {
                    if (!people)
                        return model.giveUp(generation, block);
                    model.deliver(generation, block, *people);
                    if (delivered)
                        delivered(block);
                });
        });
}

qint64 selectedCount(const QTableView &table)
{
    qint64 n = 0;
    const auto ranges = table.selectionModel()->selection();
    for (const auto &r : ranges)
        n += r.left() == 0 ? r.height() : 0;
    return n;
}

// First and last row of each stretch, in the table's order, not in that of the clicks.
static QList<std::pair<int, int>> spansOf(const QTableView &table, int rows)
{
    QList<std::pair<int, int>> spans;
    const auto ranges = table.selectionModel()->selection();
    for (const auto &r : ranges) {
        if (r.left() == 0)
            spans.append({r.top(), std::min(r.bottom(), rows - 1)});
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}

std::shared_ptr<const domain::RowIds> selectedRows(const QTableView &table, const models::PeopleModel &model)
{
    auto out = std::make_shared<domain::RowIds>();
    const auto &rows = *model.rows();
    const auto spans = spansOf(table, int(rows.size()));
    for (const auto &[top, bottom] : spans)
        out->insert(out->end(), rows.begin() + top, rows.begin() + bottom + 1);
    return out;
}

std::shared_ptr<const domain::RowIds> unselectedRows(const QTableView &table, const models::PeopleModel &model)
{
    auto out = std::make_shared<domain::RowIds>();
    const auto &rows = *model.rows();
    int from = 0;
    const auto spans = spansOf(table, int(rows.size()));
    for (const auto &[top, bottom] : spans) {
        if (top > from)
            out->insert(out->end(), rows.begin() + from, rows.begin() + top);
        from = std::max(from, bottom + 1);
    }
    if (from < int(rows.size()))
        out->insert(out->end(), rows.begin() + from, rows.end());
    return out;
}

} // namespace ui
