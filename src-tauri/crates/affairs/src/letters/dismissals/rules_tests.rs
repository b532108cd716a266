//! What a notice of dismissal or discipline comes to on both sides of its lines: beforehand or not, whom the law protects and
//! against what, what is next and by which day.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place as At};

use super::*;
use crate::duty::Whose;
use crate::letters::dismissals::model::{
    DismissalAnswerItem, DismissalHelp, DismissalId, DismissalItem, DismissalLook, DismissalResult,
};
use crate::letters::dismissals::senior::Senior;
use crate::members::dossier::model::ExamKind;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn in_place<T>(province: &str, body: impl FnOnce(SupervisionLaw<'_>) -> T) -> T {
    let place = At::province(province);
    body(SupervisionLaw { book: &BOOK, place: &place })
}

fn notice(kind: DismissalKind, received: &str, planned: Option<&str>) -> DismissalInput {
    DismissalInput {
        id: None,
        kind,
        person: None,
        name: "柳新民".to_owned(),
        employer: Some("赣江机械有限公司".to_owned()),
        received_on: day(received),
        written: true,
        reasons: "旷工三天".to_owned(),
        grounds: None,
        planned_on: planned.map(day),
    }
}

fn id() -> DismissalId {
    "01990000-0000-7000-8000-000000000001".parse().unwrap()
}

fn kept(record: DismissalInput) -> Kept {
    Kept {
        id: id(),
        number: "解〔2026〕1号".to_owned(),
        record,
        opinion: None,
        issue: None,
        delivered_on: None,
        answered: None,
        due_on: None,
        help: None,
        known_on: None,
        mediation: None,
        closed: None,
    }
}

fn objection(on: &str) -> DismissalOpinion {
    DismissalOpinion {
        id: id(),
        stance: DismissalStance::Object,
        unchecked: None,
        opined_on: day(on),
        findings: None,
        articles: None,
        request: None,
        answer_by: None,
        contact: None,
    }
}

#[test]
fn a_notice_is_in_time_up_to_the_last_day_that_the_place_allows() {
    let told = |province: &str, kind, received: &str, planned: &str| {
        in_place(province, |law| beforehand(law, &notice(kind, received, Some(planned)), day("2026-11-28")))
            .unwrap()
            .in_time
    };
    use DismissalKind::{Discipline, Fault, Layoff};
    assert_eq!(told("36", Fault, "2026-11-13", "2026-11-20"), Some(true), "江西: seven days before");
    assert_eq!(told("36", Fault, "2026-11-14", "2026-11-20"), Some(false));
    assert_eq!(told("36", Discipline, "2026-11-13", "2026-11-20"), Some(true));
    assert_eq!(told("36", Discipline, "2026-11-16", "2026-11-20"), Some(false));
    assert_eq!(told("35", Fault, "2026-11-13", "2026-11-20"), Some(true), "福建: five working days before");
    assert_eq!(told("35", Fault, "2026-11-16", "2026-11-20"), Some(false));
    assert_eq!(
        told("33", Fault, "2026-11-19", "2026-11-20"),
        Some(true),
        "the law itself says only: beforehand"
    );
    assert_eq!(told("33", Fault, "2026-11-20", "2026-11-20"), Some(false));
    assert_eq!(told("33", Layoff, "2026-10-21", "2026-11-20"), Some(true), "thirty days before a lay-off");
    assert_eq!(told("33", Layoff, "2026-10-22", "2026-11-20"), Some(false));
    let open =
        in_place("36", |law| beforehand(law, &notice(Fault, "2026-11-13", None), day("2026-11-28"))).unwrap();
    assert_eq!(open.in_time, None, "nobody says when");
    assert!(open.rule.is_some() && open.text.contains("问清楚"), "{}", open.text);
}

#[test]
fn a_notice_by_mouth_is_none_where_the_place_asks_for_writing() {
    let oral = |province: &str, planned: Option<&str>| {
        let record = DismissalInput { written: false, ..notice(DismissalKind::Fault, "2026-11-10", planned) };
        in_place(province, |law| {
            let told = beforehand(law, &record, day("2026-11-28")).unwrap();
            (told.in_time, told.text, notice_faults(law, &record, day("2026-11-28")).unwrap())
        })
    };
    let (in_time, text, faults) = oral("36", Some("2026-11-20"));
    assert_eq!(in_time, Some(false), "江西 asks for writing: {text}");
    assert!(text.contains("补发书面通知"), "{text}");
    assert!(
        faults.len() == 1 && faults[0].contains("没有书面") && faults[0].contains("第二十八条"),
        "{faults:?}"
    );
    assert_eq!(oral("36", None).0, Some(false), "whichever day it is meant for");
    let (in_time, _, faults) = oral("35", Some("2026-11-20"));
    assert_eq!((in_time, faults), (Some(true), Vec::new()), "福建 does not");
    let late = notice(DismissalKind::Fault, "2026-11-16", Some("2026-11-20"));
    let faults = in_place("36", |law| notice_faults(law, &late, day("2026-11-28"))).unwrap();
    let said = "你单位打算在2026年11月20日解除劳动合同，2026年11月16日才通知我会，不符合";
    assert!(faults.len() == 1 && faults[0].starts_with(said), "a sentence for an employer: {faults:?}");
    assert!(!faults[0].contains("日历日") && !faults[0].contains("起向前算"), "{faults:?}");
    let in_time = notice(DismissalKind::Fault, "2026-11-13", Some("2026-11-20"));
    assert_eq!(
        in_place("36", |law| notice_faults(law, &in_time, day("2026-11-28"))).unwrap(),
        Vec::<String>::new()
    );
}

#[test]
fn what_was_found_is_told_as_sentences_to_the_employer() {
    let told = |item, yes, note: Option<&str>| {
        let answers = [DismissalAnswerItem { item, yes: Some(yes), note: note.map(str::to_owned) }];
        in_place("36", |law| {
            let all = looks(law, DismissalKind::NoFault, &Known::default(), &answers, day("2026-11-28"));
            finding(all.iter().find(|look| look.answer.item == item).unwrap())
        })
    };
    use DismissalItem as Item;
    assert_eq!(told(Item::Facts, false, Some("没有考核记录")), "你单位所说的理由事实依据不足：没有考核记录");
    assert!(told(Item::Facts, false, None).ends_with("没有听取本人的说明"));
    assert!(told(Item::Rules, false, None).starts_with("你单位依据的规章制度没有经过民主程序"));
    assert_eq!(told(Item::Women, true, Some("怀孕五个月")), "本人在孕期、产期、哺乳期（怀孕五个月）");
    assert!(told(Item::Activity, true, None).starts_with("这次处理起因是"));
}

#[test]
fn no_objection_waits_for_whom_the_law_protects_and_an_objection_says_what_it_stands_on() {
    let none = DismissalOpinion { stance: DismissalStance::None, ..objection("2026-11-10") };
    let seen = |answers: &[DismissalAnswerItem]| {
        in_place("36", |law| {
            looks(law, DismissalKind::NoFault, &Known::default(), answers, day("2026-11-28"))
        })
    };
    let asked = check_unchecked(&none, &seen(&[])).unwrap_err();
    assert_eq!(asked.field.as_deref(), Some("unchecked"));
    assert!(asked.message.contains("8项") && asked.message.contains("孕期"), "{}", asked.message);
    let sure = DismissalOpinion { unchecked: Some(true), ..none.clone() };
    assert!(check_unchecked(&sure, &seen(&[])).is_ok(), "said so");
    assert!(check_unchecked(&objection("2026-11-10"), &seen(&[])).is_ok(), "an objection waits for nothing");
    let all: Vec<_> = DismissalItem::ALL
        .iter()
        .map(|item| DismissalAnswerItem { item: *item, yes: Some(item.is_ground()), note: None })
        .collect();
    assert!(check_unchecked(&none, &seen(&all)).is_ok());
    let field = |opinion: &DismissalOpinion| {
        check_opinion(opinion, day("2026-11-09"), day("2026-11-28")).err().and_then(|why| why.field)
    };
    let full = DismissalOpinion {
        findings: Some("本人在孕期".to_owned()),
        articles: Some("第四十二条".to_owned()),
        request: Some("重新研究".to_owned()),
        ..objection("2026-11-10")
    };
    assert_eq!(field(&full), None);
    assert_eq!(field(&none), None, "without objection there is nothing to say");
    let bare = |change: fn(&mut DismissalOpinion)| {
        let mut one = full.clone();
        change(&mut one);
        field(&one)
    };
    assert_eq!(bare(|one| one.findings = Some(" ".to_owned())).as_deref(), Some("findings"));
    assert_eq!(bare(|one| one.articles = None).as_deref(), Some("articles"));
    assert_eq!(bare(|one| one.request = None).as_deref(), Some("request"));
}

#[test]
fn whom_article_42_protects_is_barred_without_fault_and_looked_at_harder_with_it() {
    let warned = |kind, item, yes| {
        let answers = [DismissalAnswerItem { item, yes: Some(yes), note: None }];
        in_place("36", |law| {
            let all = looks(law, kind, &Known::default(), &answers, day("2026-11-28"));
            all.into_iter().find(|look| look.answer.item == item).unwrap()
        })
    };
    use DismissalItem as Item;
    for item in [Item::Exposure, Item::Injured, Item::Medical, Item::Women, Item::Senior] {
        let barred = warned(DismissalKind::NoFault, item, true);
        assert!(barred.warning.unwrap().contains("不得这样解除"), "{item:?}");
        assert_eq!(barred.rule.unwrap().article, "第四十二条");
        assert!(!barred.says.unwrap().ends_with("解除劳动合同"), "the law's own words on {item:?}");
        let fault = warned(DismissalKind::Fault, item, true);
        assert!(fault.warning.unwrap().contains("法定的过失"), "article 42 does not bar a fault: {item:?}");
        assert_eq!(warned(DismissalKind::NoFault, item, false).warning, None);
        for (kind, barred) in [
            (DismissalKind::NoFault, true),
            (DismissalKind::Layoff, true),
            (DismissalKind::Fault, false),
            (DismissalKind::Discipline, false),
        ] {
            assert_eq!(is_barred_by_law(kind, item), barred, "{kind:?}, {item:?}");
        }
    }
    assert!(warned(DismissalKind::Fault, Item::Facts, false).warning.is_some(), "no facts, no grounds");
    assert_eq!(warned(DismissalKind::Fault, Item::Facts, true).warning, None);
    assert_eq!(warned(DismissalKind::Fault, Item::Rules, false).rule.unwrap().article, "第四条");
    assert_eq!(warned(DismissalKind::Fault, Item::Activity, true).rule.unwrap().article, "第五十三条");
    let man = Known {
        is_man: true,
        offices: vec!["工会委员会委员".to_owned()],
        talks: vec!["2026年度工资集体协商".to_owned()],
        senior: None,
        exams: Vec::new(),
    };
    let all = in_place("36", |law| looks(law, DismissalKind::NoFault, &man, &[], day("2026-11-28")));
    assert!(!all.iter().any(|look| look.answer.item == Item::Women), "nothing is asked of a man");
    let officer = all.iter().find(|look| look.answer.item == Item::Officer).unwrap();
    assert_eq!(officer.known.as_deref(), Some("账本里登记是工会委员会委员"));
    let stands = all.iter().find(|look| look.answer.item == Item::Representative).unwrap();
    assert_eq!(stands.known.as_deref(), Some("账本里登记是2026年度工资集体协商的职工方协商代表"));
    let senior = all.iter().find(|look| look.answer.item == Item::Senior).unwrap();
    assert!(!senior.settled && senior.answer.yes.is_none(), "what the roster does not tell is asked");
    let exposed = |all: &[DismissalLook]| {
        all.iter().find(|look| look.answer.item == Item::Exposure).and_then(|look| look.known.clone())
    };
    assert_eq!(exposed(&all), None, "no exam is in the ledger");
    let exams = vec![(ExamKind::During, day("2026-09-10")), (ExamKind::Before, day("2020-03-01"))];
    let examined = Known { exams, ..man.clone() };
    let look = in_place("36", |law| looks(law, DismissalKind::NoFault, &examined, &[], day("2026-11-28")));
    let told = exposed(&look).unwrap();
    for said in ["2026年9月10日（在岗期间）", "没有登记过离岗时的检查", "写明用途后可以看到"]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
    let left = Known { exams: vec![(ExamKind::Leaving, day("2026-11-10"))], ..man.clone() };
    let look = in_place("36", |law| looks(law, DismissalKind::NoFault, &left, &[], day("2026-11-28")));
    assert!(!exposed(&look).unwrap().contains("没有登记"), "examined on leaving");
    let text = "按花名册：2005年3月1日入职".to_owned();
    let long = Known { senior: Some(Senior { yes: true, text: text.clone() }), ..man };
    let answers = [DismissalAnswerItem { item: Item::Senior, yes: Some(false), note: None }];
    let all = in_place("36", |law| looks(law, DismissalKind::NoFault, &long, &answers, day("2026-11-28")));
    let senior = all.iter().find(|look| look.answer.item == Item::Senior).unwrap();
    assert!(
        senior.settled && senior.answer.yes == Some(true),
        "the roster's answer stands before a typed one"
    );
    assert_eq!(senior.known.as_ref(), Some(&text));
    assert!(senior.warning.as_deref().unwrap().contains("不得这样解除"));
}

#[test]
fn the_next_step_follows_from_what_was_entered_and_its_day_from_the_place() {
    let next = |province: &str, kept: &Kept, today: &str| {
        let all = in_place(province, |law| todos(law, kept, day(today))).unwrap();
        all.into_iter()
            .map(|todo| (todo.title, todo.whose, todo.due.map(|day| day.to_string())))
            .collect::<Vec<_>>()
    };
    let said = |title: &str, whose, due: Option<&str>| (title.to_owned(), whose, due.map(str::to_owned));
    let mut one = kept(notice(DismissalKind::Fault, "2026-11-09", None));
    let decide = "研究单位的通知，决定提不提意见";
    assert_eq!(
        next("51", &one, "2026-11-09"),
        [said(decide, Whose::Union, Some("2026-11-16"))],
        "四川: five working days"
    );
    assert_eq!(next("36", &one, "2026-11-09"), [said(decide, Whose::Union, None)], "江西 sets none");
    one.record.planned_on = Some(day("2026-11-13"));
    assert_eq!(
        next("51", &one, "2026-11-09"),
        [said(decide, Whose::Union, Some("2026-11-13"))],
        "the nearer day"
    );
    one.opinion = Some(objection("2026-11-10"));
    let issue = |due| said("印发意见书", Whose::Union, Some(due));
    assert_eq!(
        next("36", &one, "2026-11-10"),
        [issue("2026-11-13")],
        "until it is served, the planned day stands"
    );
    assert_eq!(next("51", &one, "2026-11-10"), [issue("2026-11-13")], "the nearer of both");
    one.issue = Some(("01990000-0000-7000-8000-000000000003".parse().unwrap(), "工意〔2026〕1号".to_owned()));
    let serve = said("送达意见书，取回送达回执", Whose::Union, Some("2026-11-13"));
    assert_eq!(next("36", &one, "2026-11-10"), [serve]);
    one.issue = None;
    one.delivered_on = Some(day("2026-11-10"));
    let answer = "研究工会的意见，书面通知处理结果";
    assert_eq!(
        next("35", &one, "2026-11-10"),
        [said(answer, Whose::Employer, Some("2026-11-25"))],
        "福建: fifteen days"
    );
    assert_eq!(next("36", &one, "2026-11-10"), [said(answer, Whose::Employer, None)]);
    one.opinion.as_mut().unwrap().answer_by = Some(day("2026-11-20"));
    assert_eq!(
        next("36", &one, "2026-11-20"),
        [said(answer, Whose::Employer, Some("2026-11-20"))],
        "as it was asked"
    );
    assert_eq!(next("36", &one, "2026-11-21").len(), 2, "theirs stays, ours begins");
    one.answered = Some((day("2026-11-18"), "维持".to_owned(), DismissalResult::Kept));
    assert_eq!(next("36", &one, "2026-11-18"), [said("告诉职工结果，问要什么帮助", Whose::Union, None)]);
    one.help = Some(DismissalHelp::Arbitration);
    one.known_on = Some(day("2026-11-18"));
    assert_eq!(
        next("36", &one, "2026-11-18"),
        [said("帮职工申请仲裁", Whose::Union, Some("2027-11-18"))],
        "one year"
    );
    one.closed = Some((day("2026-11-19"), "已申请仲裁".to_owned()));
    assert_eq!(next("36", &one, "2026-11-19"), []);
    let mut mended = kept(notice(DismissalKind::Discipline, "2026-11-09", None));
    mended.opinion = Some(DismissalOpinion { stance: DismissalStance::None, ..objection("2026-11-10") });
    assert_eq!(next("36", &mended, "2026-11-10"), [said("登记最后的结果，办结", Whose::Union, None)]);
}
