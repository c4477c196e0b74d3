#include "models/auditmodel.h"
#include "domain/audit/audittext.h"
#include "domain/text/outputtext.h"
#include "models/roles.h"
#include <QDateTime>
#include <QLocale>

namespace models {

using domain::AuditRecord;

AuditModel::AuditModel(QObject *parent) : QAbstractTableModel(parent) {}

QString shortHash(const QByteArray &hash)
{
    const QString hex = QString::fromLatin1(hash.toHex());
    return hex.left(8) + QStringLiteral("…") + hex.right(4);
}

void AuditModel::setSequences(const Sequences &sequences)
{
    // New entries at the top are the usual change: the rows below stay where they are.
    const auto &old = *m_sequences;
    const auto &fresh = *sequences;
    const size_t more = fresh.size() > old.size() ? fresh.size() - old.size() : 0;
    const bool isGrown = !old.empty() && more > 0 && fresh.at(more) == old.front() && fresh.back() == old.back();
    const bool isSame = fresh == old;
    if (isSame)
        return;
    ++m_generation;
    m_wanted.clear();
    m_blocks.clear();
    m_order.clear();
    if (isGrown) {
        beginInsertRows({}, 0, int(more) - 1);
        m_sequences = sequences;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_sequences = sequences;
    endResetModel();
}

void AuditModel::deliver(quint64 generation, int block, const QList<AuditRecord> &records)
{
    if (generation != m_generation)
        return;
    m_wanted.remove(block);
    m_blocks.insert(block, records);
    m_order.removeAll(block);
    m_order << block;
    while (m_order.size() > cachedBlocks)
        m_blocks.remove(m_order.takeFirst());
    Q_EMIT dataChanged(
        index(block * blockSize, 0), index(std::min(rowCount(), (block + 1) * blockSize) - 1, ColumnCount - 1));
}

std::vector<qint64> AuditModel::sequencesOfBlock(int block) const
{
    const size_t from = std::min(size_t(block) * blockSize, m_sequences->size()),
                 to = std::min(from + blockSize, m_sequences->size());
    return {m_sequences->begin() + std::ptrdiff_t(from), m_sequences->begin() + std::ptrdiff_t(to)};
}

const AuditRecord *AuditModel::record(int row) const
{
    const auto it = m_blocks.constFind(row / blockSize);
    return row >= 0 && it != m_blocks.constEnd() && row % blockSize < it->size() ? &it->at(row % blockSize) : nullptr;
}

int AuditModel::rowOf(qint64 sequence) const
{
    const auto it = std::lower_bound(m_sequences->begin(), m_sequences->end(), sequence, std::greater<>());
    return it != m_sequences->end() && *it == sequence ? int(it - m_sequences->begin()) : -1;
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sequences->size());
}
int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AuditRecord *r = record(index.row());
    if (!r) {
        const int block = index.row() / blockSize;
        if ((role == Qt::DisplayRole || role == LoadingRole) && !m_wanted.contains(block)) {
            m_wanted.insert(block);
            QMetaObject::invokeMethod(
                const_cast<AuditModel *>(this),
                [this, generation = m_generation, block] {
                    Q_EMIT const_cast<AuditModel *>(this)->blockWanted(generation, block);
                },
                Qt::QueuedConnection);
        }
        return role == LoadingRole ? QVariant(true) : QVariant();
    }
    if (role == SecondaryRole)
        return index.column() != What;
    if (role == IdRole)
        return r->sequence;
    if (role == Qt::ToolTipRole && index.column() == Hash)
        return QString::fromLatin1(r->hash.toHex());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Entry: return QLocale().toString(r->sequence);
    case Time: return QDateTime::fromMSecsSinceEpoch(r->at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case Who: return domain::labelText(domain::auditActor(r->event));
    case What: return domain::labelText(domain::auditText(r->event));
    case About:
        return r->isRedacted && !r->digests.isEmpty() ? tr("(removed)")
                                                      : domain::labelText(domain::auditSubject(r->event));
    case Detail: return domain::labelText(domain::auditDetail(r->event));
    case Hash: return shortHash(r->hash);
    default: return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Entry"), tr("Time"), tr("Who"), tr("What"), tr("About"), tr("Detail"), tr("Hash")};
    return names.value(section);
}

} // namespace models
