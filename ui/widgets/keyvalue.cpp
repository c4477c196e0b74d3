#include "ui/widgets/keyvalue.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include <QGridLayout>

namespace ui {

static void clear(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

KeyValueList::KeyValueList(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnMinimumWidth(0, 124);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueList::setRows(const QList<std::pair<QString, QString>> &rows, bool canOpen)
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
        v->setAccessibleName(domain::labelText(key + QStringLiteral(": ") + text));
        m_grid->addWidget(k, at, 0, Qt::AlignTop);
        m_grid->addWidget(v, at, 1);
        if (canOpen) {
            auto *open = iconButton(m_theme, QStringLiteral("chevron-right"), tr("Details of %1").arg(key));
            connect(open, &QToolButton::clicked, this, [this, at] { Q_EMIT opened(at); });
            m_grid->addWidget(open, at, 2, Qt::AlignTop);
        }
        ++at;
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

static QString marked(const Theme &theme, const QString &text, QList<domain::NameMark> marks)
{
    std::sort(marks.begin(), marks.end(), [](const auto &a, const auto &b) { return a.from < b.from; });
    QString out;
    int at = 0;
    for (const auto &m : std::as_const(marks)) {
        if (m.from < at || m.from + m.length > text.size())
            continue;
        out += text.mid(at, m.from - at).toHtmlEscaped();
        const QString family = m.isHarmless ? QStringLiteral("due") : QStringLiteral("review");
        out += QStringLiteral("<span style=\"text-decoration: underline; color: %1; background-color: %2\">%3</span>")
                   .arg(theme.color(family).name(), theme.color(family + QStringLiteral("-bg")).name(),
                       text.mid(m.from, m.length).toHtmlEscaped());
        at = m.from + m.length;
    }
    return out + text.mid(at).toHtmlEscaped();
}

static const char *verdictToken(const domain::NameMatch &match)
{
    if (match.isSecurityRelevant)
        return "failed";
    return match.passes() ? "verified" : "review";
}

void NameComparison::setNames(const domain::DirectoryName &directory, const QString &document,
    const QString &documentType, const QStringList &held, domain::NamePurpose purpose)
{
    clear(m_grid);
    const domain::NameMatch match = domain::compareNames(directory, document, held, purpose);
    const auto row = [this](int at, const QString &key, const QString &value, const QList<domain::NameMark> &marks) {
        m_grid->addWidget(new Label(m_theme, key, 12, "text-3"), at, 0, Qt::AlignTop);
        auto *v = new Label(m_theme, {}, 13, "text", 500);
        v->setTextFormat(Qt::RichText);
        v->setText(value.isEmpty() ? QStringLiteral("–") : marked(m_theme, value, marks));
        v->setAccessibleName(domain::labelText(value));
        v->setWordWrap(true);
        m_grid->addWidget(v, at, 1);
    };
    row(0, tr("Directory"), directory.full, match.directoryMarks);
    row(1, documentType, document, match.documentMarks);
    m_grid->addWidget(line(m_theme), 2, 0, 1, 2);
    auto *verdict = new Label(m_theme, domain::nameSentence(match), 12, verdictToken(match), 600);
    verdict->setWordWrap(true);
    m_grid->addWidget(verdict, 3, 0, 1, 2);
}

} // namespace ui
