//! The union itself: its details, bodies and groups, its fee, elections and the members' congress. Its members are
//! in `members`; the workers' congress decides in `negotiation`.

use affairs::union::bodies::model as bodies;
use affairs::union::details::model as details;
use affairs::union::election::model as election;
use affairs::union::fee::model as fees;
use affairs::union::groups::model as groups;
use affairs::union::members_congress::model as members_congress;
use affairs::union::workforce::{Workforce, WorkforceId, WorkforceInput};

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Members;
use crate::rights::Right::{Anyone, Chair, Reader, Writer};
use on::election::{ElectionBallotRef, ElectionEventRef, ElectionRef, MembersMeetingRef};
use on::fee::{FeeDemandRef, FeePaymentRef, FeeShareRef};
use on::ledger as ledgers;
use on::members_export::Exported;
use on::money_export::ExportMoneyYear;
use on::union::{UnionGroupRef, UnionTermRef};
use on::workforce::WorkforceRef;

contract! {
    desk "union.checkCreditCode" (ledgers::Typed) -> ledgers::CheckedCode, Reads, Anyone, "" => on::ledger::check_credit_code;
    reads "union.get" (Nothing) -> details::UnionSheet, Reads, Reader, "" => on::union::get;
    writes "union.save" (details::UnionDetails) -> Done, Reversible, Chair, "保存工会登记" => on::union::save;
    reads "union.bodies" (Nothing) -> bodies::UnionBodies, Reads, Reader, "" => on::union::all_bodies;
    writes "union.saveTerm" (bodies::UnionTermInput) -> bodies::UnionTermId, Reversible, Writer(Members), "保存一届机构" => on::union::save_term;
    writes "union.removeTerm" (UnionTermRef) -> Done, Reversible, Writer(Members), "移除一届机构" => on::union::remove_term;
    reads "union.groups" (Nothing) -> groups::UnionGroups, Reads, Reader, "" => on::union::tree;
    reads "union.groupPeople" (UnionGroupRef) -> Vec<groups::GroupedPerson>, Reads, Reader, "" => on::union::people;
    writes "union.saveGroup" (groups::UnionGroupInput) -> groups::UnionGroupId, Reversible, Writer(Members), "保存分会、小组" => on::union::save_group;
    writes "union.removeGroup" (UnionGroupRef) -> Done, Reversible, Writer(Members), "移除分会、小组" => on::union::remove_group;
    writes "union.assignGroup" (groups::AssignToGroup) -> u32, Reversible, Writer(Members), "会员编组" => on::union::assign;
    reads "union.workforce" (Nothing) -> Vec<Workforce>, Reads, Reader, "" => on::workforce::list;
    writes "union.saveWorkforce" (WorkforceInput) -> WorkforceId, Reversible, Writer(Members), "登记职工人数" => on::workforce::save;
    writes "union.removeWorkforce" (WorkforceRef) -> Done, Reversible, Writer(Members), "移除职工人数" => on::workforce::remove;
    desk "union.fee" (fees::FeeYearQuery) -> fees::FeeYear, Reads, Reader, "" => on::fee::year;
    writes "union.saveFeeShare" (fees::FeeShareInput) -> fees::FeeShareId, Reversible, Writer(Members), "保存工会经费回拨比例" => on::fee::save_share;
    writes "union.removeFeeShare" (FeeShareRef) -> Done, Reversible, Writer(Members), "移除工会经费回拨比例" => on::fee::remove_share;
    writes "union.saveFeePayroll" (fees::FeePayrollInput) -> Done, Reversible, Writer(Members), "登记工资总额" => on::fee::save_payroll;
    writes "union.saveFeePayment" (fees::FeePaymentInput) -> fees::FeePaymentId, Reversible, Writer(Members), "登记工会经费收付" => on::fee::save_payment;
    writes "union.removeFeePayment" (FeePaymentRef) -> Done, Reversible, Writer(Members), "移除工会经费收付" => on::fee::remove_payment;
    writes "union.saveFeeDemand" (fees::FeeDemandInput) -> fees::FeeDemandId, Reversible, Writer(Members), "保存催缴函" => on::fee::save_demand;
    writes "union.removeFeeDemand" (FeeDemandRef) -> Done, Reversible, Writer(Members), "移除催缴函" => on::fee::remove_demand;
    reads "election.list" (Nothing) -> Vec<election::ElectionLine>, Reads, Reader, "" => on::election::list;
    reads "election.start" (Nothing) -> election::ElectionStart, Reads, Reader, "" => on::election::start;
    reads "election.get" (ElectionRef) -> election::Election, Reads, Reader, "" => on::election::get;
    writes "election.save" (election::ElectionInput) -> election::ElectionId, Reversible, Writer(Members), "保存换届选举" => on::election::save;
    writes "election.remove" (ElectionRef) -> Done, Reversible, Writer(Members), "移除换届选举" => on::election::remove;
    writes "election.saveEvent" (election::ElectionEventInput) -> election::ElectionEventId, Reversible, Writer(Members), "登记换届经过" => on::election::save_event;
    writes "election.removeEvent" (ElectionEventRef) -> Done, Reversible, Writer(Members), "撤回换届经过" => on::election::remove_event;
    writes "election.saveCandidates" (election::ElectionCandidates) -> Done, Reversible, Writer(Members), "保存候选人名单" => on::election::save_candidates;
    reads "election.ballotStart" (election::ElectionPostRef) -> election::ElectionBallotStart, Reads, Reader, "" => on::election::ballot_start;
    writes "election.saveBallot" (election::ElectionBallotInput) -> election::ElectionBallotId, Reversible, Writer(Members), "登记选举计票" => on::election::save_ballot;
    writes "election.removeBallot" (ElectionBallotRef) -> Done, Reversible, Writer(Members), "撤回选举计票" => on::election::remove_ballot;
    reads "membersCongress.list" (Nothing) -> members_congress::MembersCongress, Reads, Reader, "" => on::election::meetings;
    reads "membersCongress.get" (MembersMeetingRef) -> members_congress::MembersMeeting, Reads, Reader, "" => on::election::meeting;
    writes "membersCongress.save" (members_congress::MembersMeetingInput) -> members_congress::MembersMeetingId, Reversible, Writer(Members), "保存会员（代表）大会" => on::election::save_meeting;
    writes "membersCongress.remove" (MembersMeetingRef) -> Done, Reversible, Writer(Members), "移除会员（代表）大会" => on::election::remove_meeting;
    reads "membersCongress.delegates" (members_congress::MembersSessionRef) -> members_congress::MembersDelegateList, Reads, Reader, "" => on::election::delegates;
    writes "membersCongress.saveDelegates" (members_congress::MembersDelegates) -> Done, Reversible, Writer(Members), "保存会员代表名单" => on::election::save_delegates;
    desk_job "union.exportFee" (ExportMoneyYear) -> Exported, Reads, Reader, "" => on::money_export::fee_year;
}
