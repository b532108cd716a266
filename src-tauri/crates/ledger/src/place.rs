//! Which places belong to a ledger, so that nothing else is ever written there: its folder with all below it,
//! and the folder of its copies outside. Who writes elsewhere, and in which words it is refused, is not here.

use std::path::{Path, PathBuf};

use crate::folder::Folder;

/// Says whose copies stand in a folder.
pub(crate) const MARK: &str = "ledger-id";

/// What makes up a folder of copies; another file beside it does no harm.
const COPIES: [&str; 3] = ["backups", "files", MARK];

/// Whether a path is, or lies in, the folder of any ledger, or in what makes up copies of one. The path need not exist; links are followed, for what is named last is
/// what would be written.
pub fn belongs_to_ledger(path: &Path) -> bool {
    ways(path).iter().any(|way| {
        way.ancestors().any(|dir| {
            let copies = || {
                let inside = way.strip_prefix(dir).unwrap_or(Path::new(""));
                dir.join(MARK).is_file() && COPIES.iter().any(|part| inside.starts_with(part))
            };
            Folder::new(dir).database().is_file() || copies()
        })
    })
}

/// Whether a path is, or lies in, the folder of any ledger: no home for a copy either.
pub fn inside_ledger(path: &Path) -> bool {
    ways(path).iter().flat_map(|way| way.ancestors()).any(|dir| Folder::new(dir).database().is_file())
}

/// Where a path leads: the name itself in its folder, which a rename would replace, and what it links to.
fn ways(path: &Path) -> Vec<PathBuf> {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut ways = Vec::with_capacity(2);
    if let (Some(parent), Some(name)) = (whole.parent(), whole.file_name()) {
        ways.push(real(parent).join(name));
    }
    ways.push(real(&whole));
    ways
}

/// The path with every link followed, as far as it exists.
fn real(path: &Path) -> PathBuf {
    path.ancestors()
        .find_map(|dir| {
            let rest = path.strip_prefix(dir).ok()?;
            let found = dir.canonicalize().ok()?;
            Some(if rest.as_os_str().is_empty() { found } else { found.join(rest) })
        })
        .unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_ledger_owns_all_that_lies_in_its_folder_and_in_that_of_its_copies() {
        let room = tempfile::TempDir::new().unwrap();
        let at = |name: &str| room.path().join(name);
        for dir in ["账本/backups/一", "备份/backups", "备份/files", "文件"] {
            fs::create_dir_all(at(dir)).unwrap();
        }
        for file in ["账本/ledger.db", "账本/keys.json", "备份/ledger-id", "文件/名单.xlsx"] {
            fs::write(at(file), "x").unwrap();
        }
        for held in
            ["账本", "账本/ledger.db", "账本/新.pdf", "账本/backups/一/新.pdf", "文件/../账本/keys.json"]
        {
            assert!(belongs_to_ledger(&at(held)) && inside_ledger(&at(held)), "{held}");
        }
        for held in ["备份/files/新.pdf", "备份/ledger-id"] {
            assert!(belongs_to_ledger(&at(held)) && !inside_ledger(&at(held)), "{held}");
        }
        for free in [
            "文件/名单.xlsx",
            "文件/新.xlsx",
            "备份/移交清册.pdf",
            "没有/新.pdf",
            "账本.pdf",
            "账本2/ledger.db",
        ] {
            assert!(!belongs_to_ledger(&at(free)), "{free}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_no_way_around() {
        let room = tempfile::TempDir::new().unwrap();
        let at = |name: &str| room.path().join(name);
        fs::create_dir_all(at("账本/files")).unwrap();
        fs::create_dir(at("文件")).unwrap();
        fs::write(at("账本/ledger.db"), "x").unwrap();
        fs::write(at("文件/纪要.pdf"), "x").unwrap();
        let link = |to: &str, name: &str| std::os::unix::fs::symlink(at(to), at(name)).unwrap();
        link("账本/files", "文件/附件");
        link("账本/ledger.db", "文件/库.pdf");
        link("文件/纪要.pdf", "账本/纪要.pdf");
        for held in ["文件/附件/新.pdf", "文件/库.pdf", "账本/纪要.pdf"] {
            assert!(belongs_to_ledger(&at(held)), "{held}");
        }
    }
}
