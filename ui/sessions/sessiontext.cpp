#include "ui/sessions/sessiontext.h"
#include "domain/readiness/diagnosis.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/writeback.h"
#include "models/sessionmodel.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

using domain::ReviewReason;
using domain::SessionState;
using domain::WriteBackState;

static QString saySessionText(const char *text)
{
    return QCoreApplication::translate("SessionText", text);
}

QString holdSentence(const QString &key)
{
    switch (domain::reviewReasonFromKey(key)) {
    case ReviewReason::LevelTooLow:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The level reached is below the one asked for. Only a new verification helps."));
    case ReviewReason::LevelMissing:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "The provider gave no assurance level. Only a new verification helps."));
    case ReviewReason::DocumentNotAllowed:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The document is not one of those asked for. Only a new verification helps."));
    case ReviewReason::CompletedAtMissing:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The provider gave no time of completion. Only a new verification helps."));
    case ReviewReason::CompletedAtImplausible:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The time of completion lies outside this session. Only a new verification helps."));
    case ReviewReason::NameDiffers:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The document is genuine, but it names someone else."));
    case ReviewReason::NameNotComparable:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The document is genuine, but its name cannot be compared with the directory's."));
    case ReviewReason::NameMissing:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The result carries no name to compare."));
    case ReviewReason::OtherPerson:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider's answer names another user than the one "
                                                               "that was asked for. Only a new verification helps."));
    case ReviewReason::PassWithFailureReason:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider passes the person and gives a reason for "
                                                               "a failure beside it. Only a new verification helps."));
    case ReviewReason::OtherSession:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The answer belongs to another session."));
    case ReviewReason::Contradiction:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "Two different results arrived for this session. Neither is applied."));
    case ReviewReason::Unconfirmed:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText",
            "A callback said verified, but no status query confirmed it. Only a new verification helps."));
    case ReviewReason::None: break;
    }
    return {};
}

QString sessionHeadline(const domain::Session &s)
{
    switch (s.state) {
    case SessionState::Launching: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Starting"));
    case SessionState::LaunchUnknown: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "No answer from 1Kosmos"));
    case SessionState::LaunchFailed: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not started"));
    case SessionState::Pending: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Waiting for the caller"));
    case SessionState::Provisional: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Checking the result"));
    case SessionState::NeedsReview: {
        const auto cause = domain::reviewReasonFromKey(s.closingReason);
        if (cause == ReviewReason::LevelTooLow || cause == ReviewReason::LevelMissing)
            return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Level too low"));
        if (cause == ReviewReason::NameNotComparable)
            return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held: the name cannot be compared"));
        return cause == ReviewReason::NameDiffers
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held: the name is different"))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held for review"));
    }
    case SessionState::Verified:
        return s.resetState == QLatin1String("asked")
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Password reset e-mail asked for"))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Verified"));
    case SessionState::Failed:
    case SessionState::Declined:
    case SessionState::Abandoned: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not verified"));
    case SessionState::Expired: // by our clock nobody knows whether the caller used it
        return s.source.isEmpty() ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "No result in the link's lifetime"))
                                  : saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link was not used in time"));
    case SessionState::Cancelled: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Ended"));
    }
    return {};
}

QString sessionFact(const domain::Session &s, bool canCancel, bool isLinkKnown)
{
    switch (s.state) {
    case SessionState::Pending:
        if (s.sentTo.isEmpty() && !isLinkKnown)
            return saySessionText(QT_TRANSLATE_NOOP(
                "SessionText", "Its link is not known here, so there is no code to show. No result yet."));
        return s.sentTo.isEmpty()
                   ? saySessionText(
                         QT_TRANSLATE_NOOP("SessionText", "Show the QR code or give the link. No result yet."))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Link sent to %1. No result yet.")).arg(s.sentTo);
    case SessionState::LaunchUnknown:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "A link may be live until %1. It is never sent again by "
                                                               "itself. End it here before a new one is started."))
            .arg(QDateTime::fromMSecsSinceEpoch(s.expiresAt).toString(QStringLiteral("HH:mm")));
    case SessionState::LaunchFailed: return s.closingReason;
    case SessionState::Verified:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "At IAL%1 with: %2, %3 after the start"))
            .arg(s.ial.value_or(0))
            .arg(models::documentText(s.documentType),
                models::durationText(s.completedAt.value_or(s.createdAt) - s.createdAt));
    case SessionState::NeedsReview: return holdSentence(s.closingReason);
    case SessionState::Failed:
        return s.closingReason.isEmpty()
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider gave no reason."))
                   : s.closingReason;
    case SessionState::Declined: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The person declined."));
    case SessionState::Abandoned: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The person did not finish."));
    case SessionState::Expired:
        return s.source.isEmpty()
                   ? saySessionText(QT_TRANSLATE_NOOP(
                         "SessionText", "No answer said how it ended. A result that still comes is held, not applied."))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider says that the link expired."));
    case SessionState::Cancelled:
        return canCancel
                   ? s.closingReason
                   : saySessionText(
                         QT_TRANSLATE_NOOP("SessionText",
                             "No longer watched. The link stays usable until %1; a later pass is held, not applied."))
                         .arg(QDateTime::fromMSecsSinceEpoch(s.expiresAt).toString(QStringLiteral("HH:mm")));
    default: return {};
    }
}

