#include "faults/resultonce.h"
#include "support/registry.h"

using faults::resultOnce;
using support::Product;
using support::quick;

namespace {

class CallbackFlow final : public faults::Flow
{
public:
    CallbackFlow() : Flow(QStringLiteral("callback"))
    {
        options = quick("verified");
        options.journey = std::chrono::milliseconds(100);
        options.callbackAuth = QStringLiteral("hmac");
        options.callbackFaults << QStringLiteral("none");
        change = [](domain::Tenant &t) {
            t.receiver.port = 0;
            t.receiver.startsWithTenant = true;
            t.receiver.auth = domain::CallbackAuth::Hmac;
        };
    }
    void before(Product &p) override
    {
        p.askSeldom();
        const auto s = p.start();
        QVERIFY(s);
        m_session = s->id;
    }
    QString run(Product &p) override
    {
        m_isDone = p.callback() == 200;
        return QString();
    }
    void after(Product &p) override
    {
        // A sender that was not told 200 sends again; one that was never does.
        if (!m_isDone)
            (void)p.callback();
        (void)p.ended(m_session, 5000);
    }
    QString judge(Product &p) override { return resultOnce(p, m_session); }
};

} // namespace

class EveryWriteOfACallback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoubled() { faults::check<CallbackFlow>(); }
};
IDV_TEST(EveryWriteOfACallback)
#include "tst_callback.moc"
