#pragma once
#include <QString>
#include <QStringList>

namespace domain {

/// Text as Markdown shows it: nothing in it is markup, an entity, a picture or a link. One line, without hidden signs
/// (outputtext.h).
QString markdownText(const QString &text);
/// A table of GitHub's kind; cells are text.
QString markdownTable(const QStringList &heads, const QList<QStringList> &rows);

} // namespace domain
