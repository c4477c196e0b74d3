#include "models/peopletext.h"
#include "domain/verification/namematch.h"
#include "models/masking.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace models {

static QString sayPeopleText(const char *text)
{
    return QCoreApplication::translate("PeopleModel", text);
}

QString chipKey(domain::StatusKind kind, domain::IdentityStatus status)
{
    if (kind == domain::StatusKind::Held)
        return QStringLiteral("review");
    switch (status) {
    case domain::IdentityStatus::Pending: return QStringLiteral("pending");
    case domain::IdentityStatus::Failed: return QStringLiteral("failed");
    case domain::IdentityStatus::Never: return QStringLiteral("never");
    case domain::IdentityStatus::Overdue: return QStringLiteral("overdue");
    case domain::IdentityStatus::DueSoon: return QStringLiteral("due");
    case domain::IdentityStatus::Verified: return QStringLiteral("verified");
    }
    return {};
}

QString chipText(const QString &key)
{
    if (key == QLatin1String("verified"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Verified"));
    if (key == QLatin1String("pending"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Pending"));
    if (key == QLatin1String("failed"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Failed"));
    if (key == QLatin1String("due"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Due soon"));
    if (key == QLatin1String("overdue"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Overdue"));
    if (key == QLatin1String("never"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Never verified"));
    if (key == QLatin1String("review"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Held"));
    if (key == QLatin1String("expired"))
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Expired"));
    return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Cancelled"));
}

QString overdueText(const domain::Identity &p, core::Instant now)
{
    const auto reason = domain::overdueReasonAt(p.lapse, p.due, now);
    if (!reason)
        return {};
    switch (*reason) {
    case domain::OverdueReason::PastDate: return {};
    case domain::OverdueReason::Reset:
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Reset: idvVerified is false in SailPoint"));
    case domain::OverdueReason::Withdrawn:
        return p.idv.isFlagUnreadable()
                   ? sayPeopleText(QT_TRANSLATE_NOOP(
                                       "PeopleModel", "Not verified: in SailPoint idvVerified is “%1”, idvStatus “%2”"))
                         .arg(p.idv.verifiedRaw.trimmed().left(20), p.idv.status.trimmed().left(40))
                   : sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Withdrawn: SailPoint says %1"))
                         .arg(p.idv.status.trimmed().left(40));
    case domain::OverdueReason::DateUnusable: break;
    }
    if (p.idv.date.quality == domain::DateQuality::Future)
        return sayPeopleText(
            QT_TRANSLATE_NOOP("PeopleModel", "The verified date lies in the future. Repair in SailPoint"));
    if (p.idv.date.quality == domain::DateQuality::Absent)
        return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "The verified date is missing. Repair in SailPoint"));
    return sayPeopleText(
        QT_TRANSLATE_NOOP("PeopleModel", "The verified date cannot be read: “%1”. Repair in SailPoint"))
        .arg(p.idv.dateRaw.left(40));
}

QString contradictionText(const domain::Identity &p, const domain::StatusWords &words)
{
    QStringList out;
    if (const auto c = domain::contradictionOf(p.idv, words)) {
        if (*c == domain::Contradiction::FlagUnreadable)
            out << sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "idvVerified cannot be read: “%1”"))
                       .arg(p.idv.verifiedRaw.left(40));
        else
            out << sayPeopleText(
                QT_TRANSLATE_NOOP("PeopleModel", "SailPoint contradicts itself: idvStatus says %1, idvVerified %2"))
                       .arg(p.idv.status.trimmed().left(40), p.idv.verifiedRaw.trimmed().left(20));
    }
    const bool isOther = !p.idv.verifiedName.trimmed().isEmpty() &&
                         domain::compareNames({p.name, p.firstName, p.lastName}, p.idv.verifiedName).verdict ==
                             domain::NameVerdict::Different;
    if (isOther)
        out << sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Another name was verified: %1"))
                   .arg(shownName(p.idv.verifiedName));
    return out.join(QStringLiteral(" · "));
}

QString pastDueText(domain::PastDuePart part)
{
    switch (part) {
    case domain::PastDuePart::Overdue: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Overdue"));
    case domain::PastDuePart::DateUnusable: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Date unusable"));
    case domain::PastDuePart::Failed: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Failed"));
    case domain::PastDuePart::Held: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Held"));
    case domain::PastDuePart::InRenewal: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "In renewal"));
    }
    return {};
}

QString overdueChipText(domain::OverdueReason reason, int days)
{
    switch (reason) {
    case domain::OverdueReason::PastDate: break;
    case domain::OverdueReason::Reset: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Reset"));
    case domain::OverdueReason::Withdrawn: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Withdrawn"));
    case domain::OverdueReason::DateUnusable: return sayPeopleText(QT_TRANSLATE_NOOP("PeopleModel", "Date unusable"));
    }
    return days > 0 ? QCoreApplication::translate("PeopleModel", "%n day(s) over", nullptr, days)
                    : chipText(QStringLiteral("overdue"));
}

QString dateText(core::Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).date(),
        QLocale().language() == QLocale::English ? QStringLiteral("d MMM yyyy") : QStringLiteral("dd.MM.yyyy"));
}

} // namespace models
