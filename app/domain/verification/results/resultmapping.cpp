#include "domain/verification/results/resultmapping.h"
#include "domain/identities/identity.h"
#include "domain/verification/verification.h"
#include <QCoreApplication>
#include <algorithm>

namespace domain {

static constexpr std::array<const char *, resultFieldCount> fieldKeys{
    "session", "status", "level", "name", "document", "completed-at", "failure-reason", "user"};
static constexpr qsizetype mostPlaces = 6, mostWords = 64, longestWord = 64;

static QString sayMapping(const char *text)
{
    return QCoreApplication::translate("ResultMapping", text);
}

static core::Error fault(const char *field, const char *text)
{
    return core::fieldError(QLatin1String(field), sayMapping(text));
}

QString resultFieldKey(ResultField f)
{
    return QString::fromLatin1(fieldKeys[size_t(f)]);
}

std::optional<ResultField> resultFieldFromKey(const QString &key)
{
    for (size_t i = 0; i < fieldKeys.size(); ++i) {
        if (key == QLatin1String(fieldKeys[i]))
            return ResultField(i);
    }
    return std::nullopt;
}

const QStringList &contractNames(ResultField f)
{
    static const std::array<QStringList, resultFieldCount> names{
        QStringList{QStringLiteral("session_id"), QStringLiteral("sessionId"), QStringLiteral("id")},
        QStringList{QStringLiteral("verification_status"), QStringLiteral("status")},
        QStringList{QStringLiteral("ial_level")}, QStringList{QStringLiteral("verified_name")},
        QStringList{QStringLiteral("document_type")}, QStringList{QStringLiteral("completed_at")},
        QStringList{QStringLiteral("failure_reason")}, QStringList{QStringLiteral("user_identifier")}};
    return names[size_t(f)];
}

QString wordKey(const QString &word)
{
    // Letters outside ASCII are not folded: some of them would become others.
    const QString key = statusKey(word);
    return key.isEmpty() ? word.trimmed() : key;
}

const QStringList &placesOf(const ResultMapping &m, ResultSource source, ResultField field)
{
    const QStringList &own = m.callback[size_t(field)];
    return source == ResultSource::Callback && !own.isEmpty() ? own : m.answer[size_t(field)];
}

ProviderStatus statusOf(const ResultMapping &m, const QString &word)
{
    const auto mapped = m.statusWords.constFind(wordKey(word));
    return mapped == m.statusWords.constEnd() ? providerStatus(word) : *mapped;
}

std::optional<int> levelOf(const ResultMapping &m, const QString &word)
{
    const auto mapped = m.levelWords.constFind(wordKey(word));
    return mapped == m.levelWords.constEnd() ? parseIal(word) : std::optional<int>(*mapped);
}

QString documentOf(const ResultMapping &m, const QString &word)
{
    return m.documentWords.value(wordKey(word), word.trimmed().toLower());
}

// "WORD=meaning": the meaning is after the last sign, for a word may have one itself.
static std::pair<QString, QString> sides(const QString &line)
{
    const qsizetype at = line.lastIndexOf(QLatin1Char('='));
    if (at < 1)
        return {};
    return {line.left(at).trimmed(), line.mid(at + 1).trimmed()};
}

template <class Value, class Read>
static core::Status putWord(
    QMap<QString, Value> &words, const char *field, const QString &line, const Read &read, const char *meanings)
{
    const auto [word, meaning] = sides(line);
    if (word.isEmpty())
        return fault(field, meanings);
    if (meaning.isEmpty()) {
        words.remove(wordKey(word));
        return core::ok();
    }
    const std::optional<Value> value = read(meaning);
    if (!value)
        return fault(field, meanings);
    words.insert(wordKey(word), *value);
    return core::ok();
}

std::optional<ProviderStatus> statusMeaning(const QString &key)
{
    const auto s = providerStatusFromKey(key);
    return s == ProviderStatus::Unknown ? std::nullopt : s;
}

std::optional<QString> documentMeaning(const QString &key)
{
    return documentTypes().contains(key) ? std::optional<QString>(key) : std::nullopt;
}

core::Status putStatusWord(ResultMapping &m, const QString &line)
{
    return putWord(m.statusWords, "status-word", line, statusMeaning,
        QT_TRANSLATE_NOOP("ResultMapping", "A status word is WORD=meaning. The meanings: in-progress, passed, failed, "
                                           "declined, abandoned, expired, cancelled."));
}

core::Status putLevelWord(ResultMapping &m, const QString &line)
{
    return putWord(m.levelWords, "level-word", line, parseIal,
        QT_TRANSLATE_NOOP("ResultMapping", "A level word is WORD=level. The levels: 1, 2, 3."));
}

core::Status putDocumentWord(ResultMapping &m, const QString &line)
{
    return putWord(m.documentWords, "document-word", line, documentMeaning,
        QT_TRANSLATE_NOOP("ResultMapping",
            "A document word is WORD=document. The documents: passport, drivers_license, national_id."));
}

core::Status putPlaces(ResultMapping &m, ResultSource source, const QString &line)
{
    const qsizetype at = line.indexOf(QLatin1Char('='));
    const auto field = resultFieldFromKey(line.left(at).trimmed());
    if (at < 1 || !field)
        return fault("field",
            QT_TRANSLATE_NOOP("ResultMapping", "A place is FIELD=POINTER, for example status=/data/status. The fields: "
                                               "session, status, level, name, document, completed-at, failure-reason, "
                                               "user."));
    QStringList &to = (source == ResultSource::Callback ? m.callback : m.answer)[size_t(*field)];
    to.clear();
    const QStringList given = line.mid(at + 1).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &place : given)
        to << place.trimmed();
    return core::ok();
}

