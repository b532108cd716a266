//! The faces of papers on this machine: which one each role of the standard is printed with and why, which others the
//! machine has, and the chair's choice. A font belongs to a machine: the choice is kept there and not in the ledger.
//! Papers that were issued are bytes and do not change.

use affairs::office::Filled;
use paper::{FaceOrigin, FaceRefusal, LookedFace, Role};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
use crate::commands::papers;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::machine::{self, FontFile, KEYS};
use crate::open::Reading;
use crate::progress::Progress;

/// A role a face can be chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FaceRole {
    /// 小标宋: titles and red headers.
    Title,
    /// 仿宋: the body.
    Fangsong,
    /// 楷体: second headings and names.
    Kai,
    /// 黑体: first headings and labels.
    Hei,
    /// 生僻字: characters of names that the other four lack.
    Rare,
}

impl FaceRole {
    /// Its name in the file of the machine.
    fn key(self) -> &'static str {
        match self {
            FaceRole::Title => "title",
            FaceRole::Fangsong => "fangsong",
            FaceRole::Kai => "kai",
            FaceRole::Hei => "hei",
            FaceRole::Rare => "rare",
        }
    }

    fn of(role: Role) -> Option<FaceRole> {
        Some(match role {
            Role::Title => FaceRole::Title,
            Role::Fangsong => FaceRole::Fangsong,
            Role::Kai => FaceRole::Kai,
            Role::Hei => FaceRole::Hei,
            Role::Rare => FaceRole::Rare,
            Role::Fallback => return None,
        })
    }

    /// What papers are set in it for.
    fn role(self) -> Role {
        match self {
            FaceRole::Title => Role::Title,
            FaceRole::Fangsong => Role::Fangsong,
            FaceRole::Kai => Role::Kai,
            FaceRole::Hei => Role::Hei,
            FaceRole::Rare => Role::Rare,
        }
    }

    /// What GB/T 9704—2012 calls it; rare characters are none of its.
    fn name(self) -> &'static str {
        match self {
            FaceRole::Title => "小标宋",
            FaceRole::Fangsong => "仿宋",
            FaceRole::Kai => "楷体",
            FaceRole::Hei => "黑体",
            FaceRole::Rare => "生僻字",
        }
    }
}

/// Why a role has its face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FaceWhy {
    /// It was chosen.
    Chosen,
    /// It bears a name of the standard and was found on the machine.
    Found,
    /// It comes with the program.
    Bundled,
}

/// The face a role is printed with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleFace {
    /// The role.
    pub role: FaceRole,
    /// The face's family.
    pub family: String,
    /// Why it is this one.
    pub why: FaceWhy,
    /// Whether a face was chosen, even if it cannot be used now.
    pub chosen: bool,
    /// Why the chosen one is not used, in Chinese.
    pub refused: Option<String>,
}

/// A face of this machine that holds Chinese.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MachineFace {
    /// Its family; also how it is chosen.
    pub family: String,
    /// Why it cannot be chosen, in Chinese.
    pub refused: Option<String>,
    /// How many common characters it lacks.
    pub lacks: u32,
    /// Whether text can be set in it; a face for rare characters alone holds too few others.
    pub text: bool,
    /// How many rare characters it has, such as 𠮷.
    pub rare: u32,
}

/// A choice. With neither a face nor a file the role goes back to what is found by itself.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ChooseFace {
    /// The role.
    pub role: FaceRole,
    /// A face of the machine, by its family.
    pub family: Option<String>,
    /// A font file.
    pub file: Option<FileHandle>,
}

/// The face of each role.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<RoleFace>>, Problem> {
    Ok(Outcome::of(roles(desk)))
}

fn roles(desk: &Desk) -> Vec<RoleFace> {
    let kept = machine::read(&desk.home).faces;
    let line = |used: paper::FaceUse| {
        let role = FaceRole::of(used.role)?;
        let why = match used.origin {
            FaceOrigin::Chosen => FaceWhy::Chosen,
            FaceOrigin::Found => FaceWhy::Found,
            FaceOrigin::Bundled => FaceWhy::Bundled,
        };
        let refused = used.refused.map(|(_, refusal)| sentence(&refusal, &[]));
        Some(RoleFace { role, family: used.family, why, chosen: kept.contains_key(role.key()), refused })
    };
    let mut all: Vec<RoleFace> = desk.faces().uses().into_iter().filter_map(line).collect();
    all.sort_by_key(|one| KEYS.iter().position(|(key, _)| *key == one.role.key()));
    all
}

