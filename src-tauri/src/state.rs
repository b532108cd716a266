//! What lives as long as the window: the desk, the chosen files, the running jobs, the lent papers.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde_json::Value;

use crate::contract::{self, Desk, Problem};
use crate::handles::Handles;
use crate::papers::Lent;

/// The folders the program works with.
pub struct Places {
    /// Law packs, calendars, papers, faces; `None` when the installation is damaged.
    pub assets: Option<PathBuf>,
    /// Where ledgers live by default.
    pub home: PathBuf,
}

/// The host's state, one in the program.
pub struct Host {
    desk: OnceLock<Result<Desk, Problem>>,
    places: Places,
    /// Files chosen through a dialog or a drop.
    pub handles: Arc<Handles>,
    /// Jobs that can be cancelled.
    pub jobs: Jobs,
    /// Papers lent to a viewer.
    pub lent: Lent,
    /// Whether the page has said that it stands.
    pub ready: AtomicBool,
}

impl Host {
    /// A host whose desk is opened when first asked for.
    #[must_use]
    pub fn new(places: Places, lent: Lent) -> Self {
        Host {
            desk: OnceLock::new(),
            places,
            handles: Arc::default(),
            jobs: Jobs::default(),
            lent,
            ready: AtomicBool::new(false),
        }
    }

    /// The desk. The first caller opens it, the others wait for that.
    ///
    /// # Errors
    /// What kept the desk from opening, the same for every caller.
    pub fn desk(&self) -> Result<&Desk, Problem> {
        self.desk.get_or_init(|| self.open()).as_ref().map_err(Clone::clone)
    }

    /// Whether a ledger is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let status =
            self.desk.get().and_then(|desk| desk.as_ref().ok()?.call("ledger.status", Value::Null).ok());
        status.is_some_and(|answer| !answer.value["open"].is_null())
    }

    /// Locks the ledger without the page, at the end of the program or before sleep, and takes back what was
    /// lent.
    pub fn lock(&self) {
        if let Some(Ok(desk)) = self.desk.get() {
            // Nobody is there to be told.
            let _ = desk.call("ledger.lock", Value::Null);
        }
        self.lent.sweep();
    }

    fn open(&self) -> Result<Desk, Problem> {
        let Some(assets) = self.places.assets.clone() else {
            return Err(Problem::new(
                "assets_missing",
                "没有找到程序自带的法规和字体（assets 文件夹），安装可能不完整；请重新安装，账本不受影响。",
            ));
        };
        contract::open_desk(assets, self.places.home.clone(), self.handles.clone())
    }
}

/// Running jobs by the id the page gave them.
#[derive(Default)]
pub struct Jobs {
    running: Mutex<HashMap<String, Arc<AtomicBool>>>,
}

impl Jobs {
    /// Enters a job. It leaves the table when the answer is dropped.
    ///
    /// # Errors
    /// When a job of that id is running: the page would cancel the wrong one.
    pub fn enter(&self, id: &str) -> Result<Running<'_>, Problem> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.contains_key(id) {
            return Err(Problem::new("job_running", "这件事正在做，请等它做完，或先取消。"));
        }
        let stop = Arc::new(AtomicBool::new(false));
        running.insert(id.to_owned(), stop.clone());
        Ok(Running { jobs: self, id: id.to_owned(), stop })
    }

    /// Asks a job to stop. A job that has just ended is no mistake.
    pub fn cancel(&self, id: &str) {
        if let Some(stop) = self.running.lock().unwrap_or_else(PoisonError::into_inner).get(id) {
            stop.store(true, Ordering::Relaxed);
        }
    }
}

/// A job in the table.
pub struct Running<'a> {
    jobs: &'a Jobs,
    id: String,
    stop: Arc<AtomicBool>,
}

impl Running<'_> {
    /// Whether someone asked it to stop.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.jobs.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_cancelled_by_its_id_alone() {
        let jobs = Jobs::default();
        let (one, two) = (jobs.enter("one").unwrap(), jobs.enter("two").unwrap());
        jobs.cancel("one");
        jobs.cancel("never started");
        assert!(one.cancelled() && !two.cancelled());
    }

    #[test]
    fn an_id_is_free_again_when_its_job_has_ended() {
        let jobs = Jobs::default();
        let running = jobs.enter("import").unwrap();
        assert_eq!(jobs.enter("import").err().map(|it| it.code).as_deref(), Some("job_running"));
        drop(running);
        assert!(!jobs.enter("import").unwrap().cancelled(), "the next job must not inherit a cancel");
    }

    #[test]
    fn a_damaged_installation_is_told_and_does_not_end_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { assets: None, home: folder.path().to_owned() };
        let host = Host::new(places, Lent::under(folder.path()));
        assert_eq!(host.desk().err().map(|it| it.code).as_deref(), Some("assets_missing"));
    }
}
