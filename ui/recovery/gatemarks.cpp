#include "ui/recovery/gatemarks.h"
#include "domain/verification/conditions.h"
#include "domain/verification/resultevaluation.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QHBoxLayout>

namespace ui {

using domain::GateCondition;
using domain::GateMark;

namespace {
struct MarkLook
{
    QString icon;
    QString family; ///< of the icon's colour
};
} // namespace

static MarkLook lookOf(GateMark mark)
{
    switch (mark) {
    case GateMark::Met: return {QStringLiteral("check"), QStringLiteral("verified")};
    case GateMark::NotMet: return {QStringLiteral("cross"), QStringLiteral("review")};
    case GateMark::NotKnown: break;
    }
    return {QStringLiteral("circle"), QStringLiteral("text-3")};
}

static QString markText(GateMark mark)
{
    switch (mark) {
    case GateMark::Met: return GateMarks::tr("Met: %1");
    case GateMark::NotMet: return GateMarks::tr("Not met: %1");
    case GateMark::NotKnown: break;
    }
    return GateMarks::tr("Not known yet: %1");
}

static QString levelName(GateMark mark, const domain::Session &session)
{
    return mark == GateMark::NotMet ? GateMarks::tr("Level too low")
                                    : GateMarks::tr("Verified at IAL%1").arg(domain::neededIal(session));
}

static QString nameName(GateMark mark, const domain::Session &session)
{
    if (mark == GateMark::NotMet)
        return GateMarks::tr("Name is different");
    return session.reviewer.isEmpty() ? GateMarks::tr("Name matches") : GateMarks::tr("Name accepted");
}

GateMarks::GateMarks(Theme &theme) : FlowLayout(14), m_theme(theme) {}

void GateMarks::show(const domain::RecoveryGate &gate, const domain::Session &session, qreal pixelRatio)
{
    while (QLayoutItem *item = takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto markOf = [&gate](GateCondition c) { return gate.marks[size_t(c)]; };
    const std::pair<GateCondition, QString> names[] = {
        {GateCondition::Level, levelName(markOf(GateCondition::Level), session)},
        {GateCondition::Name, nameName(markOf(GateCondition::Name), session)},
        {GateCondition::Genuine, tr("Result genuine")}, {GateCondition::Active, tr("Account active")},
        {GateCondition::CallerBound, tr("Caller holds the link")}};
    for (const auto &[condition, name] : names)
        addWidget(makeMark(markOf(condition), name, pixelRatio));
}

QWidget *GateMarks::makeMark(GateMark mark, const QString &name, qreal pixelRatio) const
{
    auto *cell = new QWidget;
    auto *h = new QHBoxLayout(cell);
    h->setContentsMargins(0, 0, 0, 0);
    h->setSpacing(5);
    auto *icon = new QLabel;
    const MarkLook look = lookOf(mark);
    icon->setPixmap(m_theme.pixmap(look.icon, 14, look.family, pixelRatio));
    h->addWidget(icon);
    h->addWidget(new Label(
        m_theme, name, 12, mark == GateMark::NotMet ? "review" : "text-2", mark == GateMark::NotMet ? 600 : 400));
    cell->setAccessibleName(markText(mark).arg(name));
    return cell;
}

} // namespace ui
