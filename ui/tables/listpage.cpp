#include "ui/tables/listpage.h"
#include "ui/common/theme.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/controls/searchfield.h"
#include "ui/tables/liststates.h"
#include "ui/widgets/flowlayout.h"
#include <QHBoxLayout>

namespace ui {

ListPage::ListPage(Theme &theme, const Texts &texts, QWidget *rows, QWidget *parent) : QWidget(parent)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    m_head = new QHBoxLayout;
    m_head->setContentsMargins(16, 14, 16, 10);
    m_head->setSpacing(8);
    m_head->addWidget(new Label(theme, texts.title, 20, "text", 600));
    m_head->addSpacing(12);
    m_search = new SearchField(theme, texts.placeholder, texts.searchName, texts.pause);
    m_search->setMaximumWidth(300);
    connect(m_search, &SearchField::searched, this, &ListPage::narrowed);
    m_head->addWidget(m_search, 1);
    v->addLayout(m_head);
    if (!texts.chips.isEmpty()) {
        auto *flow = new FlowLayout(6);
        flow->setContentsMargins(16, 0, 16, 12);
        m_chips = new ChipRow(theme, texts.chips, *flow, this);
        connect(m_chips, &ChipRow::chosen, this, &ListPage::narrowed);
        v->addLayout(flow);
    }
    m_above = new QVBoxLayout;
    m_above->setSpacing(0);
    v->addLayout(m_above);
    v->addWidget(line(theme));
    m_states = new ListStates(theme, rows);
    connect(m_states, &ListStates::clearingWanted, this, &ListPage::clearNarrowing);
    v->addWidget(m_states, 1);
    v->addWidget(line(theme));
    m_foot = new QHBoxLayout;
    m_foot->setContentsMargins(16, 5, 16, 5);
    m_count = new Label(theme, {}, 12, "text-3");
    m_foot->addWidget(m_count);
    m_foot->addStretch();
    v->addLayout(m_foot);
}

void ListPage::setCount(const QString &text)
{
    m_count->setText(text);
    m_states->setAccessibleDescription(text);
}

bool ListPage::isNarrowed() const
{
    return !m_search->text().trimmed().isEmpty() || (m_chips && m_chips->current() > 0);
}

void ListPage::clearNarrowing()
{
    m_search->clear();
    if (m_chips)
        m_chips->choose(0);
}

} // namespace ui
