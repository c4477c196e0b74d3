#pragma once
#include "domain/audit/audit.h"
#include "services/audit/auditexport.h"
#include "services/audit/auditfile.h"
#include "services/audit/audittrail.h"
#include "services/audit/exportreport.h"
#include "services/tenants/internal/stores.h"
#include "support/labfixture.h"
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>

namespace support {

/// A ledger whose log is signed, with a key of its own.
struct SignedLog
{
    explicit SignedLog(int entries = 30)
    {
        ledger = *store::Ledger::open(path(), clock);
        context.reset(new services::Context{services::storesOf(*ledger), vault, clock, dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        trail = std::make_unique<services::AuditTrail>(*context);
        for (int i = 0; i < entries; ++i)
            add(QStringLiteral("Łukasz \"%1\"\n").arg(i));
    }
    QString path() const { return dir.filePath(QStringLiteral("ledger.db")); }
    void add(const QString &name)
    {
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("verification.start");
        a.subject = QStringLiteral("s1");
        a.outcome = QStringLiteral("done");
        a.data = {{QStringLiteral("ticket"), QStringLiteral("INC-1 \u2028 ё")}, {QStringLiteral("b"), 1},
            {QStringLiteral("a"), QJsonArray{true, QJsonValue::Null, -7}}};
        a.personal << domain::personal(QStringLiteral("name"), name);
        QVERIFY(await(ledger->audit().append(a)));
    }
    /// Whether the file holds something else afterwards: a statement may match a row and change nothing in it.
    bool sql(const QString &statement)
    {
        bool isDone = false;
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
            db.setDatabaseName(path());
            isDone = db.open();
            const auto before = contents(db);
            QSqlQuery q(db);
            isDone = isDone && q.exec(statement) && contents(db) != before;
            q.clear();
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
        return isDone;
    }
    /// Every cell of every table.
    static QStringList contents(const QSqlDatabase &db)
    {
        QStringList cells;
        for (const QString &table : db.tables()) {
            QSqlQuery q(QStringLiteral("SELECT * FROM \"%1\"").arg(table), db);
            for (const int columns = q.record().count(); q.next();)
                for (int i = 0; i < columns; ++i)
                    cells << q.value(i).toString();
            cells << table;
        }
        return cells;
    }
    /// Somebody with the ledger but without the key writes a chain of their own.
    void rewriteFrom(qint64 seq, const QString &outcome)
    {
        auto all = *await(ledger->audit().records(1, 100000));
        QByteArray previous = domain::firstPreviousHash();
        for (auto &r : all) {
            if (r.sequence == seq)
                r.event.outcome = outcome;
            r.previous = previous;
            previous = *domain::auditHash(r);
            if (r.sequence < seq)
                continue;
            QVERIFY(sql(QStringLiteral("UPDATE audit SET outcome = '%1', previous = '%2', hash = '%3' WHERE seq = %4")
                            .arg(r.event.outcome, QString::fromLatin1(r.previous.toHex()),
                                QString::fromLatin1(previous.toHex()))
                            .arg(r.sequence)));
        }
    }
    services::TrailState state()
    {
        trail = std::make_unique<services::AuditTrail>(*context);
        const auto s = await(trail->verify());
        return s ? *s : services::TrailState();
    }
    QByteArray exported(bool isRedacted = false)
    {
        services::AuditExport e(*trail, *context);
        const auto r = await(e.run({false, isRedacted}, dir.filePath(QStringLiteral("log.jsonl"))));
        QFile f(dir.filePath(QStringLiteral("log.jsonl")));
        return r && f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }
    /// What does not hold in the file, and with a key what it does not prove.
    services::AuditFileProof check(const QByteArray &bytes, const QString &fingerprint = {})
    {
        QFile f(dir.filePath(QStringLiteral("changed.jsonl")));
        (void)f.open(QIODevice::WriteOnly);
        f.write(bytes);
        f.close();
        services::AuditFileDemand demand;
        if (!fingerprint.isEmpty())
            demand.keys << domain::plainFingerprint(fingerprint);
        auto proof = *services::proveAuditFile(f.fileName(), demand);
        if (!fingerprint.isEmpty() && proof.problem.isEmpty())
            proof.problem = proof.unproved;
        return proof;
    }
    QString fingerprint() const { return domain::keyFingerprint(trail->state().publicKey); }

    QTemporaryDir dir;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    vault::MemoryVault vault;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<services::AuditTrail> trail;
};

} // namespace support
