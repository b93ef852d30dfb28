#include "ui/common/progressstrip.h"

#include "ui/common/button.h"
#include "ui/common/textstyle.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace tb {

QString remainingTime(qint64 milliseconds, int permille)
{
    if (permille < 20 || milliseconds < 1000) // an estimate from less than this is a guess
        return {};
    const qint64 seconds = milliseconds * (1000 - permille) / permille / 1000;
    if (seconds < 60)
        return QCoreApplication::translate("tb::ProgressStrip", "About %1 s").arg(std::max<qint64>(1, seconds));
    return QCoreApplication::translate("tb::ProgressStrip", "About %1 min").arg((seconds + 30) / 60);
}

ProgressStrip::ProgressStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, TextStyle::Body, Ink::Text, this))
    , m_remaining(makeLabel({}, TextStyle::Small, Ink::Text2, this))
{
    auto *cancel = makeButton(tr("Cancel"), ButtonRole::Quiet, {}, this);
    cancel->setObjectName(QStringLiteral("cancelWork"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 9);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_remaining);
    row->addWidget(cancel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(cancel, &QPushButton::clicked, this, &ProgressStrip::cancelled);
}

void ProgressStrip::start(const QString &text)
{
    m_title = text;
    m_permille = 0;
    m_since.start();
    m_text->setText(text);
    m_remaining->clear();
    show();
    update();
}

void ProgressStrip::finish()
{
    hide();
}

QString ProgressStrip::remaining() const
{
    return m_remaining->text();
}

void ProgressStrip::setProgress(int permille, const QString &what)
{
    m_permille = std::clamp(permille, 0, 1000);
    m_text->setText(what.isEmpty() ? m_title : what);
    m_remaining->setText(m_since.isValid() ? remainingTime(m_since.elapsed(), m_permille) : QString());
    update();
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    const Theme &t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(0, 0, width(), 1, t.line);
    painter.fillRect(0, height() - 3, width(), 3, t.line);
    painter.fillRect(0, height() - 3, width() * m_permille / 1000, 3, t.accent);
}

} // namespace tb