QString unreadSentence(const std::optional<services::WatchFault> &fault)
{
    if (!fault || fault->code != core::ErrorCode::Protocol)
        return {};
    domain::SessionSigns signs;
    signs.field = fault->field;
    signs.word = fault->word;
    return domain::diagnosisText(
        fault->word.isEmpty() ? domain::Diagnosis::UnreadableAnswer : domain::Diagnosis::UnknownWord, signs);
}

QString writeBackSentence(const domain::Session &s, const domain::Tenant &t, std::optional<core::Instant> lookedAt)
{
    const QString looked =
        lookedAt ? QDateTime::fromMSecsSinceEpoch(*lookedAt).toString(QStringLiteral("HH:mm")) : QString();
    switch (domain::writeBackFromKey(s.writeBack)) {
    case WriteBackState::NotNeeded:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Nothing to write for this outcome"));
    case WriteBackState::Waiting:
        return looked.isEmpty()
                   ? saySessionText(
                         QT_TRANSLATE_NOOP("SessionText", "SailPoint or the provider writes it; not seen yet"))
                   : saySessionText(
                         QT_TRANSLATE_NOOP("SessionText", "SailPoint has not shown the result yet (looked at %1)"))
                         .arg(looked);
    case WriteBackState::Planned:
        return t.confirmWriteBack ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Waits for your confirmation"))
                                  : saySessionText(QT_TRANSLATE_NOOP("SessionText", "About to be written"));
    case WriteBackState::Asked:
        return looked.isEmpty()
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "SailPoint accepted the change; not seen yet"))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText",
                                        "SailPoint accepted the change and has not shown it yet (looked at %1)"))
                         .arg(looked);
    case WriteBackState::Unknown:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "Sent, no answer yet; read back before anything is sent again"));
    case WriteBackState::Written:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Written and read back, %1 attributes"))
            .arg(s.writeBackDetail);
    case WriteBackState::NotStored:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "Not stored: SailPoint did not show the result within fifteen minutes"));
    case WriteBackState::Failed:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "SailPoint refused the change"));
    }
    return {};
}

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
    if (key == QLatin1String("callback"))
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Signed callback"));
    if (key == QLatin1String("both"))
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Callback and status query agree"));
    if (key == QLatin1String("status-query"))
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Status query"));
    return key.isEmpty() ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Nothing received"))
                         : saySessionText(QT_TRANSLATE_NOOP("SessionText", "From an unknown source: %1")).arg(key);
}

static QString notSentAgain(bool isUnknown)
{
    return isUnknown ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Whether the link was sent again is not known."))
                     : saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link was not sent again."));
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
        const QString sign = mark == domain::GateMark::Met      ? QStringLiteral("✓ ")
                             : mark == domain::GateMark::NotMet ? QStringLiteral("✗ ")
                                                                : QStringLiteral("○ ");
        rows.append({conditionName(c), sign + conditionText(c, mark, s)});
    }
    return rows;
}

