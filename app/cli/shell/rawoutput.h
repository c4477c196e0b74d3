#pragma once
#include "cli/shell/jsonoutput.h"

namespace cli {

/// The objects of a list as they came, as one named value, and the end.
template <class T>
void showRaw(Shell &shell, const char *name, const core::Async<QList<T>> &run)
{
    core::whenDone<QList<T>>(run, &shell, [&shell, name](const core::Result<QList<T>> &all) {
        if (!all)
            return shell.fail(all.error());
        QJsonArray shown;
        for (const T &one : *all)
            shown.append(one.raw);
        print(shell, name, shown);
    });
}

/// The same for one object.
template <class T>
void showRaw(Shell &shell, const char *name, const core::Async<T> &run)
{
    core::whenDone<T>(run, &shell,
        [&shell, name](const core::Result<T> &one) { one ? print(shell, name, one->raw) : shell.fail(one.error()); });
}

} // namespace cli
