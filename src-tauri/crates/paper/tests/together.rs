//! What must stay together and what must not be torn: small tables with their headings, facts in narrow columns, long names
//! beside their lines, the end of a paper with its text. Read from the pages of the layout.

use paper::{Align, BlockKind, Column, Document, Form, Page, Run, Signatory, SigningSide};
use serde_json::json;

use crate::flow::{document, pages, prose, signatures, text};
use crate::support::*;

const MM: f32 = 72.0 / 25.4;

fn heading(text: &str) -> BlockKind {
    BlockKind::Heading { level: 1, text: text.into() }
}

fn small_table(rows: usize) -> BlockKind {
    let column = |head: &str, width, align| Column {
        head: head.into(),
        over: String::new(),
        width,
        align,
        group: false,
    };
    BlockKind::Table {
        columns: vec![column("事项", 3.0, Align::Left), column("责任人", 1.0, Align::Center)],
        rows: (0..rows).map(|i| vec![format!("事项之{i}"), "曾广荣（企业方）".into()]).collect(),
        size: 14.0,
        whole: false,
    }
}

fn date_line() -> BlockKind {
    BlockKind::DateLine { signer: Some("工会委员会".into()), date: "2026年3月5日".into(), seal: true }
}

/// Baselines of body text on a page, from the top.
fn baselines(page: &Page) -> Vec<f32> {
    let mut ys: Vec<f32> = page.runs.iter().filter(|r| r.size > 15.5 && r.size < 16.5).map(|r| r.y).collect();
    ys.sort_by(f32::total_cmp);
    ys.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    ys
}

#[test]
fn a_small_table_stays_on_one_page_with_its_heading() {
    for rows in 1..=6 {
        for lines in 1..24 {
            let kinds = vec![prose(lines), heading("会后事项"), small_table(rows), prose(4)];
            let made = pages(&document(Form::TwoParty, kinds));
            let of = |what: &str| made.iter().position(|p| text(p).contains(what));
            let first = of("会后事项");
            for row in 0..rows {
                let at = of(&format!("事项之{row}"));
                assert_eq!(at, first, "row {row} of {rows} after {lines} lines leaves its heading");
            }
        }
    }
}

#[test]
fn a_sentence_that_leads_to_a_table_stays_on_one_page_with_it() {
    for lines in 1..24 {
        let lead = BlockKind::Paragraph { text: "会后事项的分工如下：".into() };
        let made = pages(&document(Form::TwoParty, vec![prose(lines), lead, small_table(3), prose(4)]));
        let of = |what: &str| made.iter().position(|p| text(p).contains(what));
        assert_eq!(of("分工如下"), of("事项之0"), "after {lines} lines");
    }
}

#[test]
fn the_lead_over_the_effects_of_a_plan_stays_with_their_table() {
    for scenarios in 1..16 {
        let mut context = sample("negotiation/plan");
        let one = context["scenarios"][0].clone();
        context["scenarios"] = vec![one; scenarios].into();
        context["deciles"] = json!([]);
        let made = paper::layout(&filled("negotiation/plan", &context), faces()).unwrap();
        let lead = made.iter().find(|page| text(page).contains("各方案要靠多大")).unwrap();
        assert!(text(lead).contains("盈亏平衡的"), "{scenarios} scenarios: the head of the table is there");
    }
}

#[test]
fn a_longer_table_is_cut_with_two_rows_on_either_side() {
    for rows in 7..30 {
        for lines in [1, 9, 13, 14, 15, 16, 17, 18] {
            let made = pages(&document(Form::TwoParty, vec![prose(lines), small_table(rows)]));
            for page in &made {
                let count = text(page).matches("事项之").count();
                assert_ne!(count, 1, "{rows} rows after {lines} lines: one alone on page {}", page.number);
            }
        }
    }
}

