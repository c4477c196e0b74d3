#include "domain/tenants/privacy.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QStringList>
#include <QTextBoundaryFinder>

namespace domain {

static QString sayPrivacy(const char *text)
{
    return QCoreApplication::translate("Privacy", text);
}

core::Status validate(const Retention &r)
{
    for (const auto &[field, days] :
        {std::pair{"verifiedDays", r.verifiedDays}, std::pair{"failedDays", r.failedDays}}) {
        if (days < 1 || days > 3650)
            return core::fieldError(QString::fromLatin1(field),
                sayPrivacy(QT_TRANSLATE_NOOP("Privacy", "Personal data is kept for 1 to 3,650 days.")));
    }
    return core::ok();
}

QJsonObject toJson(const Retention &r)
{
    return {{QStringLiteral("on"), r.isOn}, {QStringLiteral("verifiedDays"), r.verifiedDays},
        {QStringLiteral("failedDays"), r.failedDays}};
}

core::Result<Retention> retentionFromJson(const QJsonObject &object)
{
    StrictObject o(object);
    Retention r;
    o.flag("on", r.isOn);
    o.number("verifiedDays", r.verifiedDays);
    o.number("failedDays", r.failedDays);
    if (const auto read = o.status(); !read)
        return read.error();
    if (const auto sound = validate(r); !sound)
        return sound.error();
    return r;
}

QString maskedName(const QString &name)
{
    QStringList out;
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &w : words) {
        // What a person sees as one letter: with its marks, and a surrogate pair whole.
        QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, w);
        const auto end = letters.toNextBoundary();
        out << w.left(end < 0 ? 1 : end) + QStringLiteral("•••");
    }
    return out.join(QLatin1Char(' '));
}

} // namespace domain
