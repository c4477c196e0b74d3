#pragma once
#include "domain/reverification/reverification.h"
#include <QString>
#include <optional>
#include <vector>

namespace support {

/// One table of word x flag x date x overlay: what each combination means, written out and not computed.
namespace statustable {

constexpr core::Instant now = 1'787'393'700'000; // 2026-08-22T10:15:00Z
inline const domain::ReverificationInterval yearly{365, 30, 14};

struct Word
{
    const char *text;
    char kind; ///< p: pass, n: none, f: fails, w: pending, o: any other
};
inline const std::vector<Word> words{{"VERIFIED", 'p'}, {"verified", 'p'}, {" Verified ", 'p'}, {"", 'n'}, {"  ", 'n'},
    {"FAILED", 'f'}, {"failed ", 'f'}, {"PENDING", 'w'}, {"Pending", 'w'}, {"REVOKED", 'o'}, {"EXPIRED", 'o'},
    {"DECLINED", 'o'}, {"NOT_VERIFIED", 'o'}, {"VERIFIED?", 'o'}, {"VERIFIED ok", 'o'},
    {"VER\xC4\xB0"
     "FIED",
        'o'},
    {"unknown", 'o'}, {"null", 'o'}};

struct Text
{
    const char *text;
    int place; ///< row or column in the tables below
};
inline const std::vector<Text> flags{
    {"true", 0}, {"True", 0}, {"1", 0}, {"false", 1}, {"FALSE", 1}, {"0", 1}, {" false ", 1}, {"maybe", 2}, {"", 3}};

/// Past due, due soon, fresh, in the future, unreadable, absent.
enum Date { Past, Soon, Fresh, Future, Unreadable, Absent, DateCount };
inline QString dateText(Date d)
{
    switch (d) {
    case Past: return domain::formatInstant(now - 365 * core::dayMs); // equality is due
    case Soon: return domain::formatInstant(now - 350 * core::dayMs);
    case Fresh: return domain::formatInstant(now + 4 * core::minuteMs); // five minutes are tolerated
    case Future: return domain::formatInstant(now + 6 * core::minuteMs);
    case Unreadable: return QStringLiteral("last spring");
    default: return {};
    }
}

// V verified, S due soon, P past its date, R reset, W withdrawn, U date unusable, N never. Rows by flag: true, false,
// unreadable, absent.
inline constexpr const char *passed[4] = {"PSVUUU", "RRRRRR", "WWWWWW", "PSVUUU"};
// No word; also beneath a word that tells of a try: what was verified before it.
inline constexpr const char *silent[4] = {"PSVUUU", "RRRRRN", "WWWWWN", "PSVUUN"};

inline char lapse(const Word &w, const Text &flag, Date date)
{
    if (w.kind == 'o')
        return 'W';
    return (w.kind == 'p' ? passed : silent)[flag.place][date];
}

enum Overlay { None, Open, Held, FailedBefore, FailedAfter, OverlayCount };

struct Case
{
    QString name;
    QString word, flag, date;
    domain::SessionOverlay overlay;
    domain::IdvFacts facts;
    char lapse = 'N';
    domain::IdentityStatus status = domain::IdentityStatus::Never;
    std::optional<domain::OverdueReason> reason; ///< of an overdue one
    std::optional<domain::PastDuePart> part;
};

inline Case make(const Word &word, const Text &flag, Date date, Overlay overlay)
{
    using S = domain::IdentityStatus;
    using P = domain::PastDuePart;
    Case c;
    c.word = QString::fromUtf8(word.text);
    c.flag = QString::fromLatin1(flag.text);
    c.date = dateText(date);
    c.name = QStringLiteral("%1|%2|%3|%4").arg(c.word, c.flag).arg(date).arg(overlay);
    c.facts.status = c.word;
    c.facts.verifiedRaw = c.flag;
    c.facts.verified = domain::parseFlag(c.flag);
    c.facts.dateRaw = c.date;
    c.facts.date = domain::parseInstant(c.date, now);
    const core::Instant at = c.facts.date.at.value_or(now);
    if (overlay == Open)
        c.overlay = {domain::SessionOverlay::Open, now};
    else if (overlay == Held)
        c.overlay = {domain::SessionOverlay::Held, now};
    else if (overlay != None)
        c.overlay = {domain::SessionOverlay::Failed, overlay == FailedBefore ? at - core::dayMs : at + core::dayMs};
    c.lapse = lapse(word, flag, date);
    const bool isPastDue = QByteArray("PRWU").contains(c.lapse);
    const bool hasInstant = date != Unreadable && date != Absent;
    if (overlay == Open || (word.kind == 'w' && overlay != Held)) {
        c.status = S::Pending;
        c.part = P::InRenewal;
    } else if (overlay == Held) {
        c.status = S::Pending;
        c.part = P::Held;
    } else if (word.kind == 'f' || overlay == FailedAfter || (overlay == FailedBefore && !hasInstant)) {
        c.status = S::Failed;
        c.part = P::Failed;
    } else if (c.lapse == 'V') {
        c.status = S::Verified;
    } else if (c.lapse == 'S') {
        c.status = S::DueSoon;
    } else if (c.lapse == 'N') {
        c.status = S::Never;
    } else {
        c.status = S::Overdue;
        c.part = c.lapse == 'U' ? P::DateUnusable : P::Overdue;
        c.reason = domain::OverdueReason(QByteArray("PRWU").indexOf(c.lapse));
    }
    if (!isPastDue)
        c.part.reset();
    return c;
}

inline std::vector<Case> all()
{
    std::vector<Case> out;
    for (const Word &w : words) {
        for (const Text &f : flags) {
            for (int d = 0; d < DateCount; ++d) {
                for (int o = 0; o < OverlayCount; ++o)
                    out.push_back(make(w, f, Date(d), Overlay(o)));
            }
        }
    }
    return out;
}

} // namespace statustable
} // namespace support
