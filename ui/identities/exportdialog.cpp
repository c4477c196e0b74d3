#include "ui/identities/exportdialog.h"
#include "services/identities/peopleexport.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/controls/button.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QRadioButton>

namespace ui {

static QWidget *choiceOf(QRadioButton *first, QRadioButton *second)
{
    auto *w = new QWidget;
    auto *h = new QHBoxLayout(w);
    h->setContentsMargins(0, 0, 0, 0);
    h->addWidget(first);
    h->addWidget(second);
    h->addStretch();
    return w;
}

ExportDialog::ExportDialog(AppContext &app, const ExportChoice &choice, QWidget *parent)
    : SaveDialog(app, tr("Export people"),
          tr("From the local copy. The file holds personal data; number of rows and hash go to the audit log."),
          parent),
      m_app(app), m_choice(choice)
{
    setObjectName(QStringLiteral("exportDialog"));
    setGoText(tr("Export"));
    const qint64 selected = choice.selected ? qint64(choice.selected->size()) : 0;
    auto *everyone = new RadioButton(tr("All %L1 matching").arg(choice.matching));
    m_onlySelected = new RadioButton(tr("The %L1 selected").arg(selected));
    setEnabledOr(m_onlySelected, selected > 0 ? QString() : tr("Nobody is selected."));
    (selected > 1 ? m_onlySelected : everyone)->setChecked(true);
    form().addRow(tr("Who"), choiceOf(everyone, m_onlySelected));
    auto *shown = new RadioButton(tr("The columns shown"));
    m_allColumns = new RadioButton(tr("All columns"));
    shown->setChecked(true);
    form().addRow(tr("What"), choiceOf(shown, m_allColumns));
    m_format = new QComboBox;
    m_format->addItems({tr("CSV (comma-separated)"), tr("JSON Lines")});
    m_format->setAccessibleName(tr("Format"));
    m_mark = new CheckBox(tr("With byte order mark, for Excel"));
    m_mark->setChecked(app.settings().value(QStringLiteral("export/bom"), true).toBool());
    form().addRow(tr("Format"), m_format);
    form().addRow(QString(), m_mark);
    const auto follow = [this](int i) {
        setEnabledOr(m_mark, i == 0 ? QString() : tr("JSON Lines has none."));
        setFileName(QStringLiteral("identities"), i == 0 ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    };
    m_format->setCurrentIndex(app.settings().value(QStringLiteral("export/format"), 0).toInt() == 1 ? 1 : 0);
    follow(m_format->currentIndex());
    connect(m_format, &QComboBox::currentIndexChanged, this, follow);
    onSave([this](const QString &path) { return save(path); });
    connect(&app, &AppContext::tenantSessionChanged, this, [this] { m_export.reset(); }); // it reads that tenant's copy
    headline = [](const services::ExportReport &r) { return tr("%Ln row(s) written", nullptr, int(r.rows)); };
}

ExportDialog::~ExportDialog() = default;

domain::PeopleExportLayout ExportDialog::layoutWanted() const
{
    domain::PeopleExportLayout layout{domain::ExportFormat(m_format->currentIndex()), {}, m_mark->isChecked()};
    layout.columns.push_back(domain::PeopleColumn::Id);
    if (m_allColumns->isChecked()) {
        for (size_t c = 1; c < domain::peopleColumnCount; ++c)
            layout.columns.push_back(domain::PeopleColumn(c));
    } else {
        layout.columns.insert(layout.columns.end(), m_choice.shownColumns.begin(), m_choice.shownColumns.end());
    }
    return layout;
}

SaveDialog::Job ExportDialog::save(const QString &path)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return {core::ready<services::ExportReport>(core::makeError(core::ErrorCode::Cancelled, {}))};
    m_app.settings().setValue(QStringLiteral("export/format"), m_format->currentIndex());
    m_app.settings().setValue(QStringLiteral("export/bom"), m_mark->isChecked());
    m_export = std::make_unique<services::PeopleExport>(*w, m_app.context());
    const bool isSelected = m_onlySelected->isChecked();
    const auto written = isSelected ? m_export->run(m_choice.selected, layoutWanted(), path)
                                    : m_export->run(m_choice.query, layoutWanted(), path);
    auto *e = m_export.get();
    return {written, [e] { return e->done(); }, [e] { e->cancel(); },
        isSelected ? qint64(m_choice.selected->size()) : m_choice.matching};
}

} // namespace ui
