//! The papers of an election as they are handled: a ballot is one page, two of them on a sheet part at half of its height, the
//! places to write in are whole; titles and heads split no word. Read from the pages of the layout.

use paper::Page;
use serde_json::{Value, json};

use crate::support::*;

/// Half of a sheet of A4, points from its upper edge.
const HALF: f32 = 148.5 * 72.0 / 25.4;

/// The lines of text on a page: baseline, size of type, text.
fn lines(page: &Page) -> Vec<(f32, f32, String)> {
    let mut lines: Vec<(f32, f32, String)> = Vec::new();
    for run in &page.runs {
        match lines.iter_mut().find(|(y, ..)| (*y - run.y).abs() < 0.5) {
            Some((.., text)) => text.push_str(&bare(&run.text())),
            None => lines.push((run.y, run.size, bare(&run.text()))),
        }
    }
    lines
}

fn laid_out(key: &str, context: &Value) -> Vec<Page> {
    paper::layout(&filled(key, context), faces()).unwrap()
}

fn ballot(post: &str, names: usize, seats: usize, two: bool) -> Vec<Page> {
    let mut context = sample("union/election-ballot");
    let people = context["names"].as_array().unwrap()[..names].to_vec();
    context["names"] = people.into();
    context["post"] = json!(post);
    context["seats"] = json!(seats);
    context["write_in"] = (0..seats).collect::<Vec<_>>().into();
    context["two"] = json!(two);
    laid_out("union/election-ballot", &context)
}

#[test]
fn every_ballot_is_one_page_and_its_places_to_write_in_are_whole() {
    for post in ["工会委员会委员", "经费审查委员会委员", "工会副主席"] {
        for names in 1..=6 {
            for seats in 1..=3 {
                let made = ballot(post, names, seats, names <= 2);
                assert_eq!(made.len(), 1, "{post}: {names} candidates, {seats} seats");
                for (_, _, line) in lines(&made[0]).iter().filter(|(.., line)| line.contains('＿')) {
                    let marks = line.chars().filter(|c| *c == '＿').count();
                    assert_eq!(marks % 6, 0, "{post}: {names} candidates, {seats} seats: {line}");
                }
            }
        }
    }
}

#[test]
fn two_ballots_part_at_half_of_the_sheet() {
    for names in 1..=2 {
        for seats in 1..=3 {
            let made = ballot("经费审查委员会委员", names, seats, true);
            let all = lines(&made[0]);
            let cut = all.iter().find(|(.., line)| line.contains("裁开")).expect("a line to cut along").0;
            // A character stands on its baseline: the middle of the line is a little above.
            assert!((cut - 6.0 - HALF).abs() < 6.0, "{names} candidates, {seats} seats: cut at {cut}");
            let ends: Vec<f32> =
                all.iter().filter(|(.., line)| line.contains("整张无效")).map(|one| one.0).collect();
            let titles: Vec<f32> = all.iter().filter(|(_, size, _)| *size > 20.0).map(|one| one.0).collect();
            assert_eq!(
                (ends.len(), titles.len()),
                (2, 4),
                "{names} candidates, {seats} seats: two whole ballots"
            );
            assert!(ends[0] < cut && cut < titles[2], "{names} candidates, {seats} seats: each in its half");
        }
    }
}

#[test]
fn the_title_of_the_letter_on_the_audit_splits_no_word() {
    let made = laid_out("union/leaving-audit", &sample("union/leaving-audit"));
    let all = lines(&made[0]);
    let title: Vec<&str> = all
        .iter()
        .map(|one| one.2.as_str())
        .filter(|line| line.contains("关于提请") || line.contains("离任审计的函"))
        .collect();
    assert_eq!(title, ["关于提请对前任工会主席", "进行离任审计的函"]);
}

#[test]
fn the_heads_of_the_list_of_delegates_stand_in_one_line_and_twins_are_told_apart() {
    let made = laid_out("union/members-delegates", &sample("union/members-delegates"));
    let all = lines(&made[0]);
    let heads = all.iter().find(|one| one.2.contains("选举单位")).expect("the heads");
    for head in ["序号", "姓名", "性别", "选举单位", "部门、岗位", "证号", "管理"] {
        assert!(heads.2.contains(head), "{head} in {}", heads.2);
    }
    let whole: String = all.iter().map(|one| one.2.as_str()).collect();
    assert!(whole.contains("1986") && whole.contains("仓储、仓管员"), "{whole}");
}

/// Numbered as it is issued, up to nine candidates with two who sign on either side.
#[test]
fn a_count_and_its_signatures_are_one_page() {
    for (candidates, two) in [(5, false), (7, false), (9, false), (7, true), (9, true)] {
        let mut context = sample("union/election-count");
        let rows = context["rows"].as_array().unwrap().clone();
        context["rows"] = rows.into_iter().cycle().take(candidates).collect::<Vec<_>>().into();
        context["number"] = json!("工选票〔2026〕1号");
        if two {
            context["tellers"] = json!(["陆雪梅", "邓秀兰"]);
            context["scrutineers"] = json!(["万里程", "许建国"]);
        }
        let made = laid_out("union/election-count", &context);
        assert_eq!(made.len(), 1, "{candidates} candidates, two who sign: {two}");
    }
}

#[test]
fn the_notice_says_how_long_it_hangs_and_whom_to_tell_or_leaves_room_for_it() {
    let text = |context: &Value| shown(&filled("union/election-notice", context)).unwrap();
    let mut context = sample("union/election-notice");
    let whole = text(&context);
    assert!(whole.contains("公示自2026年9月24日起至2026年10月8日止"), "{whole}");
    assert!(whole.contains("办公楼二层工会办公室；电话：0791-00000000；联系人：沈一诺"), "{whole}");
    (context["place"], context["phone"], context["chair"]) = (json!(null), json!(null), json!(null));
    let open = text(&context);
    assert!(open.contains("地方：＿") && open.contains("电话：＿") && open.contains("联系人：＿"), "{open}");
}
