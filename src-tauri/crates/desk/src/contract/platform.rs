//! New forms of work: platforms and partner firms, who works for them, referrals, talks, help after an injury.

use affairs::platform::model as platform;

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Platform;
use crate::rights::Right::{Reader, Writer};
use on::members_export::Exported;
use on::platform::{
    InjuryHelpRef, PlatformCapRef, PlatformFirmRef, PlatformMeetingRef, PlatformReferralRef, PlatformTalkRef,
    PlatformWorkRef,
};
use on::platform_export::ExportPlatform;

contract! {
    reads "platform.list" (platform::PlatformQuery) -> platform::PlatformList, Reads, Reader, "" => on::platform::list;
    desk_job "platform.export" (ExportPlatform) -> Exported, Reads, Reader, "" => on::platform_export::firms;
    reads "platform.firm" (PlatformFirmRef) -> platform::PlatformFirm, Reads, Reader, "" => on::platform::firm;
    writes "platform.saveFirm" (platform::PlatformFirmInput) -> platform::PlatformFirmId, Reversible, Writer(Platform), "保存平台、合作企业" => on::platform::save_firm;
    writes "platform.removeFirm" (PlatformFirmRef) -> Done, Reversible, Writer(Platform), "移除平台、合作企业" => on::platform::remove_firm;
    reads "platform.works" (platform::PlatformWorkQuery) -> platform::PlatformWorkPage, Reads, Reader, "" => on::platform::works;
    writes "platform.saveWork" (platform::PlatformWorkInput) -> platform::PlatformWorkId, Reversible, Writer(Platform), "登记平台从业" => on::platform::save_work;
    writes "platform.removeWork" (PlatformWorkRef) -> Done, Reversible, Writer(Platform), "移除平台从业登记" => on::platform::remove_work;
    reads "platform.referrals" (Nothing) -> Vec<platform::PlatformReferralLine>, Reads, Reader, "" => on::platform::referrals;
    writes "platform.saveReferral" (platform::PlatformReferralInput) -> platform::PlatformReferralId, Reversible, Writer(Platform), "登记转介" => on::platform::save_referral;
    writes "platform.replyReferral" (platform::PlatformReferralReply) -> Done, Reversible, Writer(Platform), "登记转介回复" => on::platform::reply_referral;
    writes "platform.removeReferral" (PlatformReferralRef) -> Done, Reversible, Writer(Platform), "移除转介" => on::platform::remove_referral;
    reads "platform.talk" (PlatformTalkRef) -> platform::PlatformTalk, Reads, Reader, "" => on::platform::talk;
    writes "platform.saveTalk" (platform::PlatformTalkInput) -> platform::PlatformTalkId, Reversible, Writer(Platform), "保存平台协商" => on::platform::save_talk;
    writes "platform.removeTalk" (PlatformTalkRef) -> Done, Reversible, Writer(Platform), "移除平台协商" => on::platform::remove_talk;
    writes "platform.saveMeeting" (platform::PlatformMeetingInput) -> platform::PlatformMeetingId, Reversible, Writer(Platform), "保存平台协商会议" => on::platform::save_meeting;
    writes "platform.removeMeeting" (PlatformMeetingRef) -> Done, Reversible, Writer(Platform), "移除平台协商会议" => on::platform::remove_meeting;
    writes "platform.saveCap" (platform::PlatformCapInput) -> platform::PlatformCapId, Reversible, Writer(Platform), "保存工作时间约定" => on::platform::save_cap;
    writes "platform.removeCap" (PlatformCapRef) -> Done, Reversible, Writer(Platform), "移除工作时间约定" => on::platform::remove_cap;
    reads "platform.helps" (Nothing) -> Vec<platform::InjuryHelpLine>, Reads, Reader, "" => on::platform::helps;
    reads "platform.help" (InjuryHelpRef) -> platform::InjuryHelp, Reads, Reader, "" => on::platform::help;
    writes "platform.saveHelp" (platform::InjuryHelpInput) -> platform::InjuryHelpId, Reversible, Writer(Platform), "保存职业伤害协助" => on::platform::save_help;
    writes "platform.removeHelp" (InjuryHelpRef) -> Done, Reversible, Writer(Platform), "移除职业伤害协助" => on::platform::remove_help;
}
