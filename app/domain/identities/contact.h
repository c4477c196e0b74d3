#pragma once
#include "domain/identities/identity.h"
#include "domain/verification/verification.h"

namespace domain {

/// "+34 ••• ••4 417": country code and the last four digits.
QString maskPhone(const QString &phone);
/// "m•••a@example.org": first and last letter of the local part.
QString maskEmail(const QString &email);
/// E.164 ("+" and 8 to 15 digits) after removing spaces, dots, hyphens and brackets; empty when it is none.
QString e164(const QString &phone);
bool isEmail(const QString &text);
/// The masked contact a delivery uses; empty for a link, or when the directory holds none.
QString maskedContact(const Identity &person, Delivery delivery);
bool hasContact(const Identity &person, Delivery delivery);

} // namespace domain
