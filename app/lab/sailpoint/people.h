#pragma once
#include "core/clock.h"
#include <QByteArray>
#include <QMap>

namespace lab {

/// An invented person; text is UTF-8. Made from (seed, position) alone, so a million of them need no memory.
struct Person
{
    quint32 position = 0;
    QByteArray id; ///< 32 hex digits that sort like the position
    QByteArray given;
    QByteArray family;
    QByteArray name; ///< display name, in the order of its culture
    QByteArray alias;
    QByteArray email;
    QByteArray personalEmail;
    QByteArray phone; ///< E.164, or empty
    QByteArray employee;
    QByteArray profile;
    QByteArray lifecycle;
    QByteArray manager;
    core::Instant modified = 0;
    QByteArray status = "UNREGISTERED";
    bool isProtected = false;
    bool correlated = true;
    /// A few with much access.
    QByteArray riskGroup() const
    {
        if (position % 80 == 12)
            return "Privileged admins";
        return position % 260 == 16 ? "Payment approvers" : QByteArray();
    }
    /// A few of them SailPoint could not compute.
    const char *processingState() const { return position % 1994 == 14 ? "ERROR" : "OK"; }
    QMap<QByteArray, QByteArray> attributes; ///< name -> JSON text of the value
};

/// Thread-safe: holds numbers only.
class People
{
public:
    People(quint32 count, quint32 seed, core::Instant today);
    quint32 count() const { return m_count; }
    /// Positions 0, 2, 4, …; odd ones are free for people who join later.
    Person at(quint32 position) const;
    static QByteArray idOf(quint32 position, quint32 seed);
    /// One in ten owns roles and a source; one in 97 is protected.
    static bool ownsSomething(quint32 position) { return position / 2 % 10 == 3; }
    static bool isProtected(quint32 position) { return position / 2 % 97 == 5; }
    /// Position of an id; -1 when it is not one of ours.
    qint64 positionOf(const QByteArray &id) const;

private:
    quint32 m_count;
    quint32 m_seed;
    core::Instant m_today;
};

/// "2026-08-22T10:15:00.000Z".
QByteArray isoTime(core::Instant at);
/// JSON string literal.
QByteArray quoted(const QByteArray &utf8);

} // namespace lab
