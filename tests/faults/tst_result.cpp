#include "faults/resultonce.h"
#include "support/registry.h"

using faults::equals;
using faults::resultOnce;
using faults::saidOf;
using support::await;
using support::Product;

namespace {

class ResultFlow final : public faults::Flow
{
public:
    ResultFlow() : Flow(QStringLiteral("result and write-back"))
    {
        change = [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; };
    }
    void before(Product &p) override
    {
        p.askSeldom();
        const auto s = p.start();
        QVERIFY(s);
        m_session = s->id;
        QTest::qWait(700); // the simulated person is through by then
        m_before = p.writes();
    }
    QString run(Product &p) override { return saidOf(await(p.checkNow(m_session))); }
    void after(Product &p) override
    {
        (void)await(p.checkNow(m_session)); // asked again, as it is every while
        (void)p.ended(m_session, 5000);
        (void)QTest::qWaitFor([&] { return p.session(m_session).writeBack == QLatin1String("written"); }, 15000);
    }
    QString judge(Product &p) override
    {
        if (const QString w = resultOnce(p, m_session); !w.isEmpty())
            return w;
        if (const QString w = p.session(m_session).writeBack; w != QLatin1String("written"))
            return QStringLiteral("the write-back is ") + w;
        const qint64 made = p.writes() - m_before;
        if (m_due < 0)
            m_due = made; // the first run is without a fault
        return made > 0 ? equals("calls that write", made, m_due) : QStringLiteral("nothing was written");
    }

private:
    qint64 m_before = 0; ///< calls that changed something in SailPoint, until the flow began
    qint64 m_due = -1;   ///< how many the flow makes when nothing fails
};

} // namespace

class EveryWriteOfAResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoubled() { faults::check<ResultFlow>(); }
};
IDV_TEST(EveryWriteOfAResult)
#include "tst_result.moc"
