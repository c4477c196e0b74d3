#include "lab/provider/idvprovider.h"
#include "lab/answers.h"
#include "lab/provider/blockid.h"
#include "lab/provider/callbacksender.h"
#include "lab/sailpoint/people.h"

#include <QTimer>

namespace lab {

using httpd::Response;

IdvProvider::IdvProvider(const Options &options, Endpoints endpoints, const std::shared_ptr<core::Clock> &clock,
    const QString &callbackSecret)
    : m_options(options), m_ends(std::move(endpoints)), m_clock(clock),
      m_sender(std::make_unique<CallbackSender>(options, callbackSecret, clock)),
      m_blockId(std::make_unique<BlockId>(options, m_ends, clock))
{
}

IdvProvider::~IdvProvider() = default;

void IdvProvider::setBaseUrl(const QString &url)
{
    m_ends.idvUrl = url;
    m_blockId->setBaseUrl(url);
}

bool IdvProvider::takeFault(const QString &name)
{
    return m_options.idvFaults.removeOne(name);
}

QJsonObject IdvProvider::counters() const
{
    QJsonObject o;
    for (auto it = m_counters.begin(); it != m_counters.end(); ++it)
        o.insert(it.key(), it.value());
    o.insert(QStringLiteral("callbacksDelivered"), m_sender->delivered());
    o.insert(QStringLiteral("callbacksRefused"), m_sender->refused());
    return o;
}

void IdvProvider::sendCallback(const CallbackSender::Change &change, CallbackSender::Done done)
{
    const auto it = m_sessions.constFind(m_newest);
    if (it == m_sessions.cend() || it->callbackUrl.isEmpty())
        return done(0);
    CallbackSender::Change filled = change;
    for (auto member = filled.body.begin(); member != filled.body.end(); ++member) {
        if (member->toString() == QLatin1String("$now"))
            *member = QString::fromLatin1(isoTime(m_clock->now()));
        else if (member->toString() == QLatin1String("$name"))
            *member = (it->first + QLatin1Char(' ') + it->last).toUpper();
    }
    m_sender->sendOnce(it->callbackUrl, state(*it), filled, std::move(done));
}

void IdvProvider::repeatCallback(CallbackSender::Done done)
{
    m_sender->repeat(std::move(done));
}

Response IdvProvider::handle(const httpd::Request &r)
{
    if (r.path == "/lab/stats")
        return json(200, counters());
    if (r.path.startsWith("/v/"))
        return page(r);
    if (const auto answer = m_blockId->handle(r))
        return *answer;
    const QString root = QStringLiteral("/api/v1/community/%1/idv/session").arg(m_ends.communityId);
    const QString path = QString::fromLatin1(QByteArray::fromPercentEncoding(r.path));
    if (r.header("Authorization") != "Bearer " + m_ends.idvApiKey.toLatin1())
        return json(401, QJsonObject{{QStringLiteral("message"), QStringLiteral("API key is not valid")}});
    if (path == root && r.method == "POST")
        return create(r);
    if (path.startsWith(root + QLatin1Char('/'))) {
        const QStringList rest = path.mid(root.size() + 1).split(QLatin1Char('/'));
        const auto it = m_sessions.find(rest.at(0));
        ++m_counters[QStringLiteral("status")];
        if (it == m_sessions.end())
            return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("session not found")}});
        if (r.method == "GET" && rest.size() == 1) {
            if (takeFault(QStringLiteral("status-500")))
                return json(500, QJsonObject{{QStringLiteral("message"), QStringLiteral("internal error")}});
            return status(*it);
        }
        if (r.method == "POST" && rest.value(1) == QLatin1String("cancel")) {
            ++m_counters[QStringLiteral("cancel")];
            it->isCancelled = true;
            return json(200, QJsonObject{});
        }
        if (r.method == "POST" && rest.value(1) == QLatin1String("resend")) {
            ++m_counters[QStringLiteral("resend")];
            return json(202, QJsonObject{});
        }
        return json(405, QJsonObject{{QStringLiteral("message"), QStringLiteral("method not allowed")}});
    }
    return json(404, QJsonObject{{QStringLiteral("message"), QStringLiteral("not found")}});
}

