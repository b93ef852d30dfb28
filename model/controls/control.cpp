#include "model/controls/control.h"

#include <QCryptographicHash>

namespace tb {

QString revisionHash(const Control &control)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString parts[] { control.title,
                            control.description,
                            wordOf(control.kind),
                            wordOf(control.nature),
                            wordOf(control.frequency),
                            wordOf(control.calendar),
                            control.anchorOn.toString(Qt::ISODate) };
    for (const QString &part : parts) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace tb
