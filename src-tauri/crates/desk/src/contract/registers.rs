//! The registers that a union keeps of its people beside the roster: members in hardship and what they were given.

use affairs::registers::hardship::model as hardship;

use crate::command::Done;
use crate::commands as on;
use crate::rights::Module::Members;
use crate::rights::Right::{Reader, Writer};
use on::hardship::{HardshipFileRef, MemberAidRef};
use on::hardship_export::{ExportAids, ExportHardship};
use on::members_export::Exported;

contract! {
    reads "hardship.list" (hardship::HardshipQuery) -> hardship::HardshipPage, Reads, Reader, "" => on::hardship::list;
    desk_job "hardship.export" (ExportHardship) -> Exported, Reads, Reader, "" => on::hardship_export::lines;
    reads "hardship.get" (HardshipFileRef) -> hardship::HardshipFile, Reads, Reader, "" => on::hardship::get;
    writes "hardship.save" (hardship::HardshipFileInput) -> hardship::HardshipFileId, Reversible, Writer(Members), "保存困难职工档案" => on::hardship::save;
    writes "hardship.remove" (HardshipFileRef) -> Done, Reversible, Writer(Members), "移除困难职工档案" => on::hardship::remove;
    reads "hardship.aids" (hardship::MemberAidQuery) -> hardship::MemberAidPage, Reads, Reader, "" => on::hardship::aids;
    desk_job "hardship.exportAids" (ExportAids) -> Exported, Reads, Reader, "" => on::hardship_export::aids;
    reads "hardship.aid" (MemberAidRef) -> hardship::MemberAidLine, Reads, Reader, "" => on::hardship::aid;
    writes "hardship.saveAid" (hardship::MemberAidInput) -> hardship::MemberAidId, Reversible, Writer(Members), "登记帮扶慰问" => on::hardship::save_aid;
    writes "hardship.removeAid" (MemberAidRef) -> Done, Reversible, Writer(Members), "移除帮扶慰问" => on::hardship::remove_aid;
}
