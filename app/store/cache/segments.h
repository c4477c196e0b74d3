#pragma once
#include "domain/reverification/reverificationpolicy.h"
#include "store/connection.h"
#include <string>
#include <string_view>
#include <unordered_map>

namespace store {

/// The cache's segments in memory, while one transaction or one policy is worked on.
class Segments
{
public:
    struct Entry
    {
        qint64 sid = 0;
        domain::Segment segment;
        domain::AppliedRule applied;
    };

    static core::Result<Segments> read(Connection &c);
    /// The segment of these values; a new one gets the policy's rule and is stored. nullptr when the file refuses.
    const Entry *of(Connection &c, std::string_view profile, std::string_view lifecycle, std::string_view source,
        std::string_view accountState, std::string_view risk, const domain::ReverificationPolicy &policy,
        core::Instant now);
    const std::unordered_map<std::string, Entry> &all() const { return m_entries; }

private:
    std::unordered_map<std::string, Entry> m_entries;
    std::string m_key;
};

namespace cachesql {

/// Stores for each segment what the policy says of it now; true when a person's dates have to follow.
core::Result<bool> applyPolicy(Connection &c, const domain::ReverificationPolicy &policy, core::Instant now);
/// The next slice of people whose dates follow their segment; true when more remains. Survives a kill between slices.
core::Result<bool> applyPolicySlice(Connection &c);

} // namespace cachesql
} // namespace store
