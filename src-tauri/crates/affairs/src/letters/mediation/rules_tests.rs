//! The decisions of mediation on both sides of their lines, and that any sequence of events leaves exactly one state or is
//! refused with its reason.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place as At};
use proptest::prelude::*;

use super::*;
use crate::duty::Whose;
use crate::letters::mediation::committee::Facts;
use crate::letters::mediation::model::{
    MediationCaseId, Mediator, MediatorChosen, MediatorOffice, MediatorSide,
};

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn in_jiangxi<T>(body: impl FnOnce(SupervisionLaw<'_>) -> T) -> T {
    let place = At::province("36");
    body(SupervisionLaw { book: &BOOK, place: &place })
}

fn id() -> MediationCaseId {
    "01990000-0000-7000-8000-000000000001".parse().unwrap()
}

fn applied(events: &[(Kind, &str)]) -> Course {
    let happened = |(kind, on): &(Kind, &str)| Happened { kind: *kind, on: day(on), until: None };
    Course {
        applicant: MediationParty::Worker,
        talks_on: None,
        applied_on: Some(day("2026-11-02")),
        events: events.iter().map(happened).collect(),
        issued: false,
    }
}

fn next(course: &Course, today: &str) -> Vec<(String, Whose, Option<String>)> {
    let all = in_jiangxi(|law| todos(law, id(), course, day(today))).unwrap();
    all.into_iter().map(|todo| (todo.title, todo.whose, todo.due.map(|day| day.to_string()))).collect()
}

fn said(title: &str, whose: Whose, due: &str) -> (String, Whose, Option<String>) {
    (title.to_owned(), whose, Some(due.to_owned()).filter(|due| !due.is_empty()))
}

#[test]
fn every_clock_runs_from_its_own_event() {
    let talks = Course { talks_on: Some(day("2026-11-02")), applied_on: None, ..applied(&[]) };
    assert_eq!(next(&talks, "2026-11-07"), [said("回应协商的要求", Whose::Employer, "2026-11-07")]);
    let silent = next(&talks, "2026-11-08");
    assert_eq!(silent[0], said("问职工要不要申请调解", Whose::Union, ""), "five days of silence");
    assert_eq!(silent.len(), 2);
    assert_eq!(next(&applied(&[]), "2026-11-02"), [said("决定是否受理", Whose::Union, "2026-11-05")]);
    let mut taken = applied(&[(Kind::Accepted, "2026-11-04")]);
    assert_eq!(next(&taken, "2026-11-19"), [said("调解，到期前结束", Whose::Union, "2026-11-19")]);
    assert!(next(&taken, "2026-11-20")[0].0.starts_with("调解期限已过"), "the day after");
    taken.events.push(Happened {
        kind: Kind::Extended,
        on: day("2026-11-18"),
        until: Some(day("2026-11-30")),
    });
    assert_eq!(
        next(&taken, "2026-11-20"),
        [said("调解，到期前结束", Whose::Union, "2026-11-30")],
        "both agreed"
    );
    taken.events.push(Happened { kind: Kind::Agreed, on: day("2026-11-24"), until: Some(day("2026-12-10")) });
    assert_eq!(next(&taken, "2026-11-24")[0].0, "调解协议书请双方签字、盖章");
    taken.events.push(Happened { kind: Kind::Signed, on: day("2026-11-25"), until: None });
    let kept = said("履行调解协议", Whose::Employer, "2026-12-10");
    let review = said("提醒双方：可以共同申请仲裁审查", Whose::Union, "2026-12-10");
    assert_eq!(next(&taken, "2026-12-10"), [review, kept.clone()]);
    assert_eq!(next(&taken, "2026-12-11")[0], kept, "the review can no more be asked for");
    assert_eq!(next(&taken, "2026-12-11").len(), 2, "what was not kept is ours to ask about");
    taken.events.push(Happened { kind: Kind::Performed, on: day("2026-12-11"), until: None });
    assert_eq!(next(&taken, "2026-12-11"), []);
    let failed = applied(&[(Kind::Accepted, "2026-11-04"), (Kind::Failed, "2026-11-18")]);
    assert_eq!(next(&failed, "2026-11-18"), [said("书面通知双方调解终止", Whose::Union, "")]);
    let refused = applied(&[(Kind::Refused, "2026-11-04")]);
    assert_eq!(next(&refused, "2026-11-04"), [said("书面通知申请人不予受理", Whose::Union, "")]);
    let told = applied(&[(Kind::Refused, "2026-11-04"), (Kind::Told, "2026-11-05")]);
    assert_eq!(next(&told, "2026-11-05"), []);
}

#[test]
fn talks_are_answered_settled_or_given_up_and_then_nothing_is_left_of_them() {
    let talks = |events: &[(Kind, &str)]| Course {
        talks_on: Some(day("2026-11-02")),
        applied_on: None,
        ..applied(events)
    };
    assert_eq!(may(&talks(&[])), [Kind::Answered, Kind::Settled, Kind::GivenUp]);
    let answered = talks(&[(Kind::Answered, "2026-11-05")]);
    assert_eq!(state(&answered), MediationState::Talking);
    let left = next(&answered, "2026-11-30");
    assert_eq!(left[0], said("跟着协商，登记结果", Whose::Union, ""), "theirs is done, whatever day it is");
    assert!(!left.iter().any(|(title, ..)| title == "回应协商的要求"), "{left:?}");
    assert_eq!(may(&answered), [Kind::Settled, Kind::GivenUp]);
    let asked = in_jiangxi(|law| due(law, &talks(&[]), Kind::Answered)).unwrap();
    assert_eq!((asked.on, asked.rule.as_deref()), (Some(day("2026-11-07")), Some("CN-UN-23-SILENCE")));
    for end in [Kind::Settled, Kind::GivenUp] {
        for events in [vec![(end, "2026-11-20")], vec![(Kind::Answered, "2026-11-05"), (end, "2026-11-20")]] {
            let over = talks(&events);
            assert_eq!(state(&over), MediationState::Closed);
            assert_eq!((next(&over, "2026-11-30"), may(&over)), (Vec::new(), Vec::new()), "{end:?}");
        }
        assert!(!may(&applied(&[])).contains(&end), "once mediation was asked for, it ends otherwise");
    }
    let asks = |talks_on, applied_on| MediationInput {
        id: None,
        topic: crate::letters::appeals::model::AppealKind::Wages,
        person: None,
        worker: "柳新民".to_owned(),
        employer: None,
        applicant: MediationParty::Worker,
        oral: true,
        talks_on,
        applied_on,
        known_on: None,
        facts: "没有发".to_owned(),
        claims: "补发".to_owned(),
        mediator: None,
    };
    let field = |input, course: &Course| check_again(&input, course).err().and_then(|why| why.field);
    let began = Some(day("2026-11-02"));
    assert_eq!(field(asks(began, Some(day("2026-11-05"))), &answered), None, "on the day of the answer");
    assert_eq!(field(asks(began, Some(day("2026-11-04"))), &answered).as_deref(), Some("appliedOn"));
    assert_eq!(field(asks(None, Some(day("2026-11-06"))), &answered).as_deref(), Some("talksOn"));
    let settled = talks(&[(Kind::Settled, "2026-11-20")]);
    assert_eq!(field(asks(began, Some(day("2026-11-21"))), &settled).as_deref(), Some("appliedOn"));
    assert_eq!(field(asks(began, None), &settled), None, "mended in words alone");
}

#[test]
fn an_agreement_that_nobody_keeps_is_closed_with_what_came_of_it() {
    let mut signed = applied(&[(Kind::Accepted, "2026-11-04"), (Kind::Signed, "2026-11-25")]);
    let agreed = Happened { kind: Kind::Agreed, on: day("2026-11-24"), until: Some(day("2026-12-10")) };
    signed.events.insert(1, agreed);
    let all = in_jiangxi(|law| todos(law, id(), &signed, day("2026-12-11"))).unwrap();
    assert_eq!(all[1].place.part.as_deref(), Some("event:unperformed"), "the button leads to the way out");
    assert!(may(&signed).contains(&Kind::Unperformed));
    signed.events.push(Happened { kind: Kind::Unperformed, on: day("2026-12-12"), until: None });
    assert_eq!(state(&signed), MediationState::Closed);
    assert_eq!(next(&signed, "2026-12-20"), []);
}

#[test]
fn a_notice_that_was_issued_is_next_entered_as_received_and_cites_its_own_rule() {
    let mut refused = applied(&[(Kind::Refused, "2026-11-04")]);
    let first =
        |course: &Course| in_jiangxi(|law| todos(law, id(), course, day("2026-11-04"))).unwrap().remove(0);
    let todo = first(&refused);
    assert_eq!(todo.rule.as_ref().map(|rule| rule.id.as_str()), Some("CN-UN-23-REFUSE"));
    assert_eq!((todo.place.page.as_str(), todo.button.as_str()), ("papers", "打印通知书"));
    refused.issued = true;
    let todo = first(&refused);
    assert_eq!((todo.place.part.as_deref(), todo.button.as_str()), (Some("event:told"), "登记送达"));
    let agreed = [(Kind::Accepted, "2026-11-04"), (Kind::Agreed, "2026-11-04")];
    let agreed = Course { issued: true, ..applied(&agreed) };
    assert_eq!(first(&agreed).place.part.as_deref(), Some("event:signed"));
}

#[test]
fn nobody_is_two_of_the_committee_while_the_terms_overlap() {
    let one = |name: &str, until: &str| {
        let mut one = mediator(MediatorSide::Employer, MediatorOffice::Member, MediatorChosen::Named, until);
        one.record.name = name.to_owned();
        one
    };
    let standing = [one("万里程", "2027-12-31")];
    let code = |input: &MediatorInput| check_once(input, &standing).err().map(|why| why.code.to_string());
    let again = one("万里程", "2028-12-31").record;
    assert_eq!(code(&again).as_deref(), Some("duplicate"));
    let corrected = MediatorInput { id: Some(standing[0].id), ..again.clone() };
    assert_eq!(code(&corrected), None, "the same line corrected");
    let later = MediatorInput { from_on: day("2028-01-01"), ..again };
    assert_eq!(code(&later), None, "a term after the other");
    assert_eq!(code(&one("何平", "2027-12-31").record), None);
}

fn said_of_limits(applied_on: Option<&str>, known_on: Option<&str>) -> (Vec<String>, Vec<String>) {
    let limits = in_jiangxi(|law| {
        crate::letters::mediation::limits(law, applied_on.map(day), known_on.map(day), day("2026-11-28"))
    });
    let limits = limits.unwrap();
    (limits.parties, limits.commission)
}

#[test]
fn the_limits_say_what_each_is_for_and_the_commissions_terms_stand_apart() {
    let (parties, commission) = said_of_limits(Some("2026-11-02"), Some("2026-10-08"));
    assert!(parties[0].contains("第十四条") && parties[0].ends_with("不是最后期限。"), "{parties:?}");
    assert!(parties[0].contains("2026年11月17日"), "{parties:?}");
    let limit = &parties[1];
    for words in ["第二十七条", "2027年10月8日", "在这一天以前可以申请仲裁", "申请调解", "时效中断"]
    {
        assert!(limit.contains(words), "{words}: {limit}");
    }
    let all = parties.join("");
    assert!(!all.contains("五日内决定") && !all.contains("四十五日"), "nothing a party could miss: {all}");
    assert!(commission[0].contains("五日内") && commission[1].contains("四十五日内"), "{commission:?}");
    let (parties, _) = said_of_limits(None, None);
    assert!(parties[0].contains("时效为一年") && parties[0].contains("还没有登记"), "{parties:?}");
    assert!(!parties.join("").contains("第十四条"), "it is over: nobody waits for an agreement");
}

#[test]
fn a_decision_keeps_the_day_that_it_was_due_by() {
    let accepted = in_jiangxi(|law| due(law, &applied(&[]), Kind::Accepted)).unwrap();
    assert_eq!((accepted.on, accepted.rule.as_deref()), (Some(day("2026-11-05")), Some("CN-UN-23-ACCEPT")));
    let course = applied(&[(Kind::Accepted, "2026-11-04")]);
    let ended = in_jiangxi(|law| due(law, &course, Kind::Failed)).unwrap();
    assert_eq!((ended.on, ended.rule.as_deref()), (Some(day("2026-11-19")), Some("CN-UN-23-END")));
    let met = in_jiangxi(|law| due(law, &course, Kind::Met)).unwrap();
    assert_eq!(met.on, None, "no day is set for a meeting");
}

fn mediator(side: MediatorSide, office: MediatorOffice, chosen: MediatorChosen, until: &str) -> Mediator {
    let record = MediatorInput {
        id: None,
        person: None,
        name: "沈一诺".to_owned(),
        side,
        office,
        chosen,
        from_on: day("2026-01-05"),
        until_on: Some(day(until)),
    };
    let id = "01990000-0000-7000-8000-000000000002".parse().unwrap();
    Mediator { id, record, expired: false }
}

fn lacking(mediators: Vec<Mediator>) -> Vec<String> {
    let facts = Facts { mediators, today: day("2026-11-28") };
    in_jiangxi(|law| facts.lacks(law))
        .into_iter()
        .map(|lack| lack.rule.map(|rule| rule.id).unwrap_or_default())
        .collect()
}

#[test]
fn a_committee_has_both_sides_alike_its_chair_and_a_term_of_a_year() {
    use MediatorOffice::{Chair, Member};
    let chair = |chosen, until| mediator(MediatorSide::Workers, Chair, chosen, until);
    let theirs = || mediator(MediatorSide::Employer, Member, MediatorChosen::Named, "2027-12-31");
    let year = "2027-12-31";
    assert_eq!(lacking(Vec::new()), Vec::<String>::new(), "nothing is said of what is not recorded");
    assert_eq!(lacking(vec![chair(MediatorChosen::Union, year), theirs()]), Vec::<String>::new());
    assert_eq!(lacking(vec![chair(MediatorChosen::Jointly, year), theirs()]), Vec::<String>::new());
    assert_eq!(lacking(vec![chair(MediatorChosen::Union, year)]), ["CN-UN-23-EQUAL"]);
    assert_eq!(lacking(vec![chair(MediatorChosen::Union, year), theirs(), theirs()]), ["CN-UN-23-EQUAL"]);
    assert_eq!(lacking(vec![chair(MediatorChosen::Elected, year), theirs()]), ["CN-UN-23-CHAIR"]);
    let none = mediator(MediatorSide::Workers, Member, MediatorChosen::Union, year);
    assert_eq!(lacking(vec![none, theirs()]), ["CN-UN-23-CHAIR"], "nobody chairs");
    assert_eq!(
        lacking(vec![chair(MediatorChosen::Union, "2027-01-04"), theirs()]),
        Vec::<String>::new(),
        "a year"
    );
    assert_eq!(
        lacking(vec![chair(MediatorChosen::Union, "2027-01-03"), theirs()]),
        ["CN-UN-23-TERM"],
        "a day less"
    );
    let leap = |until: &str| {
        let mut one = mediator(MediatorSide::Workers, Chair, MediatorChosen::Union, until);
        one.record.from_on = day("2028-02-29");
        term_years(&one.record)
    };
    assert_eq!((leap("2029-02-27"), leap("2029-02-28"), leap("2031-02-28")), (Some(0), Some(1), Some(3)));
}

#[test]
fn of_several_chairs_all_are_named_and_the_one_that_the_law_would_not_have() {
    let chairs = |name: &str, side, chosen| {
        let mut one = mediator(side, MediatorOffice::Chair, chosen, "2027-12-31");
        one.record.name = name.to_owned();
        one
    };
    let ours = || chairs("沈一诺", MediatorSide::Workers, MediatorChosen::Union);
    let theirs = |chosen| chairs("万里程", MediatorSide::Employer, chosen);
    let told = |mediators: Vec<Mediator>| {
        let facts = Facts { mediators, today: day("2026-11-28") };
        let lacks = in_jiangxi(|law| facts.lacks(law));
        lacks.into_iter().map(|lack| lack.text).collect::<Vec<_>>()
    };
    let named = || theirs(MediatorChosen::Named);
    for both in [vec![ours(), named()], vec![named(), ours()]] {
        let lacks = told(both);
        assert_eq!(lacks.len(), 2, "{lacks:?}");
        assert!(lacks[0].contains("2位主任"), "{lacks:?}");
        assert!(lacks[0].contains("沈一诺") && lacks[0].contains("万里程"), "{lacks:?}");
        assert!(lacks[1].contains("万里程是企业负责人指定的"), "whichever stands first: {lacks:?}");
    }
    let lawful = told(vec![ours(), theirs(MediatorChosen::Jointly)]);
    assert_eq!(lawful.len(), 1, "each may chair, both may not: {lawful:?}");
    let mut vice = named();
    vice.record.office = MediatorOffice::Vice;
    assert_eq!(told(vec![ours(), vice]), Vec::<String>::new(), "one chairs");
    let mut over = named();
    over.expired = true;
    let member =
        || mediator(MediatorSide::Employer, MediatorOffice::Member, MediatorChosen::Named, "2027-12-31");
    assert_eq!(told(vec![ours(), over, member()]), Vec::<String>::new(), "whose term is over chairs no more");
}

#[test]
fn what_was_talked_over_on_paper_is_entered_late_with_its_reason() {
    let met = |kind, reason: Option<&str>| MediationEventInput {
        id: None,
        case: id(),
        kind,
        happened_on: day("2026-11-05"),
        text: "双方对金额没有达成一致".to_owned(),
        until_on: None,
        manner: None,
        late_entry: reason.map(str::to_owned),
    };
    let course = applied(&[]);
    let today = day("2026-11-16");
    let refused = check_event(&course, &met(Kind::Failed, None), today).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("refused", Some("lateEntry")));
    assert!(refused.message.contains("补录的理由"), "{}", refused.message);
    let blank = check_event(&course, &met(Kind::Failed, Some(" ")), today).unwrap_err();
    assert_eq!(blank.field.as_deref(), Some("lateEntry"), "no reason is none");
    check_event(&course, &met(Kind::Failed, Some("受理是口头告知的")), today).unwrap();
    let signed = check_event(&course, &met(Kind::Signed, Some("受理是口头告知的")), today).unwrap_err();
    assert_eq!(
        signed.field.as_deref(),
        Some("kind"),
        "a signature without an agreement is none on paper either"
    );
}