/// The faces of the machine that hold Chinese. Reads every font file.
pub fn machine(
    desk: &Desk,
    _: &Command,
    _: Nothing,
    progress: &dyn Progress,
) -> Result<Outcome<Vec<MachineFace>>, Problem> {
    progress.report(0, 0, "正在看这台电脑上的字体");
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let line = |one: LookedFace| {
        let text = one.for_text();
        let role = if text { Role::Fangsong } else { Role::Rare };
        MachineFace {
            refused: one.refused_for(role).map(|refusal| sentence(&refusal, &one.lacks)),
            lacks: count(one.lacks.len()),
            text,
            rare: count(one.rare),
            family: one.family,
        }
    };
    Ok(Outcome::of(paper::chinese_faces(&desk.places).into_iter().map(line).collect()))
}

/// Chooses the face of a role, or gives the choice up.
///
/// Errors: `refused` with what is wrong with the face; `not_found`.
pub fn choose(desk: &Desk, args: ChooseFace) -> Result<Outcome<Done>, Problem> {
    let role = args.role.role();
    let looked = match (&args.file, &args.family) {
        (Some(handle), _) => Some(best(paper::look_at_faces(&desk.resolve(handle)?), role)?),
        (None, Some(family)) => {
            let mut all = paper::chinese_faces(&desk.places).into_iter();
            Some(all.find(|one| one.family == *family).ok_or_else(|| Problem::missing("种字体"))?)
        }
        (None, None) => None,
    };
    if let Some(one) = &looked
        && let Some(refusal) = one.refused_for(role)
    {
        return Err(Problem::new("refused", sentence(&refusal, &one.lacks)));
    }
    if looked.as_ref().is_some_and(|one| !paper::face_prints(&one.file, one.index, role)) {
        return Err(Problem::new("refused", sentence(&FaceRefusal::Uncuttable, &[])));
    }
    machine::change(&desk.home, |kept| {
        let key = args.role.key().to_owned();
        match looked {
            Some(LookedFace { file, index, .. }) => kept.faces.insert(key, FontFile { file, index }),
            None => kept.faces.remove(&key),
        };
    })?;
    desk.take_faces()?;
    Ok(Outcome::of(Done))
}

/// Of a collection the first face that can be used for a role, else the first, to say what is wrong with it.
fn best(faces: Vec<LookedFace>, role: Role) -> Result<LookedFace, Problem> {
    let usable = faces.iter().position(|one| one.refused_for(role).is_none()).unwrap_or(0);
    (faces.into_iter().nth(usable))
        .ok_or_else(|| Problem::new("refused", sentence(&FaceRefusal::Unreadable, &[])))
}

/// What is wrong with a face, and what to do.
fn sentence(refusal: &FaceRefusal, lacks: &[char]) -> String {
    match refusal {
        FaceRefusal::Unreadable => {
            "字体文件不在了，或不是能用的字体（.ttf、.otf、.ttc）；请重新选一个。".into()
        }
        FaceRefusal::Forbidden => "这款字体的作者不许把它放进文件里；请换一款，或用程序自带的。".into(),
        FaceRefusal::Uncuttable => "这款字体是可变字体或已损坏，打印用不了；请换一款普通的字体文件。".into(),
        FaceRefusal::Foreign => {
            "这款字体是日本、韩国或港台的字形，冒号、分号的位置也不同；请换一款简体中文字体（名字里常有 SC、GB、简体）。".into()
        }
        FaceRefusal::NoRare => {
            "这款字体里没有生僻字（例如“𠮷”）；请换一款，例如 Windows 自带的宋体-ExtB，或花园明朝、全字库。".into()
        }
        FaceRefusal::TooFew if lacks.is_empty() => "这款字体缺的常用字太多；请换一款中文字体。".into(),
        FaceRefusal::TooFew => {
            let shown: String = lacks.iter().take(12).collect();
            let count = lacks.len();
            format!("这款字体缺{count}个常用字（{shown}……），印出来会混着两种字；请换一款。")
        }
    }
}

/// The context of the sample.
#[derive(Serialize)]
struct Sample {
    roles: Vec<SampleRole>,
}

#[derive(Serialize)]
struct SampleRole {
    name: &'static str,
    family: String,
    why: &'static str,
}

/// A page that shows the roles as papers use them.
pub fn sample(reading: &Reading<'_>, desk: &Desk, _: Nothing) -> Result<Vec<u8>, Problem> {
    let role = |one: RoleFace| SampleRole {
        name: one.role.name(),
        family: one.family,
        why: match one.why {
            FaceWhy::Chosen => "自选",
            FaceWhy::Found => "这台电脑的",
            FaceWhy::Bundled => "程序自带",
        },
    };
    let context = Sample { roles: roles(desk).into_iter().map(role).collect() };
    let of = "faces".to_owned();
    let filled = Filled::new("union/faces", of, "字体样张".to_owned(), Vec::new(), &context)?;
    papers::pdf(reading, desk, &filled, None, false)
}
