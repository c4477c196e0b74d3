#include "ui/common/infodialog.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tables/lazylist.h"
#include <QHBoxLayout>
#include <QScrollArea>

namespace ui {

InfoDialog::InfoDialog(AppContext &app, const QString &title, QWidget *parent) : Dialog(parent)
{
    setObjectName(QStringLiteral("infoDialog"));
    setWindowTitle(title);
    resize(560, 460);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->addWidget(heading(app.theme(), title));
    m_list = new LazyList(app.theme());
    auto *area = new QScrollArea;
    area->setWidget(m_list);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false);
    v->addWidget(area, 1);
    auto *foot = new QHBoxLayout;
    auto *close = button(app.theme(), tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot->addStretch();
    foot->addWidget(close);
    v->addLayout(foot);
}

} // namespace ui
