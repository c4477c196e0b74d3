#pragma once
#include "domain/profiles/identityprofile.h"
#include <QByteArray>

// Identity profiles in files and on the command line, in SailPoint's words. Pure.
namespace services {

/// A file of exported identity profiles, read.
struct ProfileFile
{
    QList<domain::ExportedProfile> profiles;
    bool isList = false;   ///< only then it can be an export
    QString fault;         ///< the parser's words; empty when it is JSON
    qsizetype faultAt = 0; ///< byte
};
ProfileFile readProfileFile(const QByteArray &text);
/// The file of such an export.
QByteArray profileFileText(const QList<domain::ExportedProfile> &profiles);

QList<domain::ExportedProfile> exportedProfilesFrom(const QJsonArray &list);
domain::IdentityProfile identityProfileFrom(const QJsonObject &object);
domain::AttributeConfig attributeConfigFrom(const QJsonObject &object);

} // namespace services