#[test]
fn a_table_that_is_to_stay_whole_stands_on_one_page_with_its_heading() {
    let whole = |rows: usize| {
        let mut table = small_table(rows);
        if let BlockKind::Table { whole, .. } = &mut table {
            *whole = true;
        }
        table
    };
    for lines in 1..24 {
        let kinds = vec![prose(lines), heading("会员增减"), whole(13), prose(4)];
        let made = pages(&document(Form::Register, kinds));
        let of = |what: &str| made.iter().position(|p| text(p).contains(what));
        for row in 0..13 {
            assert_eq!(of(&format!("事项之{row}")), of("会员增减"), "row {row} after {lines} lines");
        }
    }
    let long = pages(&document(Form::Register, vec![prose(3), heading("会员增减"), whole(40)]));
    assert!(text(&long[0]).contains("事项之0"), "what is longer than a page begins where it stands");
    assert!(text(&long[long.len() - 1]).contains("事项之39"), "and loses no row");
}

#[test]
fn the_months_of_a_year_stand_on_one_page() {
    for months in [11, 12] {
        let mut context = sample("members/statistics");
        let flows = context["flows"].as_array_mut().unwrap();
        let mut last = flows.last().unwrap().clone();
        last["month"] = json!(12);
        flows.push(last);
        flows.truncate(months);
        let made = paper::layout(&filled("members/statistics", &context), faces()).unwrap();
        let heads = made.iter().filter(|page| text(page).contains("月初")).count();
        assert_eq!(heads, 1, "{months} months and their sum");
    }
}

#[test]
fn a_small_table_of_running_text_is_parted_instead_of_leaving_a_third_of_a_page() {
    for lines in 1..24 {
        let mut table = small_table(5);
        if let BlockKind::Table { rows, .. } = &mut table {
            let cells =
                |i: usize| vec![format!("事项之{i}{}", "职工反映的情况".repeat(4)), "公司".to_owned()];
            *rows = (0..5).map(cells).collect::<Vec<_>>().into();
        }
        let made = pages(&document(Form::Letter, vec![prose(lines), heading("办理经过"), table, prose(9)]));
        for page in &made {
            let count = text(page).matches("事项之").count();
            assert_ne!(count, 1, "after {lines} lines: one row alone on page {}", page.number);
        }
        let foot =
            |page: &Page| page.runs.iter().map(|r| r.y).filter(|y| *y < 262.0 * MM).fold(0.0, f32::max);
        let blank = made[..made.len() - 1].iter().map(|page| 262.0 * MM - foot(page)).fold(0.0, f32::max);
        assert!(blank < 225.0 * MM * 0.3, "after {lines} lines: {blank} points blank");
    }
}

#[test]
fn the_sum_of_a_group_stands_below_another_row_of_it() {
    let column = |head: &str, group| Column {
        head: head.into(),
        over: String::new(),
        width: 1.0,
        align: Align::Left,
        group,
    };
    for lines in 1..24 {
        let columns = vec![column("类别", true), column("项目", false)];
        let rows: Vec<Vec<String>> = (0..30)
            .map(|i| {
                let own = if i % 5 == 0 { format!("类之{}", i / 5) } else { String::new() };
                vec![own, format!("{}之{i}号", if i % 5 == 4 { "合计" } else { "项目" })]
            })
            .collect();
        let table = BlockKind::Table { columns, rows: rows.into(), size: 10.5, whole: false };
        let made = pages(&document(Form::Register, vec![prose(lines), table]));
        for page in made.iter().skip(1) {
            let own = text(page);
            let item = own.find("项目之").unwrap_or(own.len());
            let begins = own.find("合计之").is_some_and(|sum| sum < item);
            assert!(!begins, "{lines} lines: a sum begins page {}: {own}", page.number);
        }
    }
}

