#include "domain/readiness/diagnosis.h"
#include "domain/verification/sessionend.h"
#include <QCoreApplication>

namespace domain {

static QString sayDiagnosis(const char *text, int n = -1)
{
    return QCoreApplication::translate("Diagnosis", text, nullptr, n);
}

QList<Diagnosis> diagnose(const Session &s, const SessionSigns &g, core::Instant now)
{
    if (!isAskedAbout(s.state))
        return {};
    const bool isUnread = !g.word.isEmpty() || g.lastFault == core::ErrorCode::Protocol;
    if (now - s.createdAt < quietFor && !isUnread)
        return {};
    QList<Diagnosis> out;
    if (!g.word.isEmpty())
        out << Diagnosis::UnknownWord;
    else if (isUnread)
        out << Diagnosis::UnreadableAnswer;
    else if (g.lastFault == core::ErrorCode::NotFound)
        out << Diagnosis::WrongPath;
    else if (g.lastFault == core::ErrorCode::Unauthorized || g.lastFault == core::ErrorCode::Forbidden)
        out << Diagnosis::NotAllowed;
    else if (g.lastFault)
        out << Diagnosis::ProviderSilent;
    if (skewOf(g.skewMs) != Skew::Fine)
        out << Diagnosis::ClockWrong;
    if (isLinkOver(s, now))
        out << Diagnosis::LinkOver;
    if (g.hasCallbackAddress && g.callbacks == 0 && (!g.hasQuery || !out.isEmpty()))
        out << (g.isReceiving ? Diagnosis::CallbackMissing : Diagnosis::ReceiverOff);
    // That no fault is known is no answer: only the provider's own says that the person has not finished.
    if (out.isEmpty())
        out << (g.watch.state == WatchState::Live ? Diagnosis::NotFinished : Diagnosis::NotChecked);
    return out;
}

QString diagnosisText(Diagnosis d, const SessionSigns &g, core::Instant now)
{
    switch (d) {
    case Diagnosis::ProviderSilent:
        return sayDiagnosis(QT_TRANSLATE_NOOP(
            "Diagnosis", "Status queries get no answer. Check the network and the provider's address."));
    case Diagnosis::WrongPath:
        return sayDiagnosis(QT_TRANSLATE_NOOP(
            "Diagnosis", "The provider does not know this session. The status path of the tenant may be wrong."));
    case Diagnosis::NotAllowed:
        return sayDiagnosis(
            QT_TRANSLATE_NOOP("Diagnosis", "The provider no longer accepts the key. Replace it in Settings, Tenants."));
    case Diagnosis::UnknownWord:
        return sayDiagnosis(
            QT_TRANSLATE_NOOP("Diagnosis",
                "The provider's status says “%1”, a word that is not known here. It decides nothing. Look "
                "at the session at the provider, or end it and start a new verification."))
            .arg(g.word);
    case Diagnosis::UnreadableAnswer:
        if (g.field.isEmpty())
            return sayDiagnosis(
                QT_TRANSLATE_NOOP("Diagnosis", "The provider answers, but not with a result that can be "
                                               "read. The tenant's status path may be wrong."));
        return sayDiagnosis(QT_TRANSLATE_NOOP("Diagnosis",
                                "The provider answers, but the field “%1” of its answer cannot be used. Nothing of it "
                                "counts. Look at the session at the provider, or end it and start a new verification."))
            .arg(g.field);
    case Diagnosis::ClockWrong:
        return sayDiagnosis(QT_TRANSLATE_NOOP(
            "Diagnosis", "This computer's clock and the provider's differ by more than a minute. Set the clock."));
    case Diagnosis::ReceiverOff:
        return sayDiagnosis(QT_TRANSLATE_NOOP("Diagnosis",
            "Callbacks were asked for, but the receiver does not run. Start it in Settings, Callback receiver."));
    case Diagnosis::CallbackMissing:
        return sayDiagnosis(QT_TRANSLATE_NOOP(
            "Diagnosis", "Callbacks were asked for, and none came. The provider may not reach the callback address."));
    case Diagnosis::LinkOver:
        return sayDiagnosis(QT_TRANSLATE_NOOP("Diagnosis", "The link's lifetime is over. Start a new verification."));
    case Diagnosis::NotFinished:
        return sayDiagnosis(QT_TRANSLATE_NOOP(
            "Diagnosis", "Everything works; the person has not finished. Ask whether the link arrived."));
    case Diagnosis::NotChecked:
        if (g.watch.state == WatchState::NotAsked)
            return sayDiagnosis(
                QT_TRANSLATE_NOOP("Diagnosis", "This provider has no status query: only a callback tells "
                                               "whether the person has finished. Ask the person."));
        return sayDiagnosis(QT_TRANSLATE_NOOP("Diagnosis", "%1. Whether the person has finished is not known. Ask the "
                                                           "person, or look at the session at the provider."))
            .arg(notCheckedText(g.watch, now));
    }
    return {};
}

Skew skewOf(qint64 ms)
{
    const qint64 s = std::abs(ms) / 1000;
    if (s > 300)
        return Skew::Refuse;
    return s > 60 ? Skew::Warn : Skew::Fine;
}

QString skewText(qint64 ms)
{
    if (skewOf(ms) == Skew::Fine)
        return {};
    const int minutes = std::max(1, int((std::abs(ms) + 30'000) / 60'000));
    return ms > 0
               ? sayDiagnosis(QT_TRANSLATE_N_NOOP("Diagnosis", "This computer's clock is %n minute(s) slow"), minutes)
               : sayDiagnosis(QT_TRANSLATE_N_NOOP("Diagnosis", "This computer's clock is %n minute(s) fast"), minutes);
}

} // namespace domain
