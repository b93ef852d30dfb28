#pragma once

#include "model/result.h"

#include <QJsonObject>
#include <QStringList>

#include <span>

namespace tb {

enum class CatalogType {
    Key, ///< letters, digits, "-", "." and "_", never empty; so that it can never lead out of a folder
    Text, ///< one text, never empty
    Blank, ///< one text that may be empty
    Word, ///< one of CatalogField::words
    Integer, ///< 0 to maxLength
    Value, ///< a text, or a whole number from 0 to a million
    Texts, ///< list of texts
    Keys, ///< list of keys, none twice
    WordList, ///< list of words, none twice
    Object, ///< CatalogField::fields
    Objects, ///< list of such objects
};

/// One line of a kind's schema. A required list holds at least one item; no list holds more than 400.
struct CatalogField
{
    const char *name;
    CatalogType type;
    bool required;
    int maxLength; ///< characters of a text, key or word (each, in a list); largest value of an integer; else unused
    std::span<const char *const> words = {};
    std::span<const CatalogField> fields = {};
};

/// The fields of a kind's entries (for "index", of the policies' index.json); empty for an unknown kind. The tables are
/// in catalogkinds.cpp.
std::span<const CatalogField> catalogSchema(QStringView kind);
/// Every kind that has one.
QStringList catalogKinds();

/// Whether \a object holds exactly what \a fields allow. The error's subject is \a place followed by the field.
Status checkCatalogObject(const QJsonObject &object, std::span<const CatalogField> fields, const QString &place);

} // namespace tb
