#pragma once
#include "store/cache/copywriter.h"
#include "store/cache/identityreader.h"

namespace store {

/// The local copy of one tenant's people: a file of its own, rebuildable at any time. Signals on the object's thread.
class IdentityCache : public QObject
{
    Q_OBJECT
public:
    /// A copy that was read by other rules, words or attributes is read anew from its raw texts before this returns.
    static core::Result<std::unique_ptr<IdentityCache>> open(const QString &path,
        const domain::ReverificationPolicy &policy, std::shared_ptr<core::Clock> clock,
        const domain::Reading &reading = {});
    ~IdentityCache() override;

    IdentityReader &reader() { return m_reader; }
    CopyWriter &writer() { return m_writer; }
    core::Async<core::Unit> setOverlay(const core::IdentityId &id, const domain::SessionOverlay &overlay);
    core::Async<core::Unit> replaceOverlays(const QHash<QString, domain::SessionOverlay> &overlays);
    /// Dates follow in slices behind; at once when nothing changes. Goes on where an earlier run was killed.
    core::Async<core::Unit> setPolicy(const domain::ReverificationPolicy &policy);
    const domain::ReverificationPolicy &policy() const { return m_file->policy; }

Q_SIGNALS:
    void changed();

private:
    explicit IdentityCache(std::unique_ptr<CacheFile> file);
    void changedSoon(const core::Async<core::Unit> &done);
    core::Async<core::Unit> applyPolicySlices();
    std::unique_ptr<CacheFile> m_file;
    IdentityReader m_reader;
    CopyWriter m_writer;
};

} // namespace store
