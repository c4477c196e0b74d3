#include "domain/profiles/workflowfiles.h"
#include "domain/profiles/workflowsteps.h"
#include <QJsonArray>

namespace domain {

// One choice for each word, one after the other; letter case counts there.
static void addWordChoices(QJsonObject &steps, const QString &name, const QString &path, const QStringList &words,
    const QString &yes, const QString &no)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString here = i == 0 ? name : QStringLiteral("%1 %2").arg(name).arg(i + 1),
                      next = i + 1 < words.size() ? QStringLiteral("%1 %2").arg(name).arg(i + 2) : no;
        steps.insert(
            here, choiceStep({{QStringLiteral("comparator"), QStringLiteral("StringEquals")},
                                 {QStringLiteral("variableA.$"), path}, {QStringLiteral("variableB"), words.at(i)}},
                      yes, next));
    }
}

static QString ourValue(const Tenant &t, Field f)
{
    return QStringLiteral("$.trigger.attributes.") + t.map.name(f);
}

static QJsonObject ourChange(const Tenant &t, Field f)
{
    return attributeChange(t.map.name(f), QStringLiteral("{{") + ourValue(t, f) + QStringLiteral("}}"));
}

// What this console sends, and no more: a failed or pending result has no attributes of a verification, and what is not
// sent is not overwritten. Each is a call of its own: what says that somebody is verified comes after what it rests on.
static void addOurBranch(WorkflowDraft &d, const Tenant &t, const QString &start, const QString &goOn)
{
    const QString one = QStringLiteral("Is There One Account?"), none = QStringLiteral("End Without An Account");
    const QList<Field> fields{Field::IdvSessionId, Field::IdvIal, Field::IdvVerifiedName, Field::IdvDocumentType,
        Field::IdvVerifiedDate, Field::IdvStatus, Field::IdvVerified};
    const auto question = [&](qsizetype i) {
        return i < fields.size() ? QStringLiteral("Is %1 There?").arg(fieldKey(fields.at(i))) : goOn;
    };
    d.steps.insert(start, findAccountStep(t, QStringLiteral("$.trigger.identityId"), one));
    d.steps.insert(one, oneChoice("findAccount", question(0), none));
    d.steps.insert(none, failureStep(QStringLiteral("The identity has no account in the source of results")));
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString write = QStringLiteral("Write %1").arg(fieldKey(fields.at(i))), next = question(i + 1);
        d.steps.insert(question(i), presentChoice(ourValue(t, fields.at(i)), write, next));
        d.steps.insert(write, patchFound(t, "findAccount", QJsonArray{ourChange(t, fields.at(i))}, next));
    }
}

// A result in the provider's words. A failed one says nothing about an earlier verification.
static QJsonArray providersChanges(const Tenant &t, bool isVerified)
{
    const auto said = [&t](Field f, const char *theirs) {
        return attributeChange(t.map.name(f), QStringLiteral("{{$.trigger.%1}}").arg(QLatin1String(theirs)));
    };
    if (!isVerified)
        return {attributeChange(t.map.name(Field::IdvStatus), t.statusWords.fail.value(0, QStringLiteral("FAILED")))};
    return {attributeChange(t.map.name(Field::IdvStatus), t.statusWords.pass.value(0)),
        said(Field::IdvIal, "ial_level"), said(Field::IdvVerifiedName, "verified_name"),
        said(Field::IdvDocumentType, "document_type"), said(Field::IdvVerifiedDate, "completed_at"),
        attributeChange(t.map.name(Field::IdvVerified), QStringLiteral("true"))};
}

