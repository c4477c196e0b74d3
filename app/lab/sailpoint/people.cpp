#include "lab/sailpoint/people.h"
#include "lab/sailpoint/cultures.h"

namespace lab {

static void appendTwo(QByteArray &out, int n)
{
    out += char('0' + n / 10 % 10);
    out += char('0' + n % 10);
}

// Without QDateTime: a page of 10,000 people needs 20,000 of these.
QByteArray isoTime(core::Instant at)
{
    const qint64 days = at / core::dayMs;
    const qint64 ms = at % core::dayMs;
    const qint64 z = days + 719468;
    const qint64 era = z / 146097;
    const qint64 doe = z - era * 146097;
    const qint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const qint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const qint64 mp = (5 * doy + 2) / 153;
    const int day = int(doy - (153 * mp + 2) / 5 + 1);
    const int month = int(mp < 10 ? mp + 3 : mp - 9);
    const int year = int(yoe + era * 400 + (month <= 2 ? 1 : 0));
    QByteArray out;
    out.reserve(24);
    appendTwo(out, year / 100);
    appendTwo(out, year % 100);
    out += '-';
    appendTwo(out, month);
    out += '-';
    appendTwo(out, day);
    out += 'T';
    appendTwo(out, int(ms / core::hourMs));
    out += ':';
    appendTwo(out, int(ms / core::minuteMs % 60));
    out += ':';
    appendTwo(out, int(ms / core::secondMs % 60));
    out += '.';
    out += char('0' + ms / 100 % 10);
    appendTwo(out, int(ms % 100));
    out += 'Z';
    return out;
}

namespace {

quint64 mixed(quint64 x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

// A stream of small choices from one number.
class Dice
{
public:
    Dice(quint32 seed, quint32 position) : m_state(mixed((quint64(seed) << 32) ^ position ^ 0x9E3779B97F4A7C15ULL)) {}
    quint32 below(quint32 n)
    {
        m_state = mixed(m_state + 0x9E3779B97F4A7C15ULL);
        return quint32(m_state >> 33) % n;
    }

private:
    quint64 m_state;
};

void addVerification(Person &p, Dice &dice, core::Instant today)
{
    const quint32 fate = dice.below(1000);
    const auto text = [](const QByteArray &s) { return '"' + s + '"'; };
    if (fate >= 965) { // nothing recorded
        return;
    }
    if (fate >= 800)
        return;
    if (fate >= 793) {
        p.attributes["idvStatus"] = text("PENDING");
        return;
    }
    core::Instant at =
        today - core::Instant(dice.below(330)) * core::dayMs - core::Instant(dice.below(86400)) * core::secondMs;
    if (fate >= 740)
        at = today - core::Instant(336 + dice.below(29)) * core::dayMs -
             core::Instant(dice.below(86400)) * core::secondMs;
    if (fate >= 765)
        at = today - core::Instant(366 + dice.below(400)) * core::dayMs;
    const bool failed = fate >= 786;
    static const char *documents[] = {"passport", "drivers_license", "national_id"};
    p.attributes["idvVerified"] = failed ? text("false") : text("true");
    p.attributes["idvStatus"] = failed ? text("FAILED") : text("VERIFIED");
    p.attributes["idvIAL"] = text(dice.below(12) == 0 ? "1" : "2");
    p.attributes["idvVerifiedName"] = quoted(p.given + ' ' + p.family);
    p.attributes["idvDocumentType"] = text(documents[dice.below(3)]);
    p.attributes["idvSessionId"] = text("k1-" + QByteArray::number(mixed(p.position + 77), 16));
    p.attributes["idvVerifiedDate"] = text(isoTime(at));
    // What real tenants hold beside the clean form.
    switch (dice.below(400)) {
    case 0: p.attributes["idvVerifiedDate"] = QByteArray::number(at); break;
    case 1: p.attributes["idvVerifiedDate"] = text(isoTime(at).left(10)); break;
    case 2: p.attributes["idvVerifiedDate"] = text(isoTime(at).left(19)); break;
    case 3: p.attributes["idvVerifiedDate"] = text("last spring"); break;
    case 4: p.attributes["idvVerifiedDate"] = text(isoTime(today + 400 * core::dayMs)); break;
    case 5: p.attributes["idvVerified"] = failed ? "false" : "true"; break;
    case 6: p.attributes["idvIAL"] = "2"; break;
    case 7: p.attributes["idvIAL"] = text("IAL2"); break;
    default: break;
    }
}

} // namespace

QByteArray quoted(const QByteArray &utf8)
{
    QByteArray out = "\"";
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

People::People(quint32 count, quint32 seed, core::Instant today) : m_count(count), m_seed(seed), m_today(today) {}

QByteArray People::idOf(quint32 position, quint32 seed)
{
    static const char hex[] = "0123456789abcdef";
    QByteArray id = "2c9180";
    id.reserve(32);
    for (int shift = 36; shift >= 0; shift -= 4)
        id += hex[(quint64(position) >> shift) & 15];
    const quint64 tail = mixed((quint64(seed) << 32) + position);
    for (int shift = 60; shift >= 0; shift -= 4)
        id += hex[(tail >> shift) & 15];
    return id;
}

qint64 People::positionOf(const QByteArray &id) const
{
    if (id.size() != 32 || !id.startsWith("2c9180"))
        return -1;
    bool isHex = false;
    const quint64 position = id.mid(6, 10).toULongLong(&isHex, 16);
    if (!isHex || position > 0xffffffffULL || idOf(quint32(position), m_seed) != id)
        return -1;
    return qint64(position);
}

Person People::at(quint32 position) const
{
    Dice dice(m_seed, position);
    Person p;
    p.position = position;
    p.id = idOf(position, m_seed);
    const quint32 c = dice.below(cultureCount), g = dice.below(10);
    const Culture &culture = cultureAt(c);
    const NameWord &given = culture.given[g];
    const NameWord &family = fittingFamily(c, g, dice.below(10));
    p.given = given.native;
    p.family = family.native;
    p.name = culture.familyFirst ? p.family + ' ' + p.given : p.given + ' ' + p.family;
    const QByteArray number = QByteArray::number(100000 + position / 2);
    p.alias = QByteArray(given.latin) + '.' + family.latin + number;
    p.email = p.alias + "@halden.example";
    p.employee = number.left(2) + ' ' + number.mid(2);
    p.personalEmail = QByteArray(given.latin, 1) + '.' + family.latin + number.right(3) + "@mail.example";
    if (dice.below(20) != 0)
        p.phone = QByteArray(culture.dial) + QByteArray::number(200000000 + dice.below(700000000));
    if (dice.below(60) == 0)
        p.email.clear();
    static const char *profiles[] = {
        "Employees", "Employees", "Employees", "Employees", "Contractors", "Seasonal", "Non-employees", "Board"};
    p.profile = profiles[dice.below(8)];
    const quint32 life = dice.below(40);
    p.lifecycle = life == 1 ? "leave" : "active";
    if (life == 0)
        p.lifecycle = "inactive";
    p.manager = dice.below(5) == 0 ? "Bridget Quesnel-Fontanarosa" : "Dvora Ben-Shachar";
    p.modified = m_today - core::Instant(2 + dice.below(700)) * core::dayMs - core::Instant(dice.below(86400000));
    addVerification(p, dice, m_today);
    return p;
}

} // namespace lab
