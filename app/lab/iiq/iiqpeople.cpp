#include "lab/iiq/iiqpeople.h"

namespace lab {

QString iiqWorkgroup()
{
    return QStringLiteral("2c918084600000000000000000009999");
}

QString iiqForeignGroup()
{
    return QStringLiteral("2c918084600000000000000000008888");
}

QString iiqOtherApprover()
{
    return QStringLiteral("2c918084600000000000000000007777");
}

static QString displayNameOf(const Endpoints &ends, const QString &id)
{
    if (id == ends.iiqOperatorId)
        return QStringLiteral("The operator");
    if (id == iiqWorkgroup())
        return QStringLiteral("Treasury approvers");
    if (id == iiqForeignGroup())
        return QStringLiteral("Warehouse owners");
    return id == iiqOtherApprover() ? QStringLiteral("Bridget Quesnel-Fontanarosa") : id;
}

QJsonObject iiqNameOf(const Endpoints &ends, const QString &id)
{
    const QString name = displayNameOf(ends, id);
    return {{QStringLiteral("id"), id}, {QStringLiteral("name"), name}, {QStringLiteral("displayName"), name}};
}

bool mayDecideInIiq(const Endpoints &ends, const QString &approver, const QString &owner)
{
    return approver == owner ||
           (owner == iiqWorkgroup() && (approver == ends.iiqOperatorId || approver == iiqOtherApprover()));
}

} // namespace lab
