#pragma once
#include "domain/identities/people.h"
#include "ui/widgets/dialog.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QDateEdit;
class QGridLayout;
class QListWidget;

namespace ui {

class AppContext;

/// What narrows the people: values to tick with how many have them, level, days, contact.
class FilterDialog : public Dialog
{
    Q_OBJECT
public:
    FilterDialog(AppContext &app, const domain::PeopleQuery &query, QWidget *parent);

Q_SIGNALS:
    void applied(const std::optional<domain::IdentityStatus> &status, const domain::PeopleFilter &filter);

private:
    /// Two days, each with a tick of its own.
    struct Span
    {
        QCheckBox *hasFrom, *hasUntil;
        QDateEdit *from, *until;
    };
    /// `before`: the status that is chosen already.
    QGridLayout *makeChoices(const std::optional<domain::IdentityStatus> &before);
    QBoxLayout *makeFoot();
    QListWidget *addList(QGridLayout *grid, int column, const QString &name);
    Span addSpan(QGridLayout *grid, int row, const QString &name, const std::optional<core::Instant> &from,
        const std::optional<core::Instant> &before);
    void fill(const domain::PeopleFacets &facets);
    domain::PeopleFilter filter() const;

    AppContext &m_app;
    domain::PeopleFilter m_before;
    QListWidget *m_profiles;
    QListWidget *m_lifecycles;
    QListWidget *m_states;
    QComboBox *m_status;
    QComboBox *m_ial;
    QComboBox *m_contact;
    QCheckBox *m_errors;
    Span m_verified;
    Span m_due;
};

} // namespace ui
