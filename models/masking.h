#pragma once
#include <QString>

namespace models {

/// Whether lists shorten names and contacts, in the whole program. Models are asked again after a change. Thread: GUI.
void setMasked(bool isOn);
bool isMasked();
/// As lists show it, without hidden signs (domain/outputtext.h).
QString shownName(const QString &name);
QString shownEmail(const QString &email);

} // namespace models
