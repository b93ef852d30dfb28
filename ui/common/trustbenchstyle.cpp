#include "ui/common/trustbenchstyle.h"

#include "ui/common/button.h"
#include "ui/common/metrics.h"
#include "ui/common/paint/controls.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/textstyle.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <QToolButton>

namespace tb {
namespace {

bool is(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool wrong(const QWidget *widget)
{
    return widget && widget->property("tbError").toBool();
}

/// A line edit inside a combo box or date editor: the outer widget draws the frame.
bool isInner(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
}

QColor buttonFill(ButtonRole role, const QStyleOption *option)
{
    const Theme &t = theme();
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool down = is(option, QStyle::State_Sunken) || is(option, QStyle::State_On);
    const bool hover = is(option, QStyle::State_MouseOver) && enabled;
    if (role == ButtonRole::Primary || role == ButtonRole::Danger) {
        if (!enabled)
            return t.hover;
        const QColor fill = role == ButtonRole::Primary ? t.accentFill : t.dangerFill;
        return down ? fill.darker(120) : hover ? fill.darker(108) : fill;
    }
    if (role == ButtonRole::Quiet)
        return down ? t.selection : hover ? t.hover : QColor(Qt::transparent);
    return down ? t.selection : hover ? t.hover : t.surface;
}

void paintButton(QPainter &painter, const QStyleOption *option, ButtonRole role)
{
    const Theme &t = theme();
    const bool framed = role == ButtonRole::Standard || (t.kind == Theme::Kind::Contrast && role != ButtonRole::Quiet);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(framed ? QPen(is(option, QStyle::State_Enabled) ? t.lineStrong : t.line, 1) : QPen(Qt::NoPen));
    painter.setBrush(buttonFill(role, option));
    const qreal inset = framed ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), 4, 4);
    painter.restore();
}

void paintFrame(QPainter &painter, const QStyleOption *option, const QWidget *widget)
{
    const auto *edit = qobject_cast<const QLineEdit *>(widget);
    const bool focus = is(option, QStyle::State_HasFocus) || (widget && widget->hasFocus());
    const bool readOnly = (edit && edit->isReadOnly()) || !is(option, QStyle::State_Enabled);
    paintField(painter, option->rect, focus && !readOnly, wrong(widget), readOnly);
    if (edit && edit->isReadOnly()) {
        const int side = metrics::scaled(14);
        const QRect lock(option->rect.right() - side - 7, option->rect.center().y() - side / 2 + 1, side, side);
        paintIcon(painter, lock, QStringLiteral("lock"), Ink::Text2);
    }
}

QColor labelInk(ButtonRole role, bool enabled)
{
    const Theme &t = theme();
    if (!enabled)
        return t.field;
    return role == ButtonRole::Primary || role == ButtonRole::Danger ? t.onFill
        : role == ButtonRole::Quiet                                  ? t.text2
                                                                     : t.text;
}

/// Buttons that open a menu of their own say so with "tbMenu"; the others through QPushButton::setMenu.
bool opensMenu(const QStyleOptionButton *button, const QWidget *widget)
{
    return button->features.testFlag(QStyleOptionButton::HasMenu) || (widget && widget->property("tbMenu").toBool());
}

/// Icon and text, 6 px apart, centred together in what the menu's arrow leaves.
void paintButtonLabel(QPainter &painter, const QStyleOptionButton &button, const QWidget *widget)
{
    QRect rect = button.rect;
    if (opensMenu(&button, widget))
        rect.setRight(rect.right() - metrics::scaled(14) - 2);
    const bool enabled = is(&button, QStyle::State_Enabled);
    const int text = button.fontMetrics.horizontalAdvance(button.text);
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = icon > 0 && text > 0 ? 6 : 0;
    int x = rect.left() + qMax(4, (rect.width() - icon - gap - text) / 2);
    if (icon > 0) {
        const QRect place(x, rect.center().y() - icon / 2 + 1, icon, icon);
        button.icon.paint(&painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    x += icon + gap;
    painter.setPen(labelInk(buttonRole(widget), enabled));
    const QString shown = button.fontMetrics.elidedText(button.text, Qt::ElideRight, rect.right() - x);
    painter.drawText(QRect(x, rect.top(), rect.right() - x + 1, rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, shown);
}

/// Which ends of a segmented control @p widget is, if it is a segment at all.
QVariant segmentOf(const QWidget *widget)
{
    return widget ? widget->property(SegmentedControl::segmentProperty) : QVariant();
}

/// The chosen segment says so by its ink and weight, not by its tint alone.
void paintSegmentLabel(QPainter &painter, const QStyleOptionToolButton &button)
{
    const bool on = is(&button, QStyle::State_On);
    painter.setFont(textFont(on ? TextStyle::BodyStrong : TextStyle::BodyMedium));
    painter.setPen(!is(&button, QStyle::State_Enabled) ? theme().field : on ? theme().accent : theme().text2);
    painter.drawText(button.rect, Qt::AlignCenter | Qt::TextShowMnemonic, button.text);
}

bool drawsFrameAround(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

TrustbenchStyle::TrustbenchStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }

void TrustbenchStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void TrustbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const QRectF rect(option->rect);
    switch (element) {
    case PE_PanelButtonCommand: return paintButton(*painter, option, buttonRole(widget));
    case PE_PanelButtonTool: {
        if (const QVariant segment = segmentOf(widget); segment.isValid())
            return paintSegment(*painter, rect, (segment.toInt() & SegmentedControl::firstSegment) != 0,
                                (segment.toInt() & SegmentedControl::lastSegment) != 0,
                                buttonFill(ButtonRole::Standard, option));
        const auto *button = qobject_cast<const QToolButton *>(widget);
        return paintButton(*painter, option, button && button->autoRaise() ? ButtonRole::Quiet : buttonRole(widget));
    }
    case PE_PanelLineEdit:
        if (!isInner(widget) && !(widget && widget->property("tbFrameless").toBool()))
            paintFrame(*painter, option, widget);
        return;
    case PE_FrameLineEdit: return;
    case PE_Frame:
        if (drawsFrameAround(widget))
            return paintFrame(*painter, option, widget);
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(*painter, rect,
                             is(option, State_NoChange) ? Qt::PartiallyChecked
                                 : is(option, State_On) ? Qt::Checked
                                                        : Qt::Unchecked,
                             is(option, State_Enabled));
    case PE_IndicatorRadioButton: return paintRadio(*painter, rect, is(option, State_On), is(option, State_Enabled));
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractButton *>(widget) && !qobject_cast<const QAbstractItemView *>(widget)
            && !qobject_cast<const QComboBox *>(widget))
            paintFocusRing(*painter, rect);
        return;
    case PE_FrameDefaultButton: return;
    case PE_IndicatorArrowDown: return paintIcon(*painter, option->rect, QStringLiteral("chevron-down"), Ink::Text2);
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void TrustbenchStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (element == CE_FocusFrame)
        return paintFocusRing(*painter, option->rect);
    if (element == CE_ToolButtonLabel && segmentOf(widget).isValid()) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button->icon.isNull())
            return paintSegmentLabel(*painter, *button);
    }
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            return paintButtonLabel(*painter, *button, widget);
        }
    }
    if (element == CE_PushButtonBevel) { // without Fusion's shifted menu arrow
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && opensMenu(button, widget)) {
            const int side = metrics::scaled(14);
            const QRect arrow(option->rect.right() - side - 6, option->rect.center().y() - side / 2 + 1, side, side);
            paintIcon(*painter, arrow, QStringLiteral("chevron-down"), Ink::Text2);
        }
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void TrustbenchStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                         const QWidget *widget) const
{
    const bool date = qobject_cast<const QDateTimeEdit *>(widget);
    if (control == CC_ComboBox || (control == CC_SpinBox && date)) {
        const bool focus = widget && (widget->hasFocus() || (widget->focusProxy() && widget->focusProxy()->hasFocus()));
        const bool inner = is(option, State_HasFocus) || focus;
        paintField(*painter, option->rect, inner && is(option, State_Enabled), wrong(widget),
                   !is(option, State_Enabled));
        const int side = metrics::scaled(14);
        const QRect arrow(option->rect.right() - side - 6, option->rect.center().y() - side / 2 + 1, side, side);
        paintIcon(*painter, arrow, date ? QStringLiteral("calendar") : QStringLiteral("chevron-down"), Ink::Text2);
        return;
    }
    if (control == CC_SpinBox) {
        paintField(*painter, option->rect, is(option, State_HasFocus), wrong(widget), !is(option, State_Enabled));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize TrustbenchStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                        const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        int width = size.width() + 24;
        if (button && !button->icon.isNull())
            width += 2; // our gap beside the icon is wider than the one that Qt counted
        if (button && button->features.testFlag(QStyleOptionButton::HasMenu))
            width += 2; // the arrow's width is counted by Qt
        else if (button && opensMenu(button, widget))
            width += metrics::scaled(14) + 2;
        if (button && button->text.isEmpty())
            width = metrics::control();
        return { width, metrics::control() };
    }
    case CT_ToolButton: {
        const auto *button = qobject_cast<const QToolButton *>(widget);
        if (button && button->toolButtonStyle() == Qt::ToolButtonIconOnly)
            return { metrics::control(), metrics::control() };
        result.setWidth(size.width() + 16);
        result.setHeight(metrics::control());
        break;
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        if (!isInner(widget))
            result.setHeight(metrics::control());
        break;
    default: break;
    }
    return result;
}

int TrustbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return metrics::scaled(14);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_DefaultFrameWidth: // the frame of two pixels with round corners is whole, and the text stands as in a line
        if (drawsFrameAround(widget))
            return 3;
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 3;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize: return metrics::icon();
    case PM_SplitterWidth: return 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_MenuButtonIndicator: return metrics::scaled(14);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TrustbenchStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                               QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_UnderlineShortcut: // Alt and the letter work; the line under it is noise
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0; // those of another toolkit
    case SH_ComboBox_AllowWheelScrolling: return 0; // a page that scrolls must not change what it scrolls past
    case SH_ComboBox_Popup: return 0; // a list below the field, as in the pictures, not a menu over it
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QRect TrustbenchStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                      const QWidget *widget) const
{
    const QRect rect = option->rect;
    const int arrow = metrics::scaled(14) + 12;
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return rect.adjusted(7, 2, -arrow, -2);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return { rect.right() - arrow, rect.top(), arrow, rect.height() };
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return rect.adjusted(6, 2, -arrow, -2);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect TrustbenchStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && !isInner(widget) && !(widget && widget->property("tbFrameless").toBool()))
        return option->rect.adjusted(7, 1, -7, -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace tb
