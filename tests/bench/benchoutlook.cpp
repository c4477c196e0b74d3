// P9 and P10: what a reviewer waits for over a million people, and how fast the log is proved and people are exported.
#include "bench/bench.h"
#include "domain/identities/peopleexport.h"
#include "services/identities/exportfile.h"
#include "services/identities/exportspool.h"
#include "services/reverification/reverification.h"
#include "store/cache/identitycache.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>

using support::await;

namespace bench {

static domain::ReverificationPolicy policy(int contractors)
{
    domain::ReverificationPolicy p;
    for (const auto &[name, days] :
        {std::pair{"Contractors", contractors}, std::pair{"Board", 180}, std::pair{"Seasonal", 90}}) {
        domain::ReverificationRule r;
        r.name = QString::fromLatin1(name);
        r.profiles << r.name;
        r.rule = {days, 30, 14};
        p.rules << r;
    }
    domain::ReverificationRule admins;
    admins.name = QStringLiteral("Admins");
    admins.riskGroups << QStringLiteral("Privileged admins");
    admins.isHighRisk = true;
    admins.rule = {60, 14, 7};
    p.rules << admins;
    return p;
}

// What a campaign costs the ledger: a dry run kept, and each link's turn, intent, answer and their records.
static void campaign(store::Ledger &ledger, QJsonObject &out)
{
    domain::Campaign k;
    k.id = QStringLiteral("k");
    k.tenant = core::TenantId(QStringLiteral("t"));
    k.plan.name = QStringLiteral("bench");
    k.plan.documents = {QStringLiteral("passport")};
    domain::AuditEvent a;
    a.action = QStringLiteral("verification.start");
    a.tenant = QStringLiteral("t");
    (void)await(ledger.campaigns().add(k, a));
    constexpr int many = 100'000, links = 1'000;
    QList<domain::CampaignPerson> people;
    for (int i = 0; i < many; ++i)
        people.append({core::IdentityId(QStringLiteral("2c918%1").arg(i, 27, 10, QLatin1Char('0'))),
            domain::CampaignPerson::ToSend, domain::ExclusionReason::Nothing, domain::Delivery::Email, {}});
    out.insert(QStringLiteral("dryrun_rate"), many * 1000.0 / timed([&] {
        for (int from = 0; from < many; from += 10'000)
            (void)await(
                ledger.campaigns().recipients().replace(k.id, 0, people.mid(from, 10'000), from, from == 0), 60000);
    }));
    (void)await(ledger.campaigns().change(k.id, [](const domain::Campaign &now) -> core::Result<store::CampaignStep> {
        store::CampaignStep to{now, {}};
        to.campaign.state = domain::CampaignState::Running;
        return to;
    }));
    out.insert(QStringLiteral("campaign_rate"), links * 1000.0 / timed([&] {
        for (int i = 0; i < links; ++i) {
            const auto turn = await(ledger.campaigns().recipients().list(
                {k.id, domain::CampaignPerson::ToSend, domain::ExclusionReason::Nothing, -1, 1}));
            domain::Session s;
            s.id = core::SessionId(QStringLiteral("s%1").arg(i));
            s.tenant = k.tenant;
            s.campaign = k.id;
            s.request.identity = turn->first().identity;
            s.request.documents = k.plan.documents;
            (void)await(ledger.sessions().start(s, {}, a));
            (void)await(
                ledger.sessions().change(s.id, [&a](const domain::Session &now) -> core::Result<domain::SessionStep> {
                    domain::SessionStep to;
                    to.session = now;
                    to.session.state = domain::SessionState::Pending;
                    to.session.providerId = core::ProviderSessionId(QStringLiteral("p") + now.id.str());
                    to.notes << store::SessionNote{1, QStringLiteral("created"), {}};
                    to.audit << a;
                    return to;
                }));
        }
    }));
    out.insert(QStringLiteral("campaign_counts_ms"),
        timed([&] { (void)await(ledger.campaigns().recipients().counts(k.id)); }));
}

static void timeExport(store::IdentityCache &m, const QString &file, const core::Clock &clock, QJsonObject &out)
{
    const auto rows = await(m.reader().all({}), 60000)->rows;
    domain::PeopleExportLayout layout;
    for (size_t c = 0; c < domain::peopleColumnCount; ++c)
        layout.columns.push_back(domain::PeopleColumn(c));
    auto target = *services::ExportFile::open(QFileInfo(file).dir().filePath(QStringLiteral("bench.csv")));
    const double ms = timed([&] {
        std::string text = domain::exportHead(layout), line;
        (void)target->append(text, true);
        const auto spool = *services::ExportSpool::open(QFileInfo(file).absolutePath(), rows->size());
        const auto now = clock.now();
        (void)await(m.reader().visit(
                        rows,
                        [&](const domain::PersonCells &p) {
                            line.clear();
                            domain::appendPerson(line, p, layout, now);
                            return bool(spool->add(p.place, line));
                        },
                        store::IdentityReader::Order::AsStored, [&] { return spool->moveTo(*target); }),
            300000);
    });
    out.insert(QStringLiteral("export_rate"), double(rows->size()) * 1000 / ms);
    out.insert(QStringLiteral("flush_ms"), timed([&] { (void)target->commit(); }));
    QFile::remove(QFileInfo(file).dir().filePath(QStringLiteral("bench.csv")));
}

static void timeChain(store::Ledger &ledger, QJsonObject &out)
{
    constexpr int records = 20'000;
    domain::AuditEvent a;
    a.actor = QStringLiteral("bench");
    a.action = QStringLiteral("verification.start");
    a.tenant = QStringLiteral("t");
    a.subject = QStringLiteral("2c9180867769897d01776ed5f125512f");
    a.outcome = QStringLiteral("intent");
    a.data = {{QStringLiteral("ticket"), QStringLiteral("INC0481127")}, {QStringLiteral("ial"), 2},
        {QStringLiteral("documents"), QStringLiteral("passport")}};
    core::Async<core::Unit> last;
    for (int i = 0; i < records; ++i) {
        a.personal.clear();
        if (i % 4 == 0) // a start names the person and where the link went
            a.personal << domain::personal(QStringLiteral("name"), QStringLiteral("María-Fernanda Echeverría"))
                       << domain::personal(QStringLiteral("sentTo"), QStringLiteral("m•••a@example.org"));
        last = ledger.audit().append(a);
    }
    (void)await(last, 300000);
    (void)await(ledger.audit().verify(), 60000);
    out.insert(
        QStringLiteral("chain_rate"), records * 1000.0 / timed([&] { (void)await(ledger.audit().verify(), 60000); }));
}

int outlook(const QString &file)
{
    QJsonObject out;
    const auto clock = std::make_shared<core::SystemClock>();
    const auto weeks = services::Reverification::weeks(clock->now());
    {
        auto m = *store::IdentityCache::open(file, {}, clock);
        const auto overview = [&] {
            (void)await(m->reader().counts(), 60000);
            (void)await(m->reader().forecast(weeks), 60000);
        };
        out.insert(QStringLiteral("cold_ms"), timed(overview));
        out.insert(QStringLiteral("warm_ms"), std::min(timed(overview), timed(overview)));
        (void)await(m->reader().outlook(policy(120), weeks), 60000);
        out.insert(
            QStringLiteral("preview_ms"), timed([&] { (void)await(m->reader().outlook(policy(90), weeks), 60000); }));
        out.insert(QStringLiteral("apply_ms"), timed([&] { (void)await(m->setPolicy(policy(120)), 300000); }));
        (void)await(m->setPolicy({}), 300000);
        timeExport(*m, file, *clock, out);
    }
    QTemporaryDir dir;
    auto ledger = *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
    timeChain(*ledger, out);
    campaign(*ledger, out);
    print(out);
    return 0;
}

} // namespace bench
