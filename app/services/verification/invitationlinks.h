#pragma once
#include "core/ids.h"
#include <QHash>
#include <QObject>

namespace services {

/// The invitation links: in memory only, empty after a restart. Thread: the GUI's or main.
class InvitationLinks : public QObject
{
    Q_OBJECT
public:
    QString of(const core::SessionId &id) const { return m_links.value(id.str()); }
    void set(const core::SessionId &id, const QString &link) { m_links.insert(id.str(), link); }
    /// The same for one that became known after its session: whoever shows it hears of it.
    void learn(const core::SessionId &id, const QString &link)
    {
        set(id, link);
        Q_EMIT changed(id);
    }
    void remove(const core::SessionId &id) { m_links.remove(id.str()); }
    /// A tenant that is opened anew goes on with the links that were held for it.
    void takeFrom(const InvitationLinks &other) { m_links.insert(other.m_links); }

Q_SIGNALS:
    /// A link became known after its session.
    void changed(const core::SessionId &id);

private:
    QHash<QString, QString> m_links;
};

} // namespace services
