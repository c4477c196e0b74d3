#include "domain/profiles/source.h"

namespace domain {

bool isDelimitedFile(const Source &source)
{
    return source.type.contains(QLatin1String("Delimited"), Qt::CaseInsensitive);
}

} // namespace domain
