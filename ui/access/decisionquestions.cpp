#include "ui/access/decisionquestions.h"
#include "models/masking.h"
#include <QCoreApplication>
#include <QLocale>

namespace ui {

using domain::OperationKind;

// A sentence of its own; nothing where the decision is the operator's own.
static QString foreignNameText(bool isForeign, const QString &whose)
{
    if (!isForeign)
        return {};
    return QLatin1Char('\n') +
           QCoreApplication::translate("DecisionQuestion", "You decide in the name of %1, and IdentityIQ shows it so.")
               .arg(whose);
}

OperationQuestion approvalQuestion(const domain::Approval &a)
{
    return {QCoreApplication::translate("DecisionQuestion", "Approve %1 for %2?")
                .arg(a.access, models::shownName(a.forName)),
        QCoreApplication::translate("DecisionQuestion", "SailPoint grants it as soon as nobody else has to agree.") +
            foreignNameText(a.isForeign, a.owner),
        QCoreApplication::translate("DecisionQuestion", "Approve"), {}, false};
}

OperationQuestion denialQuestion(const domain::Approval &a)
{
    return {
        QCoreApplication::translate("DecisionQuestion", "Deny %1 for %2?").arg(a.access, models::shownName(a.forName)),
        QCoreApplication::translate("DecisionQuestion", "Whoever asked reads your comment.") +
            foreignNameText(a.isForeign, a.owner),
        QCoreApplication::translate("DecisionQuestion", "Deny"), {}, true};
}

OperationQuestion reviewQuestion(OperationKind kind, const domain::AccessReview &r)
{
    const QString n = r.total && *r.total > 0
                          ? QLocale().toString(*r.total)
                          : QCoreApplication::translate("DecisionQuestion", "(their number is not known)");
    QString word = r.campaign.trimmed();
    for (const QString &other : {r.name.trimmed(), r.id})
        word = word.isEmpty() ? other : word;
    const QString name = foreignNameText(r.isForeign, r.reviewer);
    switch (kind) {
    case OperationKind::ApproveReview:
        return {QCoreApplication::translate("DecisionQuestion", "Approve all of “%1”?").arg(r.name),
            QCoreApplication::translate("DecisionQuestion", "All %1 items keep their access.").arg(n) + name,
            QCoreApplication::translate("DecisionQuestion", "Approve all"), word, false};
    case OperationKind::DenyReview:
        return {QCoreApplication::translate("DecisionQuestion", "Revoke all of “%1”?").arg(r.name),
            QCoreApplication::translate("DecisionQuestion", "All %1 items lose their access once it is signed off.")
                    .arg(n) +
                name,
            QCoreApplication::translate("DecisionQuestion", "Revoke all"), word, true};
    default: break;
    }
    return {QCoreApplication::translate("DecisionQuestion", "Sign “%1” off?").arg(r.name),
        QCoreApplication::translate(
            "DecisionQuestion", "It ends the review. IdentityIQ then carries the decisions out.") +
            name,
        QCoreApplication::translate("DecisionQuestion", "Sign off"), word, true};
}

} // namespace ui
