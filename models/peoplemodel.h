#pragma once
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include "models/pagedmodel.h"
#include "models/peopletext.h"
#include <QHash>
#include <QSet>

namespace models {

/// The people of a query: row numbers in order, rows themselves fetched in blocks by whoever listens to blockWanted().
/// The same at 0, 1 and 1,000,000 rows. data() does no I/O: a row that is not here yet says LoadingRole.
class PeopleModel : public PagedModel
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Email,
        Profile,
        Lifecycle,
        Status,
        Ial,
        VerifiedOn,
        Due,
        SortableCount,
        EmployeeNumber = SortableCount,
        Manager,
        Source,
        SessionId,
        DocumentType,
        AccountState,
        Modified,
        Policy,
        GraceEnds,
        Contact,
        ColumnCount
    };
    static constexpr int cachedBlocks = 128;

    explicit PeopleModel(QObject *parent = nullptr);

    /// A new answer. When the row numbers are the same only the contents are fetched anew: selection and scroll stay.
    void setResult(const domain::PeopleResult &result, core::Instant now);
    void deliver(quint64 generation, int block, const QList<domain::Identity> &people);
    void clear();
    /// "28 days over" instead of "Overdue".
    void setCountsDays(bool isOn) { m_countsDays = isOn; }

    /// nullptr while the row is not here.
    const domain::Identity *person(int row) const;
    /// Row of a person among those that are here; -1 otherwise.
    int rowOf(const core::IdentityId &id) const;
    domain::RowIds rowsOfBlock(int block) const;
    /// All row numbers of the answer, in order.
    const std::shared_ptr<const domain::RowIds> &rows() const { return m_rows; }
    bool isComplete() const { return m_isComplete; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString cell(int row, int column) const override;
    QVariant fact(int row, int column, int role) const override;
    bool isHere(int at) const override { return row(at) != nullptr; }

private:
    struct Row
    {
        domain::Identity person;
        std::array<QString, SortableCount> text;
        QString status;
    };
    Row makeRow(const domain::Identity &p) const;
    const Row *row(int at) const { return m_blocks.at(at, blockSize); }

    std::shared_ptr<const domain::RowIds> m_rows;
    bool m_isComplete = true;
    BlockCache<Row> m_blocks{cachedBlocks};
    core::Instant m_now = 0;
    bool m_countsDays = false;
};

/// A column as the table and the export name it.
domain::PeopleColumn exportColumn(int column);

} // namespace models
