#include "store/ledger/audit/auditproof.h"
#include "store/ledger/audit/auditrows.h"
#include <QScopeGuard>
#include <openssl/sha.h>
#include <simdjson.h>
#include <sqlite3.h>
#include <string_view>

namespace store::sql {

using core::Result;
using domain::ChainState;

namespace {

/// A JSON string as RFC 8785 writes it; the text is UTF-8.
void appendCanonical(std::string &out, std::string_view text)
{
    static const char *const hex = "0123456789abcdef";
    out.push_back('"');
    size_t plain = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out.push_back(hex[c >> 4]);
            out.push_back(hex[c & 15]);
        }
    }
    out.append(text, plain);
    out.push_back('"');
}

std::string_view column(sqlite3_stmt *s, int at)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(s, at));
    return {text ? text : "", size_t(sqlite3_column_bytes(s, at))};
}

std::string hexOf(const unsigned char *bytes, size_t n)
{
    static const char *const hex = "0123456789abcdef";
    std::string out(2 * n, '0');
    for (size_t i = 0; i < n; ++i) {
        out[2 * i] = hex[bytes[i] >> 4];
        out[2 * i + 1] = hex[bytes[i] & 15];
    }
    return out;
}

// The columns as auditColumns names them.
enum { Seq, At, Actor, Action, Tenant, Subject, Outcome, Data, Payload, Previous, Hash, Digests, Seat };

void appendBody(std::string &out, sqlite3_stmt *s)
{
    out += "{\"action\":";
    appendCanonical(out, column(s, Action));
    out += ",\"actor\":";
    appendCanonical(out, column(s, Actor));
    out += ",\"at\":";
    out += std::to_string(sqlite3_column_int64(s, At));
    out += ",\"data\":";
    out += column(s, Data);
    out += ",\"outcome\":";
    appendCanonical(out, column(s, Outcome));
    out += ",\"personal\":";
    out += column(s, Digests);
    out += ",\"previous\":\"";
    out += column(s, Previous);
    if (const auto seat = column(s, Seat); !seat.empty()) {
        out += "\",\"seat\":";
        appendCanonical(out, seat);
        out += ",\"seq\":";
    } else {
        out += "\",\"seq\":";
    }
    out += std::to_string(sqlite3_column_int64(s, Seq));
    out += ",\"subject\":";
    appendCanonical(out, column(s, Subject));
    out += ",\"tenant\":";
    appendCanonical(out, column(s, Tenant));
    out.push_back('}');
}

std::string bytesOfHex(std::string_view hex)
{
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
    };
    std::string out;
    for (size_t i = 0; i + 1 < hex.size(); i += 2) {
        if (digit(hex[i]) > 15 || digit(hex[i + 1]) > 15)
            return {};
        out.push_back(char(digit(hex[i]) * 16 + digit(hex[i + 1])));
    }
    return out;
}

// Values and digests name the same fields, and each value has its digest. Removed values have nothing to be compared.
// As domain::personalDigest(), without an object for each.
bool valuesMatch(sqlite3_stmt *s, simdjson::dom::parser &values, simdjson::dom::parser &wanted)
{
    const std::string_view payload = column(s, Payload), digests = column(s, Digests);
    if (sqlite3_column_type(s, Payload) == SQLITE_NULL || (payload == "{}" && digests == "{}"))
        return true;
    simdjson::dom::object have, due;
    if (values.parse(payload.data(), payload.size()).get(have) ||
        wanted.parse(digests.data(), digests.size()).get(due) || have.size() != due.size())
        return false;
    std::string input;
    for (const auto &field : have) {
        std::string_view value, salt, digest;
        if (field.value["value"].get(value) || field.value["salt"].get(salt) || due.at_key(field.key).get(digest))
            return false;
        input = bytesOfHex(salt);
        input += field.key;
        input.push_back('\0');
        input += value;
        unsigned char hash[SHA256_DIGEST_LENGTH];
        SHA256(reinterpret_cast<const unsigned char *>(input.data()), input.size(), hash);
        if (hexOf(hash, sizeof hash) != digest)
            return false;
    }
    return true;
}

} // namespace

