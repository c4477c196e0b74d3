#pragma once
#include "domain/profiles/attributetransform.h"
#include <QJsonArray>
#include <QMap>
#include <QStringList>
#include <optional>

// Identity profiles as SailPoint has them (contract 6). `raw` is the object as it came: what the console does not know
// is sent back, shown and printed with it, and nobody looks a key up in it.
namespace domain {

/// A source, as a profile names it.
struct SourceReference
{
    QString id, name;
    QJsonObject raw;
};

/// Something else that a profile holds.
struct ProfileField
{
    QString shown;                           ///< a name where it has one; compact JSON of what has none
    QJsonValue value{QJsonValue::Undefined}; ///< as it came; only compared
};

/// What SailPoint did not give, or gave as another type, is empty, 0 or false.
struct IdentityProfile
{
    QString id, name, description;
    QString created, modified;   ///< as SailPoint writes them
    std::optional<int> priority; ///< nothing when it is no whole number
    QString priorityText;        ///< as it came
    QString ownerName;
    SourceReference source;           ///< the authoritative one
    std::optional<bool> needsRefresh; ///< nothing where SailPoint does not say it
    std::optional<bool> hasTimeBasedAttributes;
    std::optional<int> identityCount;
    AttributeConfig config;
    /// What an import can change besides the mappings, by SailPoint's names: neither the id, nor time stamps, nor what
    /// SailPoint counts.
    QMap<QString, ProfileField> fields;
    QJsonObject raw;
};

/// One entry of an export.
struct ExportedProfile
{
    QString name; ///< as the export heads it
    IdentityProfile profile;
    QJsonObject raw;
};

/// What SailPoint made of an import; `faults` can be filled although the call succeeded.
struct ImportResult
{
    QStringList imported; ///< names
    QStringList faults;   ///< SailPoint's sentences
};

/// An attribute of a person, now and with the profile.
struct PreviewLine
{
    QString name, now, then;
    std::optional<QString> fault; ///< SailPoint's sentence, where the value cannot be computed
};
struct IdentityPreview
{
    QList<PreviewLine> lines;
    QJsonObject raw;
};

struct LifecycleState
{
    QString name, technicalName, description;
    std::optional<bool> isEnabled;
    std::optional<int> identityCount;
    QString identityState; ///< SailPoint's word, as activityOf() reads it; empty when it gives none
    QJsonObject raw;
};

/// A profile that does not exist yet, to be created. Without a description none is sent.
IdentityProfile newProfile(const QString &name, const SourceReference &source, const QString &description);
/// A source of which only the id is known.
SourceReference sourceById(const QString &id);
/// The name by which mappings of these profiles call the source; empty when none takes from it.
QString sourceNameIn(const QList<IdentityProfile> &profiles, const QString &sourceId);

/// The objects as they came.
template <class T>
QJsonArray rawObjects(const QList<T> &all)
{
    QJsonArray out;
    for (const T &one : all)
        out.append(one.raw);
    return out;
}

} // namespace domain
