#include "ui/tables/liststates.h"
#include "ui/controls/emptystate.h"

namespace ui {

ListStates::ListStates(Theme &theme, QWidget *rows, QWidget *parent)
    : QStackedWidget(parent), m_empty(new EmptyState(theme))
{
    addWidget(rows);
    addWidget(m_empty);
    connect(m_empty, &EmptyState::activated, this, &ListStates::press);
}

void ListStates::showRows()
{
    m_state = State::Rows;
    setCurrentIndex(0);
}

void ListStates::showReading(const StateText &text)
{
    show(State::Reading, text);
}

void ListStates::showNothing(const StateText &text)
{
    show(State::Nothing, text);
}

void ListStates::showNoMatch(const StateText &text)
{
    show(State::NoMatch, text);
}

void ListStates::showFailed(const QString &title, const QString &text)
{
    show(State::Failed, {QStringLiteral("warning"), title, text, tr("Try again")});
}

void ListStates::show(State state, const StateText &text)
{
    m_state = state;
    m_empty->setContent(text.icon, text.title, text.text, text.button);
    setCurrentIndex(1);
}

void ListStates::press()
{
    switch (m_state) {
    case State::Rows:
    case State::Reading: return;
    case State::Nothing: return Q_EMIT beginWanted();
    case State::NoMatch: return Q_EMIT clearingWanted();
    case State::Failed: return Q_EMIT retryWanted();
    }
}

} // namespace ui
