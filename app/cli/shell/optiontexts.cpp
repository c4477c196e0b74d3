#include "cli/shell/optiontexts.h"
#include <QFile>
#include <QJsonDocument>

namespace cli {

OptionTexts::OptionTexts()
{
    QFile file(QStringLiteral(":/idvctl-options.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QJsonObject all = isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_options = all.value(QLatin1String("options")).toObject();
    m_places = all.value(QLatin1String("words")).toObject();
}

QString OptionTexts::member(const QString &command, const QString &option, const char *key) const
{
    const QJsonObject general = m_options.value(option).toObject();
    const QJsonObject own = general.value(QLatin1String("in")).toObject().value(command).toObject();
    return (own.isEmpty() ? general : own).value(QLatin1String(key)).toString();
}

QString OptionTexts::text(const QString &command, const QString &option) const
{
    return member(command, option, "text");
}

QString OptionTexts::sample(const QString &command, const QString &option) const
{
    return member(command, option, "sample");
}

QString OptionTexts::place(const QString &word) const
{
    return m_places.value(word).toString();
}

} // namespace cli
