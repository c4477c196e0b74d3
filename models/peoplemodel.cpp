#include "models/peoplemodel.h"
#include "domain/text/outputtext.h"
#include "models/masking.h"
#include "models/roles.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <utility>

namespace models {

static QString sayPeopleModel(const char *text)
{
    return QCoreApplication::translate("PeopleModel", text);
}

static QString lifecycleText(const QString &state)
{
    if (state.isEmpty())
        return QStringLiteral("–");
    return state.left(1).toUpper() + state.mid(1);
}

static QString verifiedOnText(const domain::ParsedInstant &date)
{
    if (date.at)
        return dateText(*date.at);
    return date.quality == domain::DateQuality::Unreadable
               ? sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Not readable"))
               : QStringLiteral("–");
}

domain::PeopleColumn exportColumn(int column)
{
    using C = domain::PeopleColumn;
    static constexpr std::array all{C::Name, C::Email, C::Profile, C::Lifecycle, C::Status, C::Ial, C::VerifiedOn,
        C::Due, C::EmployeeNumber, C::Manager, C::Source, C::SessionId, C::DocumentType, C::AccountState, C::Modified,
        C::Policy, C::GraceEnds, C::Contact};
    static_assert(all.size() == PeopleModel::ColumnCount);
    return all[size_t(column)];
}

// The columns that are hidden until somebody wants them are made when they are drawn.
QString PeopleModel::cell(int at, int column) const
{
    const Row &r = *row(at);
    const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    switch (column) {
    case EmployeeNumber: return orNone(r.person.employeeNumber);
    case Manager: return orNone(r.person.manager);
    case Source: return orNone(r.person.source);
    case SessionId: return orNone(r.person.idv.sessionId);
    case DocumentType: return orNone(r.person.idv.documentType);
    case AccountState: return orNone(r.person.sailpointStatus);
    case Policy:
        return r.person.rule.isEmpty() ? sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Standard")) : r.person.rule;
    case GraceEnds:
        if (r.status == QLatin1String("overdue") && r.person.lapse == domain::StatusKind::BadDate)
            return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Repair in SailPoint"));
        if (!r.person.graceEnds || !r.person.due || *r.person.due > m_now)
            return orNone({});
        return domain::isGraceOver(r.person.graceEnds, m_now)
                   ? sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Passed"))
                   : dateText(*r.person.graceEnds);
    case Contact: {
        QStringList ways;
        if (!r.person.mobile.isEmpty())
            ways << sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "phone"));
        if (!r.person.email.isEmpty())
            ways << sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "e-mail"));
        return ways.isEmpty() ? sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "None"))
                              : ways.join(QStringLiteral(", "));
    }
    case Modified: return r.person.modified ? dateText(*r.person.modified) : orNone({});
    default: return r.text[size_t(column)];
    }
}

PeopleModel::PeopleModel(QObject *parent) : PagedModel(parent), m_rows(std::make_shared<domain::RowIds>()) {}

void PeopleModel::setResult(const domain::PeopleResult &result, core::Instant now)
{
    m_now = now;
    const QSet<int> waiting = beginGeneration();
    m_isComplete = result.isComplete;
    if (*result.rows == *m_rows) {
        // Same people, same order: what is shown stays until the fresh rows replace it.
        const QList<int> shown = m_blocks.order();
        for (const int b : shown)
            want(b);
        for (const int b : waiting)
            want(b);
        return;
    }
    const bool extends =
        result.rows->size() > m_rows->size() && std::equal(m_rows->begin(), m_rows->end(), result.rows->begin());
    if (extends && !m_rows->empty()) {
        beginInsertRows({}, int(m_rows->size()), int(result.rows->size()) - 1);
        const int edge = int(m_rows->size()) / blockSize;
        m_rows = result.rows;
        const bool hadEdge = m_blocks.drop(edge);
        endInsertRows();
        // Rows that come below repaint nothing above: what was asked for and not here yet is asked for again.
        for (const int b : waiting)
            want(b);
        if (hadEdge)
            want(edge);
        return;
    }
    beginResetModel();
    m_rows = result.rows;
    m_blocks.clear();
    endResetModel();
}

