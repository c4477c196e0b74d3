#pragma once
#include <QWidget>

namespace domain {
struct Identity;
}

namespace ui {

class AppContext;

/// Whom a dialog is about: name, what tells people of one name apart, and the state of their verification.
class PersonHead : public QWidget
{
    Q_OBJECT
public:
    PersonHead(AppContext &app, const domain::Identity &person, QWidget *parent = nullptr);
};

} // namespace ui
