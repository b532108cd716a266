//! The papers of a negotiation, of work safety, of supervision and of new employment forms by their numbers in the union's catalogue: each has its template, by name. What stands in
//! them is tested elsewhere.

use std::collections::BTreeMap;

use crate::support::*;

/// Number, what the union calls it, its templates.
const PAPERS: [(u8, &str, &[&str]); 24] = [
    (1, "工资集体协商要约书", &["negotiation/offer"]),
    (2, "要约回复书", &["negotiation/reply"]),
    (3, "协商代表名单", &["negotiation/representatives"]),
    (4, "首席代表授权委托书、专业人员委托书", &["negotiation/chief-mandate", "negotiation/adviser-mandate"]),
    (5, "代表产生会议记录、公示", &["negotiation/election-record", "negotiation/election-notice"]),
    (6, "资料提供清单及签收单、保密承诺书", &["negotiation/information-list", "negotiation/confidentiality"]),
    (7, "协商会议通知", &["negotiation/meeting-notice"]),
    (8, "协商会议纪要", &["negotiation/minutes"]),
    (9, "协商方案、测算表", &["negotiation/plan"]),
    (
        10,
        "工资专项集体合同、其他集体合同、工资水平表",
        &["negotiation/wage-contract", "negotiation/special-contract", "negotiation/pay-levels"],
    ),
    (11, "表决票、计票报告、决议", &["congress/ballot", "congress/count", "congress/resolution"]),
    (12, "报送审查表、情况说明", &["negotiation/filing-form", "negotiation/filing-statement"]),
    (13, "送达回执", &["office/receipt"]),
    (
        14,
        "公布书、履行情况检查表、年度履行报告",
        &["negotiation/publication", "negotiation/performance-check", "negotiation/performance-report"],
    ),
    (15, "续签、变更、解除、终止协议", &["negotiation/amendment"]),
    (
        16,
        "协调处理申请书、催告函、拒绝协商的报告、中止备忘",
        &[
            "negotiation/coordination",
            "negotiation/demand",
            "negotiation/refusal-report",
            "negotiation/suspension",
        ],
    ),
    (17, "劳动保护监督检查记录", &["safety/visit"]),
    (18, "隐患登记表、整改建议书", &["safety/sheet", "safety/proposal"]),
    (19, "撤离建议书", &["safety/evacuation"]),
    (20, "职代会安全报告、隐患台账、公示", &["safety/report", "safety/ledger", "safety/notice"]),
    (
        22,
        "年休假计划表、未休假确认书、未休年休假报酬计算单",
        &["leave/schedule", "leave/waiver", "leave/payment"],
    ),
    (23, "疗休养名单公示、出行名单", &["recuperation/notice", "recuperation/list"]),
    (
        26,
        "监督提示函、意见书、提请函、送达回执、结案报告",
        &["letters/reminder", "letters/opinion", "letters/request", "office/receipt", "letters/closing"],
    ),
    (
        27,
        "平台协商纪要、转介函、职业伤害保障办理说明",
        &["platform/minutes", "platform/referral", "platform/help"],
    ),
];

#[test]
fn every_paper_of_the_catalogue_has_its_template() {
    for (number, name, keys) in PAPERS {
        for key in keys {
            let template = paper::Template::load(&assets(), key);
            assert!(template.is_ok(), "no. {number} ({name}): {}", template.err().unwrap());
            assert!(TEMPLATES.contains(key), "no. {number} ({name}): {key} is walked by the other tests");
        }
    }
}

#[test]
fn what_the_program_keeps_true_cannot_be_reworded() {
    for key in TEMPLATES {
        let template = paper::Template::load(&assets(), key).unwrap();
        let open = template.texts(&filled(key, &sample(key)));
        let kept = open.iter().find(|text| ["draft", "number", "corrects"].contains(&text.id.as_str()));
        assert!(kept.is_none(), "{key}: {kept:?} is the program's own");
    }
}