// Whose it is: the one identity with this e-mail, whose newest session it is. A verification needs all that this
// console asks of one; what is open writes nothing.
static void addTheirBranch(
    WorkflowDraft &d, const Tenant &t, const QString &start, const QString &passed, const QString &failed)
{
    const QString one = QStringLiteral("Is It One Identity?"), newest = QStringLiteral("Is It The Newest Session?"),
                  account = QStringLiteral("Find Its Account"), there = QStringLiteral("Has It One Account?"),
                  pass = QStringLiteral("Is It A Pass?"), fail = QStringLiteral("Is It A Failure?"),
                  write = QStringLiteral("Write Verification"), writeFailed = QStringLiteral("Write Failure"),
                  nobody = QStringLiteral("End: Nobody's Result"), thin = QStringLiteral("End: Not All Is There"),
                  open = QStringLiteral("End: Nothing To Write");
    const QString word = QStringLiteral("$.trigger.verification_status");
    QJsonObject identity = apiStep(t, "get", QStringLiteral("/identities"), {}, one);
    QJsonObject attributes = identity.value(QLatin1String("attributes")).toObject();
    attributes.insert(QStringLiteral("urlParams"),
        QJsonObject{{QStringLiteral("filters"), QStringLiteral("email eq \"{{$.trigger.user_identifier}}\"")}});
    identity.insert(QStringLiteral("attributes"), attributes);
    d.steps.insert(start, identity);
    d.steps.insert(one, oneChoice("findIdentity", newest, nobody));
    d.steps.insert(newest,
        choiceStep({{QStringLiteral("comparator"), QStringLiteral("StringEquals")},
                       {QStringLiteral("variableA.$"),
                           QStringLiteral("$.findIdentity.body[0].attributes.") + t.map.name(Field::IdvSessionId)},
                       {QStringLiteral("variableB.$"), QStringLiteral("$.trigger.session_id")}},
            account, nobody));
    d.steps.insert(account, findAccountStep(t, QStringLiteral("$.findIdentity.body[0].id"), there));
    d.steps.insert(there, oneChoice("findItsAccount", pass, nobody));
    const QStringList needed{QStringLiteral("ial_level"), QStringLiteral("verified_name"),
        QStringLiteral("document_type"), QStringLiteral("completed_at")};
    addWordChoices(d.steps, pass, word, {QStringLiteral("VERIFIED"), QStringLiteral("PASSED")},
        QStringLiteral("Is %1 Said?").arg(needed.first()), fail);
    addWordChoices(d.steps, fail, word, {QStringLiteral("FAILED")}, writeFailed, open);
    for (qsizetype i = 0; i < needed.size(); ++i)
        d.steps.insert(QStringLiteral("Is %1 Said?").arg(needed.at(i)),
            presentChoice(QStringLiteral("$.trigger.") + needed.at(i),
                i + 1 < needed.size() ? QStringLiteral("Is %1 Said?").arg(needed.at(i + 1)) : write, thin));
    d.steps.insert(write, patchFound(t, "findItsAccount", providersChanges(t, true), passed));
    d.steps.insert(writeFailed, patchFound(t, "findItsAccount", providersChanges(t, false), failed));
    d.steps.insert(nobody, failureStep(QStringLiteral("The result belongs to no newest session of one identity")));
    d.steps.insert(thin, failureStep(QStringLiteral("A pass without level, name, document or time is not written")));
    d.steps.insert(open, successStep());
}

// Once written it goes on at `ours`, `passed` or `failed`.
static WorkflowDraft resultDraft(const Tenant &t, const QString &ours, const QString &passed, const QString &failed)
{
    const QString whose = QStringLiteral("In The Provider's Words?"), find = QStringLiteral("Find Account"),
                  who = QStringLiteral("Find Identity");
    WorkflowDraft d;
    d.name = QStringLiteral("IDV results");
    d.description =
        QStringLiteral("Writes an identity verification's result to the person's account in the source of results.");
    d.start = whose;
    d.steps.insert(whose, presentChoice(QStringLiteral("$.trigger.verification_status"), who, find));
    addOurBranch(d, t, find, ours);
    addTheirBranch(d, t, who, passed, failed);
    d.trigger = {{QStringLiteral("type"), QStringLiteral("EXTERNAL")},
        {QStringLiteral("attributes"),
            QJsonObject{{QStringLiteral("clientId"), QString()}, {QStringLiteral("url"), QString()},
                {QStringLiteral("description"), QStringLiteral("IDV result")}}}};
    return d;
}

QJsonObject resultWorkflow(const Tenant &t)
{
    const QString end = QStringLiteral("End");
    WorkflowDraft d = resultDraft(t, end, end, end);
    d.steps.insert(end, successStep());
    return d.whole();
}

QJsonObject decisionWorkflow(const Tenant &t, const QString &escalateTo)
{
    const QString ours = QStringLiteral("Has It Failed?"), asked = QStringLiteral("Is There A Requester?"),
                  tell = QStringLiteral("Tell The Requester"), review = QStringLiteral("Ask For A Review By Hand"),
                  bad = QStringLiteral("End Without A Verified Identity"), end = QStringLiteral("End");
    WorkflowDraft d = resultDraft(t, ours, end, asked);
    d.name = QStringLiteral("IDV results with escalation");
    d.description = QStringLiteral(
        "Writes an identity verification's result; a failed one is told to the requester and handed to people.");
    // Failed is what the tenant's words say; what passed or is open goes on quietly.
    const QStringList failWords =
        t.statusWords.fail.isEmpty() ? QStringList{QStringLiteral("FAILED")} : t.statusWords.fail;
    addWordChoices(d.steps, ours, ourValue(t, Field::IdvStatus), failWords, asked, end);
    d.steps.insert(asked, presentChoice(QStringLiteral("$.trigger.requesterEmail"), tell, review));
    d.steps.insert(tell,
        mailStep({{QStringLiteral("recipientEmailList.$"), QStringLiteral("$.trigger.requesterEmail")}},
            QStringLiteral("An identity verification failed"),
            QStringLiteral(
                "A verification that you asked for ended without a verified identity. A colleague will look at it."),
            review));
    d.steps.insert(
        review, mailStep({{QStringLiteral("recipientEmailList"), QJsonArray{escalateTo}}},
                    QStringLiteral("Please review a failed identity verification"),
                    QStringLiteral("Look at the newest failed verification in the console. Decide by your own "
                                   "procedure; the verification itself is not repeated."),
                    bad));
    d.steps.insert(bad, failureStep(QStringLiteral("Identity verification failed")));
    d.steps.insert(end, successStep());
    return d.whole();
}

} // namespace domain
