//! The ledger and who sits at it: opening it, its keys and copies, the people at the desk and what they may see,
//! custody, handing over, settings. What they record of the union's work stands in the other files of the folder.

use affairs::union::custody::{CustodyId, CustodyInput, CustodyItem};
use affairs::union::model as union;
use affairs::union::settings::Settings;
use ledger::restore::Inside;
use ledger::{Head, Look, Proof};

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Desk as AtDesk;
use crate::rights::Right::{Anyone, Chair, Reader, Writer};
use on::bring::{Bring, FoundCopy, LookAt};
use on::copies;
use on::demo::OpenDemo;
use on::founding::FoundingNotes;
use on::hand_over::{HandOver, HandedOver};
use on::ledger as ledgers;
use on::people::{AddPerson, ChangePerson, DeskPersonLine, NewPassphrase, OwnPassphrase, RemovePerson};
use on::purged::Dropped;
use on::sight::{LookQuery, Reveal};
use on::succession::{CustodyRef, MakePack, Pack};

contract! {
    desk "ledger.status" (Nothing) -> ledgers::Status, Reads, Anyone, "" => on::ledger::status;
    desk "ledger.strength" (ledgers::Typed) -> ledgers::PassphraseStrength, Reads, Anyone, "" => on::ledger::strength;
    desk "ledger.founding" (Nothing) -> FoundingNotes, Reads, Anyone, "" => on::founding::read;
    desk "ledger.keepFounding" (FoundingNotes) -> Done, Desk, Anyone, "" => on::founding::keep;
    desk "ledger.create" (ledgers::CreateLedger) -> ledgers::Status, Final, Anyone, "建立账本" => on::ledger::create;
    desk "ledger.open" (ledgers::OpenLedger) -> ledgers::Status, Desk, Anyone, "" => on::ledger::open;
    desk "ledger.openRecovery" (ledgers::OpenByRecovery) -> ledgers::Status, Desk, Anyone, "" => on::ledger::open_recovery;
    desk "ledger.lock" (Nothing) -> ledgers::Status, Desk, Anyone, "" => on::ledger::lock;
    desk "ledger.undo" (Nothing) -> ledgers::Moved, Desk, Writer(AtDesk), "" => on::ledger::undo;
    desk "ledger.redo" (Nothing) -> ledgers::Moved, Desk, Writer(AtDesk), "" => on::ledger::redo;
    desk "ledger.sheetKept" (Nothing) -> Done, Desk, Chair, "" => on::ledger::sheet_kept;
    desk_job "ledger.renewKey" (Nothing) -> ledgers::RenewedKey, Final, Chair, "换发恢复单" => on::ledger::renew_key;
    desk_job "ledger.check" (Nothing) -> on::check::Checked, Reads, Reader, "" => on::check::check;
    desk_job "ledger.backup" (copies::MakeBackup) -> copies::BackupMade, Desk, Writer(AtDesk), "" => on::copies::backup;
    desk "ledger.backups" (Nothing) -> copies::Backups, Reads, Reader, "" => on::copies::backups;
    desk_job "ledger.lookInto" (copies::CopyRef) -> Inside, Reads, Chair, "" => on::copies::look_into;
    desk_job "ledger.lookAt" (LookAt) -> FoundCopy, Reads, Anyone, "" => on::bring::look_at;
    desk_job "ledger.restore" (copies::RestoreCopy) -> copies::RestoredLedger, Final, Chair, "恢复备份" => on::copies::restore;
    desk_job "ledger.bring" (Bring) -> ledgers::Status, Final, Anyone, "取回账本" => on::bring::bring;
    desk_job "ledger.dropOldCopies" (Nothing) -> Dropped, Final, Chair, "删去旧备份" => on::purged::drop_old_copies;
    desk "ledger.head" (Nothing) -> Head, Reads, Reader, "" => on::copies::head;
    desk_job "ledger.prove" (copies::PaperHead) -> Proof, Reads, Reader, "" => on::copies::prove;
    desk "ledger.rebuild" (Nothing) -> Done, Reversible, Chair, "重新整理缩略图" => on::copies::rebuild;
    desk_job "demo.open" (OpenDemo) -> ledgers::Status, Desk, Anyone, "" => on::demo::open;

    reads "people.list" (Nothing) -> Vec<DeskPersonLine>, Reads, Reader, "" => on::people::list;
    writes "people.add" (AddPerson) -> union::DeskPersonId, Final, Chair, "添加经办人" => on::people::add;
    writes "people.change" (ChangePerson) -> Done, Final, Chair, "修改经办人" => on::people::change;
    writes "people.remove" (RemovePerson) -> Done, Final, Chair, "移除经办人" => on::people::remove;
    writes "people.setPassphrase" (NewPassphrase) -> Done, Final, Chair, "设置口令" => on::people::set_passphrase;
    desk "people.changePassphrase" (OwnPassphrase) -> Done, Final, Reader, "修改口令" => on::people::change_passphrase;
    desk "sight.reveal" (Reveal) -> Done, Desk, Reader, "" => on::sight::reveal;
    desk "sight.cover" (Nothing) -> Done, Desk, Reader, "" => on::sight::cover;
    desk "sight.settle" (Nothing) -> Done, Final, Chair, "登记查阅记录的缺口" => on::sight::settle;
    desk "sight.log" (LookQuery) -> Vec<Look>, Reads, Chair, "" => on::sight::log;
    reads "custody.list" (Nothing) -> Vec<CustodyItem>, Reads, Reader, "" => on::succession::list;
    writes "custody.save" (CustodyInput) -> CustodyId, Reversible, Chair, "保存保管物" => on::succession::save;
    writes "custody.remove" (CustodyRef) -> Done, Reversible, Chair, "移除保管物" => on::succession::remove;
    desk_job "succession.handOver" (HandOver) -> HandedOver, Final, Chair, "移交主席并出移交包" => on::hand_over::hand_over;
    desk_job "succession.pack" (MakePack) -> Pack, Reads, Chair, "" => on::succession::pack;
    reads "settings.get" (Nothing) -> Settings, Reads, Reader, "" => on::settings::get;
    writes "settings.save" (Settings) -> Done, Reversible, Chair, "保存设置" => on::settings::save;
}
