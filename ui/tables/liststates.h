#pragma once
#include <QStackedWidget>

namespace ui {

class EmptyState;
class Theme;

/// What a list says instead of rows.
struct StateText
{
    QString icon; ///< empty: none, where there is little room
    QString title;
    QString text{};
    QString button{}; ///< empty: none
};

/// The rows of a list, or why there are none: they are being read, there is nothing, nothing fits the search, they
/// could not be read. Each state has a button of its own, so that none does what another says.
class ListStates : public QStackedWidget
{
    Q_OBJECT
public:
    ListStates(Theme &theme, QWidget *rows, QWidget *parent = nullptr);
    void showRows();
    void showReading(const StateText &text);
    /// There is nothing yet.
    void showNothing(const StateText &text);
    /// There is something, and the search or filter fits none of it.
    void showNoMatch(const StateText &text);
    /// `title` says what could not be read, `text` why. The button tries again.
    void showFailed(const QString &title, const QString &text);

Q_SIGNALS:
    void beginWanted();    ///< the button of "nothing yet"
    void clearingWanted(); ///< of "nothing fits"
    void retryWanted();    ///< of "could not be read"

private:
    enum class State { Rows, Reading, Nothing, NoMatch, Failed };
    void show(State state, const StateText &text);
    void press();
    EmptyState *m_empty;
    State m_state = State::Rows;
};

} // namespace ui
