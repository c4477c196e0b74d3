#pragma once
#include "core/error.h"
#include "core/result.h"
#include "domain/identities/attributes.h"
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace domain {

/// What a word of idvStatus means with a tenant. A word is compared whole, without the spaces around it and without
/// regard to letter case: "VERIFIED?" is another word than "VERIFIED". Whatever stands in no list is a verification
/// withdrawn.
struct StatusWords
{
    QStringList pass{QStringLiteral("VERIFIED")};
    QStringList fail{QStringLiteral("FAILED")};
    QStringList pending{QStringLiteral("PENDING")};
    friend bool operator==(const StatusWords &, const StatusWords &) = default;
};

enum class StatusWord { None, Pass, Fail, Pending, Other };
StatusWord wordOf(const QString &status, const StatusWords &words);

/// As they are typed, separated by commas; nothing between two commas is no word.
QStringList wordList(const QString &typed);
/// Usage with the field at fault: "pass-words", "fail-words" or "pending-words"; empty when the lists can be used.
QList<core::Error> validate(const StatusWords &words);
QJsonObject toJson(const StatusWords &words);
/// A list that is not there keeps its default (tenants stored before there were any); one that cannot be read is an
/// error.
core::Result<StatusWords> statusWordsFromJson(const QJsonObject &object);

/// By what the local copy reads a person's attributes: which attribute is what, and what its words mean.
struct Reading
{
    StatusWords words;
    AttributeMap map;
    /// The rules of this version with these words: a copy that was read by others is computed anew from its raw texts.
    QString version() const;
    /// The attributes only: texts that were copied from others are no texts of these.
    QString mapVersion() const;
    friend bool operator==(const Reading &, const Reading &) = default;
};

} // namespace domain
