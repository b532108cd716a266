//! Where the program's own files lie: told by option or environment, beside the program, or in the
//! checkout it was built in.

use std::path::{Path, PathBuf};

use desk::Problem;

fn holds_assets(folder: &Path) -> bool {
    folder.join("law").is_dir() && folder.join("papers").is_dir()
}

/// The folder with `law`, `calendar`, `papers`, `fonts`, `demo`.
pub fn find(told: Option<&Path>) -> Result<PathBuf, Problem> {
    let told = told.map(Path::to_owned).or_else(|| std::env::var_os("GONGHUI_ASSETS").map(PathBuf::from));
    if let Some(folder) = told {
        return if holds_assets(&folder) { Ok(folder) } else { Err(missing()) };
    }
    let program = std::env::current_exe().map_err(|_| missing())?;
    program
        .ancestors()
        .flat_map(|folder| [folder.join("assets"), folder.join("share/gonghui-desk/assets")])
        .find(|folder| holds_assets(folder))
        .ok_or_else(missing)
}

fn missing() -> Problem {
    Problem::new("assets", "找不到程序自带的资料（assets 文件夹），请重新安装，或用 --assets 指明位置。")
}