/// Where it is cut off, the letter is not cut with it.
#[test]
fn a_letter_of_transfer_and_its_stub_stand_on_one_page() {
    let long = json!("江西云岭重型机械制造集团有限责任公司工会委员会");
    let (first, second) = (json!("工转〔2026〕3号"), json!("工转〔2026〕5号"));
    let issues = [(json!(null), json!(null)), (first.clone(), json!(null)), (second, first)];
    for (number, corrects) in issues {
        for name in [json!("邓立平"), json!("阿卜杜热合曼·买买提江")] {
            for union in [json!("江西云岭机械有限公司工会委员会"), long.clone()] {
                let mut context = sample("members/transfer");
                context["number"] = number.clone();
                context["corrects"] = corrects.clone();
                context["person"]["name"] = name.clone();
                context["union"]["name"] = union.clone();
                let made = paper::layout(&filled("members/transfer", &context), faces()).unwrap();
                assert_eq!(made.len(), 1, "number {number}, corrects {corrects}, {name} of {union}");
                let own = text(&made[0]);
                let at = |what: &str| own.find(what).unwrap_or_else(|| panic!("{what} in {own}"));
                assert!(at("并请将回执寄回") < at("会籍接转回执（接转后裁下寄回）"), "{own}");
                assert!(at("会籍接转回执（接转后裁下寄回）") < at("接收的工会（盖章）"), "{own}");
                if corrects.is_string() {
                    assert!(
                        at("本件更正") < at("会籍接转回执（接转后裁下寄回）"),
                        "the letter's, not the stub's"
                    );
                }
            }
        }
    }
}

#[test]
fn a_list_of_attachments_and_the_names_below_it_stand_with_text() {
    let made = pages_of_sample("members/expulsion-report");
    let last = text(made.last().unwrap());
    assert!(last.contains("附件") && last.contains("现报请备案"), "{last}");
    for lines in 5..45 {
        let items = vec!["决定".to_owned(), "判决书复印件".to_owned()];
        let kinds = vec![prose(lines), BlockKind::Attachments { items }, date_line()];
        let made = pages(&document(Form::Letter, kinds));
        let last = text(made.last().unwrap());
        assert!(last.contains("会议") || last.contains("职工"), "{lines} lines: no text beside {last}");
    }
}

#[test]
fn a_closing_of_one_line_stands_with_another_line_over_the_names() {
    let line = |text: String| BlockKind::Paragraph { text };
    for lines in 5..50 {
        let mut kinds: Vec<BlockKind> = (0..lines).map(|i| line(format!("第{i}项已经办理。"))).collect();
        kinds.extend([line("联系人：饶思敏。".into()), line("特此回复。".into()), date_line()]);
        let made = pages(&document(Form::Letter, kinds));
        let last = text(made.last().unwrap());
        assert!(last.contains("联系人"), "{lines} lines: the closing stands alone in {last}");
    }
    let made = pages_of_sample("negotiation/reply");
    let last = text(made.last().unwrap());
    assert!(last.contains("联系人") && last.contains("特此回复"), "{last}");
}

/// Whether a page begins inside a paragraph while the one before it ends in three blank lines or more.
fn torn(made: &[Page]) -> bool {
    made.windows(2).any(|two| {
        let low = baselines(&two[0]).last().copied().unwrap_or(0.0);
        let own = two[1].runs.iter().filter(|r| r.size > 15.5 && r.size < 16.5);
        let first = own.min_by(|a, b| a.y.total_cmp(&b.y));
        // From the last baseline to the foot of its line are 8.4 points.
        first.is_some_and(|run| run.x < 28.0 * MM + 8.0) && 262.0 * MM - low > 3.0 * 28.99 + 8.0
    })
}

#[test]
fn no_paragraph_is_torn_above_blank_lines() {
    let line = |text: String| BlockKind::Paragraph { text };
    for closing in [false, true] {
        for own in [3, 4, 5, 8] {
            for lines in 8..24 {
                let mut kinds: Vec<BlockKind> =
                    (0..lines).map(|i| line(format!("第{i}项已经办理。"))).collect();
                kinds.push(prose(own));
                kinds.extend(closing.then(|| line("联系人：饶思敏。".into())));
                kinds.push(date_line());
                let made = pages(&document(Form::Letter, kinds));
                assert!(!torn(&made), "{own} lines after {lines}, closing {closing}");
                let last = made.last().unwrap();
                assert!(baselines(last).len() > 2, "{own} lines after {lines}: the names stand alone");
            }
        }
    }
}

