//! Which items of information are missing, what a new list begins with, and what an item must hold. Pure; by when they are due
//! the law of the place says.

use chrono::NaiveDate;

use super::model::{InformationItem, MarkInformation};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::Side;
use crate::negotiation::rules::Law;
use crate::office::{short, text};

/// What is usually asked for before wages are talked about; the law of the place may name more.
const USUAL: [&str; 9] = [
    "上年度工资总额",
    "上年度职工平均工资",
    "上年度营业收入",
    "上年度利润总额",
    "人工成本占总成本的比例",
    "本地区居民消费价格指数",
    "本地区企业工资指导线",
    "社会保险费缴纳情况",
    "劳动生产率",
];

/// What a new list begins with, each once: what the offer asked for, what the law of the place names, what is usual.
pub fn proposal(law: Law<'_>, asked: &str) -> Vec<String> {
    let mut names: Vec<String> =
        asked.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if let Some(ruling) = law.book.applies("negotiation.information.content", law.place, law.on) {
        names.extend(ruling.winner.items.iter().map(|item| item.text.clone()));
    }
    names.extend(USUAL.iter().map(|name| (*name).to_owned()));
    let bare = |name: &str| {
        ["上一年度", "上年度", "企业", "用缴纳情况", "缴纳情况"]
            .iter()
            .fold(name.to_owned(), |name, one| name.replace(one, ""))
    };
    let mut once: Vec<String> = Vec::new();
    for name in names {
        if !once.iter().any(|known| bare(known).contains(&bare(&name)) || known.contains(&name)) {
            once.push(name);
        }
    }
    once
}

/// The items of a side that were neither received nor refused.
pub fn missing(items: &[InformationItem], of: Side) -> Vec<&InformationItem> {
    items.iter().filter(|one| one.of == of && one.received_on.is_none() && one.refused_on.is_none()).collect()
}

fn joined(items: &[&InformationItem]) -> String {
    items.iter().map(|one| one.name.trim()).collect::<Vec<_>>().join("、")
}

/// The names of what a side has still to provide; none where it provided or refused everything.
pub fn outstanding(items: &[InformationItem], of: Side) -> Option<String> {
    let open = missing(items, of);
    (!open.is_empty()).then(|| joined(&open))
}

/// What is not there, as a sentence for the minutes; empty when everything is.
pub fn incomplete(items: &[InformationItem]) -> String {
    let mut told = String::new();
    for side in [Side::Employer, Side::Workers] {
        let open = missing(items, side);
        if !open.is_empty() {
            told.push_str(&format!("{}尚未提供：{}。", side.name(), joined(&open)));
        }
        for refused in items.iter().filter(|one| one.of == side && one.refused_on.is_some()) {
            let reason = text(&refused.refused_reason).unwrap_or_default().trim_end_matches('。');
            told.push_str(&format!("{}不提供{}，理由：{reason}。", side.name(), refused.name.trim()));
        }
    }
    told
}

/// Refuses an item that says nothing, or was received before it was asked for.
///
/// Errors: `bad_input` at its field.
pub fn check(items: &[InformationItem], today: NaiveDate) -> Result<(), Problem> {
    for (at, item) in items.iter().enumerate() {
        let field = |name: &str| format!("items.{at}.{name}");
        let nth = at + 1;
        for (name, value, most) in [
            ("period", &item.period, 50),
            ("receivedFrom", &item.received_from, 100),
            ("form", &item.form, 50),
            ("refusedReason", &item.refused_reason, 500),
            ("note", &item.note, 200),
        ] {
            short(&field(name), value.as_deref().unwrap_or_default(), most)?;
        }
        short(&field("name"), &item.name, 100)?;
        short(&field("askedBy"), &item.asked_by, 100)?;
        if item.name.trim().is_empty() {
            return Err(Problem::input(&field("name"), format!("第{nth}项没有写资料的名称。")));
        }
        let same = |other: &InformationItem| other.of == item.of && other.name.trim() == item.name.trim();
        if let Some(earlier) = items[..at].iter().position(same) {
            let message = format!("第{nth}项和第{}项是同一份资料，请去掉一项。", earlier + 1);
            return Err(Problem::input(&field("name"), message));
        }
        if item.asked_by.trim().is_empty() {
            return Err(Problem::input(&field("askedBy"), format!("第{nth}项请填写由谁要求的。")));
        }
        if item.asked_on > today {
            return Err(Problem::input(&field("askedOn"), "要求提供的日期还没有到，请核对。"));
        }
        check_outcome(item, &field, today)?;
    }
    Ok(())
}

