#include "domain/text/instant.h"
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace domain {

static constexpr core::Instant futureSkewMs = 5 * core::minuteMs;

static ParsedInstant judged(core::Instant at, DateQuality q, core::Instant now)
{
    return {at, at > now + futureSkewMs ? DateQuality::Future : q};
}

static ParsedInstant unreadable()
{
    return {std::nullopt, DateQuality::Unreadable};
}

static ParsedInstant fromEpoch(qint64 n, core::Instant now)
{
    // 10 digits are seconds (2001 to 2286), 13 are milliseconds of the same span; anything else is no date.
    if (n >= 1'000'000'000 && n <= 9'999'999'999)
        return judged(n * 1000, DateQuality::Exact, now);
    if (n >= 1'000'000'000'000 && n <= 9'999'999'999'999)
        return judged(n, DateQuality::Exact, now);
    return unreadable();
}

ParsedInstant parseInstant(const QString &raw, core::Instant now)
{
    const QString text = raw.trimmed();
    if (text.isEmpty() || text.compare(QLatin1String("null"), Qt::CaseInsensitive) == 0)
        return {};
    static const QRegularExpression digits(QStringLiteral("^\\d{10,13}$"));
    if (digits.match(text).hasMatch())
        return fromEpoch(text.toLongLong(), now);

    static const QRegularExpression form(
        QStringLiteral("^(\\d{4})-(\\d{2})-(\\d{2})(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
                       "\\s*([Zz]|[+-]\\d{2}:?\\d{2})?)?$"));
    const auto m = form.match(text);
    if (!m.hasMatch())
        return unreadable();
    const QDate day(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    if (!day.isValid())
        return unreadable();
    if (m.captured(4).isEmpty())
        return judged(QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(), DateQuality::DateOnly, now);

    const int second = m.captured(6).isEmpty() ? 0 : m.captured(6).toInt();
    const QString fraction = (m.captured(7) + QStringLiteral("000")).left(3);
    const QTime time(m.captured(4).toInt(), m.captured(5).toInt(), second == 60 ? 59 : second, fraction.toInt());
    if (!time.isValid())
        return unreadable();
    core::Instant at = QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch() + (second == 60 ? core::secondMs : 0);
    QString zone = m.captured(8);
    if (zone.isEmpty() || zone == QLatin1String("-00:00") || zone == QLatin1String("-0000"))
        return judged(at, DateQuality::ZoneAssumed, now);
    if (zone.compare(QLatin1String("z"), Qt::CaseInsensitive) != 0) {
        zone.remove(QLatin1Char(':'));
        const int hours = zone.mid(1, 2).toInt();
        const int minutes = zone.mid(3, 2).toInt();
        if (hours > 23 || minutes > 59)
            return unreadable();
        const core::Instant offset = hours * core::hourMs + minutes * core::minuteMs;
        at += zone.startsWith(QLatin1Char('-')) ? offset : -offset;
    }
    return judged(at, DateQuality::Exact, now);
}

ParsedInstant parseInstant(const QJsonValue &value, core::Instant now)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: return {};
    case QJsonValue::Double: return fromEpoch(value.toInteger(-1), now);
    case QJsonValue::String: return parseInstant(value.toString(), now);
    default: return unreadable();
    }
}

std::optional<core::Instant> parseExactUtc(std::string_view t)
{
    if (t.size() < 20 || t.back() != 'Z' || t[4] != '-' || t[7] != '-' || t[10] != 'T' || t[13] != ':' || t[16] != ':')
        return std::nullopt;
    bool isValid = true;
    const auto number = [&](size_t from, size_t count) {
        int n = 0;
        for (size_t i = from; i < from + count; ++i) {
            isValid = isValid && t[i] >= '0' && t[i] <= '9';
            n = n * 10 + (t[i] - '0');
        }
        return n;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    const int hour = number(11, 2), minute = number(14, 2), second = number(17, 2);
    int ms = 0;
    if (t.size() == 24 && t[19] == '.')
        ms = number(20, 3);
    else if (t.size() != 20)
        return std::nullopt;
    static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!isValid || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59 || year < 1)
        return std::nullopt;
    const bool isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0))
        return std::nullopt;
    // Days since 1970-01-01 in the proleptic Gregorian calendar, years starting in March.
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = y / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 days = era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
    return days * core::dayMs + hour * core::hourMs + minute * core::minuteMs + second * core::secondMs + ms;
}

QString formatInstant(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

QString qualityName(DateQuality q)
{
    switch (q) {
    case DateQuality::Absent: return QStringLiteral("absent");
    case DateQuality::Exact: return QStringLiteral("exact");
    case DateQuality::ZoneAssumed: return QStringLiteral("zone-assumed");
    case DateQuality::DateOnly: return QStringLiteral("date-only");
    case DateQuality::Unreadable: return QStringLiteral("unreadable");
    case DateQuality::Future: return QStringLiteral("future");
    }
    return {};
}

} // namespace domain
