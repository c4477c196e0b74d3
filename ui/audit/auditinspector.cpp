#include "ui/audit/auditinspector.h"
#include "domain/audit/audittext.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/keyvalue.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {

using domain::AuditRecord;
using InspectorRows = QList<std::pair<QString, QString>>;

AuditInspector::AuditInspector(Theme &t, QWidget *parent) : QScrollArea(parent)
{
    auto *w = new QWidget;
    auto *h = new QHBoxLayout(w);
    h->setContentsMargins(24, 12, 24, 12);
    h->setSpacing(32);
    const auto part = [&](const QString &title, QWidget *inside, int stretch) {
        auto *box = new QVBoxLayout;
        box->addWidget(new Label(t, title, 12, "text-2", 600));
        box->addWidget(inside);
        box->addStretch();
        h->addLayout(box, stretch);
    };
    m_entry = new KeyValueList(t);
    m_chain = new KeyValueList(t);
    m_data = jsonView(t, tr("Recorded data"), true);
    m_data->setWordWrapMode(QTextOption::WrapAnywhere);
    m_data->setMinimumHeight(90);
    part(tr("Entry"), m_entry, 3);
    part(tr("Chain"), m_chain, 3);
    part(tr("Recorded data"), m_data, 4);
    setWidget(w);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(150);
}

static InspectorRows entryFacts(const AuditRecord &r)
{
    InspectorRows facts{{AuditInspector::tr("Entry"), QLocale().toString(r.sequence)},
        {AuditInspector::tr("What"), domain::auditText(r.event)},
        {AuditInspector::tr("When"),
            QDateTime::fromMSecsSinceEpoch(r.at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz t"))},
        {AuditInspector::tr("Who"), domain::auditActor(r.event)}, {AuditInspector::tr("Recorded by"), r.event.actor},
        {AuditInspector::tr("On the computer"), r.seat.isEmpty() ? AuditInspector::tr("not recorded then") : r.seat},
        {AuditInspector::tr("Subject"), r.event.subject}};
    for (const auto &f : r.event.personal)
        facts.append({f.name, f.value});
    if (r.isRedacted && !r.digests.isEmpty())
        facts.append(
            {AuditInspector::tr("Personal data"), AuditInspector::tr("removed by retention; the digests stay")});
    return facts;
}

static QString linkText(const AuditRecord &r, const AuditRecord *next)
{
    const auto hash = domain::auditHash(r, r.digests);
    if (!hash || *hash != r.hash)
        return AuditInspector::tr("No: the entry does not have this hash");
    if (next && next->previous != r.hash)
        return AuditInspector::tr("No: the next entry names another hash");
    return AuditInspector::tr("Yes");
}

void AuditInspector::showRecord(const AuditRecord *r, const AuditRecord *next)
{
    if (!r) {
        m_entry->setRows({});
        m_chain->setRows({});
        m_data->clear();
        return;
    }
    m_entry->setRows(entryFacts(*r));
    InspectorRows chain{{tr("This entry"), QString::fromLatin1(r->hash.toHex())},
        {tr("Previous entry"), QString::fromLatin1(r->previous.toHex())}};
    if (next)
        chain.append({tr("Next entry"), QString::fromLatin1(next->hash.toHex())});
    chain.append({tr("Linked"), linkText(*r, next)});
    m_chain->setRows(chain);
    m_data->setPlainText(
        domain::fileText(QString::fromUtf8(QJsonDocument(r->event.data).toJson(QJsonDocument::Indented))));
}

} // namespace ui
