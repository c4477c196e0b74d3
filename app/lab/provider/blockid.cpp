#define OPENSSL_SUPPRESS_DEPRECATED
#include "lab/provider/blockid.h"
#include "lab/answers.h"
#include "lab/sailpoint/people.h"
#include <QJsonDocument>
#include <QUrl>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/rand.h>

namespace lab {

namespace {

unsigned char *u(QByteArray &a)
{
    return reinterpret_cast<unsigned char *>(a.data());
}
const unsigned char *cu(const QByteArray &a)
{
    return reinterpret_cast<const unsigned char *>(a.constData());
}

QByteArray gcm(const QByteArray &key, const QByteArray &text, bool isSealing, bool &isGood)
{
    const QByteArray data = isSealing ? text : QByteArray::fromBase64(text);
    isGood = isSealing || data.size() >= 32;
    if (!isGood)
        return {};
    QByteArray iv = isSealing ? QByteArray(16, '\0') : data.left(16);
    if (isSealing)
        RAND_bytes(u(iv), 16);
    const QByteArray body = isSealing ? data : data.mid(16, data.size() - 32);
    QByteArray out(body.size(), '\0');
    QByteArray tag = isSealing ? QByteArray(16, '\0') : data.right(16);
    EVP_CIPHER_CTX *c = EVP_CIPHER_CTX_new();
    int n = 0;
    EVP_CipherInit_ex(c, EVP_aes_256_gcm(), nullptr, nullptr, nullptr, isSealing ? 1 : 0);
    EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_IVLEN, 16, nullptr);
    EVP_CipherInit_ex(c, nullptr, nullptr, cu(key), cu(iv), isSealing ? 1 : 0);
    EVP_CipherUpdate(c, u(out), &n, cu(body), int(body.size()));
    if (!isSealing)
        EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_TAG, 16, u(tag));
    QByteArray rest(16, '\0');
    isGood = EVP_CipherFinal_ex(c, u(rest), &n) == 1;
    if (isSealing)
        EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_GET_TAG, 16, u(tag));
    EVP_CIPHER_CTX_free(c);
    return isSealing ? (iv + out + tag).toBase64() : out;
}

httpd::Response problem(int status, const char *message)
{
    return json(
        status, QJsonObject{{QStringLiteral("code"), status}, {QStringLiteral("message"), QLatin1String(message)}});
}

} // namespace

BlockId::BlockId(const Options &options, const Endpoints &ends, std::shared_ptr<core::Clock> clock)
    : m_options(options), m_ends(ends), m_clock(std::move(clock)), m_key(EC_KEY_new_by_curve_name(NID_secp256k1))
{
    EC_KEY_generate_key(m_key);
}

BlockId::~BlockId()
{
    EC_KEY_free(m_key);
}

QByteArray BlockId::publicKey() const
{
    QByteArray point(65, '\0');
    EC_POINT_point2oct(
        EC_KEY_get0_group(m_key), EC_KEY_get0_public_key(m_key), POINT_CONVERSION_UNCOMPRESSED, u(point), 65, nullptr);
    return point.mid(1).toBase64();
}

// X of the common point, by hand: multiply, take the affine coordinate, pad on the left to 32 bytes.
QByteArray BlockId::shared(const QByteArray &theirs) const
{
    const QByteArray raw = QByteArray(1, '\x04') + QByteArray::fromBase64(theirs);
    const EC_GROUP *group = EC_KEY_get0_group(m_key);
    EC_POINT *point = EC_POINT_new(group);
    EC_POINT *common = EC_POINT_new(group);
    BIGNUM *x = BN_new();
    QByteArray key;
    if (raw.size() == 65 && EC_POINT_oct2point(group, point, cu(raw), 65, nullptr) == 1 &&
        EC_POINT_mul(group, common, nullptr, point, EC_KEY_get0_private_key(m_key), nullptr) == 1 &&
        EC_POINT_get_affine_coordinates(group, common, x, nullptr, nullptr) == 1) {
        key = QByteArray(32, '\0');
        BN_bn2binpad(x, u(key), 32);
    }
    BN_free(x);
    EC_POINT_free(common);
    EC_POINT_free(point);
    return key;
}

