#include "ui/widgets/suggestionbox.h"
#include <QCompleter>
#include <QLineEdit>

namespace ui {

SuggestionBox::SuggestionBox(const QString &none, QWidget *parent) : ComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItem(none);
    lineEdit()->setPlaceholderText(none);
    lineEdit()->setMaxLength(128);
    // Completed in place, a word that was not meant would be taken.
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (index == 0)
            clearEditText();
    });
    clearEditText();
}

QString SuggestionBox::chosen() const
{
    const QString text = currentText().trimmed();
    return text == itemText(0) ? QString() : text;
}

} // namespace ui
