#include "ui/controls/searchfield.h"
#include "ui/common/theme.h"
#include "ui/controls/region.h"

namespace ui {

SearchField::SearchField(
    Theme &theme, const QString &placeholder, const QString &name, std::chrono::milliseconds pause, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(name.isEmpty() ? placeholder : name);
    setClearButtonEnabled(true);
    addAction(theme.icon(QStringLiteral("search"), QStringLiteral("text-3")), QLineEdit::LeadingPosition);
    markRegion(this);
    if (pause.count() == 0) {
        connect(this, &QLineEdit::textChanged, this, &SearchField::searched);
        return;
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &SearchField::searched);
}

void SearchField::focusAll()
{
    setFocus();
    selectAll();
}

} // namespace ui
