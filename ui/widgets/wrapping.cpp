#include "ui/widgets/wrapping.h"

namespace ui {

QString wrapped(const QString &text, const QFontMetrics &metrics, int width)
{
    QString out, line;
    const auto words = text.split(QLatin1Char(' '));
    for (const QString &word : words) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (!line.isEmpty() && metrics.size(Qt::TextShowMnemonic, longer).width() > width) {
            out += line + QLatin1Char('\n');
            line = word;
        } else {
            line = longer;
        }
    }
    return out + line;
}

} // namespace ui
