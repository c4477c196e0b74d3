#include "ui/settings/generalpage.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/settings/settingsdialogs.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include "ui/widgets/zonebox.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

GeneralPage::GeneralPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("General"), 18, "text", 600));
    head->addStretch();
    auto *fresh = button(t, tr("Reset this page"));
    fresh->setObjectName(QStringLiteral("resetGeneral"));
    head->addWidget(fresh);
    v->addLayout(head);
    auto *layout = new QFormLayout;
    FormBuilder form(t, layout, FormBuilder::Look::Page);
    layout->setVerticalSpacing(12);
    addTheme(form);
    addDensity(form);
    addTextSize(form);
    addLanguage(form);
    addTimeZone(form);
    addMotion(form);
    v->addLayout(layout);
    connect(fresh, &QPushButton::clicked, this, &GeneralPage::reset);
    v->addSpacing(8);
    v->addLayout(makeFiles());
    v->addStretch();
}

void GeneralPage::addTheme(FormBuilder &form)
{
    m_theme = new ComboBox;
    m_theme->setObjectName(QStringLiteral("themeBox"));
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(int(m_app.theme().choice()));
    connect(m_theme, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_app.theme().apply(ThemeChoice(i));
        m_app.settings().setValue(QStringLiteral("theme"), i);
    });
    form.add(tr("Theme"), m_theme);
}

void GeneralPage::addDensity(FormBuilder &form)
{
    m_density = new ComboBox;
    m_density->addItems({tr("Comfortable"), tr("Compact")});
    m_density->setCurrentIndex(int(m_app.theme().density()));
    connect(m_density, &QComboBox::currentIndexChanged, this, [this](int i) {
        m_app.theme().setDensity(Density(i));
        m_app.settings().setValue(QStringLiteral("density"), i);
    });
    form.add(tr("Row height"), m_density);
}

void GeneralPage::addTextSize(FormBuilder &form)
{
    m_scale = new ComboBox;
    m_scale->setObjectName(QStringLiteral("scaleBox"));
    m_scale->setAccessibleName(tr("Text size"));
    for (const int percent : {100, 125, 150, 175, 200})
        m_scale->addItem(QStringLiteral("%1 %").arg(percent), percent);
    m_scale->setCurrentIndex(std::max(0, m_scale->findData(m_app.theme().textScale())));
    auto *hint = new Label(m_app.theme(), tr("Takes effect at the next start."), 12, "text-3");
    hint->hide();
    connect(m_scale, &QComboBox::currentIndexChanged, this, [this, hint] {
        m_app.settings().setValue(QStringLiteral("textScale"), m_scale->currentData());
        hint->show();
    });
    form.add(tr("Text size"), m_scale);
    form.bare(hint);
}

void GeneralPage::addLanguage(FormBuilder &form)
{
    m_language = new ComboBox;
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->setCurrentIndex(
        std::max(0, m_language->findData(m_app.settings().value(QStringLiteral("language")).toString())));
    auto *hint = new Label(m_app.theme(), tr("Takes effect at the next start."), 12, "text-3");
    hint->hide();
    connect(m_language, &QComboBox::currentIndexChanged, this, [this, hint] {
        m_app.settings().setValue(QStringLiteral("language"), m_language->currentData());
        hint->show();
    });
    form.add(tr("Language"), m_language);
    form.bare(hint);
}

void GeneralPage::addTimeZone(FormBuilder &form)
{
    m_zone = new ZoneBox(m_app.settings().value(QStringLiteral("timeZone")).toString());
    auto *hint = new Label(
        m_app.theme(), tr("Takes effect at the next start. Stored and exported times stay in UTC."), 12, "text-3");
    hint->hide();
    connect(m_zone, &ZoneBox::chosen, this, [this, hint](const QString &id) {
        m_app.settings().setValue(QStringLiteral("timeZone"), id);
        hint->show();
    });
    form.add(tr("Time zone"), m_zone);
    form.bare(hint);
}

void GeneralPage::addMotion(FormBuilder &form)
{
    m_still = new CheckBox(tr("Nothing moves by itself"));
    m_still->setObjectName(QStringLiteral("stillBox"));
    m_still->setChecked(m_app.theme().isStill());
    connect(m_still, &QCheckBox::toggled, this, [this](bool isOn) {
        m_app.theme().setStill(isOn);
        m_app.settings().setValue(QStringLiteral("still"), isOn);
    });
    form.add(tr("Reduce motion"), m_still);
}

FlowLayout *GeneralPage::makeFiles()
{
    Theme &t = m_app.theme();
    auto *files = new FlowLayout(8);
    auto *save = button(t, tr("Export settings…"), QStringLiteral("export"));
    auto *load = button(t, tr("Import settings…"), QStringLiteral("import"));
    connect(save, &QPushButton::clicked, this, [this] { exportSettings(m_app, window()); });
    connect(load, &QPushButton::clicked, this, [this] { importSettings(m_app, window()); });
    files->addWidget(save);
    files->addWidget(load);
    files->addWidget(new Label(t, tr("Never a secret."), 12, "text-3"));
    return files;
}

void GeneralPage::reset()
{
    for (QComboBox *box : {m_theme, m_density, m_scale, m_language})
        box->setCurrentIndex(0);
    m_still->setChecked(false);
    m_zone->setCurrentIndex(0);
    Q_EMIT m_zone->chosen({});
}

} // namespace ui
