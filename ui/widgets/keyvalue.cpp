#include "ui/widgets/keyvalue.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include <QGridLayout>

namespace ui {

static void clear(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

KeyValueList::KeyValueList(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnMinimumWidth(0, 124);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setRows(const QList<std::pair<QString, QString>> &rows)
{
    clear(m_grid);
    int at = 0;
    for (const auto &[key, value] : rows) {
        auto *k = new Label(m_theme, key, 13, "text-3");
        const QString text = value.isEmpty() ? QStringLiteral("–") : value;
        QLabel *v = nullptr;
        if (text.size() > 22 && !text.contains(QLatin1Char(' '))) {
            // Ids and addresses have no place to break: the middle gives way, the tool tip has the whole.
            auto *elided = new ElidedLabel(m_theme, 13, "text", 400, Qt::ElideMiddle);
            elided->setFullText(text);
            v = elided;
        } else {
            v = new Label(m_theme, text, 13, "text");
            v->setWordWrap(true);
            v->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        }
        v->setAccessibleName(key + QStringLiteral(": ") + text);
        m_grid->addWidget(k, at, 0, Qt::AlignTop);
        m_grid->addWidget(v, at++, 1);
    }
}

NameComparison::NameComparison(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(12, 10, 12, 10);
    m_grid->setColumnMinimumWidth(0, 72);
    m_grid->setColumnStretch(1, 1);
    m_grid->setVerticalSpacing(6);
}

void NameComparison::setNames(const QString &directory, const QString &document, const QString &documentType, bool isSame)
{
    clear(m_grid);
    const auto row = [this](int at, const QString &key, const QString &value) {
        m_grid->addWidget(new Label(m_theme, key, 12, "text-3"), at, 0, Qt::AlignTop);
        auto *v = new Label(m_theme, value.isEmpty() ? QStringLiteral("–") : value, 13, "text", 500);
        v->setWordWrap(true);
        m_grid->addWidget(v, at, 1);
    };
    row(0, tr("Directory"), directory);
    row(1, documentType, document);
    m_grid->addWidget(line(m_theme), 2, 0, 1, 2);
    auto *verdict = new Label(m_theme, document.isEmpty() ? tr("Cannot compare: the document's name is missing.") : isSame ? tr("Same name.") : tr("Different name, or written differently."), 12, isSame ? "verified" : "review", 600);
    verdict->setWordWrap(true);
    m_grid->addWidget(verdict, 3, 0, 1, 2);
}

} // namespace ui
