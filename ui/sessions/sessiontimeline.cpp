#include "ui/sessions/sessiontimeline.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/writeback/writeback.h"
#include "models/sessionmodel.h"
#include "ui/sessions/sessionevidence.h"
#include "ui/sessions/sessiontext.h"
#include <QDateTime>
#include <QHash>
#include <algorithm>

namespace ui {

using domain::SessionNote;
using domain::SessionState;

static QString textOf(const SessionNote &n, const char *key)
{
    return n.detail.value(QLatin1String(key)).toString();
}

static bool isSet(const SessionNote &n, const char *key)
{
    return n.detail.value(QLatin1String(key)).toBool();
}

static TimelineEntry entryOf(
    const SessionNote &n, const QString &family, const QString &icon, const QString &title, const QString &meta)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(n.at).toString(QStringLiteral("HH:mm:ss"));
    return TimelineEntry{family, icon, title, meta, time, false};
}

namespace {
/// A note whose line is always the same, but for one of its facts.
struct PlainNote
{
    const char *family;
    const char *icon;
    const char *title;
    const char *meta; ///< nullptr: the fact alone
    const char *fact; ///< key of what stands in `meta`; nullptr: nothing
};
} // namespace

static const QHash<QString, PlainNote> &plainNotes()
{
    static const QHash<QString, PlainNote> all{
        {QStringLiteral("started"),
            {"verified", "check", QT_TRANSLATE_NOOP("SessionText", "Recorded, before anything was sent"),
                QT_TRANSLATE_NOOP("SessionText", "By %1"), "operator"}},
        {QStringLiteral("created"), {"verified", "send", QT_TRANSLATE_NOOP("SessionText", "Verification created"),
                                        QT_TRANSLATE_NOOP("SessionText", "The provider accepted it"), nullptr}},
        {QStringLiteral("unanswered"),
            {"due", "warning", QT_TRANSLATE_NOOP("SessionText", "No answer to the start"),
                QT_TRANSLATE_NOOP("SessionText", "Whether a link exists is not known"), nullptr}},
        {QStringLiteral("refused"),
            {"failed", "cross", QT_TRANSLATE_NOOP("SessionText", "The provider refused the start"), nullptr, "code"}},
        {QStringLiteral("adopted"),
            {"due", "receiver", QT_TRANSLATE_NOOP("SessionText", "An unmatched callback was assigned to this session"),
                QT_TRANSLATE_NOOP("SessionText", "By %1"), "operator"}},
        {QStringLiteral("wrong-code"),
            {"due", "warning", QT_TRANSLATE_NOOP("SessionText", "A wrong code was read back"), nullptr, nullptr}},
        {QStringLiteral("sent-again"),
            {"pending", "send", QT_TRANSLATE_NOOP("SessionText", "Asked to send the link again"), nullptr, nullptr}},
        {QStringLiteral("unknown-word"),
            {"due", "warning", QT_TRANSLATE_NOOP("SessionText", "The provider used an unknown word"), nullptr, "word"}},
        {QStringLiteral("unreadable-answer"),
            {"due", "warning", QT_TRANSLATE_NOOP("SessionText", "The provider's answer cannot be used"),
                QT_TRANSLATE_NOOP("SessionText", "Field: %1"), "field"}},
        {QStringLiteral("expired"),
            {"never", "hourglass", QT_TRANSLATE_NOOP("SessionText", "Expired"),
                QT_TRANSLATE_NOOP("SessionText", "No result came in the link's lifetime"), nullptr}},
        {QStringLiteral("link-known"),
            {"pending", "link", QT_TRANSLATE_NOOP("SessionText", "The provider's answer carried the link"), nullptr,
                nullptr}},
        {QStringLiteral("stopped"),
            {"never", "ban", QT_TRANSLATE_NOOP("SessionText", "Ended by the operator"), nullptr, nullptr}},
        {QStringLiteral("cancelled"),
            {"never", "ban", QT_TRANSLATE_NOOP("SessionText", "Ended by the operator"), nullptr, nullptr}},
    };
    return all;
}

static TimelineEntry plainEntry(const SessionNote &n, const PlainNote &plain)
{
    QString meta = plain.fact ? textOf(n, plain.fact) : QString();
    if (plain.meta)
        meta = plain.fact ? saySessionText(plain.meta).arg(meta) : saySessionText(plain.meta);
    return entryOf(
        n, QString::fromLatin1(plain.family), QString::fromLatin1(plain.icon), saySessionText(plain.title), meta);
}

static TimelineEntry resultEntry(const SessionNote &n)
{
    const auto state = domain::stateFromKey(textOf(n, "state")).value_or(SessionState::Failed);
    const QString chip = models::sessionChip(state);
    const QString family =
        chip == QLatin1String("expired") || chip == QLatin1String("cancelled") ? QStringLiteral("never") : chip;
    QString icon = QStringLiteral("cross");
    if (chip == QLatin1String("verified"))
        icon = QStringLiteral("check");
    else if (chip == QLatin1String("review"))
        icon = QStringLiteral("eye");
    const QString source = textOf(n, "source");
    return entryOf(n, family, icon,
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "Result: %1")).arg(models::sessionStateText(state).toLower()),
        source.isEmpty() ? holdSentence(textOf(n, "cause")) : sourceText(source));
}

