#pragma once
#include "httpd/message.h"
#include <QJsonObject>

namespace lab {

class Directory;

/// What a person's attributes would be under the transforms of `body`, and what they are.
httpd::Response profilePreview(const QJsonObject &body, const Directory &directory);

} // namespace lab