fn check_outcome(
    item: &InformationItem,
    field: &dyn Fn(&str) -> String,
    today: NaiveDate,
) -> Result<(), Problem> {
    let name = item.name.trim();
    if item.received_on.is_some() && item.refused_on.is_some() {
        let message = format!("{name}登记了收到，又登记了不提供，请只留一项。");
        return Err(Problem::input(&field("refusedOn"), message));
    }
    for (at, day) in [("receivedOn", item.received_on), ("refusedOn", item.refused_on)] {
        let Some(day) = day else { continue };
        if day > today {
            return Err(Problem::input(&field(at), format!("{name}的日期还没有到，请在办过以后登记。")));
        }
        if day < item.asked_on {
            return Err(Problem::input(&field(at), format!("{name}的日期早于要求提供的日期，请核对。")));
        }
    }
    if item.received_on.is_some() && text(&item.received_from).is_none() {
        return Err(Problem::input(&field("receivedFrom"), format!("请填写{name}由谁提供的。")));
    }
    if item.refused_on.is_some() && text(&item.refused_reason).is_none() {
        let message = format!("请写明对方不提供{name}的理由，要写进纪要。");
        return Err(Problem::input(&field("refusedReason"), message));
    }
    Ok(())
}

/// Refuses a promise of secrecy signed before its signer took part in the talks.
///
/// Errors: `bad_input` at the day.
pub fn check_signed(on: Option<NaiveDate>, name: &str, since: NaiveDate) -> Result<(), Problem> {
    if on.is_none_or(|on| on >= since) {
        return Ok(());
    }
    let message =
        format!("{}从{}起参加这次协商，签署的日期不能早于那一天，请核对。", name.trim(), day_words(since));
    Err(Problem::input("signedOn", message))
}

/// The item of a list with what came of it as it is kept: a list typed before it came does not lose it.
pub fn with_outcome(item: &InformationItem, standing: &[InformationItem]) -> InformationItem {
    let Some(kept) = standing.iter().find(|kept| item.id.is_some() && kept.id == item.id) else {
        return item.clone();
    };
    InformationItem {
        received_on: kept.received_on,
        received_from: kept.received_from.clone(),
        form: kept.form.clone(),
        pages: kept.pages,
        refused_on: kept.refused_on,
        refused_reason: kept.refused_reason.clone(),
        ..item.clone()
    }
}

/// Refuses a list that lacks an item of which something came: that is taken back first, where it was a mistake.
///
/// Errors: `refused` at the list.
pub fn check_kept(standing: &[InformationItem], wanted: &[InformationItem]) -> Result<(), Problem> {
    let came = |one: &&InformationItem| one.received_on.is_some() || one.refused_on.is_some();
    let gone = |one: &&InformationItem| !wanted.iter().any(|other| other.id == one.id);
    let Some(lost) = standing.iter().filter(came).find(gone) else { return Ok(()) };
    let what = if lost.received_on.is_some() { "收到" } else { "答复不提供" };
    let message = format!(
        "{}已经登记了{what}，不能从清单里去掉；登记错了的，请先在协商资料里点“改为没有结果”。",
        lost.name.trim()
    );
    Err(Problem::new("refused", message).at("items"))
}