#[test]
fn what_was_signed_or_voted_cannot_be_reworded() {
    let contract: &[&str] = &["title", "basis", "chapters.1/title", "chapters.1/articles"];
    let resolution: &[&str] = &["title", "passed-on", "opening", "vote", "rules", "result", "decisions"];
    let amendment: &[&str] = &["effective", "terms", "congress"];
    let count: &[&str] = &["title", "date-line", "attendance", "rule", "ballots"];
    let publication: &[&str] = &["title", "opening", "points"];
    let statement: &[&str] = &["representatives", "course", "congress", "points", "wages"];
    let minutes: &[&str] = &["topics.1/result", "topics.2/result"];
    for (key, settled, open) in [
        ("negotiation/wage-contract", contract, None),
        ("negotiation/special-contract", contract, None),
        ("negotiation/amendment", amendment, Some("title")),
        ("negotiation/publication", publication, Some("places")),
        ("negotiation/filing-statement", statement, Some("opening")),
        ("negotiation/minutes", minutes, Some("topics.1/workers-position")),
        ("congress/resolution", resolution, Some("resolved")),
        ("congress/count", count, Some("closing")),
    ] {
        let template = paper::Template::load(&assets(), key).unwrap();
        let document = filled(key, &sample(key));
        let (all, may) = (document.texts(), template.texts(&document));
        let among = |texts: &[paper::TextBlock], id: &str| texts.iter().any(|text| text.id == id);
        for id in settled {
            assert!(among(&all, id), "{key} has {id}");
            assert!(!among(&may, id), "{key}: {id} stays as it was signed or voted");
        }
        if let Some(open) = open {
            assert!(among(&may, open), "{key}: {open} is worded by whoever writes it");
        }
    }
}

/// One template for both sides: each promises the other, and only our side speaks of telling the workers.
#[test]
fn the_promise_of_secrecy_is_of_the_side_that_signs_it() {
    let text = |context: &serde_json::Value| -> String {
        let pages = paper::layout(&filled("negotiation/confidentiality", context), faces()).unwrap();
        pages.iter().flat_map(|page| &page.runs).map(|run| bare(&run.text())).collect()
    };
    let mut context = sample("negotiation/confidentiality");
    let ours = text(&context);
    assert!(ours.contains("向职工通报") && !ours.contains("在企业内部传达"), "{ours}");
    context["side"] = "企业方".into();
    context["addressee"] = "江西云岭机械有限公司工会委员会".into();
    let theirs = text(&context);
    assert!(theirs.contains("在企业内部传达") && !theirs.contains("向职工通报"), "{theirs}");
    assert!(theirs.contains("江西云岭机械有限公司工会委员会"), "{theirs}");
    assert!(theirs.contains("2026年2月28日"), "{theirs}");
    context["date"] = serde_json::Value::Null;
    let unsigned = text(&context);
    assert!(!unsigned.contains("2月28日"), "the day is left to the hand that signs: {unsigned}");
}

/// A report that goes upwards names beside its number who answers for it; read to the congress it has neither head nor rule.
#[test]
fn a_report_upwards_bears_its_number_beside_who_signs_it() {
    use paper::BlockKind::{DocumentNumber, RedHeader};
    for key in ["negotiation/performance-report", "negotiation/refusal-report"] {
        let mut context = sample(key);
        context["number"] = "云岭工发〔2027〕4号".into();
        let signers = |context: &serde_json::Value| -> Vec<Option<String>> {
            let numbers = filled(key, context).blocks.into_iter().filter_map(|one| match one.kind {
                DocumentNumber { signer, .. } => Some(signer),
                _ => None,
            });
            numbers.collect()
        };
        assert_eq!(signers(&context), [Some("周喆".to_owned())], "{key}");
        if key == "negotiation/performance-report" {
            context["header"] = serde_json::Value::Null;
            context["signer"] = serde_json::Value::Null;
            let document = filled(key, &context);
            assert!(!document.blocks.iter().any(|one| matches!(one.kind, RedHeader { .. })), "{key}");
            assert_eq!(signers(&context), Vec::<Option<String>>::new(), "no rule without a head");
            assert!(shown(&document).unwrap().contains("云岭工发〔2027〕4号"), "the number stands");
        }
    }
}

