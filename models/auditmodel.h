#pragma once
#include "domain/audit/audit.h"
#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <memory>
#include <vector>

namespace models {

/// The audit log, newest first: numbers of entries in order, entries themselves fetched in blocks by whoever listens to
/// blockWanted(). data() does no I/O.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Entry, Time, Who, What, About, Detail, Hash, ColumnCount };
    static constexpr int blockSize = 128;
    static constexpr int cachedBlocks = 64;
    using Sequences = std::shared_ptr<const std::vector<qint64>>;
    explicit AuditModel(QObject *parent = nullptr);

    void setSequences(const Sequences &sequences);
    void deliver(quint64 generation, int block, const QList<domain::AuditRecord> &records);
    std::vector<qint64> sequencesOfBlock(int block) const;
    /// nullptr while it is not here.
    const domain::AuditRecord *record(int row) const;
    /// -1 when the entry is not in the list.
    int rowOf(qint64 sequence) const;
    quint64 generation() const { return m_generation; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void blockWanted(quint64 generation, int block);

private:
    Sequences m_sequences = std::make_shared<std::vector<qint64>>();
    QHash<int, QList<domain::AuditRecord>> m_blocks;
    QList<int> m_order; ///< blocks, oldest first
    mutable QSet<int> m_wanted;
    quint64 m_generation = 0;
};

/// "9f3a17d2…c1e0".
QString shortHash(const QByteArray &hash);

} // namespace models
