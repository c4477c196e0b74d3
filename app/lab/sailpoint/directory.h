#pragma once
#include "lab/options.h"
#include "lab/sailpoint/flatfile.h"
#include "lab/sailpoint/people.h"
#include <QHash>
#include <QList>
#include <QSet>
#include <functional>
#include <optional>
#include <set>

namespace lab {

/// What the simulated tenant holds beyond the invented people: changes, accounts of the flat-file source, the lag
/// of the search index. Thread: the lab's.
class Directory
{
public:
    Directory(const Options &options, core::Instant now);

    enum class View { Live, Indexed };
    /// Positions in id order from the first one greater than `after` (-1: all). Correlated people only.
    std::optional<quint32> nextAfter(qint64 after) const;
    qint64 count() const { return qint64(m_people.count()) - qint64(m_removed.size()) + qint64(m_joined.size()); }
    bool exists(quint32 position) const;
    Person person(quint32 position, View view) const;
    qint64 positionOf(const QByteArray &id) const { return m_people.positionOf(id); }
    QList<quint32> uncorrelated() const;
    /// Positions changed since the lab started, in order: what `modified:[… TO *]` can find.
    const std::set<quint32> &changedPositions() const { return m_changed; }
    core::Instant startedAt() const { return m_startedAt; }

    /// Told of each attribute that got another value: position, name, before, after; and of who joined (name empty).
    std::function<void(quint32, const QByteArray &, const QByteArray &, const QByteArray &)> changed;
    /// Moves what is due from accounts to attributes and from attributes to the index.
    void finalize(core::Instant now);
    void changeAttributes(quint32 position, const QMap<QByteArray, QByteArray> &values, core::Instant now);
    FlatFile &accounts() { return m_accounts; }
    void join(quint32 position, core::Instant now);
    void leave(quint32 position) { m_removed.insert(position); }
    /// One in four has registered from the beginning.
    void setRegistered(quint32 position, bool isRegistered, core::Instant now);

private:
    quint32 lastPosition() const { return m_people.count() * 2; }
    bool isRegistered(quint32 position) const { return m_registered.value(position, position / 2 % 4 == 0); }
    struct Change
    {
        QMap<QByteArray, QByteArray> values;
        core::Instant modified = 0;
    };
    struct Pending
    {
        core::Instant at;
        quint32 position;
        Change change;
    };
    Options m_options;
    People m_people;
    FlatFile m_accounts;
    core::Instant m_startedAt;
    QHash<quint32, Change> m_live;
    QHash<quint32, Change> m_indexed;
    QList<Pending> m_toIndex;
    std::set<quint32> m_changed;
    QSet<quint32> m_removed;
    std::set<quint32> m_joined;
    QHash<quint32, bool> m_registered;
};

} // namespace lab
