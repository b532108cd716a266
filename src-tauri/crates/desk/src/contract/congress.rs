//! The workers' congress: its terms with their delegates, motions, sessions.

use affairs::congress::delegates::model as delegates;
use affairs::congress::meetings::model as meetings;
use affairs::congress::motions::model as motions;

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Congress;
use crate::rights::Right::{Reader, Writer};
use on::congress::{
    CongressDelegateRef, CongressMeetingRef, CongressMotionRef, CongressTermRef, ExportCongressMotions,
};
use on::members_export::Exported;

contract! {
    reads "congress.list" (Nothing) -> delegates::CongressTerms, Reads, Reader, "" => on::congress::list;
    reads "congress.get" (CongressTermRef) -> delegates::CongressTerm, Reads, Reader, "" => on::congress::get;
    writes "congress.saveTerm" (delegates::CongressTermInput) -> delegates::CongressTermId, Reversible, Writer(Congress), "保存一届职代会" => on::congress::save_term;
    writes "congress.removeTerm" (CongressTermRef) -> Done, Reversible, Writer(Congress), "移除一届职代会" => on::congress::remove_term;
    writes "congress.saveDelegate" (delegates::CongressDelegateInput) -> delegates::CongressDelegateId, Reversible, Writer(Congress), "登记职工代表" => on::congress::save_delegate;
    writes "congress.removeDelegate" (CongressDelegateRef) -> Done, Reversible, Writer(Congress), "移除职工代表" => on::congress::remove_delegate;
    reads "congress.motions" (motions::CongressMotionQuery) -> motions::CongressMotionPage, Reads, Reader, "" => on::congress::motions;
    desk_job "congress.exportMotions" (ExportCongressMotions) -> Exported, Reads, Reader, "" => on::congress::export_motions;
    reads "congress.motion" (CongressMotionRef) -> motions::CongressMotion, Reads, Reader, "" => on::congress::motion;
    writes "congress.saveMotion" (motions::CongressMotionInput) -> motions::CongressMotionId, Reversible, Writer(Congress), "登记提案" => on::congress::save_motion;
    writes "congress.removeMotion" (CongressMotionRef) -> Done, Reversible, Writer(Congress), "移除提案" => on::congress::remove_motion;
    reads "congress.meetings" (Nothing) -> meetings::CongressMeetings, Reads, Reader, "" => on::congress::meetings;
    reads "congress.meeting" (CongressMeetingRef) -> meetings::CongressMeeting, Reads, Reader, "" => on::congress::meeting;
    writes "congress.saveMeeting" (meetings::CongressMeetingInput) -> meetings::CongressMeetingId, Reversible, Writer(Congress), "保存职代会会议" => on::congress::save_meeting;
    writes "congress.removeMeeting" (CongressMeetingRef) -> Done, Reversible, Writer(Congress), "移除职代会会议" => on::congress::remove_meeting;
}
