#include "domain/text/strictjson.h"
#include "core/jsonplace.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace domain {

static QString sayStrictJson(const char *text)
{
    return QCoreApplication::translate("StrictJson", text);
}

StrictObject::StrictObject(const QJsonObject &object) : StrictObject(std::make_shared<State>(), {}, object) {}

StrictObject::StrictObject(std::shared_ptr<State> state, const QString &path, const QJsonObject &object)
    : m_state(std::move(state))
{
    m_state->nodes.push_back(std::make_unique<Node>(Node{path, object, {}}));
    m_node = m_state->nodes.back().get();
}

QString StrictObject::place(const QString &key) const
{
    return m_node->path.isEmpty() ? key : m_node->path + QLatin1Char('.') + key;
}
bool StrictObject::has(const char *key) const
{
    return m_node->object.contains(QString::fromUtf8(key));
}

QJsonValue StrictObject::take(const char *key)
{
    m_node->taken << QString::fromUtf8(key);
    return m_node->object.value(QString::fromUtf8(key));
}

QStringList StrictObject::takeKeys()
{
    const QStringList keys = m_node->object.keys();
    for (const QString &k : keys)
        m_node->taken << k;
    return keys;
}

void StrictObject::fault(const core::Error &error)
{
    if (!m_state->fault)
        m_state->fault = error;
}

void StrictObject::wrong(const char *key, const char *sentence)
{
    const QString where = place(QString::fromUtf8(key));
    fault(core::fieldError(where, sayStrictJson(sentence).arg(where)));
}

void StrictObject::need(const char *key)
{
    if (!has(key))
        wrong(key, QT_TRANSLATE_NOOP("StrictJson", "“%1” is missing."));
}

bool StrictObject::read(const char *key, QString &to)
{
    const QJsonValue v = take(key);
    if (v.isUndefined())
        return false;
    if (!v.isString()) {
        wrong(key, QT_TRANSLATE_NOOP("StrictJson", "“%1” is no text."));
        return false;
    }
    to = v.toString();
    return true;
}

void StrictObject::text(const char *key, QString &to)
{
    read(key, to);
}

void StrictObject::flag(const char *key, bool &to)
{
    const QJsonValue v = take(key);
    if (v.isUndefined())
        return;
    if (!v.isBool())
        return wrong(key, QT_TRANSLATE_NOOP("StrictJson", "“%1” is neither true nor false."));
    to = v.toBool();
}

void StrictObject::number(const char *key, qint64 &to)
{
    const QJsonValue v = take(key);
    if (v.isUndefined())
        return;
    // Beyond 2^53 a number of JSON is not exact any more.
    const double d = v.toDouble();
    if (!v.isDouble() || d != std::floor(d) || std::abs(d) > 9007199254740992.0)
        return wrong(key, QT_TRANSLATE_NOOP("StrictJson", "“%1” is no whole number."));
    to = v.toInteger();
}

void StrictObject::number(const char *key, int &to, int least, int most)
{
    qint64 wide = to;
    number(key, wide);
    if (wide == to)
        return;
    if (wide >= least && wide <= most) {
        to = int(wide);
        return;
    }
    const QString where = place(QString::fromUtf8(key));
    fault(core::fieldError(where, sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "“%1” is %2, which is out of range."))
                                      .arg(where, QString::number(wide))));
}

void StrictObject::texts(const char *key, QStringList &to)
{
    const QJsonValue v = take(key);
    if (v.isUndefined())
        return;
    QStringList all;
    const QJsonArray list = v.toArray();
    for (const auto &item : list) {
        if (item.isString())
            all << item.toString();
    }
    if (!v.isArray() || all.size() != list.size())
        return wrong(key, QT_TRANSLATE_NOOP("StrictJson", "“%1” is no list of texts."));
    to = all;
}

void StrictObject::unknownWord(const char *key, const QString &given, const QStringList &known)
{
    const QString where = place(QString::fromUtf8(key));
    QString text = sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "“%1” is “%2”, which is not known here."))
                       .arg(where, given.left(80));
    if (!known.isEmpty())
        text += QLatin1Char(' ') +
                sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "Known: %1.")).arg(known.join(QStringLiteral(", ")));
    fault(core::fieldError(where, text));
}

