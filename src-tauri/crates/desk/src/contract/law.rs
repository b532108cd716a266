//! The law and the calendar that the ledger goes by: rules, packs and who publishes them, the rules of one's own,
//! holidays. What a rule makes due is asked in `today`.

use affairs::union::rulebook::own::{OwnRuleId, OwnRuleInput};
use affairs::union::rulebook::packs::{PublisherId, PublisherInput, TakenPackId};

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Right::{Anyone, Chair, Reader};
use on::law::Province;
use on::moves::Moves;
use on::own_rules::OwnRuleRef;
use on::rules::{RuleAsked, RuleSubject, Rules, RulesQuery};
use on::{calendar, packs};

contract! {
    desk "law.places" (Nothing) -> Vec<Province>, Reads, Anyone, "" => on::law::places;
    reads "law.rules" (RulesQuery) -> Rules, Reads, Reader, "" => on::rules::list;
    reads "law.rule" (RuleAsked) -> RuleSubject, Reads, Reader, "" => on::rules::one;
    reads "law.tryOwn" (OwnRuleInput) -> Moves, Reads, Reader, "" => on::own_rules::attempt;
    writes "law.saveOwn" (OwnRuleInput) -> OwnRuleId, Reversible, Chair, "录入本单位约定" => on::own_rules::save;
    writes "law.removeOwn" (OwnRuleRef) -> Done, Reversible, Chair, "移除本单位约定" => on::own_rules::remove;
    reads "law.packs" (Nothing) -> packs::LawPacks, Reads, Reader, "" => on::packs::list;
    desk "law.readPack" (packs::PackFile) -> packs::PackLooked, Reads, Reader, "" => on::packs::look;
    writes "law.takePack" (packs::TakePack) -> TakenPackId, Reversible, Chair, "采用法规文件" => on::packs::take;
    desk "law.tryDropPack" (packs::TakenPackRef) -> Moves, Reads, Reader, "" => on::packs::try_drop;
    writes "law.dropPack" (packs::TakenPackRef) -> Done, Reversible, Chair, "移除法规文件" => on::packs::drop;
    writes "law.trust" (PublisherInput) -> PublisherId, Reversible, Chair, "登记发布单位" => on::packs::trust;
    writes "law.distrust" (packs::PublisherRef) -> Done, Reversible, Chair, "移除发布单位" => on::packs::distrust;
    desk "calendar.years" (Nothing) -> calendar::CalendarYears, Reads, Reader, "" => on::calendar::years;
    reads "calendar.form" (calendar::YearAsked) -> calendar::CalendarForm, Reads, Reader, "" => on::calendar::form;
    reads "calendar.try" (calendar::CalendarNotice) -> calendar::TriedCalendar, Reads, Reader, "" => on::calendar::attempt;
    writes "calendar.save" (calendar::CalendarNotice) -> Done, Reversible, Chair, "录入放假安排" => on::calendar::save;
    writes "calendar.remove" (calendar::YearAsked) -> Done, Reversible, Chair, "移除放假安排" => on::calendar::remove;
    desk "calendar.read" (calendar::CalendarFile) -> law::Notice, Reads, Reader, "" => on::calendar::read;
    desk "calendar.export" (calendar::ExportCalendar) -> Done, Reads, Reader, "" => on::calendar::export;
}
