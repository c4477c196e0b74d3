#pragma once
#include "core/async.h"
#include <QList>
#include <functional>
#include <memory>

namespace services {

constexpr int iiqPageSize = 100;
constexpr int iiqMostEntries = 2500;

/// Asks the approvals plug-in for one page, from this entry on.
template <typename Entry>
using IiqPage = std::function<core::Async<QList<Entry>>(int offset)>;

/// A plug-in that does not answer, said in words for a person (the reason Explained); another error as it is.
core::Error iiqPageFault(core::Error error);

/// All pages, at most 2,500 entries; whether that was not all is noted in `isCut`. `context` lives on the calling
/// thread; ends Cancelled when it dies. Errors are iiqPageFault()'s.
template <typename Entry>
core::Async<QList<Entry>> everyIiqEntry(QObject *context, const IiqPage<Entry> &page, std::shared_ptr<bool> isCut,
    int offset = 0, const QList<Entry> &before = {})
{
    using Entries = QList<Entry>;
    core::Deferred<Entries> out;
    core::whenDone<Entries>(
        page(offset), context, [context, page, isCut, before, out](const core::Result<Entries> &more) {
            if (!more)
                return out.resolve(iiqPageFault(more.error()));
            const Entries all = before + *more;
            *isCut = all.size() >= iiqMostEntries;
            // A server may give fewer than were asked for: only an empty page is the end.
            if (more->isEmpty() || *isCut)
                return out.resolve(all);
            core::whenDone<Entries>(everyIiqEntry<Entry>(context, page, isCut, int(all.size()), all), context,
                [out](const core::Result<Entries> &rest) { out.resolve(rest); });
        });
    return out.future();
}

} // namespace services
