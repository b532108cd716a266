//! The host's own log: where something broke and when, for a person who asks for help. Never what was being
//! written: a panic's own words may quote a name or an ID number, so only its place in the source is kept.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::contract;

const NAME: &str = "gonghui-desk.log";
/// A log nobody reads must not grow for ever: past this many bytes it starts anew.
const LIMIT: u64 = 256 * 1024;

/// Where the log is kept.
pub struct Journal {
    file: PathBuf,
}

impl Journal {
    /// A log in `folder`, which is made when missing.
    #[must_use]
    pub fn open(folder: &Path) -> Self {
        let file = folder.join(NAME);
        // A log that cannot be kept must not stop the program: every failure here ends in silence.
        let _ = fs::create_dir_all(folder);
        if fs::metadata(&file).is_ok_and(|it| it.len() > LIMIT) {
            let _ = File::create(&file);
        }
        Journal { file }
    }

    /// Adds one line. `what` must be free of personal data.
    pub fn note(&self, what: &str) {
        let now = contract::now();
        if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(&self.file) {
            let _ = writeln!(file, "{now} {what}");
        }
    }

    /// From now on a panic leaves its place in the log and nothing else anywhere.
    pub fn catch_panics(self) {
        std::panic::set_hook(Box::new(move |info| {
            let place = info.location().map_or_else(|| "?".to_owned(), ToString::to_string);
            self.note(&format!("panic at {place}"));
            eprintln!("程序内部出错，位置：{place}");
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_carries_its_time_and_words() {
        let folder = tempfile::tempdir().unwrap();
        Journal::open(folder.path()).note("started");
        let text = fs::read_to_string(folder.path().join(NAME)).unwrap();
        assert!(text.ends_with(" started\n"), "{text}");
        assert!(text.starts_with("20"), "the line begins with its date: {text}");
    }

    #[test]
    fn a_log_past_its_limit_starts_anew() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(NAME);
        fs::write(&file, vec![b'x'; usize::try_from(LIMIT).unwrap() + 1]).unwrap();
        Journal::open(folder.path()).note("anew");
        assert!(fs::metadata(&file).unwrap().len() < 100);
    }
}
