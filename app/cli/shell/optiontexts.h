#pragma once
#include <QJsonObject>
#include <QString>

namespace cli {

/// What --help says of each option, and what could stand for it in an example (resources/idvctl-options.json); a
/// command may mean something of its own by an option. Thread: any.
class OptionTexts
{
public:
    OptionTexts();
    /// One sentence without a full stop; empty: nobody wrote one.
    QString text(const QString &command, const QString &option) const;
    /// As it is typed into a shell; empty for one that takes no value.
    QString sample(const QString &command, const QString &option) const;
    /// For a word in capitals of a syntax ("NAME"); empty for one that nobody knows.
    QString place(const QString &word) const;

private:
    QString member(const QString &command, const QString &option, const char *key) const;
    QJsonObject m_options;
    QJsonObject m_places;
};

} // namespace cli
