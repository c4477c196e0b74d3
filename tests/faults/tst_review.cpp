#include "faults/flow.h"
#include "support/registry.h"

using domain::SessionState;
using faults::equals;
using faults::saidOf;
using support::Product;
using support::quick;

namespace {

class ReviewFlow final : public faults::Flow
{
public:
    ReviewFlow() : Flow(QStringLiteral("review"))
    {
        options = quick("name-differs");
        options.journey = std::chrono::milliseconds(100);
    }
    void before(Product &p) override
    {
        const auto s = p.start();
        QVERIFY(s);
        m_session = s->id;
        QTRY_COMPARE(p.session(s->id).state, SessionState::NeedsReview);
    }
    QString run(Product &p) override
    {
        const auto r = p.review(m_session);
        m_isDone = bool(r);
        return saidOf(r);
    }
    void after(Product &p) override
    {
        if (!m_isDone)
            (void)p.review(m_session);
    }
    QString judge(Product &p) override
    {
        const auto s = p.session(m_session);
        if (s.state != SessionState::Verified)
            return QStringLiteral("the session is ") + domain::stateKey(s.state);
        return equals("decisions recorded", p.audited().count(QStringLiteral("verification.review/done")), 1);
    }
};

} // namespace

class EveryWriteOfAReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostOrDoubled() { faults::check<ReviewFlow>(); }
};
IDV_TEST(EveryWriteOfAReview)
#include "tst_review.moc"
