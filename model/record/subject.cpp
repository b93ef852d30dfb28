#include "model/record/subject.h"

namespace tb {

int SubjectSpec::indexOf(const QString &name) const
{
    for (int i = 0; i < fieldCount; ++i) {
        if (name == fieldAt(i).nameString())
            return i;
    }
    return -1;
}

const FieldSpec *SubjectSpec::find(const QString &name) const
{
    const int index = indexOf(name);
    return index < 0 ? nullptr : &fieldAt(index);
}

} // namespace tb
