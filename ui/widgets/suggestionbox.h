#pragma once
#include "ui/widgets/wrapping.h"

namespace ui {

/// A box to type in or choose from; its first line stands for "none of them", and so does an empty text.
class SuggestionBox : public ComboBox
{
public:
    explicit SuggestionBox(const QString &none, QWidget *parent = nullptr);
    /// Empty: none of them.
    QString chosen() const;
};

} // namespace ui
