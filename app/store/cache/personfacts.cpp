#include "store/cache/personfacts.h"
#include "core/textfold.h"
#include "domain/text/instant.h"

namespace store {

static QString qstring(std::string_view v)
{
    return QString::fromUtf8(v.data(), qsizetype(v.size()));
}

domain::ParsedInstant instantOf(std::string_view v, core::Instant now)
{
    if (const auto exact = domain::parseExactUtc(v)) {
        const auto quality =
            *exact > now + 5 * core::minuteMs ? domain::DateQuality::Future : domain::DateQuality::Exact;
        return {exact, quality};
    }
    return v.empty() ? domain::ParsedInstant{} : domain::parseInstant(qstring(v), now);
}

domain::IdvFacts factsOf(std::string_view flag, std::string_view status, std::string_view date, core::Instant now)
{
    domain::IdvFacts f;
    if (flag == "true")
        f.verified = true;
    else if (flag == "false")
        f.verified = false;
    else if (!flag.empty()) {
        f.verifiedRaw = qstring(flag);
        f.verified = domain::parseFlag(f.verifiedRaw);
    }
    f.status = qstring(status);
    f.date = instantOf(date, now);
    return f;
}

std::optional<int> levelOf(std::string_view ial)
{
    if (ial.size() == 1 && ial[0] >= '1' && ial[0] <= '3')
        return ial[0] - '0';
    return ial.empty() ? std::nullopt : domain::parseIal(qstring(ial));
}

std::string searchText(std::string_view name, std::string_view email, std::string_view alias, std::string_view employee)
{
    std::string out;
    out.reserve(name.size() + email.size() + alias.size() + employee.size() + 8);
    for (const auto part : {name, email, alias, employee}) {
        if (!out.empty())
            out.push_back(' ');
        core::foldInto(part, out);
    }
    return out;
}

} // namespace store
