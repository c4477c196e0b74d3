#pragma once
#include "core/error.h"
#include "domain/text/instant.h"
#include "domain/verification/results/resultmapping.h"
#include <QJsonObject>
#include <QStringList>

namespace net {

/// A field of an answer: its name as the vendor wrote it and what stands there; never null.
struct AnswerField
{
    QString name;
    QJsonValue value;
};
using AnswerFields = QList<AnswerField>;

/// The fields of one answer, read strictly. A wrong type, a text that is too long or holds control characters, half a
/// character, or two spellings of a field with different values make the whole answer unusable: nothing is cut, nothing
/// is guessed, and the first fault stays with the field's name. Thread: one at a time.
class FieldReader
{
public:
    explicit FieldReader(QJsonObject answer) : m_answer(std::move(answer)) {}

    /// AnswerFields of the answer with one of these names, whatever their case, underscores and hyphens: all of them
    /// speak about the same.
    AnswerFields named(const QStringList &names) const;
    /// What the first of the pointers finds that finds something, and what its other spellings in the list find
    /// ("/session_id" and "/sessionId" are one field, "/id" is another one).
    AnswerFields pointed(const QStringList &pointers) const;
    /// What every one of the pointers finds, and beside it what has the same name in another spelling: all of them
    /// speak about the same.
    AnswerFields placed(const QStringList &pointers) const;
    /// AnswerFields of the object that holds what the first of the pointers finds that finds something; as named().
    AnswerFields namedBeside(const QStringList &pointers, const QStringList &names) const;
    /// What any of the pointers finds.
    AnswerFields every(const QStringList &pointers) const;

    /// Text without outer spaces; empty where there is none. Values that differ in more than case are a fault.
    QString word(const AnswerFields &fields, qsizetype most = 64);
    /// The same, case counts.
    QString text(const AnswerFields &fields, qsizetype most = 200);
    /// Of several lines, made one.
    QString freeText(const AnswerFields &fields, qsizetype most = 1000);
    /// Text or a whole number, spaces kept.
    QString id(const AnswerFields &fields, qsizetype most = 200);
    /// Text or a number, by the words of `mapping`; a number with a fraction and a word that is no level are no level.
    std::optional<int> level(const AnswerFields &fields, const domain::ResultMapping &mapping = {});
    /// Text or a number.
    domain::ParsedInstant instant(const AnswerFields &fields, core::Instant now);
    /// An object or nothing.
    QJsonObject object(const AnswerFields &fields);

    /// Protocol with the field's name, once something could not be used.
    const std::optional<core::Error> &fault() const { return m_fault; }
    /// Keeps the first fault.
    void refuse(const QString &field, const QString &what);

private:
    enum class Shape { Line, Lines };
    std::optional<QString> textOf(const AnswerField &field, qsizetype most, bool takesNumbers, Shape shape);
    using Change = QString (*)(const QString &);
    QString agreed(
        const AnswerFields &fields, qsizetype most, bool takesNumbers, Shape shape, Change asKept, Change asCompared);

    QJsonObject m_answer;
    std::optional<core::Error> m_fault;
};

/// RFC 6901; undefined when the pointer leads nowhere.
QJsonValue atPointer(const QJsonObject &root, const QString &pointer);
/// The first of the pointers that leads to something other than null.
QJsonValue firstAt(const QJsonObject &root, const QStringList &pointers);
/// A vendor's name or word as it may be shown: one line of at most 64 characters that can be printed.
QString shown(const QString &vendors);
core::Error unusable(const QString &field, const QString &what);

} // namespace net