#[test]
fn a_long_paragraph_stays_whole_above_a_closing_of_one_line() {
    let made = pages_of_sample("letters/mediation-closing");
    let (first, last) = (text(&made[0]), text(made.last().unwrap()));
    assert!(first.contains("裁决（《中华人民共和国劳动争议调解仲裁法》第四十三条）。"), "{first}");
    assert!(last.starts_with("调解员：沈一诺"), "{last}");
}

#[test]
fn a_short_paragraph_goes_over_whole_with_the_attachments_below_it() {
    let made = pages_of_sample("members/expulsion-report");
    let last = text(made.last().unwrap());
    assert!(last.starts_with("2026年8月20日，装配一组讨论"), "{last}");
}

#[test]
fn a_page_before_signatures_is_no_shorter_for_a_line_that_may_stay() {
    let last = BlockKind::Paragraph { text: "本协议一式五份。".into() };
    let made = pages(&document(Form::TwoParty, vec![prose(14), prose(2), last, signatures(5)]));
    assert_eq!(baselines(&made[0]).len(), 16, "both paragraphs stand on the first page");
    assert!(text(&made[1]).starts_with("本协议一式五份"), "and the names stand with text");
}

fn pages_of_sample(key: &str) -> Vec<Page> {
    paper::layout(&filled(key, &sample(key)), faces()).unwrap()
}

#[test]
fn a_fact_in_a_narrow_column_is_not_wrapped() {
    let mut context = sample("negotiation/minutes");
    context["undertakings"] = json!([
        { "what": "提供分车间工资总额和人数的明细".repeat(3), "owner": "曾广荣（企业方）", "due": "2026-12-31" },
        { "what": "答复", "owner": "欧阳明月（职工方）", "due": null },
    ]);
    let made = paper::layout(&filled("negotiation/minutes", &context), faces()).unwrap();
    let runs: Vec<String> = made.iter().flat_map(|p| &p.runs).map(Run::text).collect();
    for fact in ["曾广荣（企业方）", "欧阳明月（职工方）", "2026年12月31日"] {
        assert!(runs.iter().any(|r| r == fact), "“{fact}” stands in one line");
    }
}

#[test]
fn the_day_something_was_handed_over_and_who_did_it_stand_in_lines_of_their_own() {
    let mut context = sample("negotiation/information-list");
    context["items"][1]["received_on"] = json!("2026-12-20");
    let made = paper::layout(&filled("negotiation/information-list", &context), faces()).unwrap();
    let runs: Vec<String> = made.iter().flat_map(|p| &p.runs).map(Run::text).collect();
    for fact in ["2026年2月20日", "2026年12月20日", "万里程"] {
        assert!(runs.iter().any(|r| r == fact), "“{fact}” stands in one line");
    }
}

#[test]
fn the_sums_of_a_column_have_the_same_decimals() {
    let doc = filled("negotiation/plan", &sample("negotiation/plan"));
    let made = paper::layout(&doc, faces()).unwrap();
    let runs: Vec<String> = made.iter().flat_map(|p| &p.runs).map(Run::text).collect();
    for sum in ["303,782.40", "414,720.00", "1,125,120"] {
        assert!(runs.iter().any(|r| r == sum), "{sum}");
    }
}

