//! What the program finds around it before a window exists: switches, environment, a screen, its folders.
//! Nothing here knows Tauri.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Switch {
    /// Open the window.
    Open,
    /// Open the window and keep away from the graphics card.
    OpenSafely,
    /// Say what the switches are.
    Help,
    /// Say the version.
    Version,
    /// A word nobody knows.
    Unknown(String),
}

/// Reads the words after the program's name.
pub fn switch(words: impl Iterator<Item = OsString>) -> Switch {
    let mut found = Switch::Open;
    for word in words {
        found = match word.to_str() {
            Some("--safe-graphics") => Switch::OpenSafely,
            Some("--help" | "-h") => return Switch::Help,
            Some("--version" | "-V") => return Switch::Version,
            _ => return Switch::Unknown(word.to_string_lossy().into_owned()),
        };
    }
    found
}

/// Sets what WebKitGTK and GTK read at their start, never over the person's own choice.
///
/// Without a graphics card the DMABUF renderer scrolls a long list at 9–16 pictures a second instead of 52–60,
/// and on some drivers it shows an empty window. `LANGUAGE` gives Chinese file dialogs under any locale.
/// To be called first thing in `main`, while the program has one thread.
pub fn prepare(safe_graphics: bool) {
    if !cfg!(target_os = "linux") {
        return;
    }
    let mut wanted = vec![("WEBKIT_DISABLE_DMABUF_RENDERER", "1"), ("LANGUAGE", "zh_CN")];
    if safe_graphics {
        wanted.push(("WEBKIT_DISABLE_COMPOSITING_MODE", "1"));
        wanted.push(("LIBGL_ALWAYS_SOFTWARE", "1"));
    }
    for (name, value) in wanted {
        if env::var_os(name).is_none() {
            env::set_var(name, value);
        }
    }
}

/// Whether a window can be shown. Asked before Tauri, which would end in a panic.
#[must_use]
pub fn has_screen() -> bool {
    #[cfg(target_os = "linux")]
    return gtk::init().is_ok();
    #[cfg(not(target_os = "linux"))]
    return true;
}

/// Where ledgers live unless the person says otherwise: `GONGHUI_HOME`, else a folder of our own beside
/// (never inside) the one in which the web view keeps its caches.
#[must_use]
pub fn home(data_dir: &Path) -> PathBuf {
    env::var_os("GONGHUI_HOME").map_or_else(|| data_dir.join("gonghui-desk").join("ledgers"), PathBuf::from)
}

/// The folder of law packs, calendars, papers and faces: `GONGHUI_ASSETS`, else the installed resources, else
/// the nearest folder above the program that holds them (a build inside the source tree).
#[must_use]
pub fn assets(resources: Option<&Path>, program: Option<&Path>) -> Option<PathBuf> {
    if let Some(named) = env::var_os("GONGHUI_ASSETS") {
        return Some(PathBuf::from(named));
    }
    let above = program.into_iter().flat_map(Path::ancestors).skip(1);
    resources.into_iter().chain(above).map(|folder| folder.join("assets")).find(|it| it.join("law").is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Switch {
        switch(words.iter().map(OsString::from))
    }

    #[test]
    fn switches_are_few_and_an_unknown_word_is_named() {
        assert_eq!(read(&[]), Switch::Open);
        assert_eq!(read(&["--safe-graphics"]), Switch::OpenSafely);
        assert_eq!(read(&["--help"]), Switch::Help);
        assert_eq!(read(&["--version"]), Switch::Version);
        assert_eq!(read(&["--safe-graphics", "账本"]), Switch::Unknown("账本".to_owned()));
    }

    #[test]
    fn assets_are_found_above_the_program_and_only_with_law_in_them() {
        let root = tempfile::tempdir().unwrap();
        let program = root.path().join("target/debug/gonghui-desk");
        std::fs::create_dir_all(program.parent().unwrap().join("assets")).unwrap();
        assert_eq!(assets(None, Some(&program)), None, "a folder without law packs is not the one");
        std::fs::create_dir_all(root.path().join("assets/law")).unwrap();
        assert_eq!(assets(None, Some(&program)), Some(root.path().join("assets")));
    }

    #[test]
    fn installed_resources_come_before_the_source_tree() {
        let root = tempfile::tempdir().unwrap();
        let installed = root.path().join("usr/lib/gonghui-desk");
        std::fs::create_dir_all(installed.join("assets/law")).unwrap();
        std::fs::create_dir_all(root.path().join("assets/law")).unwrap();
        let program = root.path().join("bin/gonghui-desk");
        assert_eq!(assets(Some(&installed), Some(&program)), Some(installed.join("assets")));
    }
}
