#include "services/operations/profilefile.h"
#include "net/sailpoint/profiles/profilereader.h"
#include <QJsonDocument>

namespace services {

ProfileFile readProfileFile(const QByteArray &text)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(text, &fault);
    ProfileFile file;
    file.isList = document.isArray();
    file.profiles = exportedProfilesFrom(document.array());
    if (fault.error != QJsonParseError::NoError)
        file.fault = fault.errorString();
    file.faultAt = fault.offset;
    return file;
}

QByteArray profileFileText(const QList<domain::ExportedProfile> &profiles)
{
    return QJsonDocument(domain::rawObjects(profiles)).toJson();
}

QList<domain::ExportedProfile> exportedProfilesFrom(const QJsonArray &list)
{
    return net::sailpoint::allFrom(list, net::sailpoint::exportedProfileFrom);
}

domain::IdentityProfile identityProfileFrom(const QJsonObject &object)
{
    return net::sailpoint::identityProfileFrom(object);
}

domain::AttributeConfig attributeConfigFrom(const QJsonObject &object)
{
    return net::sailpoint::attributeConfigFrom(object);
}

} // namespace services
