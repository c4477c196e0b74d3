#pragma once
#include "domain/events/eventrule.h"
#include <QWidget>

class QPushButton;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class Label;

/// Verifications that SailPoint's events propose: started or dismissed by a person. Hidden while there are none.
class ProposalsCard : public QWidget
{
    Q_OBJECT
public:
    explicit ProposalsCard(AppContext &app, QWidget *parent = nullptr);

private:
    void follow();
    void load();
    void show(const QList<domain::Proposal> &open);
    void refresh();
    const domain::Proposal *chosen() const;
    void verify();
    void dismiss();

    AppContext &m_app;
    Label *m_title;
    Label *m_note;
    Banner *m_banner;
    QTableWidget *m_table;
    QPushButton *m_verify;
    QPushButton *m_dismiss;
    QList<domain::Proposal> m_open;
    bool m_isLoading = false;
    bool m_isStale = false;
};

} // namespace ui