fn kinds() -> impl Strategy<Value = Vec<(usize, i64)>> {
    prop::collection::vec((0..Kind::ALL.len(), -1_i64..5), 0..14)
}

proptest! {
    #[test]
    fn any_sequence_has_one_state_or_is_refused_with_its_reason(steps in kinds()) {
        let mut course = applied(&[]);
        let mut on = day("2026-11-02");
        let today = day("2027-03-01");
        for (kind, days) in steps {
            let kind = Kind::ALL[kind];
            let happened_on = on + chrono::TimeDelta::days(days);
            let input = MediationEventInput {
                id: None, case: id(), kind, happened_on, text: "经过".to_owned(), until_on: Some(happened_on),
                manner: None,
                late_entry: (days % 2 == 0).then(|| "通知书是手写的".to_owned()),
            };
            let mut allowed = may(&course);
            if input.late_entry.is_some() {
                allowed.extend(may_late(&course));
            }
            match check_event(&course, &input, today) {
                Ok(()) => {
                    prop_assert!(allowed.contains(&kind) && happened_on >= on);
                    course.events.push(Happened { kind, on: happened_on, until: input.until_on });
                    on = happened_on;
                }
                Err(why) => prop_assert!(!why.message.is_empty() && (!allowed.contains(&kind) || days < 0)),
            }
            let ends = course.events.iter().filter(|event| {
                [Kind::Agreed, Kind::Failed, Kind::Refused, Kind::Withdrawn].contains(&event.kind)
            });
            prop_assert!(ends.count() <= 1, "a case ends once");
            let over = state(&course) == MediationState::Closed;
            let left = in_jiangxi(|law| todos(law, id(), &course, today)).unwrap();
            prop_assert_eq!(left.is_empty(), over, "nothing is left to do when, and only when, it is over");
            prop_assert_eq!(may(&course).is_empty(), over);
        }
    }
}
