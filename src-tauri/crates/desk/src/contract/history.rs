//! What was done, what was removed and what is begun, of any part: history, trash, drafts. Undo is in `ledger`.

use affairs::union::people;
use affairs::{drafts, trash};

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Desk as AtDesk;
use crate::rights::Right::{Chair, Reader, Writer};
use on::history;
use on::ledger as ledgers;
use on::members_export::Exported;
use on::purged::Purges;

contract! {
    desk "history.list" (history::HistoryQuery) -> history::HistoryPage, Reads, Reader, "" => on::history::list;
    reads "history.actors" (Nothing) -> Vec<people::HistoryActor>, Reads, Reader, "" => on::history::actors;
    desk "history.step" (history::StepRef) -> history::StepDetail, Reads, Reader, "" => on::history::step;
    desk "history.of" (history::RecordRef) -> Vec<history::LifeEvent>, Reads, Reader, "" => on::history::of;
    desk "history.mayTakeBack" (history::StepRef) -> Done, Reads, Writer(AtDesk), "" => on::history::may_take_back;
    desk "history.takeBack" (history::StepRef) -> ledgers::Moved, Desk, Writer(AtDesk), "" => on::history::take_back;
    desk_job "history.export" (on::history_export::ExportHistory) -> Exported, Reads, Reader, "" => on::history_export::export;

    reads "trash.list" (Nothing) -> Vec<trash::TrashLine>, Reads, Reader, "" => on::trash::list;
    reads "trash.takenBack" (Nothing) -> Vec<trash::UndoneStep>, Reads, Chair, "" => on::trash::taken_back;
    reads "trash.retentions" (Nothing) -> Vec<trash::Retention>, Reads, Reader, "" => on::trash::retentions;
    writes "trash.setRetention" (trash::SetRetention) -> Done, Reversible, Chair, "设置保存期限" => on::trash::set_retention;
    writes "trash.restore" (trash::TrashRef) -> trash::BroughtBack, Reversible, Writer(AtDesk), "恢复移除的记录" => on::trash::restore;
    desk "trash.purge" (on::trash::PurgeRecord) -> on::trash::Purged, Final, Chair, "清除移除的记录" => on::trash::purge;
    desk_job "trash.purgeStep" (on::trash::PurgeStep) -> on::trash::Purged, Final, Chair, "清除撤销留下的记录" => on::trash::purge_step;
    desk "trash.purged" (Nothing) -> Purges, Reads, Reader, "" => on::purged::list;

    reads "drafts.list" (Nothing) -> Vec<drafts::DraftLine>, Reads, Reader, "" => on::drafts::list;
    desk "drafts.get" (drafts::DraftRef) -> Option<drafts::KeptDraft>, Reads, Reader, "" => on::drafts::get;
    writes "drafts.save" (drafts::SaveDraft) -> Done, Desk, Writer(AtDesk), "" => on::drafts::save;
    writes "drafts.discard" (drafts::DraftRef) -> Done, Desk, Writer(AtDesk), "" => on::drafts::discard;
    reads "drafts.left" (Nothing) -> Vec<drafts::left::LeftDraft>, Reads, Chair, "" => on::drafts::left;
    desk "drafts.takeOver" (drafts::left::LeftDraftRef) -> Done, Desk, Chair, "" => on::drafts::take_over;
    writes "drafts.discardLeft" (drafts::left::LeftDraftRef) -> Done, Desk, Chair, "" => on::drafts::discard_left;
}
