#pragma once
#include "net/sailpoint/tenants/accesstokens.h"
#include "services/tenants/accesstoken/clientexpiries.h"
#include "services/tenants/accesstoken/tokenrotation.h"
#include "services/tenants/internal/clientdoor.h"
#include "services/tenants/internal/rotationmark.h"

namespace services {

/// One rotation, see services/tenants/accesstoken/tokenrotation.h; goes by itself when it is done.
class RotationRun : public QObject
{
    Q_OBJECT
public:
    RotationRun(Context &context, Tenants &tenants, const TokenRotation::Wish &wish,
        std::function<void(const TestLine &)> line, QObject *parent);
    core::Async<TokenRotation::Outcome> run();

private:
    using Tokens = QList<domain::AccessToken>;
    template <class T, class Next>
    void step(const core::Async<T> &asked, Next next)
    {
        core::whenDone<T>(asked, this, [this, next](const core::Result<T> &r) {
            if (!r)
                return end(r.error());
            next(*r);
        });
    }
    void readTenant();
    void readPending();
    void endPending(const QString &stored, const Tokens &own);
    void begin(const Tokens &own);
    void make(const domain::AccessTokenRequest &request);
    void lookFor(const core::Error &why);
    void leaveUnknown(const core::Error &why);
    void tryNew();
    void store(const TestReport &tried);
    void readBack();
    void deleteOld(const domain::Tenant &stored, const core::SecretPtr &secret, const QString &oldId);
    void finish();
    void undo(const core::Error &why);
    void end(const core::Result<TokenRotation::Outcome> &result);
    QString lease() const;

    Context &m_context;
    Tenants &m_tenants;
    TokenRotation::Wish m_wish;
    std::function<void(const TestLine &)> m_line;
    TenantEditor m_editor;
    ClientExpiries m_expiries;
    RotationMark m_mark;
    ClientDoor m_door; ///< of the client as it was
    std::unique_ptr<ClientDoor> m_newDoor;
    domain::AccessToken m_old;
    net::sailpoint::MadeAccessToken m_made;
    domain::PendingRotation m_pending;
    bool m_hasLease = false;
    TokenRotation::Outcome m_outcome;
    core::Deferred<TokenRotation::Outcome> m_promise;
};

} // namespace services
