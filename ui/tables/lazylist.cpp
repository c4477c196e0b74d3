#include "ui/tables/lazylist.h"
#include "domain/text/messages.h"
#include "ui/controls/banner.h"
#include "ui/controls/label.h"
#include "ui/widgets/keyvalue.h"
#include <QVBoxLayout>

namespace ui {

LazyList::LazyList(Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 12, 0, 12);
    v->setSpacing(8);
    m_banner = new Banner(theme, false);
    m_text = new Label(theme, {}, 13, "text-2");
    m_text->setWordWrap(true);
    m_rows = new KeyValueList(theme);
    v->addWidget(m_banner);
    v->addWidget(m_text);
    v->addWidget(m_rows);
    v->addStretch();
    connect(m_rows, &KeyValueList::opened, this, &LazyList::opened);
    connect(m_banner, &Banner::firstPressed, this, &LazyList::retryWanted);
    setReading();
}

void LazyList::setReading()
{
    m_banner->hide();
    m_rows->setRows({});
    m_text->setText(tr("Reading…"));
    m_text->show();
}

void LazyList::setRows(
    const QString &intro, const QList<std::pair<QString, QString>> &rows, const QString &ifNone, bool canOpen)
{
    m_banner->hide();
    m_text->setText(rows.isEmpty() ? ifNone : intro);
    m_text->setVisible(!m_text->text().isEmpty());
    m_rows->setRows(rows, canOpen);
}

void LazyList::setProblem(const core::Error &e)
{
    const auto m = domain::userMessage(e, domain::Vendor::SailPoint);
    m_text->hide();
    m_rows->setRows({});
    if (e.reason == core::ErrorReason::Unsupported) // trying again would not help
        return m_banner->show(Banner::Info, m.headline, {});
    m_banner->show(Banner::Problem, m.headline, m.advice, tr("Try again"));
}

} // namespace ui
