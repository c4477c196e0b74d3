#pragma once
#include "store/connection.h"
#include <string>
#include <string_view>

// One person in the search index, inside the caller's transaction. False when the file refuses.
namespace store {

bool removeFromSearch(Connection &c, qint64 rid);
/// Places stand in name order with room between them; a newcomer takes the middle of its gap. When a gap is full the
/// newcomer stands at the end, out of order until the next rebuild: found all the same.
bool addToSearch(Connection &c, qint64 rid, std::string_view sortkey, const std::string &text);

} // namespace store