static QString outcomeFor(const QString &wanted, const QString &person)
{
    if (wanted != QLatin1String("mix"))
        return wanted;
    switch (qHash(person, 7) % 20) {
    case 0: return QStringLiteral("failed");
    case 1: return QStringLiteral("name-differs");
    case 2: return QStringLiteral("level-too-low");
    case 3: return QStringLiteral("declined");
    default: return QStringLiteral("verified");
    }
}

Response IdvProvider::create(const httpd::Request &r)
{
    ++m_counters[QStringLiteral("create")];
    const QJsonObject body = QJsonDocument::fromJson(r.body).object();
    ++m_counters[QStringLiteral("create:") + body.value(QLatin1String("user_identifier")).toString()];
    if (takeFault(QStringLiteral("create-refused")))
        return json(422, QJsonObject{{QStringLiteral("message"),
                             QStringLiteral("document_types is not allowed for this community")}});
    if (takeFault(QStringLiteral("create-429"))) {
        auto busy = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral("too many requests")}});
        busy.headers.append(httpd::Header{"Retry-After", "1"});
        return busy;
    }
    if (takeFault(QStringLiteral("create-500")))
        return json(500, QJsonObject{{QStringLiteral("message"), QStringLiteral("internal error")}});
    for (const char *key : {"user_identifier", "first_name", "last_name"}) {
        if (body.value(QLatin1String(key)).toString().isEmpty())
            return json(
                400, QJsonObject{{QStringLiteral("message"), QLatin1String(key) + QStringLiteral(" is required")}});
    }
    const auto documents = body.value(QLatin1String("document_types")).toArray();
    if (documents.isEmpty() || !body.value(QLatin1String("required_ial")).isDouble())
        return json(400,
            QJsonObject{{QStringLiteral("message"), QStringLiteral("document_types and required_ial are required")}});
    Session s;
    s.id = QStringLiteral("k1-") + QString::fromLatin1(randomHex(24));
    s.code = QString::fromLatin1(randomHex(20));
    s.first = body.value(QLatin1String("first_name")).toString();
    s.last = body.value(QLatin1String("last_name")).toString();
    s.user = body.value(QLatin1String("user_identifier")).toString();
    s.outcome = outcomeFor(m_options.outcome, s.user);
    s.document = documents.at(0).toString();
    s.requiredIal = body.value(QLatin1String("required_ial")).toInt();
    s.createdAt = m_clock->now();
    s.resultAt = s.createdAt + m_options.journey.count();
    s.expiresAt = s.createdAt + m_options.linkLifetime.count();
    s.callbackUrl = body.value(QLatin1String("callback_url")).toString();
    m_sessions.insert(s.id, s);
    m_newest = s.id;
    QTimer::singleShot(m_options.journey + std::chrono::milliseconds(20), Qt::PreciseTimer, m_sender.get(),
        [this, id = s.id] { report(id); });
    Response answer = json(201, QJsonObject{{QStringLiteral("session_id"), s.id},
                                    {QStringLiteral("invitation_url"), m_ends.idvUrl + QStringLiteral("/v/") + s.code},
                                    {QStringLiteral("status"), QStringLiteral("PENDING")},
                                    {QStringLiteral("expires_at"), QString::fromLatin1(isoTime(s.expiresAt))}});
    if (takeFault(QStringLiteral("create-no-answer")))
        answer.damage = httpd::Damage::Reset;
    return answer;
}

void IdvProvider::report(const QString &id)
{
    const auto it = m_sessions.find(id);
    if (it == m_sessions.end() || it->callbackUrl.isEmpty() || it->isReported ||
        m_options.callbackFaults.contains(QLatin1String("none")))
        return;
    QJsonObject o = state(*it);
    if (!o.contains(QLatin1String("verification_status"))) { // a timer that fired early, or nobody has come yet
        QTimer::singleShot(500, Qt::PreciseTimer, m_sender.get(), [this, id] { report(id); });
        return;
    }
    it->isReported = true;
    if (m_options.callbackFaults.contains(QLatin1String("contradict"))) {
        const bool isPass = o.value(QLatin1String("verification_status")).toString() == QLatin1String("VERIFIED");
        o.insert(QStringLiteral("verification_status"), isPass ? QStringLiteral("FAILED") : QStringLiteral("VERIFIED"));
        o.remove(QStringLiteral("failure_reason")); // the two sources contradict each other, each of them is sound
    }
    m_sender->send(it->callbackUrl, o);
}

