//! The system's file dialogs, asked from here so that the page never holds a path. Each waits on a blocking
//! thread: a dialog must not hold the window's own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use tauri::{AppHandle, Manager, State, WebviewWindow, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath, MessageDialogButtons, MessageDialogKind};

use crate::commands::aside;
use crate::contract::Problem;
use crate::handles::Picked;
use crate::state::Host;

/// A kind of file the dialog offers.
#[derive(Debug, Deserialize)]
pub struct Filter {
    /// What the person reads, such as 「表格」.
    name: String,
    /// Ends of file names without the dot.
    extensions: Vec<String>,
}

/// Lets the person choose a file to read.
#[tauri::command]
pub async fn pick_file(
    app: AppHandle,
    window: WebviewWindow,
    host: State<'_, Arc<Host>>,
    title: String,
    filters: Option<Vec<Filter>>,
) -> Result<Option<Picked>, Problem> {
    let dialog = dialog(&app, &window, &title, filters.as_deref().unwrap_or_default());
    choose(host.inner().clone(), move || dialog.blocking_pick_file()).await
}

/// Lets the person choose a folder.
#[tauri::command]
pub async fn pick_folder(
    app: AppHandle,
    window: WebviewWindow,
    host: State<'_, Arc<Host>>,
    title: String,
) -> Result<Option<Picked>, Problem> {
    let dialog = dialog(&app, &window, &title, &[]).set_can_create_directories(true);
    choose(host.inner().clone(), move || dialog.blocking_pick_folder()).await
}

/// Lets the person say where to save. The dialog itself asks before an existing file is replaced; a name
/// typed without its end gets the first filter's, and then the question is asked here.
#[tauri::command]
pub async fn pick_save(
    app: AppHandle,
    window: WebviewWindow,
    host: State<'_, Arc<Host>>,
    title: String,
    suggested: Option<String>,
    filters: Option<Vec<Filter>>,
) -> Result<Option<Picked>, Problem> {
    let filters = filters.unwrap_or_default();
    let mut dialog = dialog(&app, &window, &title, &filters).set_can_create_directories(true);
    if let Some(name) = suggested {
        dialog = dialog.set_file_name(plain_name(&name));
    }
    let end = filters.into_iter().next().and_then(|it| it.extensions.into_iter().next());
    let Some(path) = ask(move || dialog.blocking_save_file()).await? else { return Ok(None) };
    let ended = with_end(&path, end.as_deref());
    if ended != path && ended.exists() && !replace(&app, &ended).await? {
        return Ok(None);
    }
    Ok(Some(host.handles.give(&ended)))
}

fn dialog(
    app: &AppHandle,
    window: &WebviewWindow,
    title: &str,
    filters: &[Filter],
) -> FileDialogBuilder<Wry> {
    let mut dialog = app.dialog().file().set_title(title).set_parent(window);
    // A desk without a 文档 folder still has a home.
    if let Ok(folder) = app.path().document_dir().or_else(|_| app.path().home_dir()) {
        dialog = dialog.set_directory(folder);
    }
    for filter in filters {
        let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(&filter.name, &extensions);
    }
    dialog
}

async fn choose(
    host: Arc<Host>,
    show: impl FnOnce() -> Option<FilePath> + Send + 'static,
) -> Result<Option<Picked>, Problem> {
    Ok(ask(show).await?.map(|path| host.handles.give(&path)))
}

async fn ask(show: impl FnOnce() -> Option<FilePath> + Send + 'static) -> Result<Option<PathBuf>, Problem> {
    aside(move || {
        #[cfg(feature = "e2e")]
        if let Some(answer) = crate::scripted::next() {
            return Ok(answer);
        }
        show().map(FilePath::into_path).transpose().map_err(|_| {
            Problem::new("file_place", "选中的位置不是电脑上的普通文件夹；请改选本机硬盘或 U 盘里的位置。")
        })
    })
    .await
}

async fn replace(app: &AppHandle, path: &Path) -> Result<bool, Problem> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let question = app
        .dialog()
        .message(format!("这个文件夹里已经有“{name}”。要用新的替换它吗？"))
        .title("已有同名文件")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom("替换".to_owned(), "不替换".to_owned()));
    aside(move || Ok(question.blocking_show())).await
}

/// A suggested name without what would make it a path or what a file system refuses.
fn plain_name(name: &str) -> String {
    name.chars().map(|c| if "/\\:*?\"<>|".contains(c) || c.is_control() { '－' } else { c }).collect()
}

/// The path with its end, when it has not got it.
fn with_end(path: &Path, end: Option<&str>) -> PathBuf {
    let Some(end) = end else { return path.to_owned() };
    if path.extension().is_some_and(|it| it.eq_ignore_ascii_case(end)) {
        return path.to_owned();
    }
    // Added and not replaced: in 「2026.11 纪要」 the point is part of the name.
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(end);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_its_end_once() {
        let ended = |name: &str| with_end(Path::new(name), Some("pdf"));
        assert_eq!(ended("/d/纪要"), Path::new("/d/纪要.pdf"));
        assert_eq!(ended("/d/纪要.PDF"), Path::new("/d/纪要.PDF"));
        assert_eq!(ended("/d/2026.11 纪要"), Path::new("/d/2026.11 纪要.pdf"));
        assert_eq!(with_end(Path::new("/d/纪要"), None), Path::new("/d/纪要"));
    }

    #[test]
    fn a_suggested_name_stays_a_name() {
        assert_eq!(plain_name("协商会议纪要〔2026〕1号.pdf"), "协商会议纪要〔2026〕1号.pdf");
        assert_eq!(plain_name("../../etc/a:b"), "..－..－etc－a－b");
    }
}