BlockId::Caller BlockId::callerOf(const httpd::Request &r) const
{
    Caller c;
    c.key = shared(r.header("publickey"));
    if (c.key.isEmpty())
        return c;
    bool isKey = false;
    bool isId = false;
    const QByteArray licence = gcm(c.key, r.header("licensekey"), false, isKey);
    const QJsonObject id = QJsonDocument::fromJson(gcm(c.key, r.header("requestid"), false, isId)).object();
    const qint64 age = std::abs(m_clock->now() / 1000 - id.value(QLatin1String("ts")).toInteger());
    c.isAllowed = isKey && isId && licence == m_ends.idvApiKey.toLatin1() && age <= 60 &&
                  !id.value(QLatin1String("uuid")).toString().isEmpty();
    return c;
}

std::optional<httpd::Response> BlockId::handle(const httpd::Request &r)
{
    const QString key = QString::fromLatin1(publicKey());
    if (r.path == "/api/r1/system/community_info/fetch" && r.method == "POST") {
        const QJsonObject ask = QJsonDocument::fromJson(r.body).object();
        if (ask.value(QLatin1String("communityName")).toString() != m_ends.communityId)
            return problem(404, "community not found");
        return json(
            200, QJsonObject{{QStringLiteral("tenant"), QJsonObject{{QStringLiteral("id"), QStringLiteral("t-lab")},
                                                            {QStringLiteral("tenanttag"), QStringLiteral("lab")}}},
                     {QStringLiteral("community"),
                         QJsonObject{{QStringLiteral("id"), QStringLiteral("c-lab")},
                             {QStringLiteral("name"), m_ends.communityId}, {QStringLiteral("publicKey"), key}}}});
    }
    if (r.path == "/caas/sd" && r.method == "GET")
        return json(200, QJsonObject{{QStringLiteral("docuverify"), m_base + QStringLiteral("/docuverify")},
                             {QStringLiteral("adminconsole"), m_base + QStringLiteral("/adminconsole")}});
    if (r.path == "/docuverify/publickeys" && r.method == "GET")
        return json(200, QJsonObject{{QStringLiteral("publicKey"), key}});
    const bool isLevel = r.path.startsWith("/api/r1/community/") && r.path.endsWith("/ial");
    if (!isLevel && !r.path.startsWith("/docuverify/"))
        return std::nullopt;
    const Caller caller = callerOf(r);
    if (!caller.isAllowed)
        return problem(401, "Unauthorized licensekey or requestid");
    if (isLevel)
        return level(QString::fromUtf8(QByteArray::fromPercentEncoding(r.path.split('/').value(6))), caller);
    bool isGood = false;
    const QByteArray text = gcm(caller.key,
        QJsonDocument::fromJson(r.body).object().value(QLatin1String("data")).toString().toLatin1(), false, isGood);
    const QJsonObject data = QJsonDocument::fromJson(text).object();
    if (!isGood || data.value(QLatin1String("dvcID")).toString().isEmpty())
        return problem(400, "dvcID is required");
    if (data.value(QLatin1String("dvcID")).toString() != QLatin1String("lab-dvc"))
        return problem(404, "dvcID not found");
    if (r.path == "/docuverify/document_share_session/create")
        return create(data);
    if (r.path == "/docuverify/document_share_session/result")
        return result(data, caller);
    return problem(404, "not found");
}

httpd::Response BlockId::create(const QJsonObject &data)
{
    const QJsonObject ask = data.value(QLatin1String("sessionRequest")).toObject();
    Session s;
    s.document = ask.value(QLatin1String("documentType")).toString();
    if (s.document != QLatin1String("ppt_object") && s.document != QLatin1String("dl_object") &&
        s.document != QLatin1String("idcard_object"))
        return problem(400, "documentType is not supported");
    s.id = QString::fromLatin1(randomHex(32));
    s.code = QString::fromLatin1(randomHex(24));
    s.user = ask.value(QLatin1String("userUID")).toString();
    s.first = ask.value(QLatin1String("user")).toObject().value(QLatin1String("firstname")).toString();
    s.last = ask.value(QLatin1String("user")).toObject().value(QLatin1String("lastname")).toString();
    s.createdAt = m_clock->now();
    s.resultAt = s.createdAt + m_options.journey.count();
    m_sessions.insert(s.id, s);
    return json(200, QJsonObject{{QStringLiteral("sessionId"), s.id},
                         {QStringLiteral("url"), m_base + QStringLiteral("/idproofing/session/") + s.code}});
}

