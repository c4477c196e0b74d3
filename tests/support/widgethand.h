#pragma once
#include <QLabel>
#include <QPushButton>
#include <QWidget>
#include <algorithm>

namespace support {

/// The push button with this text, shown or not; nullptr where there is none.
inline QPushButton *buttonOf(const QWidget &in, const char *text)
{
    const auto all = in.findChildren<QPushButton *>();
    for (auto *b : all) {
        if (b->text() == QString::fromUtf8(text))
            return b;
    }
    return nullptr;
}
/// The control with this accessible name; nullptr where there is none.
template <class W>
W *controlOf(const QWidget &in, const char *accessibleName)
{
    const auto all = in.findChildren<W *>();
    for (auto *w : all) {
        if (w->accessibleName() == QString::fromUtf8(accessibleName))
            return w;
    }
    return nullptr;
}
/// What the labels that are not hidden say.
inline QStringList textsOf(const QWidget &in)
{
    QStringList out;
    const auto all = in.findChildren<QLabel *>();
    for (const QLabel *l : all) {
        if (l->isVisibleTo(&in) && !l->text().isEmpty())
            out << l->text();
    }
    return out;
}
/// Does a label that is not hidden hold this text?
inline bool says(const QWidget &in, const QString &text)
{
    const auto all = in.findChildren<QLabel *>();
    return std::any_of(all.begin(), all.end(),
        [&in, &text](const QLabel *l) { return l->isVisibleTo(&in) && l->text().contains(text); });
}
inline bool says(const QWidget &in, const char *text)
{
    return says(in, QString::fromUtf8(text));
}

} // namespace support
