#pragma once
#include "domain/sync/synchealth.h"
#include "ui/controls/banner.h"

namespace ui {

class AppContext;

/// Says above the people how old what is shown is, while SailPoint does not answer or the last copy failed.
class OfflineBanner : public Banner
{
    Q_OBJECT
public:
    explicit OfflineBanner(AppContext &app, QWidget *parent = nullptr);
    /// As last read; shown by refreshState().
    void setSync(const domain::SyncHealth &sync) { m_sync = sync; }
    /// Hidden where there is nothing to say.
    void refreshState();

private:
    AppContext &m_app;
    domain::SyncHealth m_sync;
};

} // namespace ui
