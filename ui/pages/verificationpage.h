#pragma once
#include "domain/policy.h"
#include <QHash>
#include <QWidget>

class QLineEdit;

namespace ui {

class Banner;
class Desk;

/// Settings, Verification: the form of ticket numbers and what is said to callers. A field applies when it is left.
class VerificationPage : public QWidget
{
    Q_OBJECT
public:
    explicit VerificationPage(Desk &desk, QWidget *parent = nullptr);

private:
    void load();
    void save();
    void reset();

    Desk &m_desk;
    Banner *m_banner;
    QLineEdit *m_pattern;
    QLineEdit *m_example;
    QHash<QString, QLineEdit *> m_phrases;
};

} // namespace ui
