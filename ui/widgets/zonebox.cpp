#include "ui/widgets/zonebox.h"
#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

namespace ui {

ZoneBox::ZoneBox(const QString &current, QWidget *parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("zoneBox"));
    setAccessibleName(tr("Time zone"));
    setEditable(true);
    setInsertPolicy(NoInsert);
    lineEdit()->setAccessibleName(accessibleName());
    addItem(tr("As the system"), QString());
    const auto ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids) {
        // Places people know; the rest of the list are offsets and old names.
        if (id == "UTC" ||
            (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/") && !id.startsWith("US/")))
            addItem(QString::fromUtf8(id), QString::fromUtf8(id));
    }
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    setCurrentIndex(std::max(0, findData(current)));
    connect(this, &QComboBox::activated, this, [this](int i) { Q_EMIT chosen(itemData(i).toString()); });
    // What was typed and is no zone goes back to the chosen one.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const int i = findText(lineEdit()->text(), Qt::MatchFixedString);
        if (i >= 0 && i != currentIndex()) {
            setCurrentIndex(i);
            Q_EMIT chosen(itemData(i).toString());
        }
        lineEdit()->setText(currentText().isEmpty() || i < 0 ? itemText(currentIndex()) : itemText(i));
    });
}

} // namespace ui
