#include "store/cache/cachesql.h"
#include <functional>

namespace store::cachesql {

using core::Result;
using domain::Field;

// Few different values, however many people: they are judged by the rule itself, not by a copy of it in SQL.
static Result<domain::FieldQuality> judged(
    Connection &c, const char *column, const std::function<bool(const QString &)> &isReadable)
{
    const auto rows = c.rows(
        QStringLiteral("SELECT %1, COUNT(*) FROM identity WHERE %1 <> '' GROUP BY %1").arg(QLatin1String(column)));
    if (!rows)
        return rows.error();
    domain::FieldQuality q;
    for (const auto &r : *rows) {
        const qint64 n = r.at(1).toLongLong();
        q.filled += n;
        if (!isReadable(r.at(0).toString()))
            q.unreadable += n;
    }
    return q;
}

Result<domain::ValueQuality> readQuality(Connection &c, const domain::StatusWords &words)
{
    domain::ValueQuality out{};
    const auto at = [&out](Field f) -> domain::FieldQuality & { return out[size_t(f)]; };
    const auto flag = judged(c, "idv_verified", [](const QString &v) { return domain::parseFlag(v).has_value(); });
    // Every word that stands in no list is read as withdrawn; who maps the attribute learns of those that nobody
    // expects.
    const auto status = judged(c, "idv_status", [&words](const QString &v) {
        static const QStringList usual{QStringLiteral("EXPIRED"), QStringLiteral("REVOKED"), QStringLiteral("DECLINED"),
            QStringLiteral("NOT_VERIFIED")};
        return domain::wordOf(v, words) != domain::StatusWord::Other ||
               usual.contains(v.trimmed(), Qt::CaseInsensitive);
    });
    const auto ial = judged(c, "idv_ial", [](const QString &v) { return domain::parseIal(v).has_value(); });
    for (const auto *r : {&flag, &status, &ial}) {
        if (!*r)
            return r->error();
    }
    at(Field::IdvVerified) = *flag;
    at(Field::IdvStatus) = *status;
    at(Field::IdvIal) = *ial;
    const auto rest = c.rows(QStringLiteral("SELECT SUM(idv_name <> ''), SUM(idv_document <> ''), SUM(idv_session <> "
                                            "''), SUM(idv_date <> ''), SUM(date_quality = %1) FROM identity")
                                 .arg(int(domain::DateQuality::Unreadable)));
    if (!rest)
        return rest.error();
    const auto &r = rest->first();
    at(Field::IdvVerifiedName).filled = r.at(0).toLongLong();
    at(Field::IdvDocumentType).filled = r.at(1).toLongLong();
    at(Field::IdvSessionId).filled = r.at(2).toLongLong();
    at(Field::IdvVerifiedDate) = {r.at(3).toLongLong(), r.at(4).toLongLong()};
    return out;
}

} // namespace store::cachesql
