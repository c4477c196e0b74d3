#include "lab/sailpoint/directory.h"

namespace lab {

const QStringList &faults()
{
    static const QStringList kinds{QStringLiteral("none"), QStringLiteral("rate-limit"), QStringLiteral("rate-window"),
        QStringLiteral("errors-500"), QStringLiteral("html-502"), QStringLiteral("reset"), QStringLiteral("cut-body"),
        QStringLiteral("truncated-json"), QStringLiteral("token-expiry"), QStringLiteral("token-revoked"),
        QStringLiteral("empty-page"), QStringLiteral("rows-inserted"), QStringLiteral("rows-deleted"),
        QStringLiteral("overlapping-pages"), QStringLiteral("wrong-count"), QStringLiteral("slow-answer"),
        QStringLiteral("drip"), QStringLiteral("v2024-deprecated"), QStringLiteral("v2024-gone")};
    return kinds;
}

static core::Instant midnight(core::Instant now)
{
    return now - now % core::dayMs;
}

Directory::Directory(const Options &options, core::Instant now)
    : m_options(options), m_people(options.identities, options.seed, midnight(now)),
      m_accounts(options.seed, options.processing), m_startedAt(now)
{
}

bool Directory::exists(quint32 position) const
{
    if (m_removed.contains(position))
        return false;
    if (position % 2)
        return m_joined.count(position) > 0;
    return position < lastPosition() || (position >= lastPosition() && position < lastPosition() + 24);
}

std::optional<quint32> Directory::nextAfter(qint64 after) const
{
    qint64 even = after < 0 ? 0 : (after | 1) + 1;
    while (even < qint64(lastPosition()) && m_removed.contains(quint32(even)))
        even += 2;
    auto odd = m_joined.upper_bound(quint32(std::max<qint64>(after, 0)));
    while (odd != m_joined.end() && m_removed.contains(*odd))
        ++odd;
    const bool hasEven = even < qint64(lastPosition());
    if (odd != m_joined.end() && (!hasEven || *odd < even))
        return *odd;
    if (hasEven)
        return quint32(even);
    return std::nullopt;
}

QList<quint32> Directory::uncorrelated() const
{
    QList<quint32> out;
    for (quint32 i = 0; i < 12; ++i)
        out << lastPosition() + 2 * i;
    return out;
}

void Directory::setRegistered(quint32 position, bool isRegistered, core::Instant now)
{
    m_registered.insert(position, isRegistered);
    changeAttributes(position, {}, now);
}

Person Directory::person(quint32 position, View view) const
{
    Person p = m_people.at(position);
    p.correlated = position % 2 || position < lastPosition();
    p.status = isRegistered(position) ? "REGISTERED" : "UNREGISTERED";
    p.isProtected = People::isProtected(position);
    const auto &changes = view == View::Live ? m_live : m_indexed;
    if (const auto it = changes.constFind(position); it != changes.constEnd()) {
        for (auto v = it->values.begin(); v != it->values.end(); ++v)
            p.attributes.insert(v.key(), v.value());
        p.modified = it->modified;
    }
    return p;
}

void Directory::finalize(core::Instant now)
{
    while (const auto write = m_accounts.takeDue(now))
        changeAttributes(write->position, write->values, write->at);
    while (!m_toIndex.isEmpty() && m_toIndex.first().at <= now) {
        const Pending p = m_toIndex.takeFirst();
        m_indexed.insert(p.position, p.change);
    }
}

void Directory::changeAttributes(quint32 position, const QMap<QByteArray, QByteArray> &values, core::Instant now)
{
    const auto before =
        changed && !values.isEmpty() ? person(position, View::Live).attributes : decltype(Person::attributes)();
    Change &c = m_live[position];
    for (auto v = values.begin(); v != values.end(); ++v)
        c.values.insert(v.key(), v.value());
    c.modified = now;
    for (auto v = values.begin(); changed && v != values.end(); ++v) {
        if (before.value(v.key()) != v.value())
            changed(position, v.key(), before.value(v.key()), v.value());
    }
    m_changed.insert(position);
    m_toIndex.append({now + m_options.indexLag.count(), position, c});
}

void Directory::join(quint32 position, core::Instant now)
{
    m_joined.insert(position | 1);
    Change c;
    c.modified = now;
    m_live.insert(position | 1, c);
    if (changed)
        changed(position | 1, {}, {}, {});
    m_indexed.insert(position | 1, c);
    m_changed.insert(position | 1);
}

} // namespace lab
