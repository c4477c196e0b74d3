#include "lab/sailpoint/flatfile.h"
#include "lab/sailpoint/people.h"

namespace lab {

QByteArray FlatFile::idOf(quint32 position) const
{
    if (m_made.contains(position))
        return m_made.value(position);
    // Three of five had a result before, so the flat file knows them.
    if (position % 2 == 0 && position / 2 % 5 < 3)
        return "acc" + People::idOf(position, m_seed).mid(3);
    return {};
}

std::optional<quint32> FlatFile::ownerOf(const QByteArray &id) const
{
    const qint64 position = People(0, m_seed, 0).positionOf("2c9" + id.mid(3));
    if (!id.startsWith("acc") || position < 0 || idOf(quint32(position)) != id)
        return std::nullopt;
    return quint32(position);
}

void FlatFile::write(quint32 position, const QMap<QByteArray, QByteArray> &values, core::Instant now)
{
    if (idOf(position).isEmpty())
        m_made.insert(position, "acc" + People::idOf(position, m_seed).mid(3));
    m_toProcess.append({now + m_processing.count(), position, values});
}

std::optional<FlatFile::Write> FlatFile::takeDue(core::Instant now)
{
    if (m_toProcess.isEmpty() || m_toProcess.first().at > now)
        return std::nullopt;
    return m_toProcess.takeFirst();
}

} // namespace lab
