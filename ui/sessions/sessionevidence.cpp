#include "ui/sessions/sessionevidence.h"
#include "domain/verification/resultevaluation.h"
#include "models/sessionmodel.h"
#include "ui/sessions/sessiontext.h"
#include <QDateTime>

namespace ui {

using domain::SessionState;

std::optional<bool> isSameUser(const QList<domain::SessionNote> &notes)
{
    std::optional<bool> is;
    for (const auto &n : notes) {
        if (n.kind != QLatin1String("result"))
            continue;
        if (n.detail.value(QLatin1String("otherUser")).toBool())
            is = false;
        else if (n.detail.value(QLatin1String("sameUser")).toBool() && is != std::optional(false))
            is = true;
    }
    return is;
}

QString conditionName(domain::Condition c)
{
    switch (c) {
    case domain::Condition::Level: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Assurance level"));
    case domain::Condition::Document: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Document"));
    case domain::Condition::Name: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Name"));
    case domain::Condition::CompletedAt: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Completed"));
    case domain::Condition::Source: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Received"));
    case domain::Condition::User: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Named user"));
    }
    return {};
}

static QString nameText(domain::GateMark mark, const domain::Session &s)
{
    if (mark == domain::GateMark::NotMet)
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Different"));
    if (mark == domain::GateMark::Met)
        return s.reviewer.isEmpty() ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Matches"))
                                    : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Accepted by a second person"));
    return s.verifiedName.isEmpty() ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not given"))
                                    : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Cannot be compared"));
}

QString conditionText(domain::Condition c, domain::GateMark mark, const domain::Session &s)
{
    using domain::Condition;
    using domain::GateMark;
    const QString notGiven = saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not given"));
    switch (c) {
    case Condition::Level:
        if (!s.ial)
            return notGiven;
        return mark == GateMark::Met
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "IAL%1, as required")).arg(*s.ial)
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "IAL%1, below IAL%2"))
                         .arg(*s.ial)
                         .arg(domain::neededIal(s));
    case Condition::Document:
        if (s.documentType.isEmpty())
            return notGiven;
        return mark == GateMark::Met
                   ? models::documentText(s.documentType)
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "%1, not one that was asked for"))
                         .arg(models::documentText(s.documentType));
    case Condition::Name: return nameText(mark, s);
    case Condition::CompletedAt: {
        const QString at =
            s.completedAt
                ? QDateTime::fromMSecsSinceEpoch(*s.completedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                : QString();
        if (mark == GateMark::Met)
            return at;
        if (mark == GateMark::NotKnown)
            return notGiven;
        return at.isEmpty() ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not readable, or outside this session"))
                            : saySessionText(QT_TRANSLATE_NOOP("SessionText", "%1, outside this session")).arg(at);
    }
    case Condition::Source:
        return mark == GateMark::NotMet
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "%1; not confirmed")).arg(sourceText(s.source))
                   : sourceText(s.source);
    case Condition::User:
        if (mark == GateMark::NotKnown)
            return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The answer named nobody"));
        return mark == GateMark::Met ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "The one that was asked for"))
                                     : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Another user"));
    }
    return {};
}

QString sourceText(const QString &key)
{
    if (key == domain::sourceCallback)
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Signed callback"));
    if (key == domain::sourceBoth)
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Callback and status query agree"));
    if (key == domain::sourceStatusQuery)
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Status query"));
    return key.isEmpty() ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Nothing received"))
                         : saySessionText(QT_TRANSLATE_NOOP("SessionText", "From an unknown source: %1")).arg(key);
}

static QString signOf(domain::GateMark mark)
{
    switch (mark) {
    case domain::GateMark::Met: return QStringLiteral("✓ ");
    case domain::GateMark::NotMet: return QStringLiteral("✗ ");
    case domain::GateMark::NotKnown: break;
    }
    return QStringLiteral("○ ");
}

QList<std::pair<QString, QString>> evidenceRows(const domain::Session &s, const QList<domain::SessionNote> &notes,
    const QStringList &heldDifferences, core::Instant now)
{
    if (s.state != SessionState::Verified && s.state != SessionState::NeedsReview)
        return {{conditionName(domain::Condition::Source), sourceText(s.source)}};
    const auto conditions = domain::conditionsOf(s, {heldDifferences, isSameUser(notes)}, now);
    QList<std::pair<QString, QString>> rows;
    for (int i = 0; i < domain::conditionCount; ++i) {
        const auto c = domain::Condition(i);
        const auto mark = conditions.of(c);
        rows.append({conditionName(c), signOf(mark) + conditionText(c, mark, s)});
    }
    return rows;
}

} // namespace ui
