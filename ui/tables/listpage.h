#pragma once
#include <QWidget>
#include <chrono>

class QBoxLayout;
class QVBoxLayout;

namespace ui {

class ChipRow;
class Label;
class ListStates;
class SearchField;
class Theme;

/// A page around one list: title and search, chips, what stands above the rows, the rows or their state, the count.
/// What is special about a page goes into head(), above() and foot().
class ListPage : public QWidget
{
    Q_OBJECT
public:
    struct Texts
    {
        QString title;
        QString placeholder; ///< of the search
        QString searchName;  ///< accessible
        QStringList chips{};
        std::chrono::milliseconds pause{}; ///< of the keys before a search; 0: none
    };
    /// `rows` may hold more than the table.
    ListPage(Theme &theme, const Texts &texts, QWidget *rows, QWidget *parent = nullptr);
    QBoxLayout &head() { return *m_head; }
    /// Between the chips and the rows.
    QVBoxLayout &above() { return *m_above; }
    QBoxLayout &foot() { return *m_foot; }
    SearchField &search() { return *m_search; }
    ChipRow &chips() { return *m_chips; } ///< where there are some
    ListStates &states() { return *m_states; }
    void setCount(const QString &text);
    /// Is there a search, or another chip than the first?
    bool isNarrowed() const;
    void clearNarrowing();

Q_SIGNALS:
    /// Another search or chip.
    void narrowed();

private:
    QBoxLayout *m_head;
    QVBoxLayout *m_above;
    QBoxLayout *m_foot;
    SearchField *m_search;
    ChipRow *m_chips = nullptr;
    ListStates *m_states;
    Label *m_count;
};

} // namespace ui
