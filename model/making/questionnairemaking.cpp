#include "model/catalog/catalogid.h"
#include "model/making/libraryfamilies.h"
#include "model/record/rank.h"
#include "model/vendors/question.h"
#include "model/vendors/questionnaire.h"

#include <QCryptographicHash>

namespace tb {

namespace {

const QString &reviewKey()
{
    static const QString key = QStringLiteral("report-review");
    return key;
}

/// One a line: percent of the weight, a space, the text.
QString optionLines(const QList<CatalogOption> &options)
{
    QStringList lines;
    for (const CatalogOption &option : options)
        lines.append(QString::number(option.points) + QLatin1Char(' ') + option.text);
    return lines.join(QLatin1Char('\n'));
}

/// The guidance, and what each answer of a review does to reliance on the report.
QString guidanceOf(const CatalogQuestion &entry)
{
    QStringList lines { entry.guidance };
    for (const CatalogOption &option : entry.options) {
        if (!option.effect.isEmpty())
            lines.append(option.text + QLatin1String(": ") + option.effect);
    }
    return lines.join(QLatin1Char('\n'));
}

Question questionFrom(const CatalogQuestion &entry, QuestionnaireId questionnaire, const QString &of, int position)
{
    Question question;
    question.id.value = catalogId(QStringLiteral("questions"), of + QLatin1Char('/') + entry.key);
    question.questionnaire = questionnaire;
    question.code = entry.key;
    question.section = entry.section;
    question.text = entry.text;
    question.answerType = fromWord<AnswerType>(entry.answerType).value_or(AnswerType::Text);
    question.weight = entry.weight;
    question.guidance = guidanceOf(entry);
    question.badAnswer = entry.badAnswer;
    question.options = optionLines(entry.options);
    question.unit = entry.unit;
    question.criteria = entry.criteria;
    question.rank = rankAt(position);
    return question;
}

void addQuestions(LibraryWriter &writer, const QList<CatalogQuestion> &entries, const Questionnaire &questionnaire)
{
    int position = 0;
    for (const CatalogQuestion &entry : entries)
        writer.add(questionFrom(entry, questionnaire.id, questionnaire.originKey, position++));
}

/// The library keeps the questions of the review as a kind of its own; a project has them as one more questionnaire.
Questionnaire reviewForm(const QList<CatalogQuestion> &questions)
{
    CatalogOrigin origin { QStringLiteral("questionnaires"), reviewKey(), questions.first().origin.version, {} };
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const CatalogQuestion &question : questions)
        hash.addData(question.origin.hash);
    origin.hash = hash.result();
    auto form = recordFrom<Questionnaire>(origin);
    form.title = QStringLiteral("SOC report review");
    form.description
        = QStringLiteral("Questions to ourselves when a vendor's SOC report, certificate or letter arrives: "
                         "what it covers, what it leaves open, and what we must do ourselves.");
    return form;
}

} // namespace

void writeQuestionnaires(LibraryWriter &writer, const Catalog &catalog)
{
    for (const CatalogQuestionnaire &entry : catalog.questionnaires) {
        auto questionnaire = recordFrom<Questionnaire>(entry.origin);
        questionnaire.title = entry.title;
        questionnaire.revision = QString::number(entry.origin.version);
        questionnaire.description = entry.description;
        writer.add(questionnaire);
        addQuestions(writer, entry.questions, questionnaire);
    }
    if (catalog.reportReview.isEmpty())
        return;
    const Questionnaire review = reviewForm(catalog.reportReview);
    writer.add(review);
    addQuestions(writer, catalog.reportReview, review);
}

} // namespace tb
