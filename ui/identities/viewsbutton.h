#pragma once
#include "domain/identities/peopleview.h"
#include <QPushButton>
#include <functional>

namespace ui {

class AppContext;

/// "Saved views ▾": the views of the open tenant; saves the present one under a name, removes one.
class ViewsButton : public QPushButton
{
    Q_OBJECT
public:
    /// `present` says what is on the screen, without a name.
    ViewsButton(AppContext &app, std::function<domain::PeopleView()> present, QWidget *parent = nullptr);
    /// Asks for the name of the present view.
    void save();

Q_SIGNALS:
    void chosen(const domain::PeopleView &view);

private:
    QString setting() const;
    QList<domain::PeopleView> views() const;
    void store(const QList<domain::PeopleView> &views);
    void fill();
    AppContext &m_app;
    std::function<domain::PeopleView()> m_present;
};

/// Where a tenant's ways of looking at people are remembered: "identities/ID/NAME".
QString peopleSetting(const core::TenantId &tenant, const char *name);

} // namespace ui
