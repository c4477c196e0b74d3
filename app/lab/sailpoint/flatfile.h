#pragma once
#include "core/clock.h"
#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <chrono>
#include <optional>

namespace lab {

/// The accounts of the simulated tenant's flat-file source. What is written there becomes attributes after the
/// processing time. Thread: the lab's.
class FlatFile
{
public:
    struct Write
    {
        core::Instant at = 0; ///< when it is processed
        quint32 position = 0;
        QMap<QByteArray, QByteArray> values;
    };
    FlatFile(quint32 seed, std::chrono::milliseconds processing) : m_seed(seed), m_processing(processing) {}
    /// Empty when the person has no account yet.
    QByteArray idOf(quint32 position) const;
    std::optional<quint32> ownerOf(const QByteArray &id) const;
    void write(quint32 position, const QMap<QByteArray, QByteArray> &values, core::Instant now);
    /// The oldest write that is due, if there is one.
    std::optional<Write> takeDue(core::Instant now);

private:
    quint32 m_seed;
    std::chrono::milliseconds m_processing;
    QHash<quint32, QByteArray> m_made;
    QList<Write> m_toProcess;
};

} // namespace lab
