#pragma once
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include "domain/profiles/source.h"

// Reads what SailPoint says of identity profiles and identity attributes (contract 6 and 7). What is missing or of
// another type stays empty, 0 or false. Pure; thread: any.
namespace net::sailpoint {

domain::IdentityProfile identityProfileFrom(const QJsonObject &object);
/// `identityAttributeConfig` of a profile, or SailPoint's defaults.
domain::AttributeConfig attributeConfigFrom(const QJsonObject &object);
domain::ExportedProfile exportedProfileFrom(const QJsonObject &object);
domain::ImportResult importResultFrom(const QJsonObject &object);
domain::IdentityPreview identityPreviewFrom(const QJsonObject &object);
domain::LifecycleState lifecycleStateFrom(const QJsonObject &object);
domain::IdentityAttribute identityAttributeFrom(const QJsonObject &object);
domain::Source sourceFrom(const QJsonObject &object);

/// Each entry of a list; an entry that is no object is read as an empty one.
template <class T>
QList<T> allFrom(const QJsonArray &list, T (*reader)(const QJsonObject &))
{
    QList<T> out;
    for (const auto &v : list)
        out.append(reader(v.toObject()));
    return out;
}

} // namespace net::sailpoint