httpd::Response BlockId::sealedAnswer(const QJsonObject &o, const Caller &caller) const
{
    bool isGood = false;
    const QByteArray data = gcm(caller.key, QJsonDocument(o).toJson(QJsonDocument::Compact), true, isGood);
    return json(200, QJsonObject{{QStringLiteral("data"), QString::fromLatin1(data)},
                         {QStringLiteral("publicKey"), QString::fromLatin1(publicKey())}});
}

// With everything that a real result carries and this console must not keep.
httpd::Response BlockId::result(const QJsonObject &data, const Caller &caller)
{
    const auto it = m_sessions.constFind(data.value(QLatin1String("sessionId")).toString());
    if (it == m_sessions.constEnd())
        return problem(404, "session not found");
    QJsonObject o{{QStringLiteral("sessionId"), it->id}, {QStringLiteral("userUID"), it->user}};
    if (m_clock->now() < it->resultAt || m_options.outcome == QLatin1String("never")) {
        o.insert(QStringLiteral("sessionStatus"), QStringLiteral("In Progress"));
        return sealedAnswer(o, caller);
    }
    const bool isFailed = m_options.outcome == QLatin1String("failed");
    QString verification = isFailed ? QStringLiteral("Failed") : QStringLiteral("Passed");
    if (m_options.outcome == QLatin1String("not-performed"))
        verification = QStringLiteral("Not performed");
    o.insert(QStringLiteral("sessionStatus"), QStringLiteral("Completed"));
    o.insert(QStringLiteral("verificationStatus"), verification);
    o.insert(QStringLiteral("completedAt"), QString::fromLatin1(isoTime(it->resultAt)));
    o.insert(it->document,
        QJsonObject{{QStringLiteral("firstName"), it->first.toUpper()},
            {QStringLiteral("lastName"), it->last.toUpper()}, {QStringLiteral("dob"), QStringLiteral("19790214")},
            {QStringLiteral("documentId"), QStringLiteral("SECRET-DOC-4711")},
            {QStringLiteral("face"), QStringLiteral("iVBORw0KGgoSECRETIMAGE")},
            {QStringLiteral("address"), QStringLiteral("12 SECRET STREET")}});
    o.insert(QStringLiteral("liveid_object"),
        QJsonObject{{QStringLiteral("face"), QStringLiteral("iVBORw0KGgoSECRETSELFIE")},
            {QStringLiteral("proofedBy"), QStringLiteral("blockid")}});
    o.insert(QStringLiteral("token"), QStringLiteral("SECRET-TOKEN"));
    return sealedAnswer(o, caller);
}

// The level of the newest session of this user, by its id. "level-of-before" answers what an earlier session reached,
// "level-of-nobody-knows" names no session.
httpd::Response BlockId::level(const QString &user, const Caller &caller) const
{
    const Session *newest = nullptr;
    for (const Session &s : m_sessions) {
        if (s.user == user && (!newest || s.createdAt > newest->createdAt))
            newest = &s;
    }
    if (!newest || m_options.outcome == QLatin1String("no-level"))
        return problem(404, "no level");
    QJsonObject o{{QStringLiteral("ial"),
        m_options.outcome == QLatin1String("level-too-low") ? QStringLiteral("IAL1") : QStringLiteral("IAL2")}};
    if (m_options.outcome == QLatin1String("level-of-before"))
        o.insert(QStringLiteral("sessionId"), QStringLiteral("00000000000000000000000000000000"));
    else if (m_options.outcome != QLatin1String("level-of-nobody-knows"))
        o.insert(QStringLiteral("sessionId"), newest->id);
    return sealedAnswer(o, caller);
}

} // namespace lab
