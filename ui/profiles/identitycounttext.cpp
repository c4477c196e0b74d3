#include "ui/profiles/identitycounttext.h"
#include <QCoreApplication>

namespace ui {

QString identityCountText(const std::optional<int> &count)
{
    return count ? QCoreApplication::translate("ProfileText", "%Ln identities", nullptr, *count)
                 : QCoreApplication::translate("ProfileText", "number of identities not known");
}

QString yesNoText(const std::optional<bool> &said)
{
    if (!said)
        return QStringLiteral("–");
    return *said ? QCoreApplication::translate("ProfileText", "Yes") : QCoreApplication::translate("ProfileText", "No");
}

} // namespace ui
