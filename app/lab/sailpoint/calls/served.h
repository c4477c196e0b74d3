#pragma once
#include "lab/sailpoint/route.h"
#include <QSet>

namespace lab {

/// A call of SailPoint's that the simulator really does. Whatever is not one of these is answered 501, and never with a
/// success that did nothing.
struct ServedCall
{
    const char *method;
    const char *path; ///< "/identities/*/ownership": a star is one segment
    bool isList;      ///< answers an array, of which callers may ask for a page, an order and a part
    bool ownsQuery;   ///< reads limit, offset, filters and sorters itself
};

/// Each as "GET /identities/*".
QSet<QString> servedCalls();
/// Is any call of this service ("/accounts") served?
bool isServedService(const QString &service);
/// Null for a call that is not served.
const ServedCall *servedCall(const Route &where);

} // namespace lab
