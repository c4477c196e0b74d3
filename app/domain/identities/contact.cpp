#include "domain/identities/contact.h"
#include <QRegularExpression>

namespace domain {

static const QChar dot(0x2022);

QString e164(const QString &phone)
{
    QString out;
    for (const QChar c : phone.trimmed()) {
        if (c.isDigit() && c.unicode() < 128)
            out += c;
        else if (c == QLatin1Char('+') && out.isEmpty())
            out += c;
        else if (!QStringLiteral(" .-()/\u00A0").contains(c))
            return {};
    }
    static const QRegularExpression form(QStringLiteral("^\\+[1-9]\\d{7,14}$"));
    return form.match(out).hasMatch() ? out : QString();
}

QString maskPhone(const QString &phone)
{
    const QString number = e164(phone);
    if (number.isEmpty())
        return {};
    return number.left(3) + QLatin1Char(' ') + QString(3, dot) + QLatin1Char(' ') + QString(2, dot) +
           number.mid(number.size() - 4, 1) + QLatin1Char(' ') + number.right(3);
}

bool isEmail(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]{2,}$"));
    return text.size() <= 254 && form.match(text).hasMatch();
}

QString maskEmail(const QString &email)
{
    if (!isEmail(email))
        return {};
    const qsizetype at = email.indexOf(QLatin1Char('@'));
    return email.left(1) + QString(3, dot) + (at > 1 ? email.mid(at - 1, 1) : QString()) + email.mid(at);
}

QString maskedContact(const Identity &person, Delivery delivery)
{
    switch (delivery) {
    case Delivery::Sms: return maskPhone(person.mobile);
    case Delivery::Email: return maskEmail(person.email);
    case Delivery::Link: break;
    }
    return {};
}

bool hasContact(const Identity &person, Delivery delivery)
{
    return delivery == Delivery::Link || !maskedContact(person, delivery).isEmpty();
}

} // namespace domain
