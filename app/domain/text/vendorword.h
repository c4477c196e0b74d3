#pragma once
#include <QString>
#include <optional>

namespace domain {

/// A vendor's word for one of a kind: as it came, to be shown and exported, and what it stands for here. A word that is
/// not known stands for nothing, so it never counts as one that is.
template <typename Kind>
struct VendorWord
{
    QString text;
    std::optional<Kind> kind{};
    bool is(Kind one) const { return kind == one; }
    friend bool operator==(const VendorWord &, const VendorWord &) = default;
};

template <typename Kind>
VendorWord<Kind> vendorWordFrom(const QString &text, std::optional<Kind> (*fromKey)(const QString &))
{
    return {text, fromKey(text)};
}
template <typename Kind>
VendorWord<Kind> vendorWordOf(Kind kind, QString (*key)(Kind))
{
    return {key(kind), kind};
}

} // namespace domain