Result<ChainState> proveChain(Connection &c, ChainState state, int limit)
{
    sqlite3_stmt *s = nullptr;
    const QByteArray sql = QStringLiteral("SELECT %1 FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2")
                               .arg(QLatin1String(auditColumns))
                               .toUtf8();
    if (sqlite3_prepare_v2(c.raw(), sql.constData(), -1, &s, nullptr) != SQLITE_OK)
        return c.lastError(QStringLiteral("The audit log cannot be read."));
    const auto done = qScopeGuard([s] { sqlite3_finalize(s); });
    sqlite3_bind_int64(s, 1, state.sequence);
    sqlite3_bind_int(s, 2, limit);
    if (state.sequence > 0) {
        // What was proved before is still there, as it was.
        const auto hash = c.value(QStringLiteral("SELECT hash FROM audit WHERE seq = ?"), {state.sequence});
        if (!hash)
            return hash.error();
        if (hash->toString().toLatin1() != state.head.toHex()) {
            const auto last =
                c.value(QStringLiteral("SELECT COALESCE(MAX(seq), 0) FROM audit WHERE seq < ?"), {state.sequence});
            state.firstBad = hash->isValid() || !last ? state.sequence : last->toLongLong() + 1;
            return state;
        }
    }
    std::string previous = state.head.toHex().toStdString();
    std::string body;
    simdjson::dom::parser values, digests;
    int read = 0;
    int rc = SQLITE_ROW;
    while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
        ++read;
        const qint64 expected = state.sequence + 1;
        body.clear();
        appendBody(body, s);
        unsigned char digest[SHA256_DIGEST_LENGTH];
        SHA256(reinterpret_cast<const unsigned char *>(body.data()), body.size(), digest);
        const std::string hash = hexOf(digest, sizeof digest);
        const bool isLinked = sqlite3_column_int64(s, Seq) == expected && column(s, Previous) == previous;
        if (!isLinked || !valuesMatch(s, values, digests) || column(s, Hash) != hash) {
            state.firstBad = expected;
            return state;
        }
        previous = column(s, Hash);
        state.sequence = expected;
    }
    if (rc != SQLITE_DONE)
        return c.lastError(QStringLiteral("The audit log cannot be read."));
    state.head = QByteArray::fromHex(QByteArray::fromStdString(previous));
    state.isAtEnd = read < limit;
    return state;
}

Result<qint64> visitAudit(Connection &c, qint64 from, qint64 to, const std::function<bool(qint64)> &hasValues,
    const std::function<bool(const std::string &)> &line)
{
    sqlite3_stmt *s = nullptr;
    const QByteArray sql = QStringLiteral("SELECT %1 FROM audit WHERE seq >= ?1 AND seq <= ?2 ORDER BY seq")
                               .arg(QLatin1String(auditColumns))
                               .toUtf8();
    if (sqlite3_prepare_v2(c.raw(), sql.constData(), -1, &s, nullptr) != SQLITE_OK)
        return c.lastError(QStringLiteral("The audit log cannot be read."));
    const auto done = qScopeGuard([s] { sqlite3_finalize(s); });
    sqlite3_bind_int64(s, 1, from);
    sqlite3_bind_int64(s, 2, to);
    std::string text;
    qint64 n = 0;
    int rc = SQLITE_ROW;
    while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
        text = "{\"type\":\"entry\",\"entry\":";
        appendBody(text, s);
        text += ",\"hash\":\"";
        text += column(s, Hash);
        text += '"';
        if (sqlite3_column_type(s, Payload) != SQLITE_NULL && hasValues(sqlite3_column_int64(s, Seq))) {
            text += ",\"values\":";
            text += column(s, Payload);
        }
        text += "}\n";
        if (!line(text))
            return core::makeError(core::ErrorCode::Cancelled, QStringLiteral("Stopped."));
        ++n;
    }
    if (rc != SQLITE_DONE)
        return c.lastError(QStringLiteral("The audit log cannot be read."));
    return n;
}

} // namespace store::sql
