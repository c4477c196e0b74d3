#include "domain/rehearsal/seenmessage.h"
#include <QJsonArray>
#include <QRegularExpression>
#include <QVariant>
#include <algorithm>

namespace domain {

static constexpr int deepest = 8, mostElements = 3;
static constexpr qsizetype mostOfAName = 64;

QString messageKindKey(MessageKind k)
{
    switch (k) {
    case MessageKind::Created: return QStringLiteral("created");
    case MessageKind::Answer: return QStringLiteral("answer");
    case MessageKind::Callback: break;
    }
    return QStringLiteral("callback");
}

// Letters only: "verification_status", "verificationStatus" and "Verification-Status" are one name.
static QString plainName(const QString &name)
{
    QString out;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

static bool hasPart(const QString &name, std::initializer_list<const char *> parts)
{
    return std::any_of(
        parts.begin(), parts.end(), [&name](const char *part) { return name.contains(QLatin1String(part)); });
}

bool mayKeepWord(const QString &at, const QString &value)
{
    static const QRegularExpression words(QStringLiteral("^\\p{L}+(?:[ _.-]\\p{L}+){0,2}$")),
        level(QStringLiteral("^(?:ial|IAL|Ial)[ _-]?[1-3]$")),
        uri(QStringLiteral("^https?://[a-z.]+/[a-z/.-]+/ial/[1-3]$"));
    static const QStringList kinds{QStringLiteral("status"), QStringLiteral("verificationstatus"),
        QStringLiteral("sessionstatus"), QStringLiteral("state"), QStringLiteral("sessionstate"),
        QStringLiteral("result"), QStringLiteral("verificationresult"), QStringLiteral("decision"),
        QStringLiteral("outcome"), QStringLiteral("verdict"), QStringLiteral("level"), QStringLiteral("ial"),
        QStringLiteral("iallevel"), QStringLiteral("assurance"), QStringLiteral("assurancelevel"),
        QStringLiteral("identityassurancelevel"), QStringLiteral("document"), QStringLiteral("documenttype"),
        QStringLiteral("doctype"), QStringLiteral("idtype"), QStringLiteral("type"), QStringLiteral("kind")};
    const QString above = plainName(at.section(QLatin1Char('/'), 0, -2));
    const bool isOfAPerson = hasPart(above, {"person", "user", "applicant", "holder", "subject", "owner", "contact",
                                                "address", "name", "birth", "customer"});
    const QString name = plainName(at.section(QLatin1Char('/'), -1));
    const bool isAWord = value.size() <= 64 && (words.match(value).hasMatch() || level.match(value).hasMatch() ||
                                                   uri.match(value).hasMatch());
    return kinds.contains(name) && !isOfAPerson && isAWord;
}

static QString typeOf(const QJsonValue &v)
{
    if (v.isBool())
        return QStringLiteral("flag");
    if (v.isDouble())
        return QStringLiteral("number");
    if (v.isArray())
        return QStringLiteral("list");
    if (!v.isString())
        return QStringLiteral("nothing");
    static const QRegularExpression date(QStringLiteral("^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T"));
    return date.match(v.toString()).hasMatch() ? QStringLiteral("time") : QStringLiteral("text");
}

// RFC 6901.
static QString escaped(QString name)
{
    return name.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
}

// A name that may be one of the sender's, not one of a person's: no address, no number.
static bool isPlain(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_$-][A-Za-z0-9_$.:-]*$")),
        digits(QStringLiteral("[0-9]{3}"));
    return name.size() <= mostOfAName && plain.match(name).hasMatch() && !digits.match(name).hasMatch();
}

static void look(const QJsonObject &in, const QString &above, int depth, SeenMessage &out);

// A list of objects by its first ones, as a pointer names them; any other is a list.
static bool lookInto(const QJsonArray &list, const QString &at, int depth, SeenMessage &out)
{
    if (list.isEmpty() || !list.first().isObject())
        return false;
    for (int i = 0; i < std::min(int(list.size()), mostElements); ++i)
        look(list.at(i).toObject(), at + QLatin1Char('/') + QString::number(i), depth + 1, out);
    out.more += std::max(0, int(list.size()) - mostElements);
    return true;
}

static void look(const QJsonObject &in, const QString &above, int depth, SeenMessage &out)
{
    for (auto it = in.begin(); it != in.end(); ++it) {
        const QString at = above + QLatin1Char('/') + escaped(it.key());
        if (out.members.size() >= mostMembers || depth > deepest || !isPlain(it.key())) {
            ++out.more;
            continue;
        }
        if (it->isObject() && !it->toObject().isEmpty()) {
            look(it->toObject(), at, depth + 1, out);
            continue;
        }
        if (it->isArray() && lookInto(it->toArray(), at, depth, out))
            continue;
        SeenMember m{at, typeOf(*it), {}};
        if (it->isString() && mayKeepWord(at, it->toString().trimmed()))
            m.word = it->toString().trimmed();
        out.members << m;
    }
}

SeenMessage seenMessage(MessageKind kind, const QJsonObject &message)
{
    SeenMessage out;
    out.kind = kind;
    look(message, {}, 0, out);
    return out;
}

static bool says(const QJsonValue &value, const QString &id, int depth)
{
    if (depth > deepest)
        return false;
    if (value.isArray()) {
        const QJsonArray all = value.toArray();
        return std::any_of(all.begin(), all.end(), [&](const auto &v) { return says(v, id, depth + 1); });
    }
    if (value.isObject()) {
        const QJsonObject all = value.toObject();
        return std::any_of(all.begin(), all.end(), [&](const auto &v) { return says(v, id, depth + 1); });
    }
    return (value.isString() || value.isDouble()) && value.toVariant().toString().trimmed() == id;
}

bool namesAnywhere(const QJsonObject &message, const core::ProviderSessionId &session)
{
    return !session.isEmpty() && says(message, session.str(), 0);
}

QJsonObject toJson(const SeenMessage &message)
{
    QJsonArray members;
    for (const SeenMember &m : message.members) {
        QJsonObject o{{QStringLiteral("at"), m.at}, {QStringLiteral("type"), m.type}};
        if (!m.word.isEmpty())
            o.insert(QStringLiteral("word"), m.word);
        members.append(o);
    }
    return {{QStringLiteral("kind"), messageKindKey(message.kind)}, {QStringLiteral("members"), members},
        {QStringLiteral("more"), message.more}};
}

bool isNeeded(ResultField f)
{
    return f != ResultField::FailureReason && f != ResultField::User;
}

namespace {

/// What a field is called in the wild: the whole name, then parts of one.
struct Names
{
    QList<const char *> whole, parts;
};

Names namesOf(ResultField f)
{
    switch (f) {
    case ResultField::Session:
        return {{"sessionid", "verificationid", "inquiryid", "transactionid", "id"}, {"sessionid", "session"}};
    case ResultField::Status:
        return {{"verificationstatus", "status", "decision", "result", "outcome", "verdict", "state"},
            {"status", "decision", "result", "outcome", "verdict"}};
    case ResultField::Level:
        return {
            {"iallevel", "ial", "assurancelevel", "identityassurancelevel", "level"}, {"ial", "assurance", "level"}};
    case ResultField::Name: return {{"verifiedname", "fullname", "name", "displayname"}, {"fullname", "verifiedname"}};
    case ResultField::Document:
        return {{"documenttype", "doctype", "document", "idtype", "type"}, {"documenttype", "doctype"}};
    case ResultField::CompletedAt:
        return {{"completedat", "finishedat", "verifiedat", "completiontime", "decisiontime", "timestamp"},
            {"completed", "finished", "verifiedat"}};
    case ResultField::FailureReason: return {{"failurereason", "reason", "errormessage"}, {"failure", "reason"}};
    case ResultField::User: return {{"useridentifier", "userid", "externaluserid", "user"}, {"useridentifier"}};
    }
    return {};
}

bool mayHold(ResultField field, const QString &type)
{
    const bool isText = type == QLatin1String("text"), isNumber = type == QLatin1String("number");
    switch (field) {
    case ResultField::Session:
    case ResultField::User:
    case ResultField::Level: return isText || isNumber;
    case ResultField::CompletedAt: return type == QLatin1String("time") || isNumber;
    default: return isText;
    }
}

int rankOf(const Names &names, const QString &plain)
{
    for (int i = 0; i < names.whole.size(); ++i) {
        if (plain == QLatin1String(names.whole.at(i)))
            return i;
    }
    for (int i = 0; i < names.parts.size(); ++i) {
        if (plain.contains(QLatin1String(names.parts.at(i))))
            return 100 + i;
    }
    return -1;
}

} // namespace

// Where our own request, what is required, or one of several checks is repeated: none of it is the result.
static bool isAside(const QString &at)
{
    static const QRegularExpression element(QStringLiteral("/[0-9]+(?:/|$)"));
    return element.match(at).hasMatch() ||
           hasPart(plainName(at), {"request", "required", "applicant", "input", "check", "expected", "claimed",
                                      "provided", "previous", "submitted", "minimum", "allowed", "template"});
}

QStringList likelyPlaces(const SeenMessage &message, ResultField field)
{
    struct Place
    {
        int rank, depth;
        QString at;
    };
    const Names names = namesOf(field);
    QList<Place> all;
    for (const SeenMember &m : message.members) {
        const int rank = rankOf(names, plainName(m.at.section(QLatin1Char('/'), -1)));
        if (rank >= 0 && mayHold(field, m.type) && !isAside(m.at))
            all << Place{rank, int(m.at.count(QLatin1Char('/'))), m.at};
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Place &a, const Place &b) { return std::pair(a.rank, a.depth) < std::pair(b.rank, b.depth); });
    QStringList out;
    for (const Place &p : all)
        out << p.at;
    return out;
}

} // namespace domain