/// A side whose list nobody entered has lines to write on and not none; the average is of the year before, whichever that is.
#[test]
fn what_nobody_knows_of_a_filing_is_left_open() {
    let text = |key: &str, context: &serde_json::Value| -> String {
        let pages = paper::layout(&filled(key, context), faces()).unwrap();
        pages.iter().flat_map(|page| &page.runs).map(|run| bare(&run.text())).collect()
    };
    let (form, statement) = ("negotiation/filing-form", "negotiation/filing-statement");
    let (mut sheet, mut told) = (sample(form), sample(statement));
    assert!(text(form, &sheet).contains("上年度5,860元") && text(form, &sheet).contains("职工方5人"));
    assert!(text(statement, &told).contains("上年度职工月平均工资5,860元"), "{}", text(statement, &told));
    sheet["representatives"] = serde_json::json!({ "workers": null, "employer": null });
    told["representatives"]["workers"] = serde_json::json!([]);
    told["representatives"]["employer"] = serde_json::json!([]);
    for context in [&mut sheet, &mut told] {
        context["draft"] = "职工方协商代表、企业方协商代表".into();
    }
    for (key, context) in [(form, &sheet), (statement, &told)] {
        let text = text(key, context);
        assert!(text.contains("＿＿人") && !text.contains("0人："), "{key}: {text}");
        assert!(!text.contains("职工方0人") && !text.contains("企业方0人"), "{key}: {text}");
    }
    // Nor does it say who met where no vote is recorded.
    told["congress"] = serde_json::Value::Null;
    told["draft"] = "审议通过的职工代表大会".into();
    let text = text(statement, &told);
    assert!(
        text.contains("审议，应到") && !text.contains("应到代表") && !text.contains("应到职工"),
        "{text}"
    );
}

#[test]
fn only_requests_reports_notices_and_decisions_may_bear_a_red_header() {
    let mut red = Vec::new();
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        if doc.blocks.iter().any(|b| matches!(b.kind, paper::BlockKind::RedHeader { .. })) {
            red.push((key, doc.form));
        }
    }
    // Reports, and the decision to expel. The notice of a meeting goes to the other party, a resolution is no decision of an
    // office. A letter has the union's name over its double rules and no header of a document.
    let official = [
        "negotiation/performance-report",
        "negotiation/refusal-report",
        "members/expulsion",
        "members/expulsion-report",
        "report/year",
        "union/election-request",
        "union/election-report",
    ];
    let letters = ["office/letter", "letters/request", "union/fee-demand", "union/leaving-audit"]
        .map(|key| (key, paper::Form::Letterhead));
    let wanted = official.map(|key| (key, paper::Form::Official)).into_iter().chain(letters);
    assert_eq!(red.into_iter().collect::<BTreeMap<_, _>>(), wanted.collect());
}

#[test]
fn no_page_of_any_paper_begins_with_names_or_a_date() {
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        let mut tails: Vec<String> = Vec::new();
        // An imprint stands on the last even page, which may hold nothing else.
        let mut imprint = None;
        for block in &doc.blocks {
            match &block.kind {
                paper::BlockKind::Signatures { sides } => tails.extend(sides.iter().map(|s| s.label.clone())),
                paper::BlockKind::DateLine { signer, date, .. } => {
                    tails.extend(signer.iter().chain([date]).cloned());
                }
                paper::BlockKind::Imprint { issuer, date, .. } => {
                    imprint = Some(bare(&format!("{issuer}{date}印发")));
                }
                _ => {}
            }
        }
        // The first page of a paper with a header begins with the union's name, and is meant to.
        let headed = doc.blocks.iter().any(|b| matches!(b.kind, paper::BlockKind::RedHeader { .. }));
        for page in paper::layout(&doc, faces()).unwrap().iter().skip(usize::from(headed)) {
            let whole: String = page.runs.iter().map(|run| bare(&run.text())).collect();
            if imprint.as_ref() == Some(&whole) {
                continue;
            }
            let first = page.runs.first().map(|run| bare(&run.text())).unwrap_or_default();
            let alone = tails.iter().any(|tail| !first.is_empty() && bare(tail) == first);
            assert!(!alone, "{key}: page {} begins with {first}", page.number);
        }
    }
}

/// Shares, majorities and terms come from the law of the place, with the context.
#[test]
fn no_limit_of_law_stands_in_a_template() {
    for key in TEMPLATES {
        let text = std::fs::read_to_string(assets().join(format!("papers/{key}.toml"))).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            for limit in ["百分之", "分之", "半数", "日内", "日以内", "个月", "工作日", "届满前"]
            {
                assert!(!line.contains(limit), "{key}: {line}");
            }
        }
    }
}
