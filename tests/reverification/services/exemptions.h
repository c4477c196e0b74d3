#pragma once
#include "services/reverification/campaigns.h"
#include "support/iqfixture.h"
#include <QSqlDatabase>
#include <QSqlQuery>

namespace support {

/// One of a day, unless said otherwise.
inline domain::Exemption parentalLeave(const LabFixture &d, const core::IdentityId &id, core::Instant until = 0)
{
    return {id, QStringLiteral("on parental leave"), QStringLiteral("B. Quesnel"), {}, 0,
        until > 0 ? until : d.clock->now() + core::dayMs};
}

/// How many the log knows to be granted.
inline qint64 grantsInLog(LabFixture &d)
{
    const auto all = *await(d.ledger->audit().records(1, 5000));
    return std::count_if(
        all.begin(), all.end(), [](const auto &r) { return r.event.action == QLatin1String("exemption.grant"); });
}

/// Behind the ledger's back; whether exactly one row was changed.
inline bool rewriteOneRow(const LabFixture &d, const QString &statement)
{
    bool isDone = false;
    d.ledger->drain();
    {
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("exemptions"));
        db.setDatabaseName(d.dir.filePath(QStringLiteral("ledger.db")));
        if (db.open()) {
            QSqlQuery q(db);
            isDone = q.exec(statement) && q.numRowsAffected() == 1;
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("exemptions"));
    return isDone;
}

} // namespace support
