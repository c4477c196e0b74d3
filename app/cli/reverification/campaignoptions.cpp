#include "cli/reverification/campaignoptions.h"
#include "cli/shell/shell.h"
#include <QTime>

namespace cli {

using core::Result;

QList<QCommandLineOption> campaignOptionList()
{
    return {valueOption("tenant", "NAME"), valueOption("status", "S"), valueOption("profile", "P"),
        valueOption("lifecycle", "L"), valueOption("from", "FILE"), valueOption("delivery", "WAY", "email"),
        flagOption("no-fallback"), valueOption("per-minute", "N"), valueOption("per-day", "N"),
        valueOption("quiet", "FROM-TO"), valueOption("time-zone", "IANA"), valueOption("link-hours", "N"),
        valueOption("remind", "WORKFLOW"), valueOption("ial", "N"),
        valueOption("documents", "D,D", "passport,drivers_license,national_id"), flagOption("clear-verified"),
        valueOption("people", "N"), flagOption("cancel-open"), flagOption("no-rate-limit")};
}

Result<domain::CampaignPlan> planFrom(Shell &s)
{
    domain::CampaignPlan p;
    p.name = s.positional().value(0);
    p.isList = s.isSet("from");
    // Without a word: whoever is past due, whatever was tried since. The dry run names whom it leaves out.
    p.query.onlyPastDue = !s.isSet("status") || s.value("status") == QLatin1String("past-due");
    if (!p.query.onlyPastDue) {
        p.query.status = domain::statusFromKey(s.value("status"));
        if (!p.query.status)
            return core::fieldError(
                QStringLiteral("status"), QStringLiteral("past-due, overdue, due-soon, never, failed or verified."));
    }
    for (const auto &[option, to] :
        {std::pair{"profile", &p.query.filter.profiles}, std::pair{"lifecycle", &p.query.filter.lifecycles}}) {
        if (s.isSet(option))
            *to << s.value(option);
    }
    const auto delivery = domain::deliveryFromKey(s.value("delivery"));
    if (!delivery)
        return core::fieldError(QStringLiteral("delivery"), QStringLiteral("email or sms."));
    p.prefers = *delivery;
    p.fallsBack = !s.isSet("no-fallback");
    p.clearsVerified = s.isSet("clear-verified");
    p.documents = s.value("documents").split(QLatin1Char(','), Qt::SkipEmptyParts);
    p.timeZone = s.value("time-zone");
    p.workflow = s.value("remind");
    for (const auto &[option, to] : {std::pair{"per-minute", &p.perMinute}, std::pair{"per-day", &p.perDay},
             std::pair{"link-hours", &p.linkHours}, std::pair{"ial", &p.requiredIal}}) {
        bool isNumber = true;
        if (s.isSet(option))
            *to = s.value(option).toInt(&isNumber);
        if (!isNumber)
            return core::fieldError(QString::fromLatin1(option), QStringLiteral("a number."));
    }
    if (s.isSet("quiet")) {
        const QStringList times = s.value("quiet").split(QLatin1Char('-'));
        const QTime from = QTime::fromString(times.value(0), QStringLiteral("HH:mm")),
                    to = QTime::fromString(times.value(1), QStringLiteral("HH:mm"));
        if (!from.isValid() || !to.isValid() || times.size() != 2)
            return core::fieldError(QStringLiteral("quiet"), QStringLiteral("as 20:00-08:00."));
        p.quietFrom = from.hour() * 60 + from.minute();
        p.quietTo = to.hour() * 60 + to.minute();
    }
    if (const auto faults = domain::validate(p); !faults.isEmpty())
        return faults.first();
    return p;
}

} // namespace cli
