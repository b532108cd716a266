//! The contract's three shapes and what goes with them, as the page may ask for them. Everything runs on a
//! blocking thread; a panic there becomes a problem, and the window lives on.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::Value;
use tauri::ipc::{Channel, Response};
use tauri::{AppHandle, State, WebviewWindow};

use crate::contract::{Answer, Problem, Progress};
use crate::opener;
use crate::papers::Lent;
use crate::printing::{Cups, Order, Printer};
use crate::state::{Host, Running};

/// The commands after which nothing that was lent of the ledger may stay outside it: the lock, and what erases by law, for a paper may
/// tell of whoever was erased.
const TAKES_BACK: [&str; 3] = ["ledger.lock", "trash.purge", "trash.purgeStep"];
/// A page cannot show more than this many changes of a progress bar in a second.
const BETWEEN_REPORTS: Duration = Duration::from_millis(50);

/// Asks the desk and waits for the answer.
#[tauri::command]
pub async fn call(host: State<'_, Arc<Host>>, name: String, args: Option<Value>) -> Result<Answer, Problem> {
    let host = host.inner().clone();
    aside(move || {
        let answer = host.desk()?.call(&name, args.unwrap_or_default())?;
        take_back(&host.lent, &name);
        Ok(answer)
    })
    .await
}

/// Starts long work, tells of it through `progress`, and answers at its end.
#[tauri::command]
pub async fn job(
    host: State<'_, Arc<Host>>,
    name: String,
    args: Option<Value>,
    id: String,
    progress: Channel<Step>,
) -> Result<Answer, Problem> {
    let host = host.inner().clone();
    aside(move || {
        let told = Told { running: host.jobs.enter(&id)?, progress, last: Mutex::new(None) };
        let answer = host.desk()?.job(&name, args.unwrap_or_default(), &told)?;
        take_back(&host.lent, &name);
        Ok(answer)
    })
    .await
}

/// Takes back the papers that were lent, after what leaves none of them outside.
fn take_back(lent: &Lent, done: &str) {
    if TAKES_BACK.contains(&done) {
        lent.sweep();
    }
}

/// Asks a job to stop; the job itself answers, with a problem that says so.
#[tauri::command]
pub fn cancel(host: State<'_, Arc<Host>>, id: String) {
    host.jobs.cancel(&id);
}

/// Asks the desk for bytes, which reach the page as an `ArrayBuffer`.
#[tauri::command]
pub async fn bytes(
    host: State<'_, Arc<Host>>,
    name: String,
    args: Option<Value>,
) -> Result<Response, Problem> {
    let host = host.inner().clone();
    aside(move || host.desk()?.bytes(&name, args.unwrap_or_default())).await.map(Response::new)
}

/// Lends a paper to the system's viewer, to be read or printed.
#[tauri::command]
pub async fn open_paper(
    app: AppHandle,
    host: State<'_, Arc<Host>>,
    name: String,
    args: Option<Value>,
) -> Result<(), Problem> {
    let host = host.inner().clone();
    aside(move || {
        let bytes = host.desk()?.bytes(&name, args.unwrap_or_default())?;
        let path = host.lent.put(&bytes).map_err(|_| {
            Problem::new(
                "paper_folder",
                "暂存文书的文件夹写不进去，磁盘可能已满；请清理后再试。",
            )
        })?;
        opener::open(&app, &path).map_err(|_| {
            Problem::new(
                "no_viewer",
                "电脑上没有能打开这份文书的程序；请先装一个 PDF 阅读器再打印。页面上有“另存”的，也可以另存到 U 盘，到别的电脑上打印。",
            )
        })
    })
    .await
}

/// The printers of this machine; none where no print service stands.
#[tauri::command]
pub async fn printers() -> Result<Vec<Printer>, Problem> {
    #[cfg(feature = "e2e")]
    if crate::scripted::records() {
        return Ok(Vec::new());
    }
    aside(|| Ok(Cups::default().printers())).await
}

/// Prints a paper and tells the number of its job.
#[tauri::command]
pub async fn print_paper(
    host: State<'_, Arc<Host>>,
    name: String,
    args: Option<Value>,
    order: Order,
) -> Result<String, Problem> {
    let host = host.inner().clone();
    aside(move || {
        let bytes = host.desk()?.bytes(&name, args.unwrap_or_default())?;
        Cups::default().print(&bytes, &order)
    })
    .await
}

/// Has an attachment laid out as a private copy and hands that to the program the system has for it. The desk
/// sweeps its copies at the lock.
#[tauri::command]
pub async fn open_file(app: AppHandle, host: State<'_, Arc<Host>>, id: String) -> Result<(), Problem> {
    let host = host.inner().clone();
    aside(move || {
        let answer = host.desk()?.job("files.open", serde_json::json!({ "id": id }), &desk::NoProgress)?;
        let path = answer.value.get("path").and_then(Value::as_str).unwrap_or_default();
        opener::open(&app, std::path::Path::new(path)).map_err(|_| {
            Problem::new(
                "no_viewer",
                "电脑上没有能打开这个附件的程序；请用“另存”保存到文件夹，再用合适的程序打开。",
            )
        })
    })
    .await
}

/// The page stands: the window may be seen.
#[tauri::command]
pub fn ready(window: WebviewWindow, host: State<'_, Arc<Host>>) {
    host.ready.store(true, Ordering::Release);
    // A window that cannot be shown has already been closed by the person.
    let _ = window.show();
    let _ = window.set_focus();
}

/// One report of a job.
#[derive(Clone, Serialize)]
pub struct Step {
    /// Pieces done.
    done: u64,
    /// Pieces in all; 0 while unknown.
    total: u64,
    /// What is being done, in Chinese.
    label: String,
}

/// Carries a job's reports to the page, no faster than it can show them.
struct Told<'a> {
    running: Running<'a>,
    progress: Channel<Step>,
    last: Mutex<Option<Instant>>,
}

impl Progress for Told<'_> {
    fn report(&self, done: u64, total: u64, label: &str) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if done < total && last.is_some_and(|it| it.elapsed() < BETWEEN_REPORTS) {
            return;
        }
        *last = Some(Instant::now());
        // A page that has gone away does not stop the work.
        let _ = self.progress.send(Step { done, total, label: label.to_owned() });
    }

    fn cancelled(&self) -> bool {
        self.running.cancelled()
    }
}

/// Runs work on a blocking thread.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(Problem::new(
            "internal",
            "程序内部出了错，这一步没有做成，已经记下的都在；请再试一次，仍不行就关掉程序重新打开。",
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_problem_that_quotes_nothing() {
        let outcome = tauri::async_runtime::block_on(aside::<()>(|| panic!("王小明 11010119900307")));
        let problem = outcome.unwrap_err();
        assert_eq!(problem.code, "internal");
        assert!(!problem.message.contains("王小明"), "a panic's words may be personal data");
    }

    #[test]
    fn the_lock_and_a_purge_leave_no_paper_with_a_viewer() {
        let folder = tempfile::tempdir().unwrap();
        let lent = Lent::under(folder.path());
        for name in TAKES_BACK {
            assert!(desk::commands().iter().any(|command| command.name == name), "{name} is a command");
            let path = lent.put(b"%PDF-1.4").unwrap();
            take_back(&lent, "trash.list");
            assert!(path.exists(), "what is read stays with its reader");
            take_back(&lent, name);
            assert!(!path.exists(), "{name}");
        }
    }
}
