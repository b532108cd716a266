//! Papers lent to another program to be read or printed: a private folder that only this user can enter,
//! emptied when the ledger locks, when something is erased by law, when the program ends and when it starts.
//! Papers to keep are saved elsewhere.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rand::RngCore;

/// The private folder.
pub struct Lent {
    folder: PathBuf,
}

impl Lent {
    /// The folder under `base`: the runtime folder (memory, gone at log-out) or the cache folder.
    #[must_use]
    pub fn under(base: &Path) -> Self {
        Lent { folder: base.join("gonghui-desk-papers") }
    }

    /// Writes a paper into the folder and tells where. The name says nothing of the content, because viewers
    /// and print queues show and keep it.
    ///
    /// # Errors
    /// When the folder or the file cannot be made.
    pub fn put(&self, bytes: &[u8]) -> io::Result<PathBuf> {
        self.make()?;
        let mut tail = [0_u8; 4];
        rand::rng().fill_bytes(&mut tail);
        let path = self.folder.join(format!("gonghui-{}.{}", hex::encode(tail), extension(bytes)));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path)?.write_all(bytes)?;
        Ok(path)
    }

    /// Removes every lent paper. What another program still holds open stays readable to it alone.
    pub fn sweep(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }

    fn make(&self) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.folder)?;
        // A folder that was there before may have been opened to others: close it.
        #[cfg(unix)]
        fs::set_permissions(&self.folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
        Ok(())
    }
}

/// What the file is, by its content: the system chooses the viewer by the name's end.
fn extension(bytes: &[u8]) -> &'static str {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|it| it == part);
    if bytes.starts_with(b"%PDF") {
        "pdf"
    } else if bytes.starts_with(b"PK") {
        if holds(b"word/") {
            "docx"
        } else {
            "xlsx"
        }
    } else {
        "txt"
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn only_the_owner_can_enter_the_folder_and_read_a_paper() {
        let base = tempfile::tempdir().unwrap();
        let lent = Lent::under(base.path());
        let path = lent.put(b"%PDF-1.4").unwrap();
        let mode = |it: &Path| fs::metadata(it).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn a_folder_left_open_to_others_is_closed_before_a_paper_goes_in() {
        let base = tempfile::tempdir().unwrap();
        let folder = base.path().join("gonghui-desk-papers");
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        Lent::under(base.path()).put(b"%PDF-1.4").unwrap();
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn sweeping_leaves_nothing_and_can_be_done_twice() {
        let base = tempfile::tempdir().unwrap();
        let lent = Lent::under(base.path());
        let path = lent.put(b"%PDF-1.4").unwrap();
        lent.sweep();
        lent.sweep();
        assert!(!path.exists());
        assert!(lent.put(b"%PDF-1.4").unwrap().exists(), "the folder comes back when needed");
    }

    #[test]
    fn the_name_ends_as_the_content_asks() {
        assert_eq!(extension(b"%PDF-1.4 ..."), "pdf");
        assert_eq!(extension(b"PK\x03\x04....word/document.xml"), "docx");
        assert_eq!(extension(b"PK\x03\x04....xl/workbook.xml"), "xlsx");
        assert_eq!(extension("纪要".as_bytes()), "txt");
    }
}
