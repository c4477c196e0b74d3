#include "lab/sailpoint/calls/tokenrequest.h"
#include <QMap>
#include <QRegularExpression>
#include <QUrlQuery>

namespace lab {

using Fields = QMap<QString, QString>;

static void addForm(Fields &to, QByteArray form)
{
    form.replace('+', "%20");
    const auto items = QUrlQuery(QString::fromLatin1(form)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        to.insert(name, value);
}

// Of texts only: a file is nothing that a token is asked with.
static void addParts(Fields &to, const QByteArray &body, const QByteArray &boundary)
{
    static const QRegularExpression name(QStringLiteral("name=\"([^\"]+)\""));
    const QList<QByteArray> lines = QByteArray(body).replace("\r\n", "\n").split('\n');
    QString field;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).startsWith("--" + boundary)) {
            field.clear();
        } else if (const auto m = name.match(QString::fromUtf8(lines.at(i))); field.isEmpty() && m.hasMatch()) {
            field = m.captured(1);
        } else if (!field.isEmpty() && lines.at(i).isEmpty() && !to.contains(field) && i + 1 < lines.size()) {
            to.insert(field, QString::fromUtf8(lines.at(i + 1)));
        }
    }
}

static void addBasic(Fields &to, const QByteArray &header)
{
    if (!header.toLower().startsWith("basic "))
        return;
    const QByteArray given = QByteArray::fromBase64(header.mid(6).trimmed());
    const qsizetype at = given.indexOf(':');
    to.insert(QStringLiteral("client_id"), QUrl::fromPercentEncoding(given.left(at)));
    to.insert(QStringLiteral("client_secret"), QUrl::fromPercentEncoding(given.mid(at + 1)));
}

std::optional<TokenRequest> tokenRequest(const httpd::Request &r)
{
    Fields fields;
    addForm(fields, r.query);
    const QByteArray type = r.header("Content-Type");
    static const QByteArray mark = "boundary=";
    if (type.startsWith("multipart/form-data") && type.contains(mark)) {
        QByteArray boundary = type.mid(type.indexOf(mark) + mark.size());
        boundary = boundary.split(';').first().trimmed();
        addParts(fields, r.body, boundary.startsWith('"') ? boundary.mid(1, boundary.size() - 2) : boundary);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
        addForm(fields, r.body);
    } else if (!r.body.isEmpty()) {
        return std::nullopt;
    }
    addBasic(fields, r.header("Authorization"));
    return TokenRequest{fields.value(QStringLiteral("grant_type")), fields.value(QStringLiteral("client_id")),
        fields.value(QStringLiteral("client_secret"))};
}

} // namespace lab
