#pragma once
#include <QFrame>

class QPushButton;

namespace services {
class CallbackReceiver;
}

namespace ui {

class Banner;
class AppContext;
class ElidedLabel;
class Label;

/// The callback receiver: whether it listens and where, how much came, Start and Stop.
class ReceiverCard : public QFrame
{
    Q_OBJECT
public:
    explicit ReceiverCard(AppContext &app, QWidget *parent = nullptr);
    /// Shows this receiver from now on; nullptr: none.
    void follow(services::CallbackReceiver *receiving);
    /// State and counts, as they are now.
    void refresh();
    void showProblem(const QString &headline, const QString &text);

Q_SIGNALS:
    void settingsWanted();

private:
    void toggle();
    AppContext &m_app;
    Label *m_state;
    ElidedLabel *m_url;
    Label *m_facts;
    Label *m_count;
    QPushButton *m_toggle;
    QPushButton *m_copy;
    Banner *m_banner;
    services::CallbackReceiver *m_receiving = nullptr;
};

} // namespace ui
