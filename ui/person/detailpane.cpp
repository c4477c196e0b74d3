#include "ui/person/detailpane.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/line.h"
#include "ui/person/attributestab.h"
#include "ui/person/personheader.h"
#include "ui/person/persontabs.h"
#include "ui/person/verificationtab.h"
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

static QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

DetailPane::DetailPane(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("pane"));
    setMinimumWidth(std::min(t.scaled(340), 440));
    setMaximumWidth(t.scaled(560));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 14, 16, 0);
    v->setSpacing(3);
    m_header = new PersonHeader(app);
    connect(m_header, &PersonHeader::closeWanted, this, &DetailPane::closeWanted);
    connect(m_header, &PersonHeader::personRead, this, [this](const domain::Identity &p) {
        show(p);
        fetchAttributes();
    });
    v->addWidget(m_header);
    v->addSpacing(4);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->addTab(tr("Verification"));
    for (const QString &name : {tr("Attributes"), tr("Access"), tr("Ownership"), tr("Activity")})
        m_tabs->addTab(name);
    v->addWidget(m_tabs);
    v->addWidget(line(t));
    m_stack = new QStackedWidget;
    m_verification = new VerificationTab(app);
    m_attributes = new AttributesTab(app);
    m_stack->addWidget(scrolling(m_verification));
    m_stack->addWidget(scrolling(m_attributes));
    for (const auto kind : {PersonTab::Access, PersonTab::Ownership, PersonTab::Activity}) {
        m_lazy << new PersonTab(app, kind);
        m_stack->addWidget(scrolling(m_lazy.last()));
    }
    v->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int at) {
        m_stack->setCurrentIndex(at);
        if (m_attributes->isEmpty())
            fetchAttributes();
        refresh();
    });
    connect(&t, &Theme::changed, this, &DetailPane::refresh);
}

// Nothing of one person may stand under the name of another.
void DetailPane::setPerson(const domain::Identity &person)
{
    m_person = person;
    m_header->setPerson(person);
    m_verification->setPerson(person);
    m_attributes->setPerson(person.id);
}

void DetailPane::show(const domain::Identity &person)
{
    const bool isOther = person.id != m_person.id;
    setPerson(person);
    if (isOther)
        fetchAttributes();
    refresh();
}

void DetailPane::forget()
{
    setPerson({});
}

void DetailPane::refreshHeader()
{
    if (!m_person.id.isEmpty() && !isHidden())
        m_header->refresh();
}

void DetailPane::refresh()
{
    if (m_person.id.isEmpty() || !m_app.tenantSession())
        return;
    m_header->refresh();
    const int at = m_tabs->currentIndex();
    if (at == 0)
        m_verification->read();
    else if (at == 1)
        m_attributes->fill();
    else
        m_lazy.at(at - 2)->open(m_person.id, at == 2 + PersonTab::Activity);
}

// Only where they are looked at.
void DetailPane::fetchAttributes()
{
    if (m_tabs->currentIndex() == 1)
        m_attributes->fetch();
}

} // namespace ui
