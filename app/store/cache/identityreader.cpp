#include "store/cache/identityreader.h"
#include "store/cache/cachesql.h"

namespace store {

using core::Async;
using core::Result;

Async<PeopleResult> IdentityReader::quick(const PeopleQuery &q, int limit)
{
    return m_file.reader->run<PeopleResult>(
        [q, limit, now = m_file.clock->now()](Connection &c) { return cachesql::find(c, q, limit, now); });
}

Async<PeopleResult> IdentityReader::all(const PeopleQuery &q)
{
    return m_file.slow->run<PeopleResult>(
        [q, now = m_file.clock->now()](Connection &c) { return cachesql::find(c, q, -1, now); });
}

Async<QList<domain::Identity>> IdentityReader::people(const RowIds &rows)
{
    return m_file.reader->run<QList<domain::Identity>>(
        [rows, now = m_file.clock->now()](Connection &c) { return cachesql::readPeople(c, rows, now); });
}

Async<domain::Identity> IdentityReader::person(const core::IdentityId &id)
{
    return m_file.reader->run<domain::Identity>([id, now = m_file.clock->now()](
                                                    Connection &c) -> Result<domain::Identity> {
        const auto rid = c.value(QStringLiteral("SELECT rid FROM identity WHERE id = ?"), {id.str()});
        if (!rid)
            return rid.error();
        if (!rid->isValid())
            return core::makeError(core::ErrorCode::NotFound, QStringLiteral("This person is not in the local copy."));
        auto list = cachesql::readPeople(c, {qint32(rid->toLongLong())}, now);
        if (!list)
            return list.error();
        return list->first();
    });
}

static std::optional<core::Instant> &changeOf(domain::ContactHistory &h, const QString &field)
{
    if (field == QLatin1String("mobile"))
        return h.mobileChangedAt;
    return field == QLatin1String("email") ? h.emailChangedAt : h.personalChangedAt;
}

Async<domain::ContactHistory> IdentityReader::contactHistory(const core::IdentityId &id)
{
    return m_file.reader->run<domain::ContactHistory>([id](Connection &c) -> Result<domain::ContactHistory> {
        domain::ContactHistory h;
        const auto since = cachesql::meta(c, QStringLiteral("historySince"));
        if (!since)
            return since.error();
        if (const core::Instant at = since->toLongLong(); at > 0)
            h.since = at;
        const auto rows = c.rows(QStringLiteral("SELECT field, at FROM contact_change WHERE id = ?"), {id.str()});
        if (!rows)
            return rows.error();
        for (const auto &r : *rows) {
            const core::Instant at = r.at(1).toLongLong();
            const QString field = r.at(0).toString();
            if (field == QLatin1String("all"))
                h.since = at; // a newcomer: nothing is known from before
            else
                changeOf(h, field) = at;
        }
        return h;
    });
}

Async<StatusCounts> IdentityReader::counts(const QStringList &exempt)
{
    return m_file.slow->run<StatusCounts>(
        [now = m_file.clock->now(), exempt](Connection &c) { return cachesql::readCounts(c, now, exempt); });
}

Async<domain::PeopleFacets> IdentityReader::facets()
{
    return m_file.slow->run<domain::PeopleFacets>([](Connection &c) { return cachesql::readFacets(c); });
}

Async<QList<domain::ActivityGroup>> IdentityReader::activityGroups()
{
    return m_file.slow->run<QList<domain::ActivityGroup>>(
        [](Connection &c) { return cachesql::readActivityGroups(c); });
}

Async<domain::ValueQuality> IdentityReader::valueQuality()
{
    return m_file.slow->run<domain::ValueQuality>(
        [words = m_file.reading.words](Connection &c) { return cachesql::readQuality(c, words); });
}

Async<qint64> IdentityReader::visit(
    std::shared_ptr<const RowIds> rows, Visitor visitor, Order order, std::function<core::Status()> finish)
{
    return m_file.slow->run<qint64>([rows = std::move(rows), visitor = std::move(visitor), order,
                                        finish = std::move(finish)](Connection &c) -> Result<qint64> {
        const auto n = cachesql::visit(c, *rows, order, visitor);
        if (n && finish) {
            if (const auto ended = finish(); !ended)
                return ended.error();
        }
        return n;
    });
}

Async<QList<core::IdentityId>> IdentityReader::idsOf(std::shared_ptr<const RowIds> rows, int limit)
{
    return m_file.slow->run<QList<core::IdentityId>>(
        [rows = std::move(rows), limit](Connection &c) -> Result<QList<core::IdentityId>> {
            QList<core::IdentityId> ids;
            const RowIds first(rows->begin(), rows->begin() + std::min(qsizetype(limit), qsizetype(rows->size())));
            const auto n = cachesql::visit(c, first, Order::AsGiven, [&ids](const domain::PersonCells &p) {
                const std::string_view id = p.text[size_t(domain::PeopleColumn::Id)];
                ids << core::IdentityId(QString::fromUtf8(id.data(), qsizetype(id.size())));
                return true;
            });
            if (!n)
                return n.error();
            return ids;
        });
}

Async<std::shared_ptr<const RowIds>> IdentityReader::rowsOf(const QStringList &ids)
{
    using Rows = std::shared_ptr<const RowIds>;
    return m_file.slow->run<Rows>([ids](Connection &c) -> Result<Rows> {
        auto rows = std::make_shared<RowIds>();
        rows->reserve(size_t(ids.size()));
        QSqlQuery q(c.db());
        q.prepare(QStringLiteral("SELECT rid FROM identity WHERE id = ?"));
        for (const QString &id : ids) {
            q.addBindValue(id);
            if (!q.exec())
                return c.lastError(QStringLiteral("The local copy cannot be read."));
            rows->push_back(q.next() ? qint32(q.value(0).toInt()) : 0);
        }
        return Rows(rows);
    });
}

Async<QList<domain::WeekLoad>> IdentityReader::forecast(const std::vector<core::Instant> &boundaries)
{
    return m_file.slow->run<QList<domain::WeekLoad>>(
        [boundaries](Connection &c) { return cachesql::readForecast(c, boundaries); });
}

Async<domain::Outlook> IdentityReader::outlook(
    const domain::ReverificationPolicy &policy, const std::vector<core::Instant> &boundaries)
{
    return m_file.slow->run<domain::Outlook>([policy, boundaries, now = m_file.clock->now()](Connection &c) {
        return cachesql::readOutlook(c, policy, boundaries, now);
    });
}

} // namespace store
