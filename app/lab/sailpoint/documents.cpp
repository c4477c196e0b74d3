#include "lab/sailpoint/documents.h"
#include <cstring>

namespace lab {

namespace {

class Writer
{
public:
    Writer(QByteArray &out, const QSet<QByteArray> &includes) : m_out(out), m_includes(includes) { m_out += '{'; }
    ~Writer() { m_out += '}'; }
    bool wants(const char *name) const
    {
        return m_includes.isEmpty() || m_includes.contains(QByteArray::fromRawData(name, qsizetype(strlen(name))));
    }
    void raw(const char *name, const QByteArray &json)
    {
        if (m_any)
            m_out += ',';
        m_any = true;
        m_out += '"';
        m_out += name;
        m_out += "\":";
        m_out += json;
    }
    void text(const char *name, const QByteArray &value)
    {
        if (wants(name))
            raw(name, value.isEmpty() ? QByteArray("null") : quoted(value));
    }

private:
    QByteArray &m_out;
    const QSet<QByteArray> &m_includes;
    bool m_any = false;
};

QMap<QByteArray, QByteArray> attributesOf(const Person &p)
{
    QMap<QByteArray, QByteArray> a = p.attributes;
    const auto add = [&a](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            a.insert(name, quoted(value));
    };
    add("uid", p.alias);
    add("firstname", p.given);
    add("lastname", p.family);
    add("displayName", p.name);
    add("email", p.email);
    add("phone", p.phone);
    add("personalEmail", p.personalEmail);
    add("employeeNumber", p.employee);
    add("riskGroup", p.riskGroup());
    add("cloudLifecycleState", p.lifecycle);
    return a;
}

} // namespace

void appendSearchDocument(QByteArray &out, const Person &p, const QSet<QByteArray> &includes)
{
    Writer w(out, includes);
    w.text("id", p.id);
    w.text("name", p.alias);
    w.text("displayName", p.name);
    w.text("firstName", p.given);
    w.text("lastName", p.family);
    w.text("email", p.email);
    w.text("employeeNumber", p.employee);
    if (w.wants("modified"))
        w.raw("modified", '"' + isoTime(p.modified) + '"');
    if (w.wants("protected"))
        w.raw("protected", p.isProtected ? "true" : "false");
    w.text("status", p.status);
    w.text("processingState", p.processingState());
    if (w.wants("identityProfile.name"))
        w.raw("identityProfile", "{\"name\":" + quoted(p.profile) + '}');
    if (w.wants("manager.displayName"))
        w.raw("manager", "{\"displayName\":" + quoted(p.manager) + '}');
    if (w.wants("source.name"))
        w.raw("source", "{\"name\":\"HR Directory\"}");
    QByteArray attributes;
    const auto all = attributesOf(p);
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!includes.isEmpty() && !includes.contains("attributes." + it.key()))
            continue;
        attributes += (attributes.isEmpty() ? "\"" : ",\"") + it.key() + "\":" + it.value();
    }
    if (!attributes.isEmpty() || includes.isEmpty())
        w.raw("attributes", '{' + attributes + '}');
    if (includes.isEmpty())
        w.raw("_type", "\"identity\"");
}

void appendIdentity(QByteArray &out, const Person &p)
{
    static const QSet<QByteArray> everything;
    Writer w(out, everything);
    w.text("id", p.id);
    w.text("name", p.name);
    w.raw("created", "\"2019-04-01T08:00:00.000Z\"");
    w.raw("modified", '"' + isoTime(p.modified) + '"');
    w.text("alias", p.alias);
    w.text("emailAddress", p.email);
    w.text("processingState", p.processingState());
    w.raw("identityStatus", quoted(p.status));
    w.raw("managerRef",
        "{\"type\":\"IDENTITY\",\"id\":\"2c9180a46faadee4016fb4e018c20626\",\"name\":" + quoted(p.manager) + '}');
    w.raw("isManager", "false");
    w.raw("lastRefresh", '"' + isoTime(p.modified) + '"');
    QByteArray attributes;
    const auto all = attributesOf(p);
    for (auto it = all.begin(); it != all.end(); ++it)
        attributes += (attributes.isEmpty() ? "\"" : ",\"") + it.key() + "\":" + it.value();
    w.raw("attributes", '{' + attributes + '}');
    w.raw("lifecycleState", "{\"stateName\":" + quoted(p.lifecycle) + ",\"manuallyUpdated\":false}");
}

} // namespace lab