void PeopleModel::clear()
{
    setResult({std::make_shared<domain::RowIds>(), true}, m_now);
}

domain::RowIds PeopleModel::rowsOfBlock(int block) const
{
    const size_t from = size_t(block) * blockSize;
    if (from >= m_rows->size())
        return {};
    const size_t to = std::min(m_rows->size(), from + blockSize);
    return {m_rows->begin() + qsizetype(from), m_rows->begin() + qsizetype(to)};
}

PeopleModel::Row PeopleModel::makeRow(const domain::Identity &p) const
{
    Row r;
    r.person = p;
    const auto due = domain::shownDue(p.lapse, p.due, m_now);
    const auto status = domain::statusAt(p.kind, p.due, p.warnAt, m_now);
    r.status = chipKey(p.kind, status);
    const QString none = QStringLiteral("–");
    r.text[Name] = shownName(p.name);
    r.text[Email] = p.email.isEmpty() ? none : shownEmail(p.email);
    r.text[Profile] = p.profile.isEmpty() ? none : p.profile;
    r.text[Lifecycle] = lifecycleText(p.lifecycle);
    r.text[Status] = chipText(r.status);
    if (const auto reason = domain::overdueReasonAt(p.kind, p.due, m_now); m_countsDays && reason)
        r.text[Status] = overdueChipText(*reason, due ? int((m_now - *due) / core::dayMs) : 0);
    r.text[Ial] = p.idv.ial ? QString::number(*p.idv.ial) : none;
    r.text[VerifiedOn] = verifiedOnText(p.idv.date);
    r.text[Due] = due ? dateText(*due) : none;
    return r;
}

void PeopleModel::deliver(quint64 generation, int block, const QList<domain::Identity> &people)
{
    if (!isAnswer(generation, block))
        return;
    QList<Row> rows;
    rows.reserve(people.size());
    for (const auto &p : people)
        rows << makeRow(p);
    m_blocks.put(block, std::move(rows));
    showBlock(block);
}

const domain::Identity *PeopleModel::person(int at) const
{
    const Row *r = row(at);
    return r ? &r->person : nullptr;
}

int PeopleModel::rowOf(const core::IdentityId &id) const
{
    for (auto it = m_blocks.blocks().begin(); it != m_blocks.blocks().end(); ++it) {
        for (int i = 0; i < it->size(); ++i) {
            if (it->at(i).person.id == id)
                return it.key() * blockSize + i;
        }
    }
    return -1;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows->size());
}
int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleModel::fact(int at, int column, int role) const
{
    const Row &r = *row(at);
    switch (role) {
    case Qt::ToolTipRole:
        if (const QString why = column == Status ? overdueText(r.person, m_now) : QString(); !why.isEmpty())
            return domain::labelText(why);
        if (column == VerifiedOn && r.person.idv.date.at)
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(*r.person.idv.date.at), QLocale::LongFormat);
        return domain::labelText(cell(at, column));
    case Qt::AccessibleTextRole: {
        const QString text = domain::labelText(cell(at, column));
        return text == QStringLiteral("–") ? sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "none")) : text;
    }
    case Qt::TextAlignmentRole:
        return column == Ial ? QVariant(Qt::AlignCenter) : QVariant(int(Qt::AlignLeft | Qt::AlignVCenter));
    case IdRole: return r.person.id.str();
    case StatusRole: return column == Status ? QVariant(r.status) : QVariant();
    case SecondaryRole: return column != Name;
    default: return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Name"));
    case Email: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "E-mail"));
    case Profile: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Profile"));
    case Lifecycle: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Lifecycle"));
    case Status: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "IDV status"));
    case Ial: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "IAL"));
    case VerifiedOn: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Verified on"));
    case Due: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Due"));
    case EmployeeNumber: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Employee number"));
    case Manager: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Manager"));
    case Source: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Source"));
    case SessionId: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "IDV session ID"));
    case DocumentType: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Document type"));
    case AccountState: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "SailPoint status"));
    case Modified: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Changed in SailPoint"));
    case Policy: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Policy"));
    case GraceEnds: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Grace ends"));
    case Contact: return sayPeopleModel(QT_TRANSLATE_NOOP("PeopleModel", "Contact"));
    default: return {};
    }
}

} // namespace models
