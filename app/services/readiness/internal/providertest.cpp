#include "services/readiness/internal/providertest.h"
#include "services/readiness/testrecord.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUuid>

namespace services {

using core::ErrorCode;
using core::Result;

static constexpr auto testedVendor = domain::Vendor::Provider;

static QString sayConnectionTest(const char *text)
{
    return QCoreApplication::translate("ConnectionTest", text);
}

ProviderTest::ProviderTest(const domain::Tenant &tenant, net::Provider &provider, TestRecord &record, QObject *parent)
    : QObject(parent), m_tenant(tenant), m_provider(provider), m_record(record)
{
}

ProviderTest::~ProviderTest() = default;

void ProviderTest::run(const std::function<void()> &after)
{
    m_after = after;
    const auto &profile = m_tenant.provider;
    if (profile.kind == domain::ProviderKind::Bearer && profile.statusPath.isEmpty()) {
        m_record.notProven(
            sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "1Kosmos was not asked: the key was not proven")),
            sayConnectionTest(
                QT_TRANSLATE_NOOP("ConnectionTest", "The provider's profile has no status query. The first "
                                                    "verification shows whether the key is accepted.")),
            testedVendor);
        return m_after();
    }
    const core::ProviderSessionId nobody(QUuid::createUuid().toString(QUuid::WithoutBraces));
    QElapsedTimer asked;
    asked.start();
    core::whenDone<net::Probed>(m_provider.probe(nobody), this, [this, nobody, asked](const Result<net::Probed> &mine) {
        if (!mine) {
            m_record.problem(
                TestLevel::Fail, mine.error(), domain::userMessage(mine.error(), testedVendor).headline, testedVendor);
            return m_after();
        }
        const QString took = sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "%1 ms")).arg(asked.elapsed());
        if (!domain::needsComparison(mine->seen)) {
            showKey(*mine, std::nullopt, took);
            return m_after();
        }
        compare(*mine, nobody, took);
    });
}

// The same question with a key that nobody has: an answer that stays the same did not look at the key.
void ProviderTest::compare(const net::Probed &mine, const core::ProviderSessionId &nobody, const QString &took)
{
    const auto madeUp = core::makeSecret(QUuid::createUuid().toByteArray(QUuid::Id128));
    core::whenDone<net::Probed>(
        m_provider.probe(nobody, madeUp), this, [this, mine, took](const Result<net::Probed> &control) {
            showKey(mine, control ? std::optional(control->seen) : std::nullopt, took);
            m_after();
        });
}

void ProviderTest::showKey(
    const net::Probed &mine, const std::optional<domain::KeyAnswer> &control, const QString &took)
{
    const auto proof = domain::keyProof(mine.seen, control);
    switch (proof) {
    case domain::KeyProof::Accepted:
        return m_record.add({TestLevel::Pass,
            sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "1Kosmos answers and accepts the API key")), took,
            std::nullopt, testedVendor,
            sayConnectionTest(QT_TRANSLATE_NOOP(
                "ConnectionTest", "Whether the paths of the profile are right shows with the first verification."))});
    case domain::KeyProof::NotProven:
    case domain::KeyProof::NotCompared:
    case domain::KeyProof::NotJson: return showDoubt(proof, mine);
    case domain::KeyProof::Refused:
    case domain::KeyProof::Elsewhere:
    case domain::KeyProof::Page:
    case domain::KeyProof::Other: break;
    }
    showFault(proof, mine);
}

void ProviderTest::showDoubt(domain::KeyProof proof, const net::Probed &mine)
{
    QString text =
        sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "The address answers; the API key was not proven"));
    QString why;
    if (proof == domain::KeyProof::NotProven) {
        why = sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                                    "A made-up key gets the same answer (%1), so this may be another server or path."))
                  .arg(mine.seen.status);
    } else if (proof == domain::KeyProof::NotCompared) {
        why = sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
            "The comparison with a made-up key got no answer that tells. Test again in a few minutes."));
    } else {
        text = sayConnectionTest(
            QT_TRANSLATE_NOOP("ConnectionTest", "The API key makes a difference, but the answer is no JSON"));
        why = sayConnectionTest(
            QT_TRANSLATE_NOOP("ConnectionTest", "The server answers %1 without JSON: the status path may be wrong."))
                  .arg(mine.seen.status);
    }
    const QString first = sayConnectionTest(
        QT_TRANSLATE_NOOP("ConnectionTest", "The first verification shows whether the key is accepted. Check the "
                                            "address and the paths of the profile before it."));
    m_record.notProven(text, why + QLatin1Char(' ') + first, testedVendor);
}

void ProviderTest::showFault(domain::KeyProof proof, const net::Probed &mine)
{
    TestLine failed{TestLevel::Fail, {}, {}, mine.error, testedVendor, {}};
    if (proof == domain::KeyProof::Refused) {
        failed.text = sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "API key not accepted"));
    } else if (proof == domain::KeyProof::Elsewhere) {
        failed.text =
            sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "The address sends elsewhere: it is not the API's"));
        failed.error->code = ErrorCode::Protocol;
    } else if (proof == domain::KeyProof::Page) {
        failed.text = sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest", "A page for people answers, not the API"));
        failed.advice =
            sayConnectionTest(QT_TRANSLATE_NOOP("ConnectionTest",
                                  "The server answers %1 with HTML. Check the address and the paths of the profile."))
                .arg(mine.seen.status);
        failed.error->code = ErrorCode::Protocol;
    } else {
        failed.text = domain::userMessage(mine.error, testedVendor).headline;
    }
    m_record.add(failed);
}

} // namespace services
