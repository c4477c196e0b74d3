#pragma once
#include "domain/verification/verification.h"
#include <QObject>

class QLayout;

namespace ui {

class FilterChip;
class Theme;

/// Which states the list of sessions shows; each chip with its number. Thread: GUI.
class SessionChips : public QObject
{
    Q_OBJECT
public:
    explicit SessionChips(Theme &theme, QObject *parent = nullptr);

    /// The chips in a row; the caller's.
    QLayout *makeRow();
    /// Those that the chosen chip shows; every chip gets its number.
    QList<domain::Session> sorted(const QList<domain::Session> &sessions);
    /// As of the last sorted().
    qint64 pending() const { return m_pending; }
    bool isFiltering() const { return m_chosen > 0; }
    void chooseAll();
    /// The chip that this state belongs to.
    void choose(domain::SessionState state);

Q_SIGNALS:
    void chosen();

private:
    Theme &m_theme;
    QList<FilterChip *> m_chips;
    int m_chosen = 0;
    qint64 m_pending = 0;
};

} // namespace ui
