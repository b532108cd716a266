//! Annual leave of everybody, year by year, and the recuperation of a year with its batches.

use affairs::leave::import::{LeaveSheetKept, LeaveSheetRead};
use affairs::leave::model as leave;
use affairs::leave::recuperation::model as recuperation;

use crate::command::Done;
use crate::commands as on;
use crate::rights::Module::Leave;
use crate::rights::Right::{Reader, Writer};
use on::leave::{LeaveBarRef, LeaveOf, LeavePayRef, LeavePeriodRef};
use on::leave_export::ExportLeave;
use on::leave_sheet::LeaveSheetFile;
use on::members_export::Exported;
use on::recuperation::{RecuperationBatchRef, RecuperationPlaceRef};

contract! {
    reads "leave.list" (leave::LeaveQuery) -> leave::LeavePage, Reads, Reader, "" => on::leave::list;
    reads "leave.summary" (leave::LeaveYearQuery) -> leave::LeaveSummary, Reads, Reader, "" => on::leave::summary;
    desk_job "leave.export" (ExportLeave) -> Exported, Reads, Reader, "" => on::leave_export::lines;
    desk_job "leave.readSheet" (LeaveSheetFile) -> LeaveSheetRead, Reads, Reader, "" => on::leave_sheet::read;
    desk_job "leave.importSheet" (LeaveSheetFile) -> LeaveSheetKept, Reversible, Writer(Leave), "导入休假表" => on::leave_sheet::import;
    reads "leave.person" (LeaveOf) -> leave::LeaveOfPerson, Reads, Reader, "" => on::leave::person;
    writes "leave.savePeriod" (leave::LeavePeriodInput) -> leave::LeavePeriodId, Reversible, Writer(Leave), "登记年休假" => on::leave::save_period;
    writes "leave.savePeriods" (leave::LeavePeriodsInput) -> u32, Reversible, Writer(Leave), "按车间登记年休假" => on::leave::save_periods;
    writes "leave.takePeriod" (LeavePeriodRef) -> Done, Reversible, Writer(Leave), "登记已休" => on::leave::take_period;
    writes "leave.removePeriod" (LeavePeriodRef) -> Done, Reversible, Writer(Leave), "移除年休假" => on::leave::remove_period;
    writes "leave.saveYear" (leave::LeaveYearInput) -> leave::LeaveYearId, Reversible, Writer(Leave), "登记年休假事项" => on::leave::save_year;
    writes "leave.saveBar" (leave::LeaveBarInput) -> leave::LeaveBarId, Reversible, Writer(Leave), "登记不享受年休假的情形" => on::leave::save_bar;
    writes "leave.removeBar" (LeaveBarRef) -> Done, Reversible, Writer(Leave), "移除不享受年休假的情形" => on::leave::remove_bar;
    writes "leave.savePay" (leave::LeavePayInput) -> leave::LeavePayId, Reversible, Writer(Leave), "登记未休年休假报酬" => on::leave::save_pay;
    writes "leave.removePay" (LeavePayRef) -> Done, Reversible, Writer(Leave), "移除未休年休假报酬" => on::leave::remove_pay;
    writes "leave.saveSchedule" (leave::LeaveScheduleInput) -> leave::LeaveScheduleId, Reversible, Writer(Leave), "保存年休假计划" => on::leave::save_schedule;
    reads "recuperation.year" (leave::LeaveYearQuery) -> recuperation::RecuperationYear, Reads, Reader, "" => on::recuperation::year;
    reads "recuperation.batch" (RecuperationBatchRef) -> recuperation::RecuperationBatch, Reads, Reader, "" => on::recuperation::batch;
    writes "recuperation.savePlan" (recuperation::RecuperationPlanInput) -> recuperation::RecuperationPlanId, Reversible, Writer(Leave), "保存疗休养计划" => on::recuperation::save_plan;
    writes "recuperation.saveBatch" (recuperation::RecuperationBatchInput) -> recuperation::RecuperationBatchId, Reversible, Writer(Leave), "保存疗休养批次" => on::recuperation::save_batch;
    writes "recuperation.removeBatch" (RecuperationBatchRef) -> Done, Reversible, Writer(Leave), "移除疗休养批次" => on::recuperation::remove_batch;
    writes "recuperation.savePlace" (recuperation::RecuperationPlaceInput) -> recuperation::RecuperationPlaceId, Reversible, Writer(Leave), "登记疗休养名额" => on::recuperation::save_place;
    writes "recuperation.removePlace" (RecuperationPlaceRef) -> Done, Reversible, Writer(Leave), "移除疗休养名额" => on::recuperation::remove_place;
}
