#include "services/readiness/attributescheck.h"
#include "domain/readiness/readiness.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/accounts.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/profiles.h"
#include "services/readiness/readinesstext.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QLocale>
#include <algorithm>

namespace services {

using core::Result;

AttributesCheck::~AttributesCheck() = default;

void AttributesCheck::ask()
{
    if (domain::isIdentityIq(m_connections.tenant))
        iiqAttributes();
    else
        attributes();
}

void AttributesCheck::attributes()
{
    core::whenDone<QList<domain::IdentityAttribute>>(net::sailpoint::listIdentityAttributes(m_connections.api), this,
        [this](const Result<QList<domain::IdentityAttribute>> &known) {
            if (!known) {
                m_record.addError("attributes", known.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attributes")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether results can be stored is not known.")));
                return end();
            }
            profiles(*known);
        });
}

static QString attributeFact(const domain::ReadyLine &l)
{
    if (l.state == domain::Readiness::NoAttribute)
        return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "does not exist"));
    if (l.state == domain::Readiness::WrongType)
        return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "has another type than %1")).arg(l.expected);
    return sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "exists"));
}

void AttributesCheck::addAttributes(const QList<domain::IdentityAttribute> &known)
{
    for (const auto &l : domain::readinessOf({}, known, m_connections.tenant.map)) {
        const bool isMissing = l.state == domain::Readiness::NoAttribute,
                   isWrong = l.state == domain::Readiness::WrongType;
        if (isMissing)
            m_record.setRemediation(ReadinessLine::CreateAttribute, l.attribute);
        m_record.add("attributes", isMissing || isWrong ? TestLevel::Fail : TestLevel::Pass,
            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attribute %1")).arg(l.attribute),
            attributeFact(l),
            isMissing ? sayReadinessCheck(QT_TRANSLATE_NOOP(
                            "ReadinessCheck", "Create it in SailPoint, Identity attributes, as text."))
                      : QString());
    }
}

void AttributesCheck::profiles(const QList<domain::IdentityAttribute> &known)
{
    using Profiles = QList<domain::IdentityProfile>;
    core::whenDone<Profiles>(
        net::sailpoint::listProfiles(m_connections.api), this, [this, known](const Result<Profiles> &all) {
            addAttributes(known);
            if (!all)
                m_record.addError("profiles", all.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity profiles")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether the attributes are mapped is not known.")));
            for (const domain::IdentityProfile &p : all ? *all : Profiles())
                addProfile(p, known);
            values();
        });
}

void AttributesCheck::addProfile(const domain::IdentityProfile &profile, const QList<domain::IdentityAttribute> &known)
{
    const auto lines = domain::readinessOf(profile, known, m_connections.tenant.map);
    const int ready = domain::readyCount(lines);
    const bool canMap = std::any_of(
        lines.begin(), lines.end(), [](const domain::ReadyLine &l) { return l.state == domain::Readiness::NotMapped; });
    if (canMap)
        m_record.setRemediation(ReadinessLine::MapProfile, profile.id);
    m_record.add("profiles", ready == domain::idvFieldCount ? TestLevel::Pass : TestLevel::Warn,
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Profile %1")).arg(profile.name),
        sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "%1 of %2 mapped")).arg(ready).arg(domain::idvFieldCount),
        ready == domain::idvFieldCount
            ? QString()
            : sayReadinessCheck(QT_TRANSLATE_NOOP(
                  "ReadinessCheck", "Map the others under Profiles; SailPoint does not store what is not mapped.")));
}

void AttributesCheck::iiqAttributes()
{
    core::whenDone<QStringList>(
        net::iiq::userAttributes(m_connections.api), this, [this](const Result<QStringList> &known) {
            if (!known) {
                m_record.addError("attributes", known.error(),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attributes")),
                    sayReadinessCheck(
                        QT_TRANSLATE_NOOP("ReadinessCheck", "Whether results can be stored is not known.")));
                return values();
            }
            for (int i = 0; i < domain::idvFieldCount; ++i) {
                const QString name = m_connections.tenant.map.name(domain::Field(i));
                const bool isThere = known->contains(name);
                m_record.add("attributes", isThere ? TestLevel::Pass : TestLevel::Fail,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Identity attribute %1")).arg(name),
                    isThere ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "exists"))
                            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "does not exist")),
                    isThere ? QString()
                            : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                  "Add it in IdentityIQ as an extended identity attribute of type text.")));
            }
            values();
        });
}

// By the local copy: every person's values, not a sample's.
void AttributesCheck::values()
{
    core::whenDone<domain::SyncState>(
        m_connections.cache->writer().syncState(), this, [this](const Result<domain::SyncState> &state) {
            if (!state || !state->hasFull) {
                m_record.add("values", TestLevel::Warn,
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Values of the IDV attributes")),
                    sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "not known: no complete local copy yet")));
                return end();
            }
            core::whenDone<domain::ValueQuality>(m_connections.cache->reader().valueQuality(), this,
                [this](const Result<domain::ValueQuality> &quality) {
                    for (int i = 0; quality && i < domain::idvFieldCount; ++i) {
                        const auto &q = quality->at(size_t(i));
                        const QString filled =
                            q.filled == 0 ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "nobody has one yet"))
                                          : sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "filled for %1"))
                                                .arg(QLocale().toString(q.filled));
                        m_record.add("values", q.unreadable > 0 ? TestLevel::Warn : TestLevel::Pass,
                            sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "Values of %1"))
                                .arg(m_connections.tenant.map.name(domain::Field(i))),
                            q.unreadable > 0
                                ? filled + sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck", "; %1 cannot be read"))
                                               .arg(QLocale().toString(q.unreadable))
                                : filled,
                            q.unreadable > 0 ? sayReadinessCheck(QT_TRANSLATE_NOOP("ReadinessCheck",
                                                   "They are not of the expected type and count for "
                                                   "nothing. Look at the mapping's transform."))
                                             : QString());
                    }
                    end();
                });
        });
}

} // namespace services
