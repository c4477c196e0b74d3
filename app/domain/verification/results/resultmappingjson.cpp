#include "domain/text/strictjson.h"
#include "domain/verification/results/resultmapping.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace domain {

static QJsonObject placesJson(const ResultPlaces &places)
{
    QJsonObject o;
    for (size_t i = 0; i < places.size(); ++i) {
        if (!places[i].isEmpty())
            o.insert(resultFieldKey(ResultField(i)), QJsonArray::fromStringList(places[i]));
    }
    return o;
}

static void add(QJsonObject &to, const char *key, const QJsonObject &part)
{
    if (!part.isEmpty())
        to.insert(QLatin1String(key), part);
}

QJsonObject toJson(const ResultMapping &m)
{
    QJsonObject status, levels, documents, o;
    for (auto it = m.statusWords.begin(); it != m.statusWords.end(); ++it)
        status.insert(it.key(), providerStatusKey(*it));
    for (auto it = m.levelWords.begin(); it != m.levelWords.end(); ++it)
        levels.insert(it.key(), *it);
    for (auto it = m.documentWords.begin(); it != m.documentWords.end(); ++it)
        documents.insert(it.key(), *it);
    add(o, "answer", placesJson(m.answer));
    add(o, "callback", placesJson(m.callback));
    add(o, "statusWords", status);
    add(o, "levelWords", levels);
    add(o, "documentWords", documents);
    return o;
}

static void readPlaces(StrictObject from, ResultPlaces &to)
{
    for (int i = 0; i < resultFieldCount; ++i)
        from.texts(resultFieldKey(ResultField(i)).toLatin1().constData(), to[size_t(i)]);
}

// Keys are the provider's words here; each has to be one as it is compared, else two of them could be the same.
template <class Value, class Read>
static void readWords(StrictObject from, QMap<QString, Value> &to, const Read &read)
{
    const QStringList words = from.takeKeys();
    for (const QString &word : words) {
        const std::optional<Value> value = read(from.take(word.toUtf8().constData()));
        if (!value || wordKey(word) != word)
            from.fault(core::fieldError(from.place(word),
                QCoreApplication::translate("StrictJson", "“%1” is not known here.").arg(from.place(word))));
        else
            to.insert(word, *value);
    }
}

core::Result<ResultMapping> resultMappingFromJson(const QJsonObject &json)
{
    StrictObject j(json);
    ResultMapping m;
    readPlaces(j.object("answer"), m.answer);
    readPlaces(j.object("callback"), m.callback);
    readWords(j.object("statusWords"), m.statusWords, [](const QJsonValue &v) { return statusMeaning(v.toString()); });
    readWords(j.object("levelWords"), m.levelWords, [](const QJsonValue &v) {
        const int n = v.toInt();
        return n >= 1 && n <= 3 && v.isDouble() ? std::optional<int>(n) : std::nullopt;
    });
    readWords(
        j.object("documentWords"), m.documentWords, [](const QJsonValue &v) { return documentMeaning(v.toString()); });
    if (const auto read = j.status(); !read)
        return read.error();
    if (const auto faults = validate(m); !faults.isEmpty())
        return faults.first();
    return m;
}

} // namespace domain
