//! Work safety: hazards, what the union asks, what the employer assures, what happened.

use affairs::safety::model as safety;

use crate::command::Done;
use crate::commands as on;
use crate::rights::Module::Safety;
use crate::rights::Right::{Reader, Writer};
use on::members_export::Exported;
use on::safety::{HazardEventRef, HazardRef, SafetyVisitRef};
use on::safety_export::{ExportHazards, ExportSafetyVisits};
use on::safety_import::ImportHazards;

contract! {
    reads "safety.list" (safety::HazardQuery) -> safety::HazardPage, Reads, Reader, "" => on::safety::list;
    desk_job "safety.export" (ExportHazards) -> Exported, Reads, Reader, "" => on::safety_export::hazards;
    desk_job "safety.readLedger" (ImportHazards) -> safety::HazardImport, Reads, Reader, "" => on::safety_import::look;
    desk_job "safety.importLedger" (ImportHazards) -> safety::HazardsTaken, Reversible, Writer(Safety), "导入隐患台账" => on::safety_import::take;
    reads "safety.get" (HazardRef) -> safety::SafetyHazard, Reads, Reader, "" => on::safety::get;
    writes "safety.save" (safety::HazardInput) -> safety::HazardId, Reversible, Writer(Safety), "登记隐患" => on::safety::save;
    writes "safety.remove" (HazardRef) -> Done, Reversible, Writer(Safety), "移除隐患" => on::safety::remove;
    writes "safety.saveProposal" (safety::HazardProposal) -> Done, Reversible, Writer(Safety), "保存整改建议" => on::safety::save_proposal;
    writes "safety.saveAssurances" (safety::HazardAssurances) -> Done, Reversible, Writer(Safety), "登记五落实" => on::safety::save_assurances;
    writes "safety.saveEvent" (safety::HazardEventInput) -> safety::HazardEventId, Reversible, Writer(Safety), "登记隐患经过" => on::safety::save_event;
    writes "safety.removeEvent" (HazardEventRef) -> Done, Reversible, Writer(Safety), "移除隐患经过" => on::safety::remove_event;
    reads "safety.figures" (safety::SafetyPeriodRef) -> safety::SafetyFigures, Reads, Reader, "" => on::safety::figures;
    writes "safety.saveReport" (safety::SafetyReportInput) -> Done, Reversible, Writer(Safety), "保存职代会安全报告" => on::safety::save_report;
    writes "safety.saveFiling" (safety::SafetyFiling) -> Done, Reversible, Writer(Safety), "登记报送隐患统计" => on::safety::save_filing;
    reads "safety.visits" (safety::SafetyVisitQuery) -> safety::SafetyVisitPage, Reads, Reader, "" => on::safety::visits;
    desk_job "safety.exportVisits" (ExportSafetyVisits) -> Exported, Reads, Reader, "" => on::safety_export::visits;
    reads "safety.visit" (SafetyVisitRef) -> safety::SafetyVisit, Reads, Reader, "" => on::safety::visit;
    writes "safety.saveVisit" (safety::SafetyVisitInput) -> safety::SafetyVisitId, Reversible, Writer(Safety), "登记劳动保护检查" => on::safety::save_visit;
    writes "safety.removeVisit" (SafetyVisitRef) -> Done, Reversible, Writer(Safety), "移除劳动保护检查" => on::safety::remove_visit;
}
