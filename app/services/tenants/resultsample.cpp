#include "services/tenants/resultsample.h"
#include "domain/verification/verification.h"
#include "net/http/jsonreader.h"
#include "net/provider/docuverifyresult.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace services {

using domain::ProviderResult;
using domain::ResultField;

static QString saySample(const char *text)
{
    return QCoreApplication::translate("ResultSample", text);
}

static QString statusMeaning(domain::ProviderStatus s)
{
    using domain::ProviderStatus;
    switch (s) {
    case ProviderStatus::InProgress: return saySample(QT_TRANSLATE_NOOP("ResultSample", "in progress"));
    case ProviderStatus::Passed: return saySample(QT_TRANSLATE_NOOP("ResultSample", "passed"));
    case ProviderStatus::Failed: return saySample(QT_TRANSLATE_NOOP("ResultSample", "failed"));
    case ProviderStatus::Declined: return saySample(QT_TRANSLATE_NOOP("ResultSample", "declined"));
    case ProviderStatus::Abandoned: return saySample(QT_TRANSLATE_NOOP("ResultSample", "abandoned"));
    case ProviderStatus::Expired: return saySample(QT_TRANSLATE_NOOP("ResultSample", "expired"));
    case ProviderStatus::Cancelled: return saySample(QT_TRANSLATE_NOOP("ResultSample", "cancelled"));
    case ProviderStatus::Unknown: break;
    }
    return saySample(QT_TRANSLATE_NOOP("ResultSample", "no word that is known: nothing would be decided"));
}

static QString documentMeaning(const QString &type)
{
    if (domain::documentTypes().contains(type))
        return type;
    return saySample(QT_TRANSLATE_NOOP("ResultSample", "no document that is known: a pass would be held"));
}

static QString instantMeaning(const domain::ParsedInstant &at)
{
    if (at.at)
        return QDateTime::fromMSecsSinceEpoch(*at.at, Qt::UTC).toString(Qt::ISODateWithMs);
    return saySample(QT_TRANSLATE_NOOP("ResultSample", "no time that can be read: a pass would be held"));
}

static QString meaningOf(ResultField field, const ProviderResult &r)
{
    switch (field) {
    case ResultField::Session: return r.session.str();
    case ResultField::Status: return statusMeaning(r.status);
    case ResultField::Level:
        return r.ial ? QStringLiteral("IAL%1").arg(*r.ial)
                     : saySample(QT_TRANSLATE_NOOP("ResultSample", "no level: a pass would be held"));
    case ResultField::Name:
        return r.verifiedName.isEmpty() ? saySample(QT_TRANSLATE_NOOP("ResultSample", "no name: a pass would be held"))
                                        : r.verifiedName;
    case ResultField::Document: return documentMeaning(r.documentType);
    case ResultField::CompletedAt: return instantMeaning(r.completedAt);
    case ResultField::FailureReason: return r.failureReason;
    case ResultField::User:
        return r.userHash.isEmpty()
                   ? saySample(QT_TRANSLATE_NOOP("ResultSample", "not named: whose result it is would not be compared"))
                   : saySample(QT_TRANSLATE_NOOP("ResultSample", "compared, never kept"));
    }
    return {};
}

static QString valueText(const QJsonValue &v)
{
    if (v.isString())
        return net::shown(v.toString());
    if (v.isObject() || v.isArray())
        return net::shown(v.isObject() ? QStringLiteral("{…}") : QStringLiteral("[…]"));
    return net::shown(v.toVariant().toString());
}

bool ResultSample::isSound() const
{
    return result && result->status != domain::ProviderStatus::Unknown;
}

ResultSample readSample(
    const QByteArray &message, const domain::ProviderProfile &profile, domain::ResultSource source, core::Instant now)
{
    ResultSample sample;
    if (message.size() > mostOfASample) {
        sample.fault = core::makeError(core::ErrorCode::Protocol,
            saySample(QT_TRANSLATE_NOOP("ResultSample", "A message has at most 1 MiB. Nothing was read.")));
        return sample;
    }
    const auto object = net::readObject(message);
    if (!object) {
        sample.fault = object.error();
        return sample;
    }
    const bool isOwnForm = profile.kind == domain::ProviderKind::DocuVerify && source == domain::ResultSource::Answer;
    const auto read =
        isOwnForm ? net::docuVerifyResult(*object, profile, now) : net::resultFrom(*object, profile, source, now);
    if (read)
        sample.result = *read;
    else
        sample.fault = read.error();
    const net::FieldReader reader(*object);
    for (int i = 0; i < domain::resultFieldCount; ++i) {
        SampleField f;
        f.field = ResultField(i);
        const auto found = isOwnForm ? net::AnswerFields() : net::fieldsOf(reader, profile, source, f.field);
        if (!found.isEmpty()) {
            f.name = net::shown(found.first().name);
            f.value = valueText(found.first().value);
        }
        if (read)
            f.meaning = meaningOf(f.field, *read);
        sample.fields << f;
    }
    return sample;
}

} // namespace services
