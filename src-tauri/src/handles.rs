//! Files the person chose, as tokens: the page holds a token and a name, never a path.
//! Tokens come from here only, after a dialog or a drop, and live as long as the window.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rand::RngCore;
use serde::Serialize;

use crate::contract::{Paths, Problem};

/// A chosen file as the page sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picked {
    /// Random token; means something in this run of the program only.
    pub handle: String,
    /// The last part of the path, to show to the person.
    pub name: String,
}

/// The table of tokens.
#[derive(Default)]
pub struct Handles {
    table: Mutex<HashMap<String, PathBuf>>,
}

impl Handles {
    /// Gives a path a token. The same path chosen twice gets two.
    pub fn give(&self, path: &Path) -> Picked {
        let mut token = [0_u8; 16];
        rand::rng().fill_bytes(&mut token);
        let handle = hex::encode(token);
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        self.table.lock().unwrap_or_else(PoisonError::into_inner).insert(handle.clone(), path.to_owned());
        Picked { handle, name }
    }
}

impl Paths for Handles {
    fn resolve(&self, handle: &str) -> Result<PathBuf, Problem> {
        let table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        table.get(handle).cloned().ok_or_else(|| {
            Problem::new("file_handle", "这个文件是上一次打开程序时选的，现在认不出了；请重新选择文件。")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_leads_back_to_its_path_and_shows_only_the_name() {
        let handles = Handles::default();
        let path = Path::new("/home/chair/文档/花名册.xlsx");
        let picked = handles.give(path);
        assert_eq!(picked.name, "花名册.xlsx");
        assert!(!picked.handle.contains("chair"), "a token must not tell the path");
        assert_eq!(handles.resolve(&picked.handle).unwrap(), path);
    }

    #[test]
    fn a_path_typed_by_a_page_is_no_token() {
        let handles = Handles::default();
        handles.give(Path::new("/etc/hostname"));
        assert_eq!(handles.resolve("/etc/hostname").unwrap_err().code, "file_handle");
    }

    #[test]
    fn tokens_do_not_repeat() {
        let handles = Handles::default();
        let path = Path::new("/a");
        assert_ne!(handles.give(path).handle, handles.give(path).handle);
    }
}
