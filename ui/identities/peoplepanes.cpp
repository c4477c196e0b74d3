#include "ui/identities/peoplepanes.h"
#include "models/peoplemodel.h"
#include "ui/common/appcontext.h"
#include "ui/controls/region.h"
#include "ui/identities/identitiestable.h"
#include "ui/identities/selectionpane.h"
#include "ui/person/detailpane.h"
#include <QSplitter>

namespace ui {

PeoplePanes::PeoplePanes(
    AppContext &app, const models::PeopleModel &model, IdentitiesTable &table, QSplitter &splitter, QObject *parent)
    : QObject(parent), m_model(model), m_table(table), m_pane(new DetailPane(app)), m_selection(new SelectionPane(app))
{
    for (QWidget *pane : {static_cast<QWidget *>(m_pane), static_cast<QWidget *>(m_selection)}) {
        markRegion(pane);
        pane->hide();
        splitter.addWidget(pane);
    }
    splitter.setStretchFactor(0, 1);
    for (const int pane : {1, 2})
        splitter.setStretchFactor(pane, 0);
    connect(&m_table, &IdentitiesTable::rowChosen, this, &PeoplePanes::openRow);
    connect(&m_table, &IdentitiesTable::selectedChanged, this, &PeoplePanes::countSelected);
    // A row that was chosen before its block was there.
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_awaitedRow >= 0)
            openRow(m_awaitedRow);
    });
    connect(m_pane, &DetailPane::closeWanted, this, &PeoplePanes::close);
    connect(m_selection, &SelectionPane::closeWanted, this, &PeoplePanes::close);
    connect(m_selection, &SelectionPane::allWanted, &m_table, &IdentitiesTable::selectAll);
}

core::IdentityId PeoplePanes::current() const
{
    return m_pane->isHidden() ? core::IdentityId() : m_selected;
}

const domain::Identity *PeoplePanes::currentPerson() const
{
    return m_pane->isHidden() ? nullptr : &m_pane->person();
}

void PeoplePanes::showPerson(const domain::Identity &person)
{
    m_selection->hide();
    m_pane->show(person);
    m_pane->QWidget::show();
}

void PeoplePanes::openRow(int row)
{
    const auto *p = row >= 0 ? m_model.person(row) : nullptr;
    m_awaitedRow = p ? -1 : row;
    if (!p)
        return;
    m_selected = p->id;
    m_pane->show(*p);
    m_pane->QWidget::setVisible(m_selection->isHidden());
    Q_EMIT changed();
}

void PeoplePanes::countSelected()
{
    const qint64 n = m_table.selectedCount();
    const bool isMany = n > 1;
    if (isMany)
        m_pane->hide();
    else if (!m_selection->isHidden() && n == 1)
        m_pane->QWidget::show();
    m_selection->setVisible(isMany);
    Q_EMIT countChanged();
    Q_EMIT changed();
}

void PeoplePanes::followMark()
{
    if (m_selected.isEmpty() || !m_selection->isHidden())
        return;
    const int row = m_model.rowOf(m_selected);
    if (row < 0)
        return;
    m_table.moveMark(row);
    if (const auto *p = m_model.person(row); p && !m_pane->isHidden())
        m_pane->show(*p);
}

void PeoplePanes::refresh()
{
    m_pane->refreshHeader();
    if (!m_selection->isHidden())
        m_selection->setCount(m_table.selectedCount(), m_model.rowCount());
}

void PeoplePanes::close()
{
    m_pane->hide();
    m_selection->hide();
    m_selected = {};
    m_table.deselect();
    Q_EMIT changed();
}

void PeoplePanes::forget()
{
    m_selected = {};
    m_table.forgetSelection();
    m_pane->hide();
    m_selection->hide();
    m_pane->forget();
    Q_EMIT changed();
}

} // namespace ui
