#include "services/identities/peoplelist.h"
#include "domain/text/csvreader.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace services {

using core::Async;
using core::Result;

static QString sayPeopleList(const char *text)
{
    return QCoreApplication::translate("PeopleList", text);
}

QString outcomeText(ListedPerson::Outcome o)
{
    switch (o) {
    case ListedPerson::Found: return sayPeopleList(QT_TRANSLATE_NOOP("PeopleList", "found"));
    case ListedPerson::Unknown:
        return sayPeopleList(QT_TRANSLATE_NOOP("PeopleList", "nobody has this id, e-mail, alias or employee number"));
    case ListedPerson::Ambiguous:
        return sayPeopleList(QT_TRANSLATE_NOOP("PeopleList", "several people have this; use the id"));
    case ListedPerson::Again:
        return sayPeopleList(QT_TRANSLATE_NOOP("PeopleList", "the same person as on an earlier line"));
    case ListedPerson::Empty: return sayPeopleList(QT_TRANSLATE_NOOP("PeopleList", "the cell is empty"));
    }
    return {};
}

Async<QList<ListedPerson>> readPeopleList(TenantSession &tenantSession, const QByteArray &csv)
{
    using List = QList<ListedPerson>;
    const auto keys = domain::peopleKeys(csv);
    if (!keys)
        return core::ready<List>(keys.error());
    struct Search
    {
        QHash<QString, QString> found; ///< folded key -> id; "" while nobody was met, "?" for several
        QSet<QString> ids;             ///< keys that are somebody's id: that decides
    };
    auto search = std::make_shared<Search>();
    for (const auto &k : *keys) {
        if (!k.key.isEmpty())
            search->found.insert(k.key.toLower(), {});
    }
    const auto visitor = [search](const domain::PersonCells &p) {
        using C = domain::PeopleColumn;
        const auto textOf = [&p](C c) {
            return QString::fromUtf8(p.text[size_t(c)].data(), qsizetype(p.text[size_t(c)].size()));
        };
        const QString id = textOf(C::Id);
        for (const C c : {C::Id, C::Email, C::Alias, C::EmployeeNumber}) {
            const QString key = textOf(c).toLower();
            const auto it = search->found.find(key);
            if (key.isEmpty() || it == search->found.end() || search->ids.contains(key))
                continue;
            if (c == C::Id)
                search->ids.insert(key);
            *it = c == C::Id || it->isEmpty() || *it == id ? id : QStringLiteral("?");
        }
        return true;
    };
    const auto visited = core::andThen<domain::PeopleResult>(
        tenantSession.directory().all({}), &tenantSession, [&tenantSession, visitor](const domain::PeopleResult &r) {
            return tenantSession.directory().visit(r.rows, visitor);
        });
    return core::mapped<List, qint64>(visited, &tenantSession, [search, keys = *keys](qint64) -> Result<List> {
        List out;
        QSet<QString> seen;
        for (const auto &k : keys) {
            const QString id = search->found.value(k.key.toLower());
            ListedPerson p{ListedPerson::Found, k.line, k.key, core::IdentityId(id)};
            if (k.key.isEmpty())
                p.outcome = ListedPerson::Empty;
            else if (id.isEmpty())
                p.outcome = ListedPerson::Unknown;
            else if (id == QLatin1String("?"))
                p.outcome = ListedPerson::Ambiguous;
            else if (seen.contains(id))
                p.outcome = ListedPerson::Again;
            if (p.outcome != ListedPerson::Found && p.outcome != ListedPerson::Again)
                p.identity = {};
            seen.insert(id);
            out << p;
        }
        return out;
    });
}

} // namespace services
