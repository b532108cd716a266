//! The small files of the home: what is set or known on this machine, before and beside any ledger. Each is read whole and written
//! whole; what stands in it, whoever keeps it knows.

use std::path::Path;

use affairs::Problem;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a file of the home says. One that cannot be read is as good as none.
pub(crate) fn read<T: DeserializeOwned + Default>(home: &Path, name: &str) -> T {
    let kept = std::fs::read(home.join(name)).ok();
    kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Keeps a file of the home, whole or as it was; `what` calls it in a sentence.
///
/// # Errors
/// `unwritable` when the home cannot be written.
pub(crate) fn keep<T: Serialize>(home: &Path, name: &str, value: &T, what: &str) -> Result<(), Problem> {
    let trouble = |_| {
        let message = format!("记不下{what}：程序的数据文件夹不可写，请检查磁盘空间和权限。");
        Problem::new("unwritable", message)
    };
    let text = serde_json::to_vec_pretty(value)
        .map_err(|_| Problem::new("internal", format!("{what}无法写成文字。")))?;
    std::fs::create_dir_all(home).map_err(trouble)?;
    let temp = home.join(format!("{name}.new"));
    std::fs::write(&temp, text).map_err(trouble)?;
    std::fs::rename(&temp, home.join(name)).map_err(trouble)
}

/// Forgets a file of the home. One that cannot go now is read again, and says nothing that would be wrong.
pub(crate) fn forget(home: &Path, name: &str) {
    let _ = std::fs::remove_file(home.join(name));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_whole_and_one_that_cannot_be_read_is_none() {
        let room = tempfile::TempDir::new().unwrap();
        let home = room.path().join("家");
        assert_eq!(read::<Vec<u32>>(&home, "list.json"), [0; 0], "no home yet");
        keep(&home, "list.json", &[1, 2], "列表").unwrap();
        assert_eq!(read::<Vec<u32>>(&home, "list.json"), [1, 2]);
        assert!(!home.join("list.json.new").exists());
        std::fs::write(home.join("list.json"), "[1,").unwrap();
        assert_eq!(read::<Vec<u32>>(&home, "list.json"), [0; 0]);
        forget(&home, "list.json");
        assert!(!home.join("list.json").exists());
        std::fs::write(home.join("closed"), "").unwrap();
        let why = keep(&home.join("closed"), "list.json", &[1, 2], "最近打开的账本").unwrap_err();
        assert_eq!(why.code, "unwritable");
        assert!(why.message.starts_with("记不下最近打开的账本："), "{}", why.message);
    }
}
