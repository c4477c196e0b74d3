#include "ui/identities/quickfind.h"
#include "domain/text/outputtext.h"
#include "models/masking.h"
#include "models/peoplemodel.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/tables/celldelegate.h"
#include "ui/widgets/flowlayout.h"
#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

using core::Result;

namespace {

constexpr int NameRole = Qt::UserRole + 1;
constexpr int MetaRole = Qt::UserRole + 2;
constexpr int ChipRole = Qt::UserRole + 3;

class HitDelegate final : public QStyledItemDelegate
{
public:
    HitDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {600, m_theme.scaled(50)};
    }
    void paint(QPainter *p, const QStyleOptionViewItem &o, const QModelIndex &i) const override
    {
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        if (o.state & QStyle::State_Selected) {
            p->setPen(Qt::NoPen);
            p->setBrush(m_theme.color("selection"));
            p->drawRoundedRect(QRectF(o.rect).adjusted(6, 1, -6, -1), 4, 4);
        }
        p->drawPixmap(mirrored(*p, o.rect, QRectF(o.rect.x() + 18, o.rect.center().y() - 8, 18, 18)).topLeft(),
            m_theme.pixmap(i.data(ChipRole).isValid() ? QStringLiteral("user") : QStringLiteral("chevron-right"), 18,
                QStringLiteral("text-3"), p->device()->devicePixelRatioF()));
        const QString key = i.data(ChipRole).toString();
        const QString chip = key.isEmpty() ? QString() : models::chipText(key);
        const QSize size = key.isEmpty() ? QSize() : chipSize(m_theme, chip);
        if (!key.isEmpty())
            drawChip(*p, m_theme,
                mirrored(*p, o.rect,
                    QRectF(QPointF(o.rect.right() - size.width() - 16, o.rect.center().y() - size.height() / 2.0),
                        QSizeF(size)))
                    .topLeft(),
                key, chip);
        const int width = o.rect.width() - size.width() - 90;
        p->setFont(m_theme.font(13, 500));
        p->setPen(m_theme.color("text"));
        p->drawText(
            mirrored(*p, o.rect, QRectF(o.rect.x() + 48, o.rect.y() + m_theme.scaled(6), width, m_theme.scaled(20))),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute |
                             (p->layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)),
            QFontMetrics(p->font()).elidedText(i.data(NameRole).toString(), Qt::ElideRight, width));
        p->setFont(m_theme.font(12));
        p->setPen(m_theme.color("text-2"));
        p->drawText(
            mirrored(*p, o.rect, QRectF(o.rect.x() + 48, o.rect.y() + m_theme.scaled(25), width, m_theme.scaled(18))),
            Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(p->font()).elidedText(i.data(MetaRole).toString(), Qt::ElideRight, width));
        p->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

QuickFind::QuickFind(AppContext &app, const QList<QAction *> &commands, QWidget *parent)
    : Dialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_app(app), m_commands(commands)
{
    Theme &t = app.theme();
    setWindowTitle(tr("Find a person"));
    setObjectName(QStringLiteral("quickFind"));
    setFixedWidth(std::min(t.scaled(640), 1000));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(1, 8, 1, 0);
    v->setSpacing(4);
    auto *h = new QHBoxLayout;
    h->setContentsMargins(14, 4, 16, 4);
    h->setSpacing(10);
    m_edit = new QLineEdit;
    m_edit->setObjectName(QStringLiteral("quickFindEdit"));
    m_edit->setAccessibleName(tr("Find a person"));
    m_edit->setPlaceholderText(tr("Name, e-mail or employee number; > for commands"));
    m_edit->setFont(t.font(16));
    m_edit->setMinimumHeight(38);
    m_edit->addAction(t.icon(QStringLiteral("search"), QStringLiteral("text-3")), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    h->addWidget(m_edit, 1);
    m_count = new Label(t, {}, 12, "text-3");
    h->addWidget(m_count);
    v->addLayout(h);
    v->addWidget(line(t));
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("People found"));
    m_list->setItemDelegate(new HitDelegate(t, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(0);
    m_list->setFocusPolicy(Qt::NoFocus);
    connect(m_list, &QListWidget::itemClicked, this, [this] { act(false); });
    v->addWidget(m_list);
    v->addWidget(line(t));
    auto *foot = new FlowLayout(14);
    foot->setContentsMargins(16, 6, 16, 8);
    foot->addWidget(new Label(t, tr("Enter: open"), 12, "text-2"));
    foot->addWidget(new Label(t, tr("Ctrl+Enter: verify identity…"), 12, "text-2"));
    foot->addWidget(new Label(t, tr("Ctrl+C: copy e-mail"), 12, "text-2"));
    v->addLayout(foot);
    connect(m_edit, &QLineEdit::textChanged, this, &QuickFind::search);
    m_edit->setFocus();
}

void QuickFind::type(const QString &text)
{
    m_edit->setText(text);
}

void QuickFind::search()
{
    const quint64 request = ++m_request;
    m_found.clear();
    if (m_edit->text().startsWith(QLatin1Char('>'))) {
        searchCommands(m_edit->text().mid(1).trimmed());
        return;
    }
    if (m_edit->text().trimmed().isEmpty() || !m_app.tenantSession()) {
        showPeople({});
        return;
    }
    domain::PeopleQuery q;
    q.text = m_edit->text();
    auto *w = m_app.tenantSession();
    const auto people = core::andThen<domain::PeopleResult>(w->directory().quick(q, 8), this,
        [w](const domain::PeopleResult &r) { return w->directory().people(*r.rows); });
    core::whenDone<QList<domain::Identity>>(people, this, [this, request](const Result<QList<domain::Identity>> &list) {
        if (request == m_request && list)
            showPeople(*list);
    });
}

void QuickFind::showPeople(const QList<domain::Identity> &people)
{
    m_people = people;
    m_list->clear();
    for (const auto &p : people) {
        auto *item = new QListWidgetItem(m_list);
        const auto status = domain::statusAt(p.kind, p.due, p.warnAt, m_app.context().clock->now());
        QStringList meta{models::shownEmail(p.email), p.profile, p.employeeNumber};
        meta.removeAll(QString());
        item->setData(NameRole, models::shownName(p.name));
        item->setData(MetaRole, domain::lineText(meta.join(QStringLiteral(" · "))));
        item->setData(ChipRole, models::chipKey(p.kind, status));
        item->setData(Qt::AccessibleTextRole, models::shownName(p.name) + QStringLiteral(", ") +
                                                  meta.join(QStringLiteral(", ")) + QStringLiteral(", ") +
                                                  models::chipText(models::chipKey(p.kind, status)));
    }
    resizeList(people.size());
    const QString count = people.size() >= 8 ? tr("8 and more") : tr("%n person(s)", nullptr, int(people.size()));
    m_count->setText(m_edit->text().trimmed().isEmpty() ? QString() : count);
    adjustSize();
}

void QuickFind::resizeList(qsizetype rows)
{
    const int row = m_app.theme().scaled(50);
    m_list->setFixedHeight(
        std::min(int(rows), screen()->availableGeometry().height() * 2 / 3 / row) * row); // more are scrolled to
    m_list->setCurrentRow(0);
}

void QuickFind::searchCommands(const QString &text)
{
    m_people.clear();
    m_list->clear();
    for (QAction *a : std::as_const(m_commands)) {
        const QString name = a->text().remove(QLatin1Char('&'));
        if (!name.contains(text, Qt::CaseInsensitive) || m_found.size() >= 8)
            continue;
        m_found << a;
        auto *item = new QListWidgetItem(m_list);
        item->setData(NameRole, name);
        item->setData(
            MetaRole, a->isEnabled() ? a->shortcut().toString(QKeySequence::NativeText) : tr("Not available here"));
        item->setData(Qt::AccessibleTextRole, name);
    }
    resizeList(m_found.size());
    m_count->setText(tr("%n command(s)", nullptr, int(m_found.size())));
    adjustSize();
}

void QuickFind::act(bool isVerify)
{
    const int row = m_list->currentRow();
    if (QAction *command = m_found.value(row)) {
        if (!command->isEnabled())
            return;
        accept();
        command->trigger();
        return;
    }
    if (row < 0 || row >= m_people.size())
        return;
    const auto id = m_people.at(row).id;
    accept();
    if (isVerify)
        m_app.navigator().verify(id);
    else
        Q_EMIT opened(id);
}

bool QuickFind::eventFilter(QObject *o, QEvent *e)
{
    if (o == m_edit && e->type() == QEvent::KeyPress) {
        const auto *k = static_cast<QKeyEvent *>(e);
        const int row = m_list->currentRow();
        if (k->key() == Qt::Key_Down || k->key() == Qt::Key_Up) {
            m_list->setCurrentRow(
                std::clamp(row + (k->key() == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_list->count() - 1)));
            return true;
        }
        if (k->key() == Qt::Key_Return || k->key() == Qt::Key_Enter) {
            act(k->modifiers() & Qt::ControlModifier);
            return true;
        }
        if (k->matches(QKeySequence::Copy) && !m_edit->hasSelectedText() && row >= 0 && row < m_people.size()) {
            copyToClipboard(m_app, m_people.at(row).email, false);
            return true;
        }
    }
    return QDialog::eventFilter(o, e);
}

} // namespace ui
