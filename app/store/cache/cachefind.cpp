#include "core/textfold.h"
#include "store/cache/cachesql.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <sqlite3.h>

namespace store::cachesql {

using core::Result;

QString statusCondition(domain::IdentityStatus status, core::Instant now)
{
    switch (status) {
    case domain::IdentityStatus::Pending: return QStringLiteral("kind IN (3, 4)");
    case domain::IdentityStatus::Failed: return QStringLiteral("kind = 2");
    case domain::IdentityStatus::Never: return QStringLiteral("kind = 1");
    case domain::IdentityStatus::Overdue:
        return QStringLiteral("((kind = 0 AND due <= %1) OR kind IN (5, 6, 7))").arg(now);
    case domain::IdentityStatus::DueSoon: // The upper bound on `due` only keeps the range in the index short: nobody is
                                          // warned earlier than that.
        return QStringLiteral(
            "(kind = 0 AND due > %1 AND due <= %1 + (SELECT MAX(warn) FROM segment) * 86400000 AND warn_at <= %1)")
            .arg(now);
    case domain::IdentityStatus::Verified: return QStringLiteral("(kind = 0 AND due > %1 AND warn_at > %1)").arg(now);
    }
    return QStringLiteral("0");
}

QString reasonCondition(domain::OverdueReason reason, core::Instant now)
{
    switch (reason) {
    case domain::OverdueReason::PastDate: return QStringLiteral("(kind = 0 AND due <= %1)").arg(now);
    case domain::OverdueReason::Reset: return QStringLiteral("kind = 6");
    case domain::OverdueReason::Withdrawn: return QStringLiteral("kind = 7");
    case domain::OverdueReason::DateUnusable: return QStringLiteral("kind = 5");
    }
    return QStringLiteral("0");
}

QString pastDueCondition(std::optional<domain::PastDuePart> part, core::Instant now)
{
    // What stands beneath the try: its column is the index's last.
    const QString beneath = QStringLiteral("(kind %1 AND (base_kind IN (5, 6, 7) OR (base_kind = 0 AND due <= %2)))");
    if (!part)
        return QStringLiteral("((kind = 0 AND due <= %1) OR kind IN (5, 6, 7) OR %2)")
            .arg(QString::number(now), beneath.arg(QStringLiteral("IN (2, 3, 4)"), QString::number(now)));
    switch (*part) {
    case domain::PastDuePart::Overdue: return QStringLiteral("((kind = 0 AND due <= %1) OR kind IN (6, 7))").arg(now);
    case domain::PastDuePart::DateUnusable: return QStringLiteral("kind = 5");
    case domain::PastDuePart::Failed: return beneath.arg(QStringLiteral("= 2"), QString::number(now));
    case domain::PastDuePart::Held: return beneath.arg(QStringLiteral("= 4"), QString::number(now));
    case domain::PastDuePart::InRenewal: return beneath.arg(QStringLiteral("= 3"), QString::number(now));
    }
    return QStringLiteral("0");
}

static QString orderBy(const PeopleQuery &q)
{
    const QString way = q.descending ? QStringLiteral(" DESC") : QString();
    switch (q.sort) {
    case SortBy::Name: return QStringLiteral("sortkey") + way;
    case SortBy::Email: return QStringLiteral("email") + way;
    case SortBy::Profile: return QStringLiteral("profile") + way;
    case SortBy::Lifecycle: return QStringLiteral("lifecycle") + way;
    case SortBy::Status: return QStringLiteral("kind%1, due%1").arg(way);
    case SortBy::Ial: return QStringLiteral("ial") + way;
    case SortBy::VerifiedOn: return QStringLiteral("date_at") + way;
    case SortBy::Due: // Who cannot be renewed before SailPoint is repaired does not stand before those who can.
        if (q.isAboutPastDue() || q.status == domain::IdentityStatus::Overdue)
            return QStringLiteral("base_kind = 5, due%1 NULLS LAST").arg(way);
        return QStringLiteral("due") + way;
    }
    return QStringLiteral("rid");
}

QString matchExpression(const QString &typed)
{
    QStringList terms;
    const QStringList words = core::foldedWords(typed);
    for (const QString &w : words)
        terms << QStringLiteral("\"%1\" *").arg(w);
    return terms.join(QLatin1Char(' '));
}

static Result<PeopleResult> collect(Connection &c, const QString &sql, const QStringList &bound, int limit)
{
    sqlite3_stmt *s = nullptr;
    const QByteArray utf8 = (limit >= 0 ? sql + QStringLiteral(" LIMIT %1").arg(limit + 1) : sql).toUtf8();
    if (sqlite3_prepare_v2(c.raw(), utf8.constData(), -1, &s, nullptr) != SQLITE_OK)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    int at = 0;
    for (const QString &value : bound) {
        const QByteArray text = value.toUtf8();
        sqlite3_bind_text(s, ++at, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
    auto rows = std::make_shared<RowIds>();
    int rc = SQLITE_ROW;
    while ((rc = sqlite3_step(s)) == SQLITE_ROW)
        rows->push_back(qint32(sqlite3_column_int64(s, 0)));
    sqlite3_finalize(s);
    if (rc != SQLITE_DONE)
        return c.lastError(QStringLiteral("The local copy cannot be read."));
    PeopleResult result;
    if (limit >= 0 && rows->size() > size_t(limit)) {
        rows->resize(size_t(limit));
        result.isComplete = false;
    }
    result.rows = rows;
    return result;
}

namespace {

/// A condition with ? for its texts.
struct Condition
{
    QStringList parts;
    QStringList bound;

    void anyOf(const char *column, const QStringList &values)
    {
        if (values.isEmpty())
            return;
        parts << QStringLiteral("%1 IN (%2)")
                     .arg(
                         QLatin1String(column), QStringList(values.size(), QStringLiteral("?")).join(QLatin1Char(',')));
        bound << values;
    }
    void within(
        const char *column, const std::optional<core::Instant> &from, const std::optional<core::Instant> &before)
    {
        if (from)
            parts << QStringLiteral("%1 >= %2").arg(QLatin1String(column)).arg(*from);
        if (before)
            parts << QStringLiteral("%1 < %2").arg(QLatin1String(column)).arg(*before);
    }
    QString text() const { return parts.join(QStringLiteral(" AND ")); }
};

Condition conditionOf(const PeopleQuery &q, core::Instant now)
{
    Condition c;
    const domain::PeopleFilter &f = q.filter;
    if (q.status)
        c.parts << statusCondition(*q.status, now);
    if (q.isAboutPastDue())
        c.parts << pastDueCondition(q.pastDuePart, now);
    if (q.onlyIds) { // one parameter, however many they are
        c.parts << QStringLiteral("id IN (SELECT value FROM json_each(?))");
        c.bound << QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(*q.onlyIds)).toJson(QJsonDocument::Compact));
    }
    c.anyOf("profile", f.profiles);
    c.anyOf("lifecycle", f.lifecycles);
    c.anyOf("sp_status", f.accountStates);
    if (f.ial)
        c.parts << (*f.ial == 0 ? QStringLiteral("ial IS NULL") : QStringLiteral("ial = %1").arg(*f.ial));
    c.within("date_at", f.verifiedFrom, f.verifiedBefore);
    c.within("due", f.dueFrom, f.dueBefore);
    if (f.dueFrom || f.dueBefore) // one that was reset or withdrawn is not due on any day
        c.parts << QStringLiteral("base_kind = 0");
    switch (f.contact) {
    case domain::ContactFilter::Phone: c.parts << QStringLiteral("mobile <> ''"); break;
    case domain::ContactFilter::Email:
        c.parts << QStringLiteral("(email <> '' OR work_email <> '' OR personal_email <> '')");
        break;
    case domain::ContactFilter::None:
        c.parts << QStringLiteral("mobile = '' AND email = '' AND work_email = '' AND personal_email = ''");
        break;
    case domain::ContactFilter::Any: break;
    }
    if (f.onlyProcessingErrors)
        c.parts << QStringLiteral("flags & 4 <> 0");
    return c;
}

} // namespace

Result<PeopleResult> find(Connection &c, const PeopleQuery &q, int limit, core::Instant now)
{
    const Condition wanted = conditionOf(q, now);
    const QString condition = wanted.text();
    const QString match = matchExpression(q.text);
    const bool typedNothing = match.isEmpty();
    if (!q.text.trimmed().isEmpty() && typedNothing)
        return PeopleResult{std::make_shared<RowIds>(), true};
    if (typedNothing) {
        // Until the first copy is complete there is no index to sort by: rows come in the order they arrived.
        const auto indexed = meta(c, QStringLiteral("indexed"));
        const bool canSort = indexed && *indexed == QLatin1String("1");
        QString sql = QStringLiteral("SELECT rid FROM identity");
        if (!condition.isEmpty())
            sql += QStringLiteral(" WHERE ") + condition;
        return collect(c, sql + QStringLiteral(" ORDER BY ") + (canSort ? orderBy(q) : QStringLiteral("rid")),
            wanted.bound, limit);
    }
    const auto state = meta(c, QStringLiteral("search"));
    if (!state || *state != QLatin1String("ready")) {
        // The index is still being built: look at every row, first hits first.
        QString sql = QStringLiteral("SELECT rid FROM identity WHERE (' ' || sortkey || ' ' || lower(email) || ' ' || "
                                     "lower(alias) || ' ' || lower(employee)) LIKE ?1");
        if (!condition.isEmpty())
            sql += QStringLiteral(" AND ") + condition;
        return collect(c, sql,
            QStringList(
                QStringLiteral("% ") + core::foldedWords(q.text).join(QStringLiteral("% ")) + QLatin1Char('%')) +
                wanted.bound,
            limit);
    }
    const bool byName = q.sort == SortBy::Name;
    QString sql = QStringLiteral("SELECT p.rid FROM search JOIN place p ON p.pos = search.rowid");
    if (!condition.isEmpty() || !byName)
        sql += QStringLiteral(" JOIN identity i ON i.rid = p.rid");
    sql += QStringLiteral(" WHERE search MATCH ?1");
    if (!condition.isEmpty())
        sql += QStringLiteral(" AND ") + condition;
    const QString way = q.descending ? QStringLiteral(" DESC") : QString();
    sql += QStringLiteral(" ORDER BY ") + (byName ? QStringLiteral("search.rowid") + way : orderBy(q));
    return collect(c, sql, QStringList(match) + wanted.bound, limit);
}

// Values and how often each occurs, the most frequent first.
static Result<QList<domain::FacetValue>> facet(Connection &c, const char *column)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT %1, COUNT(*) FROM identity GROUP BY %1 ORDER BY 2 DESC, 1 LIMIT 500")
                   .arg(QLatin1String(column)));
    if (!rows)
        return rows.error();
    QList<domain::FacetValue> out;
    for (const auto &r : *rows)
        out.append({r.at(0).toString(), r.at(1).toLongLong()});
    return out;
}

Result<domain::PeopleFacets> readFacets(Connection &c)
{
    auto profiles = facet(c, "profile");
    auto lifecycles = facet(c, "lifecycle");
    auto states = facet(c, "sp_status");
    auto sources = facet(c, "source");
    auto groups = facet(c, "risk");
    for (const auto *r : {&profiles, &lifecycles, &states, &sources, &groups}) {
        if (!*r)
            return r->error();
    }
    return domain::PeopleFacets{*profiles, *lifecycles, *states, *sources, *groups};
}

Result<QList<domain::ActivityGroup>> readActivityGroups(Connection &c)
{
    const auto rows = c.rows(QStringLiteral(
        "SELECT profile, lifecycle, sp_status, COUNT(*) FROM identity GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3"));
    if (!rows)
        return rows.error();
    QList<domain::ActivityGroup> out;
    for (const auto &r : *rows)
        out.append({r.at(0).toString(), r.at(1).toString(), r.at(2).toString(), r.at(3).toLongLong(), std::nullopt});
    return out;
}

} // namespace store::cachesql
