#pragma once
#include "core/result.h"
#include <QJsonObject>
#include <QString>
#include <array>
#include <optional>

namespace domain {

/// What the console knows of a person, each under the technical name that the tenant gives it in SailPoint.
/// The first seven are the IDV result, written back and read; the others are only read.
enum class Field {
    IdvVerified,
    IdvStatus,
    IdvIal,
    IdvVerifiedName,
    IdvDocumentType,
    IdvSessionId,
    IdvVerifiedDate,
    FirstName,
    LastName,
    Mobile,
    WorkEmail,
    PersonalEmail,
    EmployeeNumber,
    RiskGroup,
};
constexpr int fieldCount = 14;
constexpr int idvFieldCount = 7;

/// "idvVerified", "firstName", …: our own name of the field, also its key in a mapping file.
QString fieldKey(Field f);
std::optional<Field> fieldFromKey(const QString &key);

/// Which SailPoint attribute holds which field; per tenant. Defaults are the seed's names.
class AttributeMap
{
public:
    AttributeMap();
    const QString &name(Field f) const { return m_names[size_t(f)]; }
    void set(Field f, const QString &attribute) { m_names[size_t(f)] = attribute.trimmed(); }

    QJsonObject toJson() const;
    /// Keys are fieldKey() names; unknown keys, empty values and two fields on one attribute are errors that name the
    /// key.
    static core::Result<AttributeMap> fromJson(const QJsonObject &json);
    friend bool operator==(const AttributeMap &, const AttributeMap &) = default;

private:
    std::array<QString, fieldCount> m_names;
};

} // namespace domain
