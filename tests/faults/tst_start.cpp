#include "faults/flow.h"
#include "support/registry.h"

using domain::SessionState;
using faults::equals;
using faults::saidOf;
using support::Product;
using support::quick;

namespace {

class StartFlow final : public faults::Flow
{
public:
    StartFlow() : Flow(QStringLiteral("start")) { options = quick("never"); }
    void before(Product &p) override { m_person = p.somebody(); }
    QString run(Product &p) override
    {
        const auto s = p.start(m_person, p.asking());
        m_isDone = bool(s);
        return saidOf(s);
    }
    void after(Product &p) override
    {
        if (!m_isDone)
            (void)p.start(m_person, p.asking()); // pressed again
    }
    QString judge(Product &p) override
    {
        if (const QString w = equals("links", p.links(), 1); !w.isEmpty())
            return w;
        const auto all = p.sessionsOf(m_person.id);
        if (all.size() != 1)
            return equals("sessions", all.size(), 1);
        if (all.first().providerId.isEmpty())
            return QStringLiteral("the provider's session is not known");
        return all.first().state == SessionState::Pending
                   ? QString()
                   : QStringLiteral("the session is ") + domain::stateKey(all.first().state);
    }

private:
    domain::Identity m_person;
};

} // namespace

class EveryWriteOfAStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoubled() { faults::check<StartFlow>(); }
};
IDV_TEST(EveryWriteOfAStart)
#include "tst_start.moc"
