#include "domain/tenants/tenant.h"
#include "net/http/jsonreader.h"
#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>

using support::Op;
using support::Outcome;

namespace {

constexpr core::Instant done = 1'800'000'000'000; // 2027-01-15T08:00:00Z
constexpr core::Instant now = done + core::minuteMs;

domain::Session asked()
{
    domain::Session s;
    s.personName = QStringLiteral("Anna Berg");
    s.firstName = QStringLiteral("Anna");
    s.lastName = QStringLiteral("Berg");
    s.providerId = core::ProviderSessionId(QStringLiteral("ps-1234"));
    s.userHash = domain::userDigest(QStringLiteral("anna.berg"));
    s.createdAt = done - 4 * core::minuteMs;
    s.request.requiredIal = 2;
    s.request.documents = {QStringLiteral("passport")};
    return s;
}

/// One pass as three providers write it.
QJsonObject answer(int style)
{
    const QString name = QStringLiteral("Anna Berg"), user = QStringLiteral("anna.berg"),
                  id = QStringLiteral("ps-1234"), at = QStringLiteral("2027-01-15T08:00:00.000Z"),
                  document = QStringLiteral("passport");
    if (style == 0)
        return {{QStringLiteral("session_id"), id}, {QStringLiteral("verification_status"), QStringLiteral("VERIFIED")},
            {QStringLiteral("ial_level"), 2}, {QStringLiteral("verified_name"), name},
            {QStringLiteral("document_type"), document}, {QStringLiteral("completed_at"), at},
            {QStringLiteral("user_identifier"), user}};
    if (style == 1)
        return {{QStringLiteral("sessionId"), id}, {QStringLiteral("verificationStatus"), QStringLiteral("verified")},
            {QStringLiteral("ialLevel"), QStringLiteral("IAL2")},
            {QStringLiteral("verifiedName"), QStringLiteral("BERG ANNA")},
            {QStringLiteral("documentType"), QStringLiteral("PASSPORT")}, {QStringLiteral("completedAt"), done / 1000},
            {QStringLiteral("userIdentifier"), user}};
    return {{QStringLiteral("id"), id}, {QStringLiteral("status"), QStringLiteral("passed")},
        {QStringLiteral("ial_level"), QStringLiteral("2")}, {QStringLiteral("verified_name"), name},
        {QStringLiteral("document_type"), document}, {QStringLiteral("completed_at"), at},
        {QStringLiteral("user_identifier"), user}};
}
constexpr int styles = 3;

Outcome judged(
    const core::Result<domain::ProviderResult> &r, const domain::Session &s = asked(), core::Instant at = now)
{
    if (!r)
        return {false, r.error().text};
    const auto j = domain::evaluateResult(*r, s, at);
    switch (j.event) {
    case domain::SessionEvent::Pass: return {true, {}};
    case domain::SessionEvent::PassToReview: return {false, domain::reviewReasonKey(j.cause)};
    case domain::SessionEvent::StillOpen:
        return {false,
            r->status == domain::ProviderStatus::Unknown ? r->statusWord : QString()}; // the word is what is said
    default: return {false, QStringLiteral("ended")};
    }
}
Outcome outcomeOf(const QByteArray &body)
{
    return judged(net::readResult(body, domain::ProviderProfile(), domain::ResultSource::Answer, now));
}

QString plainKey(const QString &place)
{
    return QString(place).remove(QLatin1Char('_')).toLower();
}

// What leaves the meaning: nobody is named (the session is), another way of writing the same name or moment, a field
// that nobody asked for.
bool isHarmless(const support::Mutant &m)
{
    const QString key = plainKey(m.place);
    if (key == QLatin1String("(whole)"))
        return m.op == Op::ExtraKey;
    if (key == QLatin1String("useridentifier"))
        return m.op == Op::Drop || m.op == Op::Null || m.op == Op::Blank;
    if (key == QLatin1String("verifiedname"))
        return m.op == Op::Sign || m.op == Op::Hidden;
    if (m.place == QLatin1String("completedAt"))
        return m.op == Op::Lower || m.op == Op::Fraction;
    return m.op == Op::SecondSpelling && (m.place == QLatin1String("sessionId") || m.place == QLatin1String("id"));
}

} // namespace

class MutatedAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneChangedFieldPassesNowhere()
    {
        QStringList faults;
        for (int i = 0; i < styles; ++i)
            faults << support::faultsOfPath(
                QStringLiteral("status answer and callback body, style %1").arg(i), answer(i), outcomeOf, isHarmless);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(QLatin1Char('\n'))));
    }
    // Words that somebody might take for a pass, and fields that speak against one.
    void noOtherWordIsAPass()
    {
        QStringList faults;
        const auto with = [](int style, const char *key, const QJsonValue &value) {
            QJsonObject o = answer(style);
            o.insert(QLatin1String(key), value);
            return QJsonDocument(o).toJson(QJsonDocument::Compact);
        };
        const char *const statusKeys[styles]{"verification_status", "verificationStatus", "status"};
        for (int i = 0; i < styles; ++i) {
            for (const char *word :
                {"VERIFIED ok", "!VERIFIED", "NOT VERIFIED", "NOT_VERIFIED", "UNVERIFIED", "SUCCESS", "APPROVED",
                    "COMPLETED", "OK", "true", "1", "yes", "verified-manually", "VERIFIED\xC2\xA0?",
                    "VER\xC4\xB0"
                    "FIED",
                    "PA\xC5\xBF\xC5\xBF"
                    "ED",
                    "FAILED", "DECLINED", "EXPIRED", "ABANDONED", "CANCELLED", "VERIFIED,FAILED", "VERIFIED FAILED",
                    "REVOKED"})
                support::tryOne(faults, QStringLiteral("status word"),
                    QStringLiteral("word %1 in style %2").arg(QString::fromUtf8(word)).arg(i),
                    outcomeOf(with(i, statusKeys[i], QString::fromUtf8(word))));
            for (const char *reason : {"SPOOF_DETECTED", "none", "0", "ok", "low light\nretry"})
                support::tryOne(faults, QStringLiteral("failure reason"),
                    QStringLiteral("reason %1 in style %2").arg(QLatin1String(reason)).arg(i),
                    outcomeOf(with(i, "failure_reason", QLatin1String(reason))));
            support::tryOne(faults, QStringLiteral("failure reason"), QStringLiteral("typed in style %1").arg(i),
                outcomeOf(with(i, "failureReason", QJsonObject{{QStringLiteral("code"), 3}})));
            for (const char *other :
                {"verification_status", "VerificationStatus", "STATUS", "status", "verification-status"}) {
                if (QLatin1String(other) != QLatin1String(statusKeys[i]))
                    support::tryOne(faults, QStringLiteral("two statuses"),
                        QStringLiteral("beside %1 in style %2").arg(QLatin1String(other)).arg(i),
                        outcomeOf(with(i, other, QStringLiteral("FAILED"))));
            }
            support::tryOne(faults, QStringLiteral("two statuses"), QStringLiteral("false in style %1").arg(i),
                outcomeOf(with(i, "Verification_Status", false)));
            for (const char *level : {"1", "IAL1", "0", "4", "IAL 2+", "2,0", "ial_two", "two"})
                support::tryOne(faults, QStringLiteral("level"),
                    QStringLiteral("level %1 in style %2").arg(QLatin1String(level)).arg(i),
                    outcomeOf(with(i, i == 1 ? "ialLevel" : "ial_level", QLatin1String(level))));
            for (const char *name : {"Anna Aker", "Bengt Berg", "Berg", "Anna", "A Berg", "Johan Svensson",
                     "\xD0\x90nna Berg", "Anna B\xD0\xB5rg"})
                support::tryOne(faults, QStringLiteral("name"),
                    QStringLiteral("name %1 in style %2").arg(QString::fromUtf8(name)).arg(i),
                    outcomeOf(with(i, i == 1 ? "verifiedName" : "verified_name", QString::fromUtf8(name))));
            for (const char *document :
                {"national_id", "drivers_license", "passports", "passport card", "pass port", "any"})
                support::tryOne(faults, QStringLiteral("document"),
                    QStringLiteral("document %1 in style %2").arg(QLatin1String(document)).arg(i),
                    outcomeOf(with(i, i == 1 ? "documentType" : "document_type", QLatin1String(document))));
            for (const core::Instant off : {-9 * core::minuteMs - 1, -core::hourMs, -core::dayMs,
                     6 * core::minuteMs + 1, core::hourMs, core::dayMs})
                support::tryOne(faults, QStringLiteral("moment"),
                    QStringLiteral("moment %1 in style %2").arg(off).arg(i),
                    outcomeOf(with(i, i == 1 ? "completedAt" : "completed_at", domain::formatInstant(done + off))));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
    // The same answer, another question.
    void theAnswerFitsOneSessionOnly()
    {
        QStringList faults;
        const auto result = net::readResult(
            QJsonDocument(answer(0)).toJson(), domain::ProviderProfile(), domain::ResultSource::Answer, now);
        QVERIFY(judged(result).isAccepted);
        const std::vector<std::pair<const char *, std::function<void(domain::Session &)>>> changes{
            {"other session", [](auto &s) { s.providerId = core::ProviderSessionId(QStringLiteral("ps-1235")); }},
            {"no session", [](auto &s) { s.providerId = {}; }},
            {"other person", [](auto &s) { s.userHash = domain::userDigest(QStringLiteral("bo.berg")); }},
            {"other name",
                [](auto &s) {
                    s.personName = QStringLiteral("Bo Aker");
                    s.firstName = QStringLiteral("Bo");
                    s.lastName = QStringLiteral("Aker");
                }},
            {"no name",
                [](auto &s) {
                    s.personName.clear();
                    s.firstName.clear();
                    s.lastName.clear();
                }},
            {"higher level", [](auto &s) { s.request.requiredIal = 3; }},
            {"other document", [](auto &s) { s.request.documents = {QStringLiteral("national_id")}; }},
            {"no document", [](auto &s) { s.request.documents.clear(); }},
            {"younger session", [](auto &s) { s.createdAt = done + 5 * core::minuteMs + 1; }},
        };
        for (const auto &[change, make] : changes) {
            domain::Session s = asked();
            make(s);
            support::tryOne(faults, QStringLiteral("session"), QLatin1String(change), judged(result, s));
        }
        support::tryOne(faults, QStringLiteral("session"), QStringLiteral("clock back by an hour"),
            judged(result, asked(), now - core::hourMs));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};
IDV_TEST(MutatedAnswers)
#include "tst_answers.moc"
