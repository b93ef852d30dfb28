#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace tb {

/// One record that a search found, by its own fields or, an item of evidence, by the text of its file.
struct SearchHit
{
    QString table; ///< "control"
    qint64 id = 0;
    QString code; ///< may be empty
    QString title; ///< of a file's text: the words around what was found
    bool inFile = false;

    bool operator==(const SearchHit &) const = default;
};

} // namespace tb

Q_DECLARE_METATYPE(tb::SearchHit)
