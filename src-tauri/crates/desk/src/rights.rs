//! Who may give a command, and in which part of the work.

use affairs::union::model::Part;
use serde::Serialize;

/// Where a command writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Module {
    /// Wherever the person may write: undo, drafts, attachments. The command looks closer itself.
    Desk,
    /// 会员.
    Members,
    /// 协商.
    Negotiation,
    /// 文件.
    Office,
    /// 劳动法律监督.
    Letters,
    /// 新就业形态.
    Platform,
    /// 休假与疗休养.
    Leave,
    /// 安全.
    Safety,
    /// 职代会.
    Congress,
    /// 产改台账.
    Reform,
}

impl Module {
    /// The part of the work that an officer must have been given.
    pub(crate) fn part(self) -> Option<Part> {
        match self {
            Module::Desk => None,
            Module::Members => Some(Part::Members),
            Module::Negotiation => Some(Part::Negotiation),
            Module::Office => Some(Part::Office),
            Module::Letters => Some(Part::Letters),
            Module::Platform => Some(Part::Platform),
            Module::Leave => Some(Part::Leave),
            Module::Safety => Some(Part::Safety),
            Module::Congress => Some(Part::Congress),
            Module::Reform => Some(Part::Reform),
        }
    }
}

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Right {
    /// Everyone, with no ledger open.
    Anyone,
    /// Everyone at the desk.
    Reader,
    /// Whoever may write in this part.
    Writer(Module),
    /// The chair.
    Chair,
}
