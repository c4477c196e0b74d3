#include "ui/verification/sessionstory.h"
#include "models/sessionmodel.h"
#include "ui/charts/timeline.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

SessionStory::SessionStory(Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("pane"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 16, 20, 12);
    v->setSpacing(4);
    m_person = new Label(theme, {}, 14, "text", 600);
    m_person->setWordWrap(true);
    m_request = new Label(theme, {}, 13, "text-2");
    v->addWidget(m_person);
    v->addWidget(m_request);
    v->addSpacing(10);
    v->addWidget(makePhrase());
    v->addSpacing(10);
    v->addWidget(new Label(theme, tr("What happened"), 12, "text-3", 600));
    v->addSpacing(4);
    m_timeline = new Timeline(theme);
    m_timeline->setAccessibleName(tr("What happened"));
    auto *inner = new QWidget;
    auto *iv = new QVBoxLayout(inner);
    iv->setContentsMargins(0, 0, 6, 0);
    iv->addWidget(m_timeline);
    iv->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(inner);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    v->addWidget(area, 1);
}

QFrame *SessionStory::makePhrase()
{
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *c = new QHBoxLayout(card);
    c->setContentsMargins(12, 10, 12, 10);
    auto *quote = new QLabel;
    quote->setPixmap(m_theme.pixmap(QStringLiteral("quote"), 18, QStringLiteral("accent"), devicePixelRatioF()));
    c->addWidget(quote, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(new Label(m_theme, tr("Say to the caller"), 12, "text-3", 500));
    m_say = new Label(m_theme, {}, 14, "text");
    m_say->setWordWrap(true);
    texts->addWidget(m_say);
    c->addLayout(texts, 1);
    return card;
}

void SessionStory::showSession(const domain::Session &s, const QString &phrase)
{
    m_person->setText(s.personName);
    QStringList request{
        models::reasonText(s.request.reason), s.request.ticket, tr("IAL%1 required").arg(s.request.requiredIal)};
    request.removeAll(QString());
    m_request->setText(request.join(QStringLiteral(" · ")));
    m_say->setText(QLocale().quoteString(phrase));
    m_say->setAccessibleName(
        tr("Say to the caller: %1").arg(m_say->text())); // a reader says the sentence, not only what it is
}

void SessionStory::setEntries(const QList<TimelineEntry> &entries)
{
    m_timeline->setEntries(entries);
}

} // namespace ui
