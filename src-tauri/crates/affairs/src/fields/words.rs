//! How stored values read in the field's own, identity and health as they may be shown. The words of lists stand in `listed`, what is
//! guarded in `guarded`; what tables and columns are called stands beside, and so does what refers to other records.

use super::guarded::{PROTECTED, tells_health, tells_identity};
use super::listed::listed;
use crate::leave::recuperation::model::RecuperationReason;
use crate::leave::rules::halves;
use crate::masks::{shown_birth, shown_certificate, shown_email, shown_id, shown_phone, shown_within};
use crate::members::consents::ConsentPurpose;
use crate::members::days::words;
use crate::members::dossier;
use crate::members::joining;
use crate::month::Month;
use crate::negotiation::agreement::model::AgreementKind;
use crate::office::attachments::media;
use crate::office::committee::{self, model::CommitteeBody};
use crate::office::incoming::model::IncomingKind;
use crate::office::model::kind_label;
use crate::office::outgoing::model::SendingManner;
use crate::office::templates;
use crate::pay::model::PayPeriod;
use crate::trash;
use crate::union::bodies::model::{UnionBody, UnionOffice};
use crate::union::bodies::rules::session_words;
use crate::union::custody::CustodyKind;
use crate::union::details::model::{UnionForm, UnionKind};
use crate::union::details::rules::shown_account;
use crate::union::groups::model::UnionGroupKind;
use crate::union::model::{Guarded, Part, Shown, Sight};
use crate::union::settings;
use chrono::{DateTime, NaiveDate};
use ledger::Fen;
use serde_json::Value;

/// A stored value that refers to nothing else, as it reads; identity and health as they may be shown.
pub(super) fn reads(table: &str, column: &str, value: &Value, sight: Sight) -> Option<String> {
    let identity = sight.identity;
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let word = match (table, column) {
        // Its year, as on every page.
        ("person", "birth") if identity != Shown::Full => Some(words(&shown_birth(&text, identity))),
        ("certificate", "number") => Some(shown_certificate(&text, identity)),
        ("person_identity", "number") => Some(shown_id(&text, identity)),
        ("person_identity", "phone") => Some(shown_phone(&text, identity)),
        ("person_identity", "email") => Some(shown_email(&text, identity)),
        ("person_identity", "other_phones") => {
            Some(text.split('、').map(|one| shown_phone(one, identity)).collect::<Vec<_>>().join("、"))
        }
        ("supervision_informer" | "appeal_person", "name" | "contact") if identity != Shown::Full => {
            Some(PROTECTED.to_owned())
        }
        (table, column) if tells_identity(table, column) && identity != Shown::Full => {
            Some(PROTECTED.to_owned())
        }
        ("recuperation_place", "reasons") if sight.health != Shown::Full => Some(PROTECTED.to_owned()),
        ("recuperation_place", "reasons") => {
            let told = text.split(' ').filter_map(RecuperationReason::of).map(RecuperationReason::label);
            Some(told.collect::<Vec<_>>().join("、"))
        }
        ("recuperation_plan", "day_cap" | "year_cap" | "welfare_budget" | "union_budget" | "own_budget")
        | ("recuperation_batch", "person_cost" | "spent") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        ("hardship_file", "income") if sight.health != Shown::Full => Some(PROTECTED.to_owned()),
        ("hardship_file", "income") | ("member_aid", "amount") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        // The sum of a few is a wage too, and so is what two months differ by: the page of wage data tells those that may be told,
        // and the page of the contribution goes by it.
        ("pay_sheet" | "pay_total", "sum")
        | ("fee_payroll", "payroll")
        | ("fee_payment", "amount")
        | ("pay_band", "from_sum" | "to_sum" | "middle" | "headcount" | "sum") => Some(PROTECTED.to_owned()),
        ("pay_sheet" | "pay_reference", "period") => text.parse::<PayPeriod>().ok().map(PayPeriod::words),
        // What a scenario comes to may tell of few: the page shows it to whoever may see it.
        (
            "pay_scenario",
            "before_average" | "target_average" | "wages" | "insurance" | "fee" | "total" | "bounds",
        ) => Some(PROTECTED.to_owned()),
        // The plan prints it to whoever may see it.
        ("negotiation_seal", "plan") => Some(PROTECTED.to_owned()),
        ("pay_scenario", "target_floor") | ("pay_insurance", "base_floor" | "base_ceiling") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        ("pay_insurance", "rate") => text.parse().ok().map(percent),
        ("dues_basis" | "fee_share", "rate" | "share") => text.parse().ok().map(percent),
        ("negotiation_topic", "kinds") => {
            let kinds = text.split(',').filter_map(AgreementKind::of).map(AgreementKind::label);
            Some(kinds.collect::<Vec<_>>().join("、"))
        }
        ("dues_basis", "flat") | ("skill_pay_level", "from_fen" | "to_fen" | "allowance_fen") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        ("leave_period" | "leave_pay", "halves")
        | ("leave_year", "opening" | "carried" | "waived")
        | ("pay_line", "half_days") => text.parse().ok().map(halves),
        // To whom, `teller` says.
        (
            "pay_line",
            "gross" | "base" | "post_pay" | "performance" | "overtime" | "allowance" | "bonus" | "back_pay",
        )
        | ("dues_base", "base")
        | ("dues_payment", "amount")
        | ("leave_pay", "average" | "daily" | "paid") => {
            text.parse().ok().map(|sum| format!("{}元", Fen(sum)))
        }
        (_, "from_month" | "to_month" | "month") => text.parse::<Month>().ok().map(Month::words),
        // What happened to a body is told like a number: to one who may read it and revealed it.
        (table, column) if tells_health(table, column) && sight.health != Shown::Full => {
            Some(PROTECTED.to_owned())
        }
        ("health_exam", "hazards") => Some(dossier::store::hazards_words(&text)),
        ("desk_grant", "what") => granted(&text),
        ("member_number", "number") => text.parse().ok().map(joining::number_text),
        ("setting", "id") => {
            settings::label(&text).map(str::to_owned).or_else(|| trash::setting_label(&text))
        }
        ("consent", "purpose") => Some(ConsentPurpose::of(&text).label().to_owned()),
        ("committee_meeting", "body") => Some(CommitteeBody::of(&text).label().to_owned()),
        ("committee_topic", "decision_number") => text.parse().ok().map(committee::store::decision_name),
        ("incoming_paper", "kind") => Some(IncomingKind::of(&text).label().to_owned()),
        ("union_record", "kind") => UnionKind::of(&text).map(|kind| kind.label().to_owned()),
        ("union_record", "form") => UnionForm::of(&text).map(|form| form.label().to_owned()),
        ("union_record", "bank_account") => Some(shown_account(&text, Shown::Masked)),
        ("union_term", "body") => UnionBody::of(&text).map(|body| body.label().to_owned()),
        ("union_term" | "election" | "members_delegate" | "members_meeting", "session") => {
            text.parse().ok().map(session_words)
        }
        ("union_seat", "office") => UnionOffice::of(&text).map(|office| office.label().to_owned()),
        ("union_group", "kind") => UnionGroupKind::of(&text).map(|kind| kind.label().to_owned()),
        ("custody", "kind") => Some(CustodyKind::of(&text).label().to_owned()),
        ("paper" | "paper_change" | "negotiation_paper", "kind") => Some(kind_label(&text).to_owned()),
        ("paper_sending", "manner") => Some(SendingManner::of(&text).label().to_owned()),
        ("own_template", "paper") => templates::paper_name(&text).map(str::to_owned),
        // The text itself is looked at as a file.
        ("own_template", "body") => Some(format!("{}行", text.lines().count())),
        // A scan is called after its number as often as not, a sheet of one person or a page of it too.
        ("attachment", "name")
        | ("import_batch" | "pay_sheet", "file_name")
        | ("import_batch" | "import_row" | "import_column" | "pay_sheet", "page")
        | ("import_column" | "pay_column", "heading")
        // And what is noted of somebody holds those of their family.
        | ("person", "note") => Some(shown_within(&text, identity)),
        ("attachment", "media") => Some(media::sort(&text).to_owned()),
        _ => listed(table, column, &text),
    };
    Some(word.or_else(|| moment(&text)).or_else(|| day(&text, None)).unwrap_or(text))
}

