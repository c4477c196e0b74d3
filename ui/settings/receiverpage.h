#pragma once
#include "domain/callbacks/callback.h"
#include "services/callbacks/callbackreceiver.h"
#include <QWidget>

class QPushButton;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class ElidedLabel;
class Label;
class ReceiverForm;

/// Settings, Callback receiver: address, sign-in and TLS of the open tenant's receiver, start and stop, what came in.
class ReceiverPage : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverPage(AppContext &app, QWidget *parent = nullptr);

private:
    void follow();
    void reset();
    void refresh();
    void save(bool thenStart);
    void toggle();
    void newSecret();
    void copyToken();
    void addLine(const services::ReceivedLine &line);
    void showError(const core::Error &error);

    AppContext &m_app;
    Banner *m_banner;
    ReceiverForm *m_form;
    QPushButton *m_toggle;
    QPushButton *m_reset;
    Label *m_state;
    ElidedLabel *m_url;
    QPushButton *m_copy;
    Label *m_fingerprint;
    QTableWidget *m_lines;
    Label *m_empty;
    services::CallbackReceiver *m_receiving = nullptr;
};

} // namespace ui
