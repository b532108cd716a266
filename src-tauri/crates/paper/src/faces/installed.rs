//! The standard's own faces on the user's machine: looked for by family name, taken only when their maker allows embedding
//! and they can be cut. Nothing is searched before a paper first needs it; nothing is ever copied out of the machine.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use fontdb::{Database, Source};

use super::file::FaceFile;
use super::looked::{FaceRefusal, look_at_faces, trial};
use super::role::Role;

/// Where the standard's own faces may be looked for. Part of the setting of a print: the same places with the same files
/// give the same bytes.
#[derive(Debug, Clone, Default)]
pub enum FontPlaces {
    /// Nowhere: bundled faces only. Scripts and tests print with these, so that every machine gives the same file.
    #[default]
    None,
    /// These folders and what lies under them.
    Folders(Vec<PathBuf>),
    /// The system's font folders, the user's own, and those of WPS.
    System,
}

/// A face file that stands for a role on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFace {
    /// What it is used for.
    pub role: Role,
    /// Its file.
    pub file: PathBuf,
    /// Its number in the file; a collection holds several.
    pub index: u32,
}

/// A face of the standard that was found and may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstalledFace {
    /// What it is used for.
    pub role: Role,
    /// Its family name, as the list of the standard's faces has it.
    pub family: String,
    /// Its file.
    pub file: PathBuf,
}

/// Family names by role, the first is the best. The faces GB/T 9704—2012 names (小标宋, 仿宋, 楷体, 黑体) under the names
/// that Windows, 方正 and WPS give them; blanks, hyphens, underscores and case do not count.
const FAMILIES: [(Role, &[&str]); 5] = [
    (Role::Title, &["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"]),
    (
        Role::Fangsong,
        &["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GB2312", "方正仿宋_GBK"],
    ),
    (Role::Kai, &["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GB2312", "方正楷体_GBK"]),
    (Role::Hei, &["黑体", "SimHei", "方正黑体_GBK"]),
    // Not of the standard: faces made for the characters beyond the first 65,536. Song forms of the mainland come first.
    (
        Role::Rare,
        &[
            "SimSun-ExtB",
            "宋体-ExtB",
            "BabelStone Han",
            "TW-Sung-Ext-B",
            "全字库正宋体 Ext-B",
            "HanaMinB",
            "花園明朝B",
            "HanaMinA",
            "花園明朝A",
        ],
    ),
];

/// A file that bears one of the names.
#[derive(Debug, Clone)]
struct Candidate {
    family: &'static str,
    post_script: String,
    file: PathBuf,
    index: u32,
}

/// A face that may be used.
#[derive(Debug)]
pub(super) struct Loaded {
    pub face: InstalledFace,
    pub file: FaceFile,
    /// As it stands in the PDF.
    pub name: String,
    /// Whether a person chose it.
    pub chosen: bool,
}

/// The search and what it found; each done once.
#[derive(Debug, Default)]
pub(super) struct Installed {
    places: FontPlaces,
    chosen: Vec<ChosenFace>,
    candidates: OnceLock<Vec<(Role, Candidate)>>,
    loaded: [OnceLock<Option<Loaded>>; Role::ALL.len()],
}

impl Installed {
    pub fn new(places: FontPlaces) -> Installed {
        Installed { places, ..Installed::default() }
    }

    /// The same places with a person's choices before them; nothing has been searched yet.
    pub fn with_chosen(self, chosen: Vec<ChosenFace>) -> Installed {
        Installed { places: self.places, chosen, ..Installed::default() }
    }

    /// The chosen file of a role that cannot be used.
    pub fn refused(&self, role: Role) -> Option<(PathBuf, FaceRefusal)> {
        let chosen = self.chosen.iter().find(|one| one.role == role)?;
        Some((chosen.file.clone(), read_chosen(chosen).err()?))
    }

    /// The face of a role, if one was chosen or is installed, and may be used.
    pub fn face(&self, role: Role) -> Option<&Loaded> {
        if matches!(self.places, FontPlaces::None) && self.chosen.is_empty() {
            return None;
        }
        let load = || {
            let chosen = self.chosen.iter().find(|one| one.role == role);
            if let Some(loaded) = chosen.and_then(|one| read_chosen(one).ok()) {
                return Some(loaded);
            }
            let all = self.candidates.get_or_init(|| search(&self.places));
            all.iter().filter(|(r, _)| *r == role).find_map(|(_, c)| read(role, c))
        };
        self.loaded[role.index()].get_or_init(load).as_ref()
    }
}

