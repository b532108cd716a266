//! The faces a person chose, before those that are found by themselves, and what each role is printed with now. A choice that
//! cannot be used any more is no error of a paper: the role falls back to what is found by itself, and `uses` says why.

use std::path::PathBuf;

use super::Faces;
use super::installed::{self, ChosenFace, FontPlaces};
use super::looked::{FaceRefusal, LookedFace, looked};
use super::role::Role;

/// Where the face of a role comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaceOrigin {
    /// A person chose it.
    Chosen,
    /// It bears a name of the standard and was found by itself.
    Found,
    /// It comes with the program.
    Bundled,
}

/// The face a role is printed with now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaceUse {
    /// The role.
    pub role: Role,
    /// The face's family.
    pub family: String,
    /// Its file, if it is the machine's.
    pub file: Option<PathBuf>,
    /// Where it comes from.
    pub origin: FaceOrigin,
    /// The chosen file that cannot be used, and why.
    pub refused: Option<(PathBuf, FaceRefusal)>,
}

/// The faces of these places that hold Chinese, common or rare, by family name. Reads every font file: seconds on a machine
/// with many.
#[must_use]
pub fn chinese_faces(places: &FontPlaces) -> Vec<LookedFace> {
    let mut found = looked(&installed::database(places), |one| one.for_text() || one.rare > 0);
    found.sort_by(|a, b| (&a.family, &a.file, a.index).cmp(&(&b.family, &b.file, b.index)));
    found.dedup_by(|a, b| a.family == b.family);
    found
}

impl Faces {
    /// Prefers the faces a person chose, each before what is found by itself.
    #[must_use]
    pub fn with_chosen(self, chosen: Vec<ChosenFace>) -> Faces {
        Faces { installed: self.installed.with_chosen(chosen), ..self }
    }

    /// The faces the four named roles and rare characters are printed with now; searches for them when no paper has yet.
    #[must_use]
    pub fn uses(&self) -> Vec<FaceUse> {
        let named = Role::ALL.into_iter().filter(|role| *role != Role::Fallback);
        named.map(|role| self.used_for(role)).collect()
    }

    fn used_for(&self, role: Role) -> FaceUse {
        let refused = self.installed.refused(role);
        match self.installed.face(role) {
            Some(loaded) => FaceUse {
                role,
                family: loaded.face.family.clone(),
                file: Some(loaded.face.file.clone()),
                origin: if loaded.chosen { FaceOrigin::Chosen } else { FaceOrigin::Found },
                refused,
            },
            None => {
                let family = self.entries[role.bundled()].name.clone();
                FaceUse { role, family, file: None, origin: FaceOrigin::Bundled, refused }
            }
        }
    }
}
