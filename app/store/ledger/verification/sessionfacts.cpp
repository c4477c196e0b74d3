#include "store/ledger/verification/sessionfacts.h"
#include "store/connection.h"
#include "store/ledger/audit/auditrows.h"
#include "store/ledger/verification/sessionrows.h"
#include <QJsonDocument>
#include <algorithm>

namespace store::sql {

using core::Result;
using domain::SessionNote;

static core::Status factsFromLog(Connection &c, SessionFacts &facts)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT action, outcome, data, at FROM audit WHERE subject = ? AND action IN "
                              "('verification.start', 'recovery.caller-bound', 'recovery.activity-accepted', "
                              "'recovery.wrong-code', 'recovery.reset') ORDER BY seq"),
            {facts.session.id.str()});
    if (!rows)
        return rows.error();
    domain::Session &s = facts.session;
    bool isBound = false;
    QString reset;
    facts.notes.erase(std::remove_if(facts.notes.begin(), facts.notes.end(),
                          [](const SessionNote &n) {
                              return n.kind == QLatin1String("activity-accepted") ||
                                     n.kind == QLatin1String("wrong-code");
                          }),
        facts.notes.end());
    for (const auto &row : *rows) {
        const QString action = row.at(0).toString(), outcome = row.at(1).toString();
        const QJsonObject data = QJsonDocument::fromJson(row.at(2).toString().toUtf8()).object();
        if (action == QLatin1String("verification.start") && outcome == QLatin1String("intent")) {
            if (data.value(QLatin1String("startedBy")).toString() != s.startedBy ||
                data.value(QLatin1String("startedAs")).toString() != domain::startedAsKey(s.startedAs))
                s.startedBy.clear();
            s.request.requiredIal = std::max(s.request.requiredIal, data.value(QLatin1String("requiredIal")).toInt());
        }
        isBound |= action == QLatin1String("recovery.caller-bound");
        if (action == QLatin1String("recovery.activity-accepted"))
            facts.notes << SessionNote{row.at(3).toLongLong(), QStringLiteral("activity-accepted"), data};
        if (action == QLatin1String("recovery.wrong-code"))
            facts.notes << SessionNote{row.at(3).toLongLong(), QStringLiteral("wrong-code"), {}};
        if (action == QLatin1String("recovery.reset"))
            reset = outcome;
    }
    if (!isBound)
        s.boundAt.reset();
    // A reset that was announced and of which no refusal is recorded may have been sent.
    if (s.resetState.isEmpty() && !reset.isEmpty())
        s.resetState = reset == QLatin1String("done") ? QStringLiteral("asked") : QStringLiteral("unknown");
    if (facts.recorded && s.state == domain::SessionState::NeedsReview) {
        if (const QString cause = facts.recorded->event.data.value(QLatin1String("cause")).toString(); !cause.isEmpty())
            s.closingReason = cause;
    }
    return core::ok();
}

Result<SessionFacts> readFacts(Connection &c, const domain::Session &s)
{
    auto notes = readNotes(c, s.id);
    auto recorded = recordedResult(c, s.id.str());
    const auto last = lastEntryAt(c);
    if (!notes)
        return notes.error();
    if (!recorded)
        return recorded.error();
    if (!last)
        return last.error();
    SessionFacts facts{s, *std::move(notes), *std::move(recorded), *last};
    if (const auto read = factsFromLog(c, facts); !read)
        return read.error();
    return facts;
}

} // namespace store::sql