Response IdvProvider::status(const Session &s) const
{
    return json(200, state(s));
}

QJsonObject IdvProvider::state(const Session &s) const
{
    QJsonObject o{{QStringLiteral("session_id"), s.id},
        {QStringLiteral("user_identifier"),
            s.outcome == QLatin1String("other-user") ? QStringLiteral("somebody.else@halden.example") : s.user}};
    const auto ended = [&](const char *word) { o.insert(QStringLiteral("verification_status"), QLatin1String(word)); };
    const core::Instant now = m_clock->now();
    if (s.isCancelled) {
        ended("CANCELLED");
    } else if (s.outcome == QLatin1String("expired") || s.outcome == QLatin1String("never") || now < s.resultAt) {
        if (now >= s.expiresAt)
            ended("EXPIRED");
        else
            o.insert(QStringLiteral("status"), now < s.createdAt + m_options.journey.count() / 2
                                                   ? QStringLiteral("PENDING")
                                                   : QStringLiteral("IN_PROGRESS"));
    } else if (s.outcome == QLatin1String("failed")) {
        ended("FAILED");
        o.insert(QStringLiteral("failure_reason"), QStringLiteral("The face did not match the photo on the document."));
        o.insert(QStringLiteral("completed_at"), QString::fromLatin1(isoTime(s.resultAt)));
    } else if (s.outcome == QLatin1String("declined")) {
        ended("DECLINED");
    } else if (s.outcome == QLatin1String("unknown-word")) {
        ended("SENT_TO_REVIEW");
    } else if (s.outcome == QLatin1String("two-words")) {
        ended("FAILED");
        o.insert(QStringLiteral("status"), QStringLiteral("VERIFIED"));
    } else {
        ended("VERIFIED");
        o.insert(
            QStringLiteral("ial_level"), s.outcome == QLatin1String("level-too-low") ? 1 : std::max(2, s.requiredIal));
        const QString name = s.outcome == QLatin1String("name-differs")
                                 ? QStringLiteral("JORDAN UNRELATED")
                                 : (s.first + QLatin1Char(' ') + s.last).toUpper();
        o.insert(QStringLiteral("verified_name"), name);
        o.insert(QStringLiteral("document_type"), s.document);
        o.insert(QStringLiteral("completed_at"), QString::fromLatin1(isoTime(s.resultAt)));
    }
    return o;
}

// The "phone": whoever holds the link chooses the outcome.
Response IdvProvider::page(const httpd::Request &r)
{
    const QStringList parts = QString::fromLatin1(r.path).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    Session *session = nullptr;
    for (auto &s : m_sessions) {
        if (s.code == parts.value(1))
            session = &s;
    }
    Response answer;
    answer.contentType = "text/html; charset=utf-8";
    if (!session) {
        answer.status = 404;
        answer.body = "<p>This invented link is not known.</p>";
        return answer;
    }
    const QString choice = parts.value(2);
    static const QStringList choices{QStringLiteral("verified"), QStringLiteral("failed"),
        QStringLiteral("name-differs"), QStringLiteral("level-too-low"), QStringLiteral("declined")};
    if (r.method == "POST" && choices.contains(choice)) {
        session->outcome = choice;
        session->resultAt = m_clock->now();
        report(session->id);
        answer.body = "<p>Done. The console will see it within seconds.</p>";
        return answer;
    }
    answer.body = "<!doctype html><title>Simulated verification</title><h1>Simulated verification</h1><p>Nobody is "
                  "really verified here.</p>";
    for (const QString &c : choices)
        answer.body += "<form method=post action=\"/v/" + session->code.toLatin1() + '/' + c.toLatin1() +
                       "\"><button>" + c.toLatin1() + "</button></form>";
    return answer;
}

} // namespace lab
