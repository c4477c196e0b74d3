#pragma once
#include "domain/reverification/campaign.h"
#include <QWidget>
#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QTimeEdit;

namespace ui {

class AppContext;
class Label;

/// Whom a new campaign may be about.
struct CampaignChoice
{
    domain::PeopleQuery query; ///< the list that is shown
    qint64 matching = 0;
    std::shared_ptr<const domain::RowIds> selected; ///< rows chosen by hand; nullptr or empty: none
    std::shared_ptr<const domain::RowIds> left;     ///< where all but a few were chosen: those few
};

/// What a campaign is asked to do: who, how, when.
class CampaignForm : public QWidget
{
    Q_OBJECT
public:
    CampaignForm(AppContext &app, const CampaignChoice &choice, QWidget *parent = nullptr);
    domain::CampaignPlan plan() const;
    /// Of Matching: whom the list holds and this campaign leaves alone.
    void setExceptions(const QStringList &ids) { m_exceptions = ids; }
    enum Who { Selected, Matching, File };
    Who who() const;
    /// Of the file: those that were found.
    const QStringList &listed() const { return m_listed; }
    /// The people cannot be chosen again once the campaign is made.
    void lockPeople();
    void focusField(const QString &field);

private:
    void addPeople(QFormLayout *form);
    void addMessage(QFormLayout *form);
    void addPace(QFormLayout *form);
    void addQuietHours(QFormLayout *form);
    void addRequirements(QFormLayout *form);
    void addClearing(QFormLayout *form);
    void showKind(bool isReminder);
    void chooseFile();
    void readFile(const QString &path);
    AppContext &m_app;
    CampaignChoice m_choice;
    QLineEdit *m_name;
    QRadioButton *m_selected, *m_matching, *m_file;
    Label *m_fileReport;
    QComboBox *m_what;
    QLineEdit *m_workflow;
    QComboBox *m_delivery;
    QCheckBox *m_fallsBack;
    QSpinBox *m_hours, *m_perMinute, *m_perDay;
    QCheckBox *m_quiet;
    QTimeEdit *m_quietFrom, *m_quietTo;
    QComboBox *m_ial;
    QList<QCheckBox *> m_documents;
    QCheckBox *m_clears;
    QString m_clearObstacle; ///< why idvVerified cannot be cleared here; empty when it can
    QStringList m_listed;
    QStringList m_exceptions;
};

} // namespace ui
