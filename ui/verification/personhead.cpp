#include "ui/verification/personhead.h"
#include "domain/identities/identity.h"
#include "domain/reverification/reverification.h"
#include "models/peopletext.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

PersonHead::PersonHead(AppContext &app, const domain::Identity &person, QWidget *parent) : QWidget(parent)
{
    Theme &t = app.theme();
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(20, 18, 20, 14);
    auto *icon = new QLabel;
    icon->setPixmap(t.pixmap(QStringLiteral("user"), 28, QStringLiteral("text-3"), devicePixelRatioF()));
    h->addWidget(icon);
    h->addSpacing(6);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    auto *name = new ElidedLabel(t, 16, "text", 600);
    name->setFullText(person.name);
    texts->addWidget(name);
    QStringList facts{person.email, person.profile, person.lifecycle};
    if (!person.employeeNumber.isEmpty())
        facts << tr("Employee no. %1").arg(person.employeeNumber);
    facts.removeAll(QString());
    auto *line2 = new ElidedLabel(t, 13, "text-2");
    line2->setFullText(facts.join(QStringLiteral(" · ")));
    texts->addWidget(line2);
    h->addLayout(texts, 1);
    auto *chip = new Chip(t, true);
    const auto status = domain::statusAt(person.kind, person.due, person.warnAt, app.context().clock->now());
    const QString key = models::chipKey(person.kind, status);
    chip->setChip(key, models::chipText(key));
    h->addWidget(chip, 0, Qt::AlignVCenter);
}

} // namespace ui