TimelineEntry timelineEntry(const domain::SessionNote &n)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(n.at).toString(QStringLiteral("HH:mm:ss"));
    const auto entry = [&](const char *family, const char *icon, const QString &title, const QString &meta) {
        return TimelineEntry{QString::fromLatin1(family), QString::fromLatin1(icon), title, meta, time, false};
    };
    const auto text = [&n](const char *key) { return n.detail.value(QLatin1String(key)).toString(); };
    if (n.kind == QLatin1String("started"))
        return entry("verified", "check",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Recorded, before anything was sent")),
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "By %1")).arg(text("operator")));
    if (n.kind == QLatin1String("created"))
        return entry("verified", "send", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Verification created")),
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider accepted it")));
    if (n.kind == QLatin1String("unanswered"))
        return entry("due", "warning", saySessionText(QT_TRANSLATE_NOOP("SessionText", "No answer to the start")),
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Whether a link exists is not known")));
    if (n.kind == QLatin1String("refused"))
        return entry("failed", "cross",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider refused the start")), text("code"));
    if (n.kind == QLatin1String("result")) {
        const auto state = domain::stateFromKey(text("state")).value_or(SessionState::Failed);
        const QString chip = models::sessionChip(state);
        const QString family =
            chip == QLatin1String("expired") || chip == QLatin1String("cancelled") ? QStringLiteral("never") : chip;
        return entry(family.toLatin1().constData(),
            chip == QLatin1String("verified") ? "check"
            : chip == QLatin1String("review") ? "eye"
                                              : "cross",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Result: %1"))
                .arg(models::sessionStateText(state).toLower()),
            text("source").isEmpty() ? holdSentence(text("cause")) : sourceText(text("source")));
    }
    if (n.kind == QLatin1String("callback")) {
        const QString place = text("place");
        const bool isDoubt = !n.detail.value(QLatin1String("decides")).toBool();
        const QString meta =
            place == QLatin1String("duplicate")
                ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Known already; nothing changed"))
            : place == QLatin1String("out-of-order")
                ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Out of order; kept aside"))
            : isDoubt ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not signed: the status query decides"))
                      : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Signed by the provider"));
        if (n.detail.value(QLatin1String("otherUser")).toBool())
            return entry("review", "warning",
                saySessionText(QT_TRANSLATE_NOOP("SessionText", "Callback: %1")).arg(text("word").toLower()),
                saySessionText(QT_TRANSLATE_NOOP("SessionText", "It names another user than this session's")));
        return entry(isDoubt ? "due" : "pending", "receiver",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Callback: %1")).arg(text("word").toLower()), meta);
    }
    if (n.kind == QLatin1String("adopted"))
        return entry("due", "receiver",
            saySessionText(
                QT_TRANSLATE_NOOP("SessionText", "A callback that was put aside was handed to this session")),
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "By %1")).arg(text("operator")));
    if (n.kind == QLatin1String("bound"))
        return entry("verified", "link", saySessionText(QT_TRANSLATE_NOOP("SessionText", "The caller holds the link")),
            text("how") == QLatin1String("qr")
                ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Scanned in front of the operator"))
                : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Code read back")));
    if (n.kind == QLatin1String("wrong-code"))
        return entry(
            "due", "warning", saySessionText(QT_TRANSLATE_NOOP("SessionText", "A wrong code was read back")), {});
    if (n.kind == QLatin1String("sent-again"))
        return entry(
            "pending", "send", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Asked to send the link again")), {});
    if (n.kind == QLatin1String("not-sent-again"))
        return entry("due", "warning", notSentAgain(n.detail.value(QLatin1String("isUnknown")).toBool()), text("code"));
    if (n.kind == QLatin1String("review"))
        return entry(text("decision") == QLatin1String("accepted") ? "verified" : "failed", "user",
            text("decision") == QLatin1String("accepted")
                ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Accepted by a second person"))
                : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Rejected by a second person")),
            text("reviewer"));
    if (n.kind == QLatin1String("reset")) {
        const QString state = text("state");
        return entry(state == QLatin1String("asked") ? "verified" : "due", "mail",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Password reset e-mail")),
            state == QLatin1String("asked")
                ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Asked for, %1")).arg(text("via"))
            : state == QLatin1String("refused")
                ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "SailPoint refused"))
                : saySessionText(QT_TRANSLATE_NOOP("SessionText", "No answer: it may have been sent")));
    }
    if (n.kind == QLatin1String("unconfirmed"))
        return entry("review", "eye", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held for review")),
            holdSentence(domain::reviewReasonKey(ReviewReason::Unconfirmed)));
    if (n.kind == QLatin1String("write-back")) {
        domain::Session s;
        s.writeBack = text("state");
        s.writeBackDetail = text("detail");
        if (s.writeBack == QLatin1String("sending"))
            return entry("pending", "document", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Write-back")),
                saySessionText(QT_TRANSLATE_NOOP("SessionText", "The plan is recorded; sending")));
        const auto w = domain::writeBackFromKey(s.writeBack);
        const bool isBad = w == WriteBackState::Failed || w == WriteBackState::NotStored;
        return entry(isBad                          ? "failed"
                     : w == WriteBackState::Written ? "verified"
                                                    : "pending",
            isBad ? "cross" : "document", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Write-back")),
            writeBackSentence(s, {}));
    }
    if (n.kind == QLatin1String("unknown-word"))
        return entry("due", "warning",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider used an unknown word")), text("word"));
    if (n.kind == QLatin1String("unreadable-answer"))
        return entry("due", "warning",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider's answer cannot be used")),
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Field: %1")).arg(text("field")));
    if (n.kind == QLatin1String("expired"))
        return entry("never", "hourglass", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Expired")),
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "No result came in the link's lifetime")));
    if (n.kind == QLatin1String("link-known"))
        return entry("pending", "link",
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider's answer carried the link")), {});
    if (n.kind == QLatin1String("stopped") || n.kind == QLatin1String("cancelled"))
        return entry("never", "ban", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Ended by the operator")), {});
    return entry("never", "circle", saySessionText(QT_TRANSLATE_NOOP("SessionText", "Noted: %1")).arg(n.kind),
        {}); // of a newer version
}

std::optional<TimelineEntry> nextEntry(
    const domain::Session &s, const domain::Watch &w, const QList<domain::SessionNote> &notes, core::Instant now)
{
    static const QStringList ends{QStringLiteral("result"), QStringLiteral("expired"), QStringLiteral("stopped"),
        QStringLiteral("cancelled"), QStringLiteral("refused"), QStringLiteral("unconfirmed")};
    const bool isEnded = std::any_of(notes.begin(), notes.end(), [](const auto &n) { return ends.contains(n.kind); });
    if (!domain::isOpen(s.state) || s.state == SessionState::LaunchUnknown || isEnded)
        return std::nullopt;
    const auto expected = [](const QString &meta) {
        return TimelineEntry{QStringLiteral("never"), QStringLiteral("circle"),
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Result")), meta, {}, true};
    };
    switch (w.state) {
    case domain::WatchState::Over:
        return expected(saySessionText(QT_TRANSLATE_NOOP("SessionText", "The start is not answered yet")));
    case domain::WatchState::NotAsked:
        return expected(
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "Comes as a callback: this provider has no status query")));
    case domain::WatchState::FirstAsk:
        return expected(saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not asked for yet")));
    case domain::WatchState::Live:
        return expected(saySessionText(QT_TRANSLATE_NOOP("SessionText", "Asked for regularly · last answer %1"))
                            .arg(QDateTime::fromMSecsSinceEpoch(w.checkedAt).toString(QStringLiteral("HH:mm:ss"))));
    case domain::WatchState::NotChecked: break;
    }
    return TimelineEntry{QStringLiteral("due"), QStringLiteral("warning"), domain::notCheckedText(w, now),
        domain::notCheckedReason(w), {}, false};
}

QString sendAgainProblem(const core::Error &e)
{
    const auto m = domain::userMessage(e, domain::Vendor::Provider);
    if (core::isOwnRefusal(e))
        return m.headline;
    // Nothing is repeated by itself here, whatever the vendor's wait means elsewhere.
    if (e.code == core::ErrorCode::RateLimited)
        return m.headline + QStringLiteral(". ") +
               saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link was not sent again. Try again in %1 s."))
                   .arg(e.retryAfter.value_or(std::chrono::seconds(30)).count());
    return domain::inOneText({m.headline, notSentAgain(e.mayHaveReachedServer)});
}

void confirmStop(QWidget *parent, const domain::Session &s, bool hasCancelCall, std::function<void()> then)
{
    const bool isHeld = s.state == SessionState::NeedsReview;
    const bool canCancel = hasCancelCall && !s.providerId.isEmpty();
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(saySessionText(QT_TRANSLATE_NOOP("SessionText", "End the verification")));
    box->setText(saySessionText(QT_TRANSLATE_NOOP("SessionText", "End the verification of %1?")).arg(s.personName));
    box->setInformativeText(
        isHeld ? saySessionText(QT_TRANSLATE_NOOP(
                     "SessionText", "The result is not used. A new verification can be started afterwards."))
        : canCancel
            ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link stops working."))
            : saySessionText(QT_TRANSLATE_NOOP("SessionText", "This provider has no call to cancel. The link stays "
                                                              "usable until %1; a later pass is held, not applied."))
                  .arg(QDateTime::fromMSecsSinceEpoch(s.expiresAt).toString(QStringLiteral("HH:mm"))));
    auto *keep = box->addButton(saySessionText(QT_TRANSLATE_NOOP("SessionText", "Keep")), QMessageBox::RejectRole);
    auto *end = box->addButton(
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "End verification")), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    QObject::connect(end, &QPushButton::clicked, parent, std::move(then));
    box->open();
}

} // namespace ui
