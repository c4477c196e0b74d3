#include "ui/person/attributestab.h"
#include "core/textfold.h"
#include "domain/text/messages.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/widgets/keyvalue.h"
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using core::Result;

AttributesTab::AttributesTab(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 12, 0, 12);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find an attribute"));
    m_find->setAccessibleName(tr("Find an attribute"));
    connect(m_find, &QLineEdit::textChanged, this, &AttributesTab::fill);
    v->addWidget(m_find);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_values = new KeyValueList(t);
    v->addSpacing(6);
    v->addWidget(m_values);
    v->addStretch();
}

void AttributesTab::setPerson(const core::IdentityId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_attributes.clear();
    m_values->setRows({});
    m_banner->hide();
    m_isFetching = false;
}

void AttributesTab::fetch()
{
    if (m_isFetching || m_id.isEmpty() || !m_app.tenantSession())
        return;
    m_isFetching = true;
    using Attributes = domain::IdentityAttributes;
    core::whenDone<Attributes>(
        m_app.tenantSession()->directory().attributes(m_id), this, [this, id = m_id](const Result<Attributes> &a) {
            if (id != m_id)
                return;
            m_isFetching = false;
            if (!a) {
                const auto m = domain::userMessage(a.error(), domain::Vendor::SailPoint);
                m_banner->show(Banner::Problem, m.headline, m.advice);
                return;
            }
            m_banner->hide();
            take(a->texts);
        });
}

void AttributesTab::take(const QMap<QString, QString> &attributes)
{
    m_attributes.clear();
    const auto &map = m_app.tenantSession()->tenant().map;
    QStringList first;
    for (int i = 0; i < domain::idvFieldCount; ++i) {
        const QString name = map.name(domain::Field(i));
        first << name;
        m_attributes.append({name, attributes.value(name)});
    }
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        if (!first.contains(it.key()))
            m_attributes.append({it.key(), it.value()});
    }
    fill();
}

void AttributesTab::fill()
{
    const QString wanted = core::fold(m_find->text());
    QList<std::pair<QString, QString>> rows;
    for (const auto &[key, value] : std::as_const(m_attributes)) {
        if (wanted.isEmpty() || core::fold(key + QLatin1Char(' ') + value).contains(wanted))
            rows.append({key, value});
    }
    m_values->setRows(rows);
}

} // namespace ui
