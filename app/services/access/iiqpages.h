#pragma once
#include "core/async.h"
#include <QJsonArray>
#include <functional>
#include <memory>

namespace services {

constexpr int iiqPageSize = 100;
constexpr int iiqMostEntries = 2500;

/// Asks the approvals plug-in for one page, from this entry on.
using IiqPage = std::function<core::Async<QJsonArray>(int offset)>;

/// All pages, at most 2,500 entries; whether that was not all is noted in `isCut`. `context` lives on the calling
/// thread; ends Cancelled when it dies. A plug-in that does not answer is said in words for a person (the reason
/// Explained).
core::Async<QJsonArray> everyIiqEntry(
    QObject *context, const IiqPage &page, std::shared_ptr<bool> isCut, int offset = 0, const QJsonArray &before = {});

} // namespace services
