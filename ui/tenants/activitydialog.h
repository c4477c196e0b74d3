#pragma once
#include "domain/identities/activity.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QPushButton;
class QTableWidget;

namespace domain {
struct PeopleFacets;
}

namespace ui {

class Banner;
class AppContext;
class Label;
class SuggestionBox;

/// Which lifecycle states of the open tenant stand for an account that may be recovered. Nothing is stored before Save.
class ActivityDialog : public Dialog
{
    Q_OBJECT
public:
    ActivityDialog(AppContext &app, QWidget *parent);

private:
    QFormLayout *makeForm();
    QHBoxLayout *makeFoot();
    void read();
    void suggest(const domain::PeopleFacets &facets);
    void show(int current);
    void showCells(int row);
    void showOne();
    void takeOne();
    void add();
    void removeOne();
    void refresh();
    void count();
    void save();

    AppContext &m_app;
    domain::ActivityTable m_now, m_stored;
    std::optional<QList<domain::ActivityGroup>>
        m_groups;      ///< everyone of the local copy; nothing while that is not known
    QString m_noCount; ///< why nobody is counted
    bool m_isRead = false;
    bool m_isFilling = false;
    bool m_isUnreadable = false;
    bool m_isSaving = false;
    Banner *m_banner;
    QTableWidget *m_table;
    SuggestionBox *m_profile;
    SuggestionBox *m_word;
    QComboBox *m_means;
    Label *m_unlisted;
    QPushButton *m_add;
    QPushButton *m_remove;
    Label *m_why;
    QPushButton *m_save;
};

} // namespace ui