/// The item with what came of it.
pub fn marked(item: &InformationItem, mark: &MarkInformation) -> InformationItem {
    InformationItem {
        received_on: mark.received_on,
        received_from: mark.received_from.clone().filter(|_| mark.received_on.is_some()),
        form: mark.form.clone().filter(|_| mark.received_on.is_some()),
        pages: mark.pages.filter(|_| mark.received_on.is_some()),
        refused_on: mark.refused_on,
        refused_reason: mark.refused_reason.clone().filter(|_| mark.refused_on.is_some()),
        ..item.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use law::{LawBook, Place};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn item(name: &str) -> InformationItem {
        InformationItem {
            id: None,
            of: Side::Employer,
            name: name.to_owned(),
            period: None,
            secret: false,
            asked_on: day("2026-03-02"),
            asked_by: "陈望舒".to_owned(),
            received_on: None,
            received_from: None,
            form: None,
            pages: None,
            refused_on: None,
            refused_reason: None,
            note: None,
        }
    }

    #[test]
    fn what_is_not_there_is_told_and_what_is_refused_with_its_reason() {
        let received = InformationItem { received_on: Some(day("2026-03-05")), ..item("工资总额") };
        let refused = InformationItem {
            refused_on: Some(day("2026-03-05")),
            refused_reason: Some("涉及商业秘密。".to_owned()),
            ..item("利润总额")
        };
        assert_eq!(incomplete(std::slice::from_ref(&received)), "");
        let all = [received, item("营业收入"), refused, item("劳动生产率")];
        assert_eq!(
            incomplete(&all),
            "企业方尚未提供：营业收入、劳动生产率。企业方不提供利润总额，理由：涉及商业秘密。"
        );
        assert_eq!(missing(&all, Side::Workers).len(), 0);
    }

    #[test]
    fn a_new_list_begins_with_the_offer_and_the_law_of_the_place_and_says_nothing_twice() {
        let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
        let place = Place::province("37");
        let law = Law { book: &book, place: &place, on: day("2026-03-02") };
        let names = proposal(law, "上年度工资总额\n分车间人数\n");
        assert_eq!(names[0], "上年度工资总额");
        assert!(names.contains(&"上缴税收".to_owned()), "山东 art. 23: {names:?}");
        assert!(names.contains(&"劳动生产率".to_owned()));
        let more = proposal(law, "社会保险费和住房公积金缴纳情况");
        let social = more.iter().filter(|name| name.contains("社会保险费")).count();
        assert_eq!(social, 1, "{more:?}");
        let incomes = names.iter().filter(|name| name.contains("营业收入")).count();
        assert_eq!(incomes, 1, "{names:?}");
    }

    #[test]
    fn nobody_promised_before_taking_part() {
        let since = day("2026-06-01");
        let signed = |on: &str| check_signed(Some(day(on)), "陈望舒", since);
        assert!(signed("2026-06-01").is_ok());
        assert_eq!(signed("2026-05-31").unwrap_err().field.as_deref(), Some("signedOn"));
        assert!(check_signed(None, "陈望舒", since).is_ok(), "taken back");
    }

    #[test]
    fn each_item_says_who_asked_and_what_came_of_it() {
        let today = day("2026-03-10");
        let field = |change: fn(&mut InformationItem)| {
            let mut changed = item("营业收入");
            change(&mut changed);
            let all = [item("工资总额"), changed];
            check(&all, today).err().and_then(|problem| problem.field).unwrap_or_default()
        };
        assert_eq!(field(|_| ()), "");
        assert_eq!(field(|one| one.name = " ".to_owned()), "items.1.name");
        assert_eq!(field(|one| one.name = "工资总额".to_owned()), "items.1.name");
        assert_eq!(field(|one| one.asked_by.clear()), "items.1.askedBy");
        assert_eq!(field(|one| one.received_on = Some(day("2026-03-05"))), "items.1.receivedFrom");
        assert_eq!(field(|one| one.received_on = Some(day("2026-03-01"))), "items.1.receivedOn");
        assert_eq!(field(|one| one.refused_on = Some(day("2026-03-05"))), "items.1.refusedReason");
        assert_eq!(field(|one| one.refused_on = Some(day("2026-03-11"))), "items.1.refusedOn");
        assert_eq!(
            field(|one| {
                one.received_on = Some(day("2026-03-05"));
                one.refused_on = Some(day("2026-03-05"));
            }),
            "items.1.refusedOn"
        );
    }
}