#[test]
fn a_plan_calls_what_was_reckoned_to_whole_months_by_that_name() {
    let told = |context: &serde_json::Value| -> String {
        let made = paper::layout(&filled("negotiation/plan", context), faces()).unwrap();
        made.iter().map(text).collect()
    };
    let mut context = sample("negotiation/plan");
    let paid = told(&context);
    assert!(paid.contains("人，工资总额1,875,200") && !paid.contains("折算"), "{paid}");
    (context["base"]["payroll_name"], context["base"]["folded"]) =
        (json!("折算成整月的工资总额"), json!(true));
    let reckoned = told(&context);
    assert!(reckoned.contains("人，折算成整月的工资总额1,875,200"), "{reckoned}");
    assert!(reckoned.contains("整月的）"), "of what the cost is a share: {reckoned}");
}

#[test]
fn a_column_left_blank_for_the_hand_keeps_its_width() {
    let column = |head: &str, width| Column {
        head: head.into(),
        over: String::new(),
        width,
        align: Align::Center,
        group: false,
    };
    let columns = vec![column("事项", 3.0), column("办结", 1.0)];
    let rows = vec![vec!["提供分车间工资总额和人数的明细".repeat(3), String::new()]];
    let table = BlockKind::Table { columns, rows: rows.into(), size: 12.0, whole: false };
    let made = pages(&document(Form::Register, vec![table]));
    let mut edges: Vec<f32> = made[0].rules.iter().filter(|r| r.from.0 == r.to.0).map(|r| r.from.0).collect();
    edges.sort_by(f32::total_cmp);
    assert!((edges[2] - edges[1] - 39.0 * MM).abs() < 0.1, "a quarter of 156 mm: {edges:?}");
}

#[test]
fn a_long_name_is_set_as_large_as_the_others_and_keeps_its_line() {
    for name in [
        "王伟",
        "阿依古丽·买买提",
        "阿卜杜热合曼·买买提江",
        "迪丽热巴·迪力木拉提江",
        "欧阳司徒上官诸葛东方令狐",
    ] {
        let person =
            |name: &str| Signatory { name: name.into(), role: "协商代表".into(), note: String::new() };
        let side = |label: &str| SigningSide {
            label: label.into(),
            seal: None,
            names: vec![person(name), person("邓玉兰")],
            date: false,
        };
        let sides = vec![side("职工方"), side("企业方")];
        let made = pages(&document(Form::TwoParty, vec![prose(3), BlockKind::Signatures { sides }]));
        let small: Vec<&Run> =
            made[0].runs.iter().filter(|r| r.size < 15.0 && !"协商代表".contains(&r.text())).collect();
        let page_number = |r: &&&Run| !r.text().contains('1');
        assert_eq!(small.iter().filter(page_number).count(), 0, "{name} is set small: {small:?}");
        let lines: Vec<f32> = made[0].rules.iter().map(|r| r.to.0 - r.from.0).collect();
        assert_eq!(lines.len(), 4, "{name}");
        assert!(lines.iter().all(|l| *l >= 38.0 * MM), "{name}: {lines:?}");
    }
}

#[test]
fn a_dotted_name_is_parted_at_its_dot() {
    let side = |label: &str| SigningSide {
        label: label.into(),
        seal: None,
        names: vec![Signatory {
            name: "阿依古丽·买买提".into(),
            role: "协商代表".into(),
            note: String::new(),
        }],
        date: false,
    };
    let sides = vec![side("职工方"), side("企业方")];
    let made = pages(&document(Form::TwoParty, vec![prose(3), BlockKind::Signatures { sides }]));
    let runs: Vec<String> = made[0].runs.iter().map(Run::text).collect();
    assert!(runs.iter().any(|r| r == "阿依古丽·") && runs.iter().any(|r| r == "买买提"), "{runs:?}");
}

#[test]
fn a_few_lines_too_many_are_pulled_onto_the_page() {
    for lines in 5..=20 {
        let made = pages(&document(Form::Letter, vec![prose(lines), date_line()]));
        assert_eq!(made.len(), 1, "{lines} lines and four for names and date fit by setting them closer");
        let ys = baselines(&made[0]);
        let least = ys.windows(2).map(|y| y[1] - y[0]).fold(f32::MAX, f32::min);
        assert!(least >= 25.99, "{lines} lines: pitch {least}");
    }
    let plain = pages(&document(Form::Letter, vec![prose(18), date_line()]));
    let ys = baselines(&plain[0]);
    assert!((ys[1] - ys[0] - 28.99).abs() < 0.02, "a page that is just full keeps the standard's pitch");
}