/// Every face of these places. Only headers and names are read, through the page cache.
pub(super) fn database(places: &FontPlaces) -> Database {
    let mut fonts = Database::new();
    match places {
        FontPlaces::None => {}
        FontPlaces::Folders(folders) => folders.iter().for_each(|folder| fonts.load_fonts_dir(folder)),
        FontPlaces::System => {
            fonts.load_system_fonts();
            office_folders().iter().for_each(|folder| fonts.load_fonts_dir(folder));
        }
    }
    fonts
}

/// Every file with a wanted name, best names first.
fn search(places: &FontPlaces) -> Vec<(Role, Candidate)> {
    let fonts = database(places);
    let mut found = Vec::new();
    for info in fonts.faces() {
        let Source::File(file) = &info.source else { continue };
        let names = info.families.iter().map(|(name, _)| name).chain([&info.post_script_name]);
        let names: Vec<String> = names.map(|name| plain(name)).collect();
        for (role, families) in FAMILIES {
            let best = families.iter().enumerate().find(|(_, family)| names.contains(&plain(family)));
            if let Some((rank, family)) = best {
                let post_script = info.post_script_name.clone();
                let candidate = Candidate { family, post_script, file: file.clone(), index: info.index };
                found.push((rank, role, candidate));
            }
        }
    }
    // Two copies of a face: the same one wins whatever order the folder is read in.
    found.sort_by(|a, b| (a.0, &a.2.file, a.2.index).cmp(&(b.0, &b.2.file, b.2.index)));
    found.into_iter().map(|(_, role, candidate)| (role, candidate)).collect()
}

/// Where WPS keeps faces of its own.
fn office_folders() -> Vec<PathBuf> {
    let mut folders = vec![
        PathBuf::from("/opt/kingsoft/wps-office/office6/fonts"),
        PathBuf::from("/opt/apps/cn.wps.wps-office/files/kingsoft/wps-office/office6/fonts"),
    ];
    let under =
        |variable: &str, path: &str| std::env::var_os(variable).map(|base| Path::new(&base).join(path));
    folders.extend(under("HOME", ".kingsoft/office6/fonts"));
    folders.extend(under("HOME", ".local/share/Kingsoft/office6/fonts"));
    folders.extend(under("APPDATA", "kingsoft/office6/fonts"));
    folders.extend(under("LOCALAPPDATA", "Kingsoft/WPS Office/fonts"));
    folders
}

/// A name without what does not count.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).flat_map(char::to_lowercase).collect()
}

/// The face, unless it is broken, may not be embedded, or cannot be cut.
fn read(role: Role, candidate: &Candidate) -> Option<Loaded> {
    let file = FaceFile::open(&candidate.file, candidate.index).ok()?;
    trial(&file).ok()?;
    let name = pdf_name(role, &candidate.post_script);
    let face = InstalledFace { role, family: candidate.family.to_owned(), file: candidate.file.clone() };
    Some(Loaded { face, file, name, chosen: false })
}

/// The chosen face, or why it cannot be used.
fn read_chosen(chosen: &ChosenFace) -> Result<Loaded, FaceRefusal> {
    let looked = look_at_faces(&chosen.file);
    let looked = looked.into_iter().find(|one| one.index == chosen.index).ok_or(FaceRefusal::Unreadable)?;
    if let Some(refusal) = looked.refused_for(chosen.role) {
        return Err(refusal);
    }
    let file = FaceFile::open(&chosen.file, chosen.index).map_err(|_| FaceRefusal::Unreadable)?;
    let name = pdf_name(chosen.role, &looked.post_script);
    let face = InstalledFace { role: chosen.role, family: looked.family, file: looked.file };
    Ok(Loaded { face, file, name, chosen: true })
}

/// A face's name as a PDF may hold it.
fn pdf_name(role: Role, post_script: &str) -> String {
    let name: String = post_script.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if name.is_empty() { format!("Installed-{}", role.index()) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_what_does_not_count() {
        assert_eq!(plain("FZXiaoBiaoSong-B05S"), plain("fz xiaobiaosong_b05s"));
        assert_eq!(plain("仿宋_GB2312"), plain("仿宋 gb2312"));
        assert_ne!(
            plain("华文仿宋"),
            plain("仿宋"),
            "another face whose name holds the wanted one is not it"
        );
    }
}
