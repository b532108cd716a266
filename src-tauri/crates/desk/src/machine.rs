//! What is set for this machine and not for a ledger: a printer and a font file stand on one laptop and not on the
//! next. A small file in the home, with no personal data.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use affairs::Problem;
use paper::{ChosenFace, Role};
use serde::{Deserialize, Serialize};

use crate::home;

/// The settings of the machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Machine {
    /// The printer last printed on.
    pub printer: Option<String>,
    /// Whether it was printed on both sides.
    pub both_sides: bool,
    /// The font files chosen for the roles of a paper, by [`KEYS`].
    pub faces: BTreeMap<String, FontFile>,
}

/// A font file of this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FontFile {
    /// Where it lies.
    pub file: PathBuf,
    /// Its number in a collection.
    pub index: u32,
}

/// How the roles a face can be chosen for are called in the file.
pub(crate) const KEYS: [(&str, Role); 5] = [
    ("title", Role::Title),
    ("fangsong", Role::Fangsong),
    ("kai", Role::Kai),
    ("hei", Role::Hei),
    ("rare", Role::Rare),
];

impl Machine {
    /// The chosen faces, as papers take them.
    pub fn chosen(&self) -> Vec<ChosenFace> {
        let chosen = |(key, role): (&str, Role)| {
            let FontFile { file, index } = self.faces.get(key)?.clone();
            Some(ChosenFace { role, file, index })
        };
        KEYS.into_iter().filter_map(chosen).collect()
    }
}

const FILE: &str = "machine.json";

/// The settings. An unreadable file is as good as none: everything has a value of its own.
pub(crate) fn read(home: &Path) -> Machine {
    home::read(home, FILE)
}

/// Keeps what `change` makes of the settings.
///
/// # Errors
/// `unwritable` when the home cannot be written.
pub(crate) fn change(home: &Path, change: impl FnOnce(&mut Machine)) -> Result<(), Problem> {
    let mut machine = read(home);
    change(&mut machine);
    home::keep(home, FILE, &machine, "这台电脑的设置")
}
