#pragma once
#include "domain/callbacks/requestcollection.h"
#include "ui/widgets/dialog.h"

class QLayout;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Banner;
class AppContext;
class Label;

/// Requests that are kept in a file, changed, and sent to the simulator's receiver, each signed anew. No secret is
/// kept.
class CollectionDialog : public Dialog
{
    Q_OBJECT
public:
    /// `shown`: what the live list shows, oldest first.
    CollectionDialog(AppContext &app, const QList<domain::SavedRequest> &shown, QWidget *parent);
    /// As if chosen with Open….
    void load(const QString &file);

private:
    QLayout *makeKeys();
    QLayout *makeContents();
    QLayout *makeFoot();
    void fill(int current);
    void showRequest();
    void takeBody();
    void refresh();
    /// Why nothing can be sent; `none` where only that may stand against it.
    QString sendingObstacle(const QString &none) const;
    void openFile();
    void saveFile();
    void send(int from, int to);
    AppContext &m_app;
    QList<domain::SavedRequest> m_shown;
    QList<domain::SavedRequest> m_requests;
    bool m_isFilling = false;
    bool m_isSending = false;
    Banner *m_banner;
    QListWidget *m_list;
    QPlainTextEdit *m_body;
    Label *m_place;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_save;
    QPushButton *m_send;
    QPushButton *m_all;
};

} // namespace ui
