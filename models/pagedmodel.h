#pragma once
#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace models {

/// Blocks of rows that are here, the oldest of which make room.
template <class Row>
class BlockCache
{
public:
    explicit BlockCache(int most) : m_most(most) {}
    /// nullptr while the row is not here.
    const Row *at(int row, int blockSize) const
    {
        const auto it = m_blocks.constFind(row / blockSize);
        return row >= 0 && it != m_blocks.constEnd() && row % blockSize < it->size() ? &it->at(row % blockSize)
                                                                                     : nullptr;
    }
    void put(int block, QList<Row> rows)
    {
        m_blocks.insert(block, std::move(rows));
        m_order.removeAll(block);
        m_order << block;
        while (m_order.size() > m_most)
            m_blocks.remove(m_order.takeFirst());
    }
    /// True when it was here.
    bool drop(int block)
    {
        m_order.removeAll(block);
        return m_blocks.remove(block) > 0;
    }
    void clear()
    {
        m_blocks.clear();
        m_order.clear();
    }
    /// Those that are here, the oldest first.
    const QList<int> &order() const { return m_order; }
    const QHash<int, QList<Row>> &blocks() const { return m_blocks; }

private:
    int m_most;
    QHash<int, QList<Row>> m_blocks;
    QList<int> m_order;
};

/// A table whose rows are fetched by the block once somebody looks at them; until then they are "loading". Whoever
/// answers blockWanted() delivers the block or gives it up; an answer to an older generation is none. Thread: GUI.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int blockSize = 128; ///< half of what the design names: a jump to the end settles in time
    /// Which list the rows are of; counts up with each new one.
    quint64 generation() const { return m_generation; }
    /// The block could not be read: it is asked for again when it is looked at next.
    void giveUp(quint64 generation, int block);
    QVariant data(const QModelIndex &index, int role) const final;

Q_SIGNALS:
    void blockWanted(quint64 generation, int block);

protected:
    using QAbstractTableModel::QAbstractTableModel;
    /// As shown. Only of a row that is here.
    virtual QString cell(int row, int column) const = 0;
    /// Anything but the text itself; invalid: nothing.
    virtual QVariant fact(int row, int column, int role) const = 0;
    virtual bool isHere(int row) const = 0;
    /// Another list: what was asked for and is not here yet is returned, and asked for no more.
    QSet<int> beginGeneration();
    void want(int block) const;
    /// Is it an answer to what is wanted now? Before the rows are taken.
    bool isAnswer(quint64 generation, int block);
    /// After they were.
    void showBlock(int block);

private:
    quint64 m_generation = 0;
    mutable QSet<int> m_wanted;
};

} // namespace models