/// Ten-thousandths as a percentage: 50 is 0.5%.
fn percent(share: u32) -> String {
    let cents = format!("{:02}", share % 100);
    match cents.trim_end_matches('0') {
        "" => format!("{}%", share / 100),
        cents => format!("{}.{cents}%", share / 100),
    }
}

fn granted(code: &str) -> Option<String> {
    let part = Part::ALL.into_iter().find(|part| part.code() == code);
    let kind = Guarded::ALL.into_iter().find(|kind| kind.code() == code);
    part.map(|part| format!("办理{}", part.label())).or(kind.map(|kind| format!("查看{}", kind.label())))
}

/// A time as the journal keeps it: 2026年11月16日 09:00.
fn moment(text: &str) -> Option<String> {
    let at = DateTime::parse_from_rfc3339(text).ok()?;
    Some(at.format("%Y年%-m月%-d日 %H:%M").to_string())
}

/// A day, as exactly as it is known: 2026年3月1日, 2026年3月 or 2026年. Told by its shape, so that a new column of
/// days reads well without being listed.
pub(super) fn day(text: &str, precision: Option<&str>) -> Option<String> {
    let day = (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())??;
    let shape = match precision {
        Some("year") => "%Y年",
        Some("month") => "%Y年%-m月",
        _ => "%Y年%-m月%-d日",
    };
    Some(day.format(shape).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn seen(shown: Shown) -> Sight {
        Sight { identity: shown, health: shown, ..Sight::default() }
    }

    #[test]
    fn health_is_told_to_one_who_reads_health_and_not_to_one_who_reads_identity_alone() {
        let told = |table, column, health| {
            let sight = Sight { identity: Shown::Full, health, ..Sight::default() };
            reads(table, column, &json!("怀孕五个月"), sight)
        };
        for (table, column) in [
            ("injury_help", "asked"),
            ("dismissal", "findings"),
            ("dismissal", "reasons"),
            ("dismissal_check", "note"),
            ("leave_year", "waived_reason"),
            ("leave_year", "note"),
            ("leave_period", "note"),
            ("recuperation_place", "note"),
        ] {
            for health in [Shown::Never, Shown::Masked] {
                assert_eq!(told(table, column, health).as_deref(), Some("（受保护）"), "{table}.{column}");
            }
            assert_eq!(told(table, column, Shown::Full).as_deref(), Some("怀孕五个月"), "{table}.{column}");
        }
    }

    #[test]
    fn why_somebody_is_in_need_is_told_to_readers_of_health_who_revealed_it() {
        let told = |table, column, value: Value, health| {
            let sight = Sight { identity: Shown::Full, health, ..Sight::default() };
            reads(table, column, &value, sight)
        };
        let of = |health| {
            [
                told("hardship_file", "details", json!("父亲透析"), health),
                told("hardship_file", "source", json!("因尿毒症申请"), health),
                told("hardship_file", "income", json!(98_000), health),
                told("member_aid", "what", json!("补助药费"), health),
            ]
        };
        for health in [Shown::Never, Shown::Masked] {
            assert!(of(health).iter().all(|said| said.as_deref() == Some(PROTECTED)), "{:?}", of(health));
        }
        let full = of(Shown::Full).map(Option::unwrap);
        assert_eq!(full, ["父亲透析", "因尿毒症申请", "980.00元", "补助药费"]);
        let sum = told("member_aid", "amount", json!(50_000), Shown::Never);
        assert_eq!(sum.as_deref(), Some("500.00元"), "what was spent is the union's own account");
    }

    #[test]
    fn identity_is_masked_and_stored_words_read_as_words() {
        let read = |table, column, value: Value| reads(table, column, &value, seen(Shown::Masked)).unwrap();
        assert_eq!(read("person_identity", "number", json!("11010519491231002X")), "110105********002X");
        assert_eq!(read("person_identity", "phone", json!("13800138000")), "138****8000");
        assert_eq!(read("person_identity", "email", json!("wang@example.com")), "w***@example.com");
        assert_eq!(
            read("person_identity", "other_phones", json!("13800138000、13900139000")),
            "138****8000、139****9000"
        );
        assert_eq!(
            read("person", "birth", json!("1949-12-31")),
            "1949年**月**日",
            "the number hides the day"
        );
        assert_eq!(read("person", "migrant", json!(1)), "是");
        assert_eq!(read("person", "removed_at", json!("2026-11-16T09:00:00+08:00")), "2026年11月16日 09:00");
        assert_eq!(read("membership_event", "kind", json!("retained")), "保留会籍");
        assert_eq!(read("person_identity", "kind", json!("居民身份证")), "居民身份证");
        for (table, column) in [
            ("import_batch", "file_name"),
            ("import_batch", "page"),
            ("import_row", "page"),
            ("import_column", "page"),
            ("import_column", "heading"),
            ("pay_sheet", "file_name"),
            ("pay_sheet", "page"),
            ("pay_column", "heading"),
        ] {
            let named = json!("王伟360121199003079990-13800138000.csv");
            assert_eq!(
                read(table, column, named),
                "王伟360121********9990-138****8000.csv",
                "{table}.{column}"
            );
        }
        assert_eq!(read("desk_grant", "what", json!("identity")), "查看证件号码和电话");
        assert_eq!(read("setting", "id", json!("retention.person")), "人员移除后保存的月数");
        assert_eq!(read("dues_base", "base", json!(500_000)), "5,000.00元");
        assert_eq!(read("dues_basis", "rate", json!(50)), "0.5%");
        assert_eq!(read("fee_share", "share", json!(6000)), "60%");
        assert_eq!(read("fee_payroll", "payroll", json!(186_240_050)), PROTECTED, "as of any payroll");
        assert_eq!(read("fee_payroll", "month", json!("2026-09")), "2026年9月");
        assert_eq!(reads("person", "note", &Value::Null, seen(Shown::Full)), None);
        let full = reads("person_identity", "phone", &json!("13800138000"), seen(Shown::Full));
        assert_eq!(full.as_deref(), Some("13800138000"));
    }

    #[test]
    fn a_day_is_told_as_exactly_as_it_is_known() {
        assert_eq!(day("2026-03-01", None).as_deref(), Some("2026年3月1日"));
        assert_eq!(day("2026-03-01", Some("month")).as_deref(), Some("2026年3月"));
        assert_eq!(day("2026-01-01", Some("year")).as_deref(), Some("2026年"));
        assert_eq!(day("2026-13-01", None), None, "no day is made up");
        assert_eq!(day("2026-3-1 左右", None), None, "a person's own words stay");
    }
}
