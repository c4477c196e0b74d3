#include "models/auditmodel.h"
#include "domain/audit/audittext.h"
#include "domain/text/outputtext.h"
#include "models/roles.h"
#include <QDateTime>
#include <QLocale>

namespace models {

using domain::AuditRecord;

AuditModel::AuditModel(QObject *parent) : PagedModel(parent) {}

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
    beginGeneration();
    m_blocks.clear();
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
    if (!isAnswer(generation, block))
        return;
    m_blocks.put(block, records);
    showBlock(block);
}

std::vector<qint64> AuditModel::sequencesOfBlock(int block) const
{
    const size_t from = std::min(size_t(block) * blockSize, m_sequences->size()),
                 to = std::min(from + blockSize, m_sequences->size());
    return {m_sequences->begin() + std::ptrdiff_t(from), m_sequences->begin() + std::ptrdiff_t(to)};
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

QVariant AuditModel::fact(int row, int column, int role) const
{
    const AuditRecord &r = *record(row);
    if (role == SecondaryRole)
        return column != What;
    if (role == IdRole)
        return QString::number(r.sequence);
    if (role == Qt::ToolTipRole)
        return column == Hash ? QString::fromLatin1(r.hash.toHex()) : domain::labelText(cell(row, column));
    return {};
}

QString AuditModel::cell(int row, int column) const
{
    const AuditRecord &r = *record(row);
    switch (column) {
    case Entry: return QLocale().toString(r.sequence);
    case Time: return QDateTime::fromMSecsSinceEpoch(r.at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case Who: return domain::auditActor(r.event);
    case What: return domain::auditText(r.event);
    case About: return r.isRedacted && !r.digests.isEmpty() ? tr("(removed)") : domain::auditSubject(r.event);
    case Detail: return domain::auditDetail(r.event);
    case Hash: return shortHash(r.hash);
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
