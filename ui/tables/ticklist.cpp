#include "ui/tables/ticklist.h"
#include "ui/tables/table.h"
#include <QLocale>

namespace ui {

void fillTicks(QListWidget *list, const QList<domain::FacetValue> &values, QStringList ticked)
{
    const auto add = [list](const QString &value, qint64 count, bool isOn) {
        auto *item = listItem(QStringLiteral("%1   %2").arg(domain::valueText(value), QLocale().toString(count)), list);
        item->setData(Qt::UserRole, value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
    };
    for (const auto &v : values)
        add(v.value, v.count, ticked.removeAll(v.value) > 0);
    for (const QString &v : std::as_const(ticked))
        add(v, 0, true);
    if (list->count() > 0)
        list->setCurrentRow(0);
}

QStringList ticksOf(const QListWidget *list, const QStringList &ifUnread)
{
    if (list->count() == 0)
        return ifUnread;
    QStringList out;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->checkState() == Qt::Checked)
            out << list->item(i)->data(Qt::UserRole).toString();
    }
    return out;
}

} // namespace ui
