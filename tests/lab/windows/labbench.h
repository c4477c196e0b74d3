#pragma once
#include "services/callbacks/callbackreceiver.h"
#include "services/sync/syncer.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "support/windowbench.h"
#include "ui/lab/labpage.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QPushButton>
#include <QTcpSocket>

namespace support {

/// The simulator's tenant with the receiver listening.
struct LabBench : Bench
{
    LabBench()
        : Bench(60, [](lab::Options &o) {
              o.outcome = QStringLiteral("verified");
              o.journey = std::chrono::milliseconds(400);
              o.processing = std::chrono::milliseconds(200);
          })
    {
        auto t = tenant("one");
        t.environment = domain::Environment::Simulator;
        t.receiver.port = 0;
        vault.hold(services::secretKey(t.id, services::secretname::callback),
            core::makeSecret(simulator->endpoints().callbackSecret.toUtf8()));
        app->tenantSessions().open(t);
        QSignalSpy copied(&app->tenantSession()->syncer(), &services::Syncer::ended);
        QVERIFY(copied.wait(30000));
        const auto listening = await(app->tenantSession()->receiving().start());
        QVERIFY(listening);
        url = QUrl(listening->url);
        app->tenantSession()->verifier().starter().setLocalCallback(listening->url);
        window->resize(1280, 800);
        window->showPage(ui::MainWindow::Lab);
        page = window->findChild<ui::LabPage *>();
    }
    template <class W>
    W *named(const char *accessible)
    {
        for (W *w : page->findChildren<W *>()) {
            if (w->accessibleName() == QLatin1String(accessible))
                return w;
        }
        return nullptr;
    }
    QPushButton *button(const char *text)
    {
        for (auto *b : page->findChildren<QPushButton *>()) {
            if (b->text() == QLatin1String(text) && b->isVisible())
                return b;
        }
        return nullptr;
    }
    QByteArray post(const QByteArray &body, const QByteArray &headers = "Authorization: Bearer not-the-secret\r\n")
    {
        QTcpSocket s;
        s.connectToHost(url.host(), quint16(url.port()));
        if (!s.waitForConnected(2000))
            return {};
        s.write("POST /idv/callback?n=one-time-value HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
                headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" +
                body);
        (void)QTest::qWaitFor([&s] { return s.state() == QAbstractSocket::UnconnectedState; }, 3000);
        return s.readAll();
    }
    QUrl url;
    ui::LabPage *page = nullptr;
};

} // namespace support
