#pragma once
#include "lab/sailpoint/people.h"
#include <QSet>

namespace lab {

/// A search document, reduced to the wanted top-level and dotted names (empty: everything).
void appendSearchDocument(QByteArray &out, const Person &p, const QSet<QByteArray> &includes);
/// An object of GET /identities.
void appendIdentity(QByteArray &out, const Person &p);

} // namespace lab
