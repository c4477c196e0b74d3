#pragma once
#include "domain/identities/people.h"
#include <QList>

namespace domain {

/// A way of looking at the people that somebody gave a name. Never holds a search text: what is typed is not stored.
struct PeopleView
{
    QString name;
    PeopleQuery query;
    QByteArray columns; ///< order, widths and visibility, as the table keeps them; may be empty
    friend bool operator==(const PeopleView &, const PeopleView &) = default;
};

QByteArray toJson(const QList<PeopleView> &views);
/// Unreadable entries are left out.
QList<PeopleView> viewsFromJson(const QByteArray &json);
/// One view without its name; for remembering the last one.
QJsonObject toJson(const PeopleQuery &query);
PeopleQuery queryFromJson(const QJsonObject &object);

} // namespace domain