StrictObject StrictObject::object(const char *key)
{
    const QJsonValue v = take(key);
    if (!v.isUndefined() && !v.isObject())
        wrong(key, QT_TRANSLATE_NOOP("StrictJson", "“%1” is no object."));
    return {m_state, place(QString::fromUtf8(key)), v.toObject()};
}

std::vector<StrictObject> StrictObject::objects(const char *key)
{
    std::vector<StrictObject> out;
    const QJsonValue v = take(key);
    if (!v.isUndefined() && !v.isArray())
        wrong(key, QT_TRANSLATE_NOOP("StrictJson", "“%1” is no list."));
    const QJsonArray list = v.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString where = place(QString::fromUtf8(key)) + QStringLiteral("[%1]").arg(i);
        if (!list.at(i).isObject())
            fault(core::fieldError(
                where, sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "“%1” is no object.")).arg(where)));
        out.push_back(StrictObject(m_state, where, list.at(i).toObject()));
    }
    return out;
}

core::Status StrictObject::status() const
{
    for (const auto &node : m_state->nodes) {
        for (auto it = node->object.begin(); it != node->object.end(); ++it) {
            if (node->taken.contains(it.key()))
                continue;
            const QString where = node->path.isEmpty() ? it.key() : node->path + QLatin1Char('.') + it.key();
            return core::fieldError(
                where, sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "“%1” is not known here.")).arg(where));
        }
    }
    if (m_state->fault)
        return *m_state->fault;
    return core::ok();
}

namespace {

/// Finds a key that one object has twice, in a valid text. Qt's parser keeps the last of them without a word.
class TwiceScan
{
public:
    explicit TwiceScan(const QByteArray &text) : m_text(text) {}

    std::optional<qsizetype> find(QString &key)
    {
        struct Level
        {
            bool isObject;
            bool isKeyNext;
            QSet<QString> keys;
        };
        std::vector<Level> open;
        for (qsizetype at = 0; at < m_text.size();) {
            const char c = m_text.at(at);
            if (c == '"') {
                const qsizetype from = at;
                at = endOf(from);
                if (open.empty() || !open.back().isKeyNext)
                    continue;
                open.back().isKeyNext = false;
                key = QJsonDocument::fromJson('[' + m_text.mid(from, at - from) + ']').array().at(0).toString();
                if (open.back().keys.contains(key))
                    return from;
                open.back().keys << key;
                continue;
            }
            if (c == '{' || c == '[')
                open.push_back({c == '{', c == '{', {}});
            else if ((c == '}' || c == ']') && !open.empty())
                open.pop_back();
            else if (c == ',' && !open.empty())
                open.back().isKeyNext = open.back().isObject;
            ++at;
        }
        return std::nullopt;
    }

private:
    qsizetype endOf(qsizetype from) const
    {
        qsizetype at = from + 1;
        while (at < m_text.size() && m_text.at(at) != '"')
            at += m_text.at(at) == '\\' ? 2 : 1;
        return std::min(at + 1, m_text.size());
    }
    const QByteArray &m_text;
};

} // namespace

core::Result<QJsonObject> strictDocument(const QByteArray &utf8)
{
    const auto fault = [](const core::TextPlace &at, const QString &what) {
        return core::fieldError(
            QStringLiteral("json"), sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "Line %1, column %2: %3."))
                                        .arg(QString::number(at.line), QString::number(at.column), what));
    };
    if (const auto broken = core::jsonFault(utf8))
        return fault(broken->place, broken->text);
    const auto document = QJsonDocument::fromJson(utf8);
    if (!document.isObject())
        return core::fieldError(
            QStringLiteral("json"), sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "It is no JSON object.")));
    QString key;
    if (const auto at = TwiceScan(utf8).find(key))
        return fault(core::placeOf(utf8, *at),
            sayStrictJson(QT_TRANSLATE_NOOP("StrictJson", "“%1” stands there twice")).arg(key));
    return document.object();
}

core::Error unreadableSetting(const SettingName &name, const core::Error &why)
{
    return core::conflict(core::ErrorReason::UnreadableSetting,
        sayStrictJson(
            QT_TRANSLATE_NOOP("StrictJson",
                "%1 cannot be read: %2 It is kept as it is, and nothing that depends on it goes on. Repair it: %3."))
            .arg(name.what, why.text, name.repair));
}

bool isUnreadableSetting(const core::Error &e)
{
    return e.reason == core::ErrorReason::UnreadableSetting;
}

} // namespace domain
