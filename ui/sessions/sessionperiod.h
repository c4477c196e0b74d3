#pragma once
#include "domain/verification/sessionlog.h"
#include <QObject>

class QComboBox;
class QDateEdit;
class QWidget;

namespace ui {

/// Of which time sessions are shown: a choice of spans, or two days. Its fields belong to whoever lays them out.
class SessionPeriod : public QObject
{
    Q_OBJECT
public:
    explicit SessionPeriod(QObject *parent = nullptr);
    /// From left to right; the days are shown only where they count.
    QList<QWidget *> fields() const;
    /// `now` in UTC ms.
    void apply(domain::SessionFilter &filter, core::Instant now) const;

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_span;
    QDateEdit *m_from;
    QDateEdit *m_until;
};

} // namespace ui