static QString callbackMeta(const SessionNote &n)
{
    if (isSet(n, "otherUser"))
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "It names another user than this session's"));
    const QString place = textOf(n, "place");
    if (place == QLatin1String("duplicate"))
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Known already; nothing changed"));
    if (place == QLatin1String("out-of-order"))
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Out of order; kept, not applied"));
    return isSet(n, "decides")
               ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Signed by the provider"))
               : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not signed: the status query decides"));
}

static TimelineEntry callbackEntry(const SessionNote &n)
{
    const QString title =
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "Callback: %1")).arg(textOf(n, "word").toLower());
    if (isSet(n, "otherUser"))
        return entryOf(n, QStringLiteral("review"), QStringLiteral("warning"), title, callbackMeta(n));
    return entryOf(n, isSet(n, "decides") ? QStringLiteral("pending") : QStringLiteral("due"),
        QStringLiteral("receiver"), title, callbackMeta(n));
}

static TimelineEntry boundEntry(const SessionNote &n)
{
    return entryOf(n, QStringLiteral("verified"), QStringLiteral("link"),
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "The caller holds the link")),
        textOf(n, "how") == QLatin1String("qr")
            ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Scanned in front of the operator"))
            : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Code read back")));
}

static TimelineEntry notSentAgainEntry(const SessionNote &n)
{
    return entryOf(
        n, QStringLiteral("due"), QStringLiteral("warning"), notSentAgain(isSet(n, "isUnknown")), textOf(n, "code"));
}

static TimelineEntry reviewEntry(const SessionNote &n)
{
    const bool isAccepted = textOf(n, "decision") == QLatin1String("accepted");
    return entryOf(n, isAccepted ? QStringLiteral("verified") : QStringLiteral("failed"), QStringLiteral("user"),
        isAccepted ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Accepted by a second person"))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Rejected by a second person")),
        textOf(n, "reviewer"));
}

static TimelineEntry resetEntry(const SessionNote &n)
{
    const QString state = textOf(n, "state");
    const bool isAsked = state == QLatin1String("asked");
    QString meta = saySessionText(QT_TRANSLATE_NOOP("SessionText", "No answer: it may have been sent"));
    if (isAsked)
        meta = saySessionText(QT_TRANSLATE_NOOP("SessionText", "Asked for, %1")).arg(textOf(n, "via"));
    else if (state == QLatin1String("refused"))
        meta = saySessionText(QT_TRANSLATE_NOOP("SessionText", "SailPoint refused"));
    return entryOf(n, isAsked ? QStringLiteral("verified") : QStringLiteral("due"), QStringLiteral("mail"),
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "Password reset e-mail")), meta);
}

static TimelineEntry unconfirmedEntry(const SessionNote &n)
{
    return entryOf(n, QStringLiteral("review"), QStringLiteral("eye"),
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held for review")),
        holdSentence(domain::reviewReasonKey(domain::ReviewReason::Unconfirmed)));
}

static TimelineEntry writeBackEntry(const SessionNote &n)
{
    const QString title = saySessionText(QT_TRANSLATE_NOOP("SessionText", "Write-back"));
    domain::Session s;
    s.writeBack = textOf(n, "state");
    s.writeBackDetail = textOf(n, "detail");
    if (s.writeBack == QLatin1String("sending"))
        return entryOf(n, QStringLiteral("pending"), QStringLiteral("document"), title,
            saySessionText(QT_TRANSLATE_NOOP("SessionText", "The plan is recorded; sending")));
    const auto state = domain::writeBackFromKey(s.writeBack);
    if (state == domain::WriteBackState::Failed || state == domain::WriteBackState::NotStored)
        return entryOf(n, QStringLiteral("failed"), QStringLiteral("cross"), title, writeBackSentence(s, {}));
    const bool isWritten = state == domain::WriteBackState::Written;
    return entryOf(n, isWritten ? QStringLiteral("verified") : QStringLiteral("pending"), QStringLiteral("document"),
        title, writeBackSentence(s, {}));
}

TimelineEntry timelineEntry(const SessionNote &n)
{
    static const QHash<QString, TimelineEntry (*)(const SessionNote &)> others{{QStringLiteral("result"), resultEntry},
        {QStringLiteral("callback"), callbackEntry}, {QStringLiteral("bound"), boundEntry},
        {QStringLiteral("not-sent-again"), notSentAgainEntry}, {QStringLiteral("review"), reviewEntry},
        {QStringLiteral("reset"), resetEntry}, {QStringLiteral("unconfirmed"), unconfirmedEntry},
        {QStringLiteral("write-back"), writeBackEntry}};
    if (const auto make = others.value(n.kind))
        return make(n);
    const auto plain = plainNotes().constFind(n.kind);
    if (plain != plainNotes().cend())
        return plainEntry(n, *plain);
    return entryOf(n, QStringLiteral("never"), QStringLiteral("circle"),
        saySessionText(QT_TRANSLATE_NOOP("SessionText", "Noted: %1")).arg(n.kind), {}); // of a newer version
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

} // namespace ui
