#include "assembly/console.h"
#include "cli/shell/shell.h"
#include "cli/tenants/resultoptions.h"
#include "services/tenants/resultsample.h"
#include "services/tenants/tenants.h"
#include <QFile>
#include <QJsonArray>

namespace cli {

using services::ResultSample;

static core::Result<QByteArray> messageIn(const QString &name)
{
    QFile file(name);
    const bool isOpen =
        name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return core::fieldError(
            QStringLiteral("file"), QStringLiteral("\"%1\" cannot be read: %2.").arg(name, file.errorString()));
    return file.read(services::mostOfASample + 1);
}

static void showSample(Shell &s, const QString &tenant, const ResultSample &sample)
{
    if (s.isJson()) {
        QJsonArray fields;
        for (const auto &f : sample.fields)
            fields.append(QJsonObject{{QStringLiteral("field"), domain::resultFieldKey(f.field)},
                {QStringLiteral("name"), f.name}, {QStringLiteral("value"), f.value},
                {QStringLiteral("meaning"), f.meaning}});
        const auto status = sample.result ? sample.result->status : domain::ProviderStatus::Unknown;
        return s.output().print({{QStringLiteral("tenant"), tenant}, {QStringLiteral("read"), bool(sample.result)},
            {QStringLiteral("status"), domain::providerStatusKey(status)},
            {QStringLiteral("fault"), sample.fault ? sample.fault->text : QString()},
            {QStringLiteral("fields"), fields}});
    }
    for (const auto &f : sample.fields)
        s.output().line(QStringLiteral("%1 %2 %3  %4")
                            .arg(domain::resultFieldKey(f.field).leftJustified(15),
                                (f.name.isEmpty() ? QStringLiteral("-") : f.name).leftJustified(20),
                                f.value.leftJustified(24), f.meaning));
    if (sample.fault)
        s.output().note(QStringLiteral("It would be refused: %1").arg(sample.fault->text));
}

// Nothing is stored, and nobody is asked.
static void readMessage(Shell &s)
{
    const auto message = messageIn(s.positional().at(1));
    if (!message)
        return s.fail(message.error());
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    core::whenDone<domain::Tenant>(s.opening().console().tenants().byName(s.positional().at(0)), &s,
        [&s, message = *message](const core::Result<domain::Tenant> &t) {
            if (!t)
                return s.fail(t.error());
            domain::ProviderProfile profile = t->provider;
            if (const auto fault = takeResultOptions(s, profile.results))
                return s.fail(*fault);
            if (const auto faults = domain::validate(profile.results); !faults.isEmpty())
                return s.fail(faults.first());
            const auto source = s.isSet("callback") ? domain::ResultSource::Callback : domain::ResultSource::Answer;
            const auto sample =
                services::readSample(message, profile, source, s.opening().console().context().clock->now());
            showSample(s, t->name, sample);
            s.finish(sample.isSound() ? Done : IsUnknown);
        });
}

CommandForm tenantSampleForm()
{
    QList<QCommandLineOption> options = resultOptionList();
    options << flagOption("callback");
    return {QStringLiteral("sample"),
        QStringLiteral("tenant sample NAME FILE|- [--callback] [--results guide|data|result] [--answer-field "
                       "FIELD=POINTER]… [--callback-field FIELD=POINTER]… [--status-word WORD=MEANING]… [--level-word "
                       "WORD=LEVEL]… [--document-word WORD=DOCUMENT]… [--json]"),
        options, 2, 2, readMessage};
}

} // namespace cli
