#include "ui/shell/settingsdialog.h"

#include "ui/common/button.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/textstyle.h"
#include "ui/shell/panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace tb {

namespace {

constexpr int narrowest = 520;

QVBoxLayout *sectionIn(QWidget *widget, const QString &title)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeLabel(title, TextStyle::BodyStrong));
    return column;
}

/// Adds @p box to @p column, with what it means close below it.
void addExplained(QVBoxLayout *column, QCheckBox *box, const QString &text)
{
    auto *label = makeLabel(text, TextStyle::Small, Ink::Text2);
    label->setWordWrap(true);
    label->setIndent(22);
    auto *pair = new QVBoxLayout;
    pair->setSpacing(2);
    pair->addWidget(box);
    pair->addWidget(label);
    column->addLayout(pair);
}

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setWindowModality(Qt::WindowModal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *ground = new Panel(Panel::Ground::Surface);
    layout->addWidget(ground);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(20);
    column->addWidget(makeLabel(tr("Settings"), TextStyle::PageTitle));
    column->addWidget(makeLook(preferences));
    column->addWidget(makeStart(preferences));
    column->addWidget(makeProtection(preferences));
    column->addStretch(1);
    auto *close = makeButton(tr("Close"), ButtonRole::Primary);
    close->setDefault(true);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(metrics::scaled(narrowest));
}

QWidget *SettingsDialog::makeLook(const Preferences &preferences)
{
    auto *part = new QWidget;
    QVBoxLayout *column = sectionIn(part, tr("View"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    m_mode = new SegmentedControl(tr("Appearance"));
    m_mode->addSegment(tr("System"));
    m_mode->addSegment(tr("Light"));
    m_mode->addSegment(tr("Dark"));
    m_mode->setCurrent(static_cast<int>(preferences.mode));
    m_textSize = new QComboBox;
    m_textSize->setAccessibleName(tr("Text size"));
    const QList<int> sizes = Appearance::textSizes();
    for (const int size : sizes)
        m_textSize->addItem(tr("%n pixels", nullptr, size), size);
    m_textSize->setCurrentIndex(std::max(0, m_textSize->findData(preferences.textSize)));
    const auto add = [form](const QString &title, QWidget *field) {
        QLabel *label = makeLabel(title, TextStyle::Small, Ink::Text2);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    add(tr("Appearance"), m_mode);
    add(tr("Text size"), m_textSize);
    column->addLayout(form);
    connect(m_mode, &SegmentedControl::currentChanged, this, &SettingsDialog::report);
    connect(m_textSize, &QComboBox::activated, this, &SettingsDialog::report);
    return part;
}

QWidget *SettingsDialog::makeStart(const Preferences &preferences)
{
    auto *part = new QWidget;
    QVBoxLayout *column = sectionIn(part, tr("Start screen"));
    addExplained(column, m_recent = new QCheckBox(tr("Keep a list of &recent projects")),
                 tr("File names, folders and dates, in plain text on this computer. Switching it off empties it."));
    addExplained(column, m_names = new QCheckBox(tr("Show &names before unlocking")),
                 tr("Also keeps organisation, report type and period outside the encrypted file."));
    m_recent->setChecked(preferences.keepRecent);
    m_names->setChecked(preferences.namesBeforeUnlocking);
    m_names->setEnabled(preferences.keepRecent);
    connect(m_recent, &QCheckBox::toggled, m_names, &QWidget::setEnabled);
    connect(m_recent, &QCheckBox::toggled, this, &SettingsDialog::report);
    connect(m_names, &QCheckBox::toggled, this, &SettingsDialog::report);
    return part;
}

QWidget *SettingsDialog::makeProtection(const Preferences &preferences)
{
    auto *part = new QWidget;
    QVBoxLayout *column = sectionIn(part, tr("Protection"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(makeLabel(tr("Lock when idle for")));
    m_idle = new QComboBox;
    m_idle->setAccessibleName(tr("Lock when idle for"));
    for (const int count : { 5, 10, 15, 30, 60 })
        m_idle->addItem(tr("%n minutes", nullptr, count), count);
    m_idle->addItem(tr("Never"), 0);
    m_idle->setCurrentIndex(std::max(0, m_idle->findData(preferences.idleLockMinutes)));
    row->addWidget(m_idle);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_screen = new QCheckBox(tr("Lock when the &screen locks")));
    addExplained(column, m_keychain = new QCheckBox(tr("Offer the system &keychain")),
                 tr("Keys that it holds already stay there until they are forgotten on the start screen."));
    m_screen->setChecked(preferences.lockWithScreen);
    m_keychain->setChecked(preferences.offerKeychain);
    connect(m_idle, &QComboBox::activated, this, &SettingsDialog::report);
    connect(m_screen, &QCheckBox::toggled, this, &SettingsDialog::report);
    connect(m_keychain, &QCheckBox::toggled, this, &SettingsDialog::report);
    return part;
}

Preferences SettingsDialog::preferences() const
{
    return { static_cast<Appearance::Mode>(std::max(0, m_mode->current())),
             m_textSize->currentData().toInt(),
             m_recent->isChecked(),
             m_names->isChecked(),
             m_idle->currentData().toInt(),
             m_screen->isChecked(),
             m_keychain->isChecked() };
}

void SettingsDialog::report()
{
    emit changed(preferences());
    QTimer::singleShot(0, this, [this] { // larger letters need more lines
        setMinimumWidth(metrics::scaled(narrowest));
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    });
}

} // namespace tb
