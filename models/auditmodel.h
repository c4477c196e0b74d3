#pragma once
#include "domain/audit/audit.h"
#include "models/pagedmodel.h"
#include <QHash>
#include <QSet>
#include <memory>
#include <vector>

namespace models {

/// The audit log, newest first: numbers of entries in order, entries themselves fetched in blocks by whoever listens to
/// blockWanted(). data() does no I/O.
class AuditModel : public PagedModel
{
    Q_OBJECT
public:
    enum Column { Entry, Time, Who, What, About, Detail, Hash, ColumnCount };
    static constexpr int cachedBlocks = 64;
    using Sequences = std::shared_ptr<const std::vector<qint64>>;
    explicit AuditModel(QObject *parent = nullptr);

    void setSequences(const Sequences &sequences);
    void deliver(quint64 generation, int block, const QList<domain::AuditRecord> &records);
    std::vector<qint64> sequencesOfBlock(int block) const;
    /// nullptr while it is not here.
    const domain::AuditRecord *record(int row) const { return m_blocks.at(row, blockSize); }
    /// -1 when the entry is not in the list.
    int rowOf(qint64 sequence) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString cell(int row, int column) const override;
    QVariant fact(int row, int column, int role) const override;
    bool isHere(int row) const override { return record(row) != nullptr; }

private:
    Sequences m_sequences = std::make_shared<std::vector<qint64>>();
    BlockCache<domain::AuditRecord> m_blocks{cachedBlocks};
};

/// "9f3a17d2…c1e0".
QString shortHash(const QByteArray &hash);

} // namespace models