#[test]
fn the_last_page_carries_more_than_names_and_date() {
    for lines in 21..66 {
        let made = pages(&document(Form::Letter, vec![prose(lines), date_line()]));
        let last = made.last().unwrap();
        let own = baselines(last).len();
        assert!(made.len() == 1 || own >= 4, "{lines} lines: {own} lines on the last page, two of them text");
        assert!(
            text(last).contains("会议") || text(last).contains("职工"),
            "{lines} lines: no text beside the date"
        );
    }
}

#[test]
fn four_representatives_a_side_stand_on_one_page() {
    let one = |name: &str, chief: bool| {
        json!({ "name": name, "sex": "女", "post": "机加工车间数控车床操作工", "chief": chief, "front_line": true,
            "dispatched": false, "outside": false, "chosen": "职工代表大会表决通过", "chosen_on": "2026-09-24" })
    };
    let four =
        json!([one("周喆", true), one("王伟", false), one("阿依古丽·买买提", false), one("邓玉兰", false)]);
    for number in [json!(null), json!("工协名〔2026〕2号")] {
        let mut context = sample("negotiation/representatives");
        (context["workers_side"], context["employers_side"]) = (four.clone(), four.clone());
        // Who left and what the law guarantees may follow on a second page.
        ["changes", "protection", "extended"].iter().for_each(|more| context[*more] = json!([]));
        context["number"] = number.clone();
        let made = paper::layout(&filled("negotiation/representatives", &context), faces()).unwrap();
        assert_eq!(made.len(), 1, "number {number}");
    }
}

#[test]
fn a_second_issue_names_the_one_it_corrects() {
    let numbered = |key: &&&str| key.starts_with("negotiation/") || key.starts_with("congress/");
    // A ballot bears no number: it would tell who cast it. A blank sheet is no paper yet, and a motion bears that of its register.
    let bare = ["congress/ballot", "congress/motion", "negotiation/opinion-sheet"];
    for key in TEMPLATES.iter().filter(numbered).filter(|key| !bare.contains(key)) {
        let read = |number: serde_json::Value, corrects: serde_json::Value| {
            let mut context = sample(key);
            (context["number"], context["corrects"]) = (number, corrects);
            shown(&filled(key, &context)).unwrap()
        };
        let (new, old) = (json!("工协纪〔2026〕9号"), json!("工协纪〔2026〕7号"));
        let second = read(new.clone(), old.clone());
        assert!(
            second.contains("工协纪〔2026〕9号") && second.contains("更正工协纪〔2026〕7号"),
            "{key}: {second}"
        );
        assert!(!read(new, json!(null)).contains("更正"), "{key}: the first issue corrects nothing");
        assert!(!read(json!(null), old).contains("更正"), "{key}: what is not issued corrects nothing");
    }
}

#[test]
fn the_number_of_originals_is_the_templates() {
    let context = sample("negotiation/minutes");
    assert!(context.get("copies").is_none(), "the context leaves it to the template");
    assert!(shown(&filled("negotiation/minutes", &context)).unwrap().contains("纪要一式四份"));
    let own = std::fs::read_to_string(assets().join("papers/negotiation/minutes.toml")).unwrap();
    let own = own.replace("copies = 4", "copies = 6");
    let made: Document = paper::Template::parse("own/minutes", &own).unwrap().fill(&context, meta()).unwrap();
    assert!(shown(&made).unwrap().contains("纪要一式六份"), "a union's own template settles it");
    let mut context = context;
    context["copies"] = json!(5);
    assert!(
        shown(&filled("negotiation/minutes", &context)).unwrap().contains("纪要一式五份"),
        "given is given"
    );
}
