#include "faults/flow.h"
#include "support/registry.h"

using domain::SessionState;
using faults::equals;
using faults::saidOf;
using support::Product;

namespace {

class ResetFlow final : public faults::Flow
{
public:
    ResetFlow() : Flow(QStringLiteral("reset mail")) { options.journey = std::chrono::milliseconds(100); }
    void before(Product &p) override
    {
        const auto s = p.verified();
        m_session = s.id;
        QCOMPARE(s.state, SessionState::Verified);
        const auto bound = p.bind(s.id);
        QVERIFY2(bool(bound), qPrintable(saidOf(bound)));
    }
    QString run(Product &p) override
    {
        const auto r = p.sendReset(m_session);
        m_isDone = bool(r);
        return saidOf(r);
    }
    void after(Product &p) override
    {
        if (!m_isDone && p.mails() == 0)
            (void)p.sendReset(m_session);
    }
    QString judge(Product &p) override
    {
        if (const QString w = equals("mails", p.mails(), 1); !w.isEmpty())
            return w;
        return p.session(m_session).resetState.isEmpty() ? QStringLiteral("the session does not know of the mail")
                                                         : QString();
    }
};

} // namespace

class EveryWriteOfAReset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoubled() { faults::check<ResetFlow>(); }
};
IDV_TEST(EveryWriteOfAReset)
#include "tst_reset.moc"
