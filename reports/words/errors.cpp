#include "reports/words/errors.h"

#include "reports/words/terms.h"
#include "reports/words/tr.h"

namespace tb::words {

namespace {

/// One text when the error says what it is about, another when it does not.
QString about(const Error &error, const QString &named, const QString &unnamed)
{
    return error.subject.isEmpty() ? unnamed : named.arg(error.subject);
}

QString invalid(const Error &error)
{
    if (error.problems.isEmpty()) {
        return about(error, Say::tr("“%1” cannot be used here. Check the value and try again."),
                     Say::tr("This value cannot be used here. Check it and try again."));
    }
    const QString first = sentence(error.problems.first());
    const qsizetype others = error.problems.size() - 1;
    if (others == 0)
        return first;
    return Say::tr("%1 %2", "first problem, number of further ones")
        .arg(first,
             counted(others, QT_TRANSLATE_NOOP("Words", "There is 1 more problem."),
                     QT_TRANSLATE_NOOP("Words", "There are %n more problems.")));
}

QString fileSentence(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotOurs:
        return about(error, Say::tr("“%1” is not a Trustbench project. Choose a file that Trustbench made."),
                     Say::tr("This file is not a Trustbench project. Choose a file that Trustbench made."));
    case Error::Kind::IsProject:
        return about(error, Say::tr("“%1” is a Trustbench project and was not replaced. Choose another name."),
                     Say::tr("That file is a Trustbench project and was not replaced. Choose another name."));
    case Error::Kind::NewerVersion:
        return about(
            error, Say::tr("“%1” was made by a later version of Trustbench. Install that version to open it."),
            Say::tr("This project was made by a later version of Trustbench. Install that version to open it."));
    case Error::Kind::OlderVersion:
        return about(error,
                     Say::tr("“%1” was made by an earlier version of Trustbench. Open it for writing once, which "
                             "brings it up to date and keeps a copy of it as it was."),
                     Say::tr("This project was made by an earlier version of Trustbench. Open it for writing once, "
                             "which brings it up to date and keeps a copy of it as it was."));
    case Error::Kind::Damaged:
        return about(error, Say::tr("“%1” is damaged and was not changed. Open your latest backup copy of it."),
                     Say::tr("The project is damaged and was not changed. Open your latest backup copy of it."));
    case Error::Kind::InUse:
        return about(error,
                     Say::tr("“%1” is in use elsewhere. Close it there or wait until that is done, then try again; or "
                             "open it read-only."),
                     Say::tr("The project is in use elsewhere. Close it there or wait until that is done, then try "
                             "again; or open it read-only."));
    case Error::Kind::UnfinishedWrite:
        return about(error,
                     Say::tr("“%1” was left in the middle of a change. Open it for writing once, which takes that "
                             "change back."),
                     Say::tr("The project was left in the middle of a change. Open it for writing once, which takes "
                             "that change back."));
    case Error::Kind::ReadOnly:
        return about(error,
                     Say::tr("“%1” cannot be written: it or its folder is read-only. Save a copy somewhere else."),
                     Say::tr("The project is open read-only. Save a copy somewhere else to change it."));
    case Error::Kind::DiskFull:
        return about(error, Say::tr("The disk is full, so “%1” was not written. Free some space and try again."),
                     Say::tr("The disk is full, so nothing was changed. Free some space and try again."));
    default:
        return about(error,
                     Say::tr("“%1” could not be read or written. Check that it is there and that you may use it."),
                     Say::tr("A file could not be read or written. Check that it is there and that you may use it."));
    }
}

} // namespace

QString sentence(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled: return Say::tr("Cancelled. Everything is as it was before.");
    case Error::Kind::NotFound:
        return about(error, Say::tr("“%1” was not found. It may have been deleted, moved or renamed; check the name."),
                     Say::tr("What this is about was not found. It may have been deleted."));
    case Error::Kind::Invalid: return invalid(error);
    case Error::Kind::WrongPassphrase:
        return Say::tr(
            "The passphrase does not open this project. Check Caps Lock and the keyboard layout and try again.");
    case Error::Kind::NotOurs:
    case Error::Kind::IsProject:
    case Error::Kind::NewerVersion:
    case Error::Kind::OlderVersion:
    case Error::Kind::Damaged:
    case Error::Kind::InUse:
    case Error::Kind::UnfinishedWrite:
    case Error::Kind::ReadOnly:
    case Error::Kind::DiskFull:
    case Error::Kind::Io: return fileSentence(error);
    case Error::Kind::Conflict:
        return about(error,
                     Say::tr("“%1” has been changed since, or others rest on it, so nothing was done. "
                             "Take back the later changes first."),
                     Say::tr("This rests on something that has been changed since, so nothing was done. "
                             "Take back the later changes first."));
    case Error::Kind::NothingToUndo: return Say::tr("There is nothing to undo or redo.");
    case Error::Kind::Storage:
        return Say::tr("The project file could not be read or written, so nothing was changed. "
                       "Check the disk, then verify the project.");
    }
    return {};
}

QString shortReason(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::DiskFull: return Say::tr("disk full");
    case Error::Kind::ReadOnly: return Say::tr("read-only");
    case Error::Kind::InUse: return Say::tr("file in use");
    default: return Say::tr("file not writable");
    }
}

QString sentence(const FieldProblem &problem, const QString &table)
{
    const QString field = fieldName(table, problem.field);
    switch (problem.code) {
    case FieldProblem::Code::Required:
        return problem.value.isEmpty() ? Say::tr("%1 is empty. Enter a value.").arg(field)
                                       : Say::tr("%1 must include %2.").arg(field, term(problem.value));
    case FieldProblem::Code::TooLong: return Say::tr("%1 is too long. Shorten the text.").arg(field);
    case FieldProblem::Code::ControlCharacter:
        return Say::tr("%1 holds a character that cannot be shown. Delete it or type the text anew.").arg(field);
    case FieldProblem::Code::BrokenText:
        return Say::tr("%1 holds half a character. Copy or type the text anew.").arg(field);
    case FieldProblem::Code::NotAValue:
        return Say::tr(
                   "%1: “%2” is not a value of this field. Choose one of the offered values; dates read 2026-04-30.")
            .arg(field, problem.value);
    case FieldProblem::Code::UnknownField: return Say::tr("There is no field “%1”. Check its name.").arg(problem.field);
    case FieldProblem::Code::UnknownRecord:
        return Say::tr("%1 points to something that is not in the project. Choose it again.").arg(field);
    case FieldProblem::Code::NotEditable: return Say::tr("%1 is set by Trustbench and cannot be edited.").arg(field);
    case FieldProblem::Code::EndBeforeStart:
        return Say::tr("%1 lies before the start. Enter the same day or a later one.").arg(field);
    case FieldProblem::Code::NotUnique:
        return Say::tr("%1 “%2” is already used. Enter another one.").arg(field, problem.value);
    case FieldProblem::Code::OutOfRange:
        return Say::tr("%1: %2 is outside what is possible. Enter a number that fits.").arg(field, problem.value);
    case FieldProblem::Code::Cycle:
        return Say::tr("%1 leads back to the record itself. Choose another one.").arg(field);
    case FieldProblem::Code::NeedsReason: return Say::tr("%1 is empty. Say the reason in a few words.").arg(field);
    case FieldProblem::Code::Frozen:
        return Say::tr("%1 is fixed for good, because others rely on it. Add a new one instead.").arg(field);
    case FieldProblem::Code::Insufficient:
        return Say::tr("%1: %2 alone does not suffice. Add another one.").arg(field, problem.value);
    }
    return {};
}

} // namespace tb::words
