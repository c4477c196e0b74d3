#pragma once
#include "core/result.h"
#include <QJsonObject>
#include <QSet>
#include <QStringList>
#include <climits>
#include <memory>
#include <optional>
#include <vector>

namespace domain {

/// Reads one JSON object and forgives nothing: a key that nobody asked for, a value of another type and a word that is
/// not known are faults that name their place ("rules[2].reason"). A key that is not there leaves the default. Read
/// everything, then ask status(): what was read counts only when it is ok. Not thread-safe; copies share one outcome.
class StrictObject
{
public:
    explicit StrictObject(const QJsonObject &object);

    bool has(const char *key) const;
    /// The key has to be there.
    void need(const char *key);
    void text(const char *key, QString &to);
    void flag(const char *key, bool &to);
    /// A whole number.
    void number(const char *key, int &to, int least = INT_MIN, int most = INT_MAX);
    void number(const char *key, qint64 &to);
    /// A list of texts.
    void texts(const char *key, QStringList &to);
    /// `from` knows the words; `known` names them in the fault.
    template <class E>
    void word(const char *key, E &to, std::optional<E> (*from)(const QString &), const QStringList &known = {})
    {
        QString given;
        if (!read(key, given))
            return;
        if (const auto value = from(given))
            to = *value;
        else
            unknownWord(key, given, known);
    }
    /// What stands under a key; an empty object when nothing does.
    StrictObject object(const char *key);
    std::vector<StrictObject> objects(const char *key);
    /// Every key is taken; for objects whose keys are data.
    QStringList takeKeys();
    /// The value as it is, taken; undefined when it is not there.
    QJsonValue take(const char *key);
    /// The place of a key: "rules[2].reason".
    QString place(const QString &key) const;
    /// The first fault counts.
    void fault(const core::Error &error);

    /// Usage with the place as field. A key that is not known comes first: it may be what the other faults come from.
    core::Status status() const;

private:
    struct Node
    {
        QString path;
        QJsonObject object;
        QSet<QString> taken;
    };
    struct State
    {
        std::optional<core::Error> fault;
        std::vector<std::unique_ptr<Node>> nodes;
    };
    StrictObject(std::shared_ptr<State> state, const QString &path, const QJsonObject &object);
    bool read(const char *key, QString &to);
    void wrong(const char *key, const char *sentence);
    void unknownWord(const char *key, const QString &given, const QStringList &known);

    std::shared_ptr<State> m_state;
    Node *m_node;
};

/// One JSON object in which no object has a key twice. Usage with the field "json" and where it is broken.
core::Result<QJsonObject> strictDocument(const QByteArray &utf8);

/// A setting that permits, sends or proves: what it is called, and where a person mends it, both translated.
struct SettingName
{
    QString what;   ///< "The verification policy"
    QString repair; ///< "Settings, Verification"
};
/// Conflict with the reason UnreadableSetting: it names the setting, what is wrong with it and where it is mended.
core::Error unreadableSetting(const SettingName &name, const core::Error &why);
bool isUnreadableSetting(const core::Error &error);

/// A stored setting: the default when there is none, unreadableSetting() when it cannot be read as a whole.
template <class T>
core::Result<T> readSetting(
    const QString &stored, const T &absent, core::Result<T> (*from)(const QJsonObject &), const SettingName &name)
{
    if (stored.isEmpty())
        return absent;
    const auto document = strictDocument(stored.toUtf8());
    if (!document)
        return unreadableSetting(name, document.error());
    core::Result<T> value = from(*document);
    if (!value)
        return unreadableSetting(name, value.error());
    return value;
}

} // namespace domain
