//! What faces are used for, and which of them a glyph comes from.

/// What a face is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 仿宋, the body.
    Fangsong,
    /// 楷体, second headings and names.
    Kai,
    /// 黑体, first headings and labels.
    Hei,
    /// 小标宋, titles and red headers.
    Title,
    /// Light Song: characters the role lacks, and page numbers.
    Fallback,
    /// 生僻字: characters that no bundled face of text has. Only the machine's own; the program brings none.
    Rare,
}

/// How many roles have a face that comes with the program: the first ones.
pub(super) const BUNDLED: usize = 5;

impl Role {
    /// All roles; the position is the face's number in a page.
    pub const ALL: [Role; 6] =
        [Role::Fangsong, Role::Kai, Role::Hei, Role::Title, Role::Fallback, Role::Rare];

    /// Position in [`Role::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Role::Fangsong => 0,
            Role::Kai => 1,
            Role::Hei => 2,
            Role::Title => 3,
            Role::Fallback => 4,
            Role::Rare => 5,
        }
    }

    /// The role whose bundled face serves it: rare characters come from 楷体 as far as that has them.
    pub(super) fn bundled(self) -> usize {
        if self == Role::Rare { Role::Kai.index() } else { self.index() }
    }
}

/// The file a glyph comes from: a role's bundled face, or the standard's own on the user's machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId {
    /// What it is used for.
    pub role: Role,
    /// Whether it is the machine's own.
    pub installed: bool,
}

impl FaceId {
    /// How many there can be.
    pub(crate) const COUNT: usize = 2 * Role::ALL.len();

    /// The face that comes with the program.
    #[must_use]
    pub fn bundled(role: Role) -> FaceId {
        FaceId { role, installed: false }
    }

    /// The machine's own face.
    #[must_use]
    pub fn installed(role: Role) -> FaceId {
        FaceId { role, installed: true }
    }

    /// Its number in a PDF: the bundled ones first.
    #[must_use]
    pub fn index(self) -> usize {
        self.role.index() + if self.installed { Role::ALL.len() } else { 0 }
    }

    /// All of them, by number.
    pub(crate) fn all() -> impl Iterator<Item = FaceId> {
        Role::ALL.map(FaceId::bundled).into_iter().chain(Role::ALL.map(FaceId::installed))
    }
}
