#pragma once
#include "ui/widgets/dialog.h"

class QPushButton;

namespace ui {

class Banner;
class AppContext;
class Label;
class ReadinessTable;

/// Is the open tenant ready, from end to end? What the API allows is mended from here; the report can be saved.
class ReadinessDialog : public Dialog
{
    Q_OBJECT
public:
    explicit ReadinessDialog(AppContext &app, QWidget *parent = nullptr);

private:
    void check();
    void fix();
    void refreshRemediation();
    AppContext &m_app;
    Banner *m_banner;
    ReadinessTable *m_table;
    QPushButton *m_again;
    QPushButton *m_save;
    QPushButton *m_fix;
    Label *m_remediationWhy;
    QString m_report;
};

/// Asks where, and writes the report as Markdown or PDF; `banner` says how it went.
void saveReport(QWidget *parent, const QString &markdown, Banner &banner);

} // namespace ui
