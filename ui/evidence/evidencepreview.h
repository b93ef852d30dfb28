#pragma once

#include "ui/evidence/previewcontent.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;
class QThreadPool;
class QToolButton;

namespace tb {

class EmptyState;
class Job;
class PageDesk;

/// Shows what is inside an item: pages, picture, text or grid, with page buttons and zoom. Decoding runs in a job; a
/// reply that comes after another item was chosen is dropped.
class EvidencePreview final : public QWidget
{
    Q_OBJECT

public:
    EvidencePreview(ProjectStorage &storage, QThreadPool &jobs, QWidget *parent = nullptr);

    void show(const Evidence &item); ///< nothing happens when it is shown already
    void clear(const QString &title, const QString &sentence = {}); ///< no item: says so
    void release(); ///< drops what is shown, for the lock or the end

signals:
    void saveAsked();
    void openAsked();

private:
    QWidget *makeBar();
    void start();
    void drop(); ///< what is shown
    void sayLoading(quint64 asked);
    void take(const Result<PreviewContent> &content);
    void display(const PreviewContent &content);
    void turnTo(int page);
    void zoomBy(int step);
    void showBar();
    void say(const QString &iconName, const QString &title, const QString &sentence);

    ProjectStorage &m_storage;
    QThreadPool &m_jobs;
    Evidence m_item;
    PreviewContent m_content;
    QPointer<Job> m_job;
    quint64 m_asked = 0; ///< number of the present question; replies to others are dropped
    bool m_loading = false; ///< nothing is shown until its answer comes
    QLabel *m_page; // child
    QToolButton *m_previous; // child
    QToolButton *m_next; // child
    QToolButton *m_closer; // child
    QToolButton *m_farther; // child
    QToolButton *m_open; // child
    QWidget *m_save; // child
    QStackedWidget *m_pages; // child
    EmptyState *m_words; // child
    PageDesk *m_desk; // child
    QPlainTextEdit *m_text; // child
    QTableView *m_grid; // child
};

} // namespace tb
