#include "net/sailpoint/identities/personreader.h"
#include "net/http/members.h"
#include <QJsonDocument>

namespace net::sailpoint {

static QString attributeText(const QJsonValue &v)
{
    if (v.isString())
        return v.toString();
    if (v.isNull() || v.isUndefined())
        return {};
    if (v.isBool())
        return v.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return v.toVariant().toString();
}

PersonRead personFrom(const QJsonObject &object, PageKind kind, const QJsonObject &attributes)
{
    PersonRead out;
    out.page = '[' + QJsonDocument(object).toJson(QJsonDocument::Compact) + ']';
    out.kind = kind;
    out.attributes.asSent = attributes;
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        out.attributes.texts.insert(it.key(), attributeText(it.value()));
    return out;
}

PersonRead cloudPersonFrom(const QJsonObject &object, PageKind kind)
{
    return personFrom(object, kind, memberObject(object, "attributes"));
}

domain::LiveIdentity liveIdentityFrom(const QJsonObject &o)
{
    return {memberText(o, "id"), memberText(o, "name"), memberText(o, "identityStatus"), o};
}

domain::LiveIdentities liveIdentitiesFrom(const QJsonArray &list)
{
    domain::LiveIdentities out;
    for (const auto &v : list)
        out.all << liveIdentityFrom(v.toObject());
    out.asSent = list;
    return out;
}

} // namespace net::sailpoint
