#pragma once
#include "domain/identities/people.h"
#include <QTimer>
#include <QWidget>

class QTableWidget;
class QPushButton;

namespace ui {

class Banner;
class AppContext;
class ForecastView;
class Label;

/// The re-verification policy as a draft: every change shows what it would do before it is saved.
class PolicyEditor : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyEditor(AppContext &app, QWidget *parent = nullptr);
    /// What is in force now; a draft that was begun stays.
    void refresh();
    void discard();
    void save();
    bool isChanged() const;

Q_SIGNALS:
    void draftChanged();

private:
    void edit(int row);
    void remove(int row);
    void fill();
    void preview();
    void showOutlook(const domain::Outlook &now, const domain::Outlook &then);
    bool isStandard(int row) const { return row >= int(m_draft.rules.size()); }

    AppContext &m_app;
    Label *m_problem;
    QTableWidget *m_table;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_add;
    Label *m_why;
    Banner *m_banner;
    ForecastView *m_forecast;
    Label *m_legend;
    QTimer m_soon;
    domain::ReverificationPolicy m_draft;
    domain::ReverificationPolicy m_inForce;
    domain::Outlook m_now;
    domain::Outlook m_then;
    quint64 m_request = 0;
};

} // namespace ui
