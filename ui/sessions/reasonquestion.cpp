#include "ui/sessions/reasonquestion.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/widgets/dialog.h"
#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

static QString sayReasonQuestion(const char *text)
{
    return QCoreApplication::translate("ReasonQuestion", text);
}

void askReason(AppContext &app, QWidget *parent, const ReasonQuestion &q, std::function<void(const QString &)> then)
{
    Theme &t = app.theme();
    auto *d = makeWindow<Dialog>(parent);
    d->setObjectName(QStringLiteral("reasonQuestion"));
    d->setWindowTitle(q.title);
    d->setMinimumWidth(440);
    auto *v = new QVBoxLayout(d);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, q.title));
    auto *text = new Label(t, q.text, 13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *why = new QLineEdit;
    why->setAccessibleName(sayReasonQuestion(QT_TRANSLATE_NOOP("ReasonQuestion", "Why")));
    why->setPlaceholderText(q.placeholder);
    why->setMaxLength(500);
    v->addWidget(why);
    auto *foot = new QHBoxLayout;
    auto *keep = button(t, sayReasonQuestion(QT_TRANSLATE_NOOP("ReasonQuestion", "Keep")));
    auto *go = button(t, q.button, {}, "danger");
    foot->addStretch();
    foot->addWidget(keep);
    foot->addWidget(go);
    v->addLayout(foot);
    keep->setDefault(true);
    QObject::connect(keep, &QPushButton::clicked, d, &QDialog::reject);
    QObject::connect(&app, &AppContext::tenantSessionChanged, d, &QDialog::reject);
    QObject::connect(go, &QPushButton::clicked, d, [d, why, then = std::move(then)] {
        const QString said = why->text();
        d->accept();
        then(said);
    });
    d->open();
}

} // namespace ui
