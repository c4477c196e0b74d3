#include "ui/charts/timeline.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QPainter>
#include <qrcodegen/qrcodegen.hpp>

namespace ui {

static int entryHeight(const Theme &t)
{
    return t.scaled(48);
}

Timeline::Timeline(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Timeline::setEntries(const QList<TimelineEntry> &entries)
{
    m_entries = entries;
    for (auto &e : m_entries) {
        e.title = domain::labelText(e.title);
        e.meta = domain::labelText(e.meta);
    }
    QStringList spoken;
    for (const auto &e : std::as_const(m_entries))
        spoken << QStringList{e.title, e.meta, e.time}.join(QStringLiteral(", "));
    setAccessibleDescription(spoken.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QSize Timeline::sizeHint() const
{
    return {m_theme.scaled(280), int(m_entries.size()) * entryHeight(m_theme)};
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const auto at = [&p, this](const QRectF &r) { return mirrored(p, rect(), r); };
    const int line = m_theme.scaled(20);
    int y = 0;
    for (int i = 0; i < m_entries.size(); ++i) {
        const TimelineEntry &e = m_entries.at(i);
        if (i + 1 < m_entries.size()) {
            p.setPen(m_theme.color("border"));
            const double x = at(QRectF(9.5, y, 1, 1)).center().x();
            p.drawLine(QPointF(x, y + 23), QPointF(x, y + entryHeight(m_theme) - 3));
        }
        if (e.isExpected) {
            p.setBrush(Qt::NoBrush);
            p.setPen(QPen(m_theme.color("text-3"), 1, Qt::DashLine));
            p.drawEllipse(at(QRectF(.5, y + .5, 19, 19)));
        } else {
            p.setPen(Qt::NoPen);
            p.setBrush(m_theme.color(e.family + QStringLiteral("-bg")));
            p.drawEllipse(at(QRectF(0, y, 20, 20)));
        }
        p.drawPixmap(at(QRectF(4, y + 4, 12, 12)).topLeft(),
            m_theme.pixmap(e.icon, 12, e.isExpected ? QStringLiteral("text-3") : e.family, devicePixelRatioF()));
        p.setFont(m_theme.font(12));
        const int timeWidth = QFontMetrics(p.font()).horizontalAdvance(e.time);
        p.setPen(m_theme.color("text-3"));
        p.drawText(QRectF(0, y, width(), line), Qt::AlignVCenter | Qt::AlignRight, e.time);
        const QFont title = m_theme.font(13, e.isExpected ? 400 : 500);
        p.setFont(title);
        p.setPen(m_theme.color(e.isExpected ? "text-3" : "text"));
        p.drawText(at(QRectF(30, y, width() - 40 - timeWidth, line)), Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(title).elidedText(e.title, Qt::ElideRight, width() - 40 - timeWidth));
        p.setFont(m_theme.font(12));
        p.setPen(m_theme.color(e.isExpected ? "text-3" : "text-2"));
        p.drawText(at(QRectF(30, y + line, width() - 30, line)), Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(p.font()).elidedText(e.meta, Qt::ElideRight, width() - 30));
        y += entryHeight(m_theme);
    }
}

QrView::QrView(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(sizeHint());
}

void QrView::setText(const QString &text)
{
    m_modules.clear();
    if (!text.isEmpty()) {
        const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        for (int y = 0; y < code.getSize(); ++y) {
            QList<bool> row;
            for (int x = 0; x < code.getSize(); ++x)
                row << code.getModule(x, y);
            m_modules << row;
        }
    }
    update();
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(m_theme.color("border"));
    p.setBrush(Qt::white);
    p.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 6, 6);
    if (m_modules.isEmpty())
        return;
    p.setRenderHint(QPainter::Antialiasing, false);
    const int n = int(m_modules.size()) + 4;
    const double side = std::floor((width() - 6.0) * devicePixelRatioF() / n) / devicePixelRatioF();
    const double start = (width() - side * n) / 2 + side * 2;
    for (int y = 0; y < m_modules.size(); ++y) {
        for (int x = 0; x < m_modules.size(); ++x) {
            if (m_modules.at(y).at(x))
                p.fillRect(QRectF(start + x * side, start + y * side, side, side), QColor(0x11, 0x14, 0x18));
        }
    }
}

} // namespace ui
