#include "models/pagedmodel.h"
#include "domain/text/outputtext.h"
#include "models/roles.h"

namespace models {

QSet<int> PagedModel::beginGeneration()
{
    ++m_generation;
    return std::exchange(m_wanted, {});
}

void PagedModel::want(int block) const
{
    if (m_wanted.contains(block))
        return;
    m_wanted.insert(block);
    auto *self = const_cast<PagedModel *>(this);
    // Not from within data(): whoever answers may change the model.
    QMetaObject::invokeMethod(
        self,
        [self, block, generation = m_generation] {
            if (generation == self->m_generation)
                Q_EMIT self->blockWanted(generation, block);
        },
        Qt::QueuedConnection);
}

void PagedModel::giveUp(quint64 generation, int block)
{
    if (generation == m_generation)
        m_wanted.remove(block);
}

bool PagedModel::isAnswer(quint64 generation, int block)
{
    if (generation != m_generation)
        return false;
    m_wanted.remove(block);
    return true;
}

void PagedModel::showBlock(int block)
{
    const int first = block * blockSize;
    const int last = std::min(rowCount(), first + blockSize) - 1;
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

QVariant PagedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (!isHere(index.row())) {
        want(index.row() / blockSize);
        return role == LoadingRole ? QVariant(true) : QVariant();
    }
    if (role == LoadingRole)
        return false;
    if (role == Qt::DisplayRole)
        return domain::lineText(cell(index.row(), index.column()));
    return fact(index.row(), index.column(), role);
}

} // namespace models
