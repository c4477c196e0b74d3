#include "ui/recovery/callerbindingrow.h"
#include "domain/text/messages.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/opendialog.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>

namespace ui {

using core::Result;

CallerBindingRow::CallerBindingRow(Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *h = new QHBoxLayout(this);
    h->setContentsMargins(0, 0, 0, 0);
    auto *ask = new Label(theme, tr("Last four characters of the link, read back by the caller"), 12, "text-2");
    ask->setWordWrap(true);
    h->addWidget(ask, 1);
    m_code = new QLineEdit;
    m_code->setObjectName(QStringLiteral("codeEdit"));
    m_code->setAccessibleName(tr("Code read back by the caller"));
    m_code->setMaxLength(8);
    m_code->setFixedWidth(80);
    auto *check = button(theme, tr("Check code"));
    m_qr = button(theme, tr("Scanned in front of me"), {}, "flat");
    h->addWidget(m_code);
    h->addWidget(check);
    h->addWidget(m_qr);
    m_qr->hide(); // until a code is drawn
    connect(check, &QPushButton::clicked, this, [this] { bind(false); });
    connect(m_code, &QLineEdit::returnPressed, this, [this] { bind(false); });
    connect(m_qr, &QPushButton::clicked, this, [this] { askAboutQr(); });
}

void CallerBindingRow::setTenantSession(std::shared_ptr<services::TenantSession> tenantSession)
{
    m_tenantSession = std::move(tenantSession);
}

void CallerBindingRow::setSession(const domain::Session &session)
{
    m_session = session;
}

void CallerBindingRow::setQrOnScreen(bool isShown)
{
    m_isQrOnScreen = isShown;
    refresh();
}

void CallerBindingRow::refresh()
{
    m_qr->setVisible(m_isQrOnScreen && m_session.request.delivery == domain::Delivery::Link);
}

// One click is no statement: what is claimed is read once more, and No is the answer that a hasty key gives.
void CallerBindingRow::askAboutQr()
{
    auto *box = makeWindow<QMessageBox>(this);
    box->setObjectName(QStringLiteral("scannedQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Scanned in front of me"));
    box->setText(tr("Did the caller scan the code on your screen, in front of you?"));
    box->setInformativeText(
        tr("It is recorded in your name. On the telephone, ask for the last four characters of the link instead."));
    auto *no = box->addButton(tr("No"), QMessageBox::RejectRole);
    auto *yes = box->addButton(tr("Yes, in front of me"), QMessageBox::AcceptRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, id = m_session.id] {
        if (id == m_session.id && m_isQrOnScreen) // the code may have gone while the question stood
            return bind(true);
        Q_EMIT refused(tr("The code is no longer on the screen. Ask for the last four characters of the link."));
    });
    box->open();
}

void CallerBindingRow::bind(bool isQr)
{
    if (!isQr && m_code->text().trimmed().isEmpty())
        return;
    auto &r = m_tenantSession->recovery();
    Q_EMIT asked();
    const auto done = isQr ? r.bindByQr(m_session.id) : r.bindByCode(m_session.id, m_code->text());
    m_code->clear();
    core::whenDone<domain::Session>(done, this, [this](const Result<domain::Session> &s) { answered(s); });
}

void CallerBindingRow::answered(const Result<domain::Session> &s)
{
    if (s) {
        Q_EMIT bound(*s);
        return;
    }
    // Tries that are left stand in it.
    Q_EMIT refused(domain::inOneText(domain::userMessage(s.error(), domain::Vendor::Console)));
    m_code->setFocus();
}

} // namespace ui
