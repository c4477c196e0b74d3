#pragma once
#include "support/mutants.h"
#include "support/tally.h"
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>
#include <functional>
#include <utility>
#include <vector>

namespace support {

/// The seed of this run: IDV_SEED, or always the same.
inline quint32 seed()
{
    bool isNumber = false;
    const uint given = qEnvironmentVariable("IDV_SEED").toUInt(&isNumber);
    return isNumber ? given : 20261128;
}
inline bool isThorough()
{
    return qEnvironmentVariableIntValue("IDV_THOROUGH") == 1;
}

/// In an order that the seed decides: what one case leaves behind does not hide what another one finds.
template <class T>
void shuffle(std::vector<T> &all)
{
    QRandomGenerator dice(seed());
    for (size_t i = all.size(); i > 1; --i)
        std::swap(all[i - 1], all[dice.bounded(quint32(i))]);
}

struct Outcome
{
    bool isAccepted = false;
    QString reason; ///< why not
};
using OutcomeOf = std::function<Outcome(const QByteArray &json)>;

/// What is wrong with a path, in words; empty when the passing document passes, no other one does, and each of the
/// others is given a reason. `isHarmless`: changes that leave the meaning.
inline QStringList faultsOfPath(const QString &path, const QJsonObject &passing, const OutcomeOf &outcomeOf,
    const std::function<bool(const Mutant &)> &isHarmless)
{
    QStringList faults;
    if (const auto o = outcomeOf(QJsonDocument(passing).toJson(QJsonDocument::Compact)); !o.isAccepted)
        faults << path + QStringLiteral(": the unchanged case is refused: ") + o.reason;
    auto all = mutantsOf(passing);
    shuffle(all);
    for (const Mutant &m : all) {
        if (isHarmless(m))
            continue;
        Tally::of().count(path, opName(m.op));
        const auto o = outcomeOf(m.json);
        if (o.isAccepted)
            faults << path + QStringLiteral(": accepted: ") + m.name() + QLatin1Char(' ') +
                          QString::fromUtf8(m.json.left(300));
        else if (o.reason.trimmed().isEmpty())
            faults << path + QStringLiteral(": no reason: ") + m.name();
    }
    return faults;
}

/// The same for a change that is no change of a document.
inline void tryOne(QStringList &faults, const QString &path, const QString &change, const Outcome &o)
{
    Tally::of().count(path, change.section(QLatin1Char(' '), 0, 0));
    if (o.isAccepted)
        faults << path + QStringLiteral(": accepted: ") + change;
    else if (o.reason.trimmed().isEmpty())
        faults << path + QStringLiteral(": no reason: ") + change;
}

} // namespace support
