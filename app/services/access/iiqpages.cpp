#include "services/access/iiqpages.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;

// An address that is not there means: no plug-in. What that is for a person, in their words.
static core::Error explained(core::Error e)
{
    if (e.code != core::ErrorCode::NotFound && e.code != core::ErrorCode::Protocol)
        return e;
    e.text = QCoreApplication::translate("Approvals", "The approvals plug-in does not answer. Decide in IdentityIQ, or "
                                                      "name the plug-in's address: Settings, Tenants, Approvals…");
    e.reason = core::ErrorReason::Explained;
    return e;
}

Async<QJsonArray> everyIiqEntry(
    QObject *context, const IiqPage &page, std::shared_ptr<bool> isCut, int offset, const QJsonArray &before)
{
    core::Deferred<QJsonArray> out;
    core::whenDone<QJsonArray>(
        page(offset), context, [context, page, isCut, before, out](const Result<QJsonArray> &more) {
            if (!more)
                return out.resolve(explained(more.error()));
            QJsonArray all = before;
            for (const auto &v : *more)
                all.append(v);
            *isCut = all.size() >= iiqMostEntries;
            // A server may give fewer than were asked for: only an empty page is the end.
            if (more->isEmpty() || *isCut)
                return out.resolve(all);
            core::whenDone<QJsonArray>(everyIiqEntry(context, page, isCut, int(all.size()), all), context,
                [out](const Result<QJsonArray> &rest) { out.resolve(rest); });
        });
    return out.future();
}

} // namespace services
