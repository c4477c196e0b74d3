#pragma once
#include <QHash>
#include <QString>

namespace core {

/// A string that is an id of one kind only; opaque, compared exactly, never validated as a UUID.
template <class Tag>
class StrongId
{
public:
    StrongId() = default;
    explicit StrongId(QString value) : m_value(std::move(value)) {}
    const QString &str() const { return m_value; }
    bool isEmpty() const { return m_value.isEmpty(); }
    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend bool operator<(const StrongId &a, const StrongId &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using TenantId = StrongId<struct TenantTag>;     ///< ours, made when a tenant is added
using IdentityId = StrongId<struct IdentityTag>; ///< SailPoint's
using SessionId = StrongId<struct SessionTag>;   ///< ours, made with the intent
/// The provider's session id: exists only after the provider answered.
using ProviderSessionId = StrongId<struct ProviderSessionTag>;

} // namespace core
