#include "net/provider/docuverifyresult.h"
#include "domain/identities/identity.h"
#include "net/http/fields.h"

namespace net {

using core::Result;

static bool isEnd(const QString &word)
{
    const QString key = domain::statusKey(word);
    return key == QLatin1String("completed") || key == QLatin1String("success");
}

// Whether the session ended: the service's versions call it by different names, and all that are there have to agree.
static QString sessionWord(FieldReader &f)
{
    QString out;
    for (const AnswerField &field :
        f.named({QStringLiteral("sessionStatus"), QStringLiteral("responseStatus"), QStringLiteral("status")})) {
        const QString word = f.word({field});
        if (out.isEmpty())
            out = word;
        else if (!word.isEmpty() && word.toLower() != out.toLower() && !(isEnd(word) && isEnd(out)))
            f.refuse(field.name, QStringLiteral("contradicts the other status of the session"));
    }
    return out;
}

// Any text that says why it failed, whatever the verification's word.
static QString failureOf(FieldReader &f)
{
    const QString reason = f.freeText(f.named({QStringLiteral("failureReason")}));
    const AnswerFields errors = f.named({QStringLiteral("error")});
    if (!reason.isEmpty() || errors.isEmpty())
        return reason;
    if (errors.first().value.isString())
        return f.freeText(errors);
    return f.object(errors).isEmpty() ? QString() : f.freeText(f.every({QStringLiteral("/error/message")}));
}

// The one document of a session, in our word for it, and the name that it carries.
static void readDocument(FieldReader &f, const QMap<QString, QString> &words, domain::ProviderResult &r)
{
    for (auto it = words.begin(); it != words.end(); ++it) {
        const QJsonObject document = f.object(f.every({QLatin1Char('/') + it.value()}));
        if (document.isEmpty())
            continue;
        if (!r.documentType.isEmpty())
            return f.refuse(it.value(), QStringLiteral("is a second document in one session"));
        r.documentType = it.key();
        FieldReader d(document);
        const auto part = [&d](const char *a, const char *b) {
            const QString v = d.text(d.every({QLatin1Char('/') + QLatin1String(a)}));
            return v.isEmpty() ? d.text(d.every({QLatin1Char('/') + QLatin1String(b)})) : v;
        };
        const QString parts =
            (part("firstName", "givenName") + QLatin1Char(' ') + part("lastName", "familyName")).simplified();
        const QString full = part("fullName", "name");
        r.verifiedName = parts.contains(QLatin1Char(' ')) || full.isEmpty() ? parts : full;
        if (r.verifiedName.size() > 200)
            d.refuse(QStringLiteral("lastName"), QStringLiteral("makes a name of more than 200 characters"));
        if (d.fault())
            return f.refuse(d.fault()->field, QStringLiteral("of the document cannot be used"));
    }
}

Result<domain::ProviderResult> docuVerifyResult(
    const QJsonObject &o, const domain::ProviderProfile &p, core::Instant now)
{
    using domain::ProviderStatus;
    FieldReader f(o);
    domain::ProviderResult r;
    r.session = core::ProviderSessionId(f.id(f.named({QStringLiteral("sessionId")})));
    const QString session = sessionWord(f);
    f.object(f.named({QStringLiteral("verification")})); // a word there would be one more status that nobody reads
    const AnswerFields verifications = f.named({QStringLiteral("verificationStatus"), QStringLiteral("verifyStatus")});
    const QString verification = f.word(verifications + f.every({QStringLiteral("/verification/status")}));
    // Two words, kept apart: whether the session ended, and what the verification said.
    r.statusWord = verification.isEmpty() ? session : session + QLatin1Char('/') + verification;
    const bool isEnded = isEnd(session);
    if (!isEnded)
        r.status = domain::providerStatus(session);
    // A session's word is no verification's.
    if (!isEnded && (r.status == ProviderStatus::Passed || r.status == ProviderStatus::Failed))
        r.status = ProviderStatus::Unknown;
    if (isEnded)
        r.status = verification.isEmpty() ? ProviderStatus::Unknown : domain::statusOf(p.results, verification);
    if (r.status == ProviderStatus::InProgress && isEnded)
        r.status = ProviderStatus::Unknown;
    readDocument(f, p.documentWords, r);
    r.userHash =
        domain::userDigest(f.id(f.every({QStringLiteral("/userUID"), QStringLiteral("/metadata/userUID")}), 320));
    r.completedAt = f.instant(f.every({QStringLiteral("/completedAt"), QStringLiteral("/completed_at"),
                                  QStringLiteral("/metadata/completedAt")}),
        now);
    r.failureReason = failureOf(f);
    if (f.fault())
        return *f.fault();
    // By contract the decrypted answer repeats the session's id; that it was sealed for this console names nobody.
    if (r.session.isEmpty())
        return unusable(QStringLiteral("sessionId"), QStringLiteral("The answer does not name the session."));
    if (session.isEmpty())
        return unusable(QStringLiteral("sessionStatus"), QStringLiteral("The answer holds no status."));
    return r;
}

} // namespace net
