#pragma once
#include "core/result.h"
#include "ui/campaigns/campaignform.h"
#include "ui/widgets/dialog.h"

class QStackedWidget;
class QPushButton;

namespace ui {

class Banner;
class DryRunView;

/// From the idea to the start: the form, then what it would do, then "Start campaign". Nothing is sent before that.
class CampaignDialog : public Dialog
{
    Q_OBJECT
public:
    CampaignDialog(AppContext &app, const CampaignChoice &choice, QWidget *parent = nullptr);
    /// Another dry run of a draft that exists.
    CampaignDialog(AppContext &app, const domain::Campaign &draft, QWidget *parent = nullptr);

Q_SIGNALS:
    void started(const QString &campaign);

private:
    void build();
    void check();
    void checkWith(const core::Result<QStringList> &people);
    void tried(const core::Result<domain::Campaign> &campaign);
    void compare(bool isReleaserKnown);
    void back();
    void start();
    void refreshGo();
    void setBusy(const QString &text);
    void show(const core::Error &error);
    AppContext &m_app;
    CampaignChoice m_choice;
    CampaignForm *m_form = nullptr;
    DryRunView *m_view;
    QStackedWidget *m_stack;
    Label *m_title;
    Label *m_subtitle;
    Banner *m_banner;
    QPushButton *m_back;
    QPushButton *m_go;
    QPushButton *m_cancel;
    std::optional<domain::Campaign> m_campaign;
};

} // namespace ui