QStringList resultPresets()
{
    return {QStringLiteral("guide"), QStringLiteral("data"), QStringLiteral("result")};
}

std::optional<ResultMapping> resultPreset(const QString &name, const ResultMapping &now)
{
    if (!resultPresets().contains(name))
        return std::nullopt;
    ResultMapping m = now;
    m.answer = m.callback = {};
    if (name == QLatin1String("guide"))
        return m;
    for (int i = 0; i < resultFieldCount; ++i) {
        for (const QString &n : contractNames(ResultField(i)))
            m.answer[size_t(i)] << QLatin1Char('/') + name + QLatin1Char('/') + n;
    }
    return m;
}

static bool isPointer(const QString &p)
{
    return p.startsWith(QLatin1Char('/')) && p.size() >= 2 && p.size() <= 200 && !p.contains(QLatin1Char(',')) &&
           p == p.trimmed() && // as they are typed, commas stand between them
           std::none_of(p.begin(), p.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

template <class Value>
static bool areWords(const QMap<QString, Value> &words)
{
    return words.size() <= mostWords && std::all_of(words.keyBegin(), words.keyEnd(),
                                            [](const QString &w) { return !w.isEmpty() && w.size() <= longestWord; });
}

QList<core::Error> validate(const ResultMapping &m)
{
    QList<core::Error> faults;
    for (const auto &[places, field] : {std::pair{m.answer, "answer-field"}, std::pair{m.callback, "callback-field"}}) {
        const bool isWrong = std::any_of(places.begin(), places.end(), [](const QStringList &list) {
            return list.size() > mostPlaces || !std::all_of(list.begin(), list.end(), isPointer);
        });
        if (isWrong)
            faults << fault(
                field, QT_TRANSLATE_NOOP("ResultMapping", "Places in a message are JSON pointers, at most six "
                                                          "a field, for example /data/status."));
    }
    const char *const tooMany = QT_TRANSLATE_NOOP("ResultMapping", "At most 64 words, each of at most 64 characters.");
    if (!areWords(m.statusWords))
        faults << fault("status-word", tooMany);
    if (!areWords(m.levelWords))
        faults << fault("level-word", tooMany);
    if (!areWords(m.documentWords))
        faults << fault("document-word", tooMany);
    for (auto it = m.statusWords.begin(); it != m.statusWords.end(); ++it) {
        const ProviderStatus known = providerStatus(it.key());
        const bool isNoPass = known != ProviderStatus::Unknown && known != ProviderStatus::Passed;
        if (*it == ProviderStatus::Passed && isNoPass)
            faults << core::fieldError(QStringLiteral("status-word"),
                sayMapping(QT_TRANSLATE_NOOP("ResultMapping", "“%1” is no pass in the contract; it is not made one."))
                    .arg(it.key()));
    }
    for (auto it = m.levelWords.begin(); it != m.levelWords.end(); ++it) {
        if (const auto known = parseIal(it.key()); known && *it > *known)
            faults << core::fieldError(QStringLiteral("level-word"),
                sayMapping(QT_TRANSLATE_NOOP("ResultMapping", "“%1” is a level already; it is not made a higher one."))
                    .arg(it.key()));
    }
    for (auto it = m.documentWords.begin(); it != m.documentWords.end(); ++it) {
        if (documentTypes().contains(it.key()) && *it != it.key())
            faults << core::fieldError(QStringLiteral("document-word"),
                sayMapping(
                    QT_TRANSLATE_NOOP("ResultMapping", "“%1” is a document already; it is not made another one."))
                    .arg(it.key()));
    }
    return faults;
}

} // namespace domain
