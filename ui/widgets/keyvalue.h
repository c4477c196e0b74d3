#pragma once
#include "domain/verification/namematch.h"
#include <QWidget>

class QGridLayout;

namespace ui {

class Theme;

/// Two columns: key in grey, value selectable; long values wrap.
class KeyValueList : public QWidget
{
    Q_OBJECT
public:
    explicit KeyValueList(Theme &theme, QWidget *parent = nullptr);
    /// `canOpen`: each row ends with a button that says opened().
    void setRows(const QList<std::pair<QString, QString>> &rows, bool canOpen = false);

Q_SIGNALS:
    void opened(int row);

private:
    Theme &m_theme;
    QGridLayout *m_grid;
};

/// Directory name, name on the document, and the verdict as a sentence.
class NameComparison : public QWidget
{
    Q_OBJECT
public:
    explicit NameComparison(Theme &theme, QWidget *parent = nullptr);
    /// Underlines what differs: harmless parts in the colour of "due", real ones in that of "held".
    /// `held`: the harmless differences that the settings leave to a person.
    void setNames(const domain::DirectoryName &directory, const QString &document, const QString &documentType,
        const QStringList &held, domain::NamePurpose purpose);

private:
    Theme &m_theme;
    QGridLayout *m_grid;
};

} // namespace ui
