//! What the course of an agreement lets come about: each order that is refused names its rule and its fact, both lines of a vote
//! are told, and no sequence of acts reaches an effect that nothing stands under.

mod anew;
mod kept;
mod order;

use std::path::Path;
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use law::{LawBook, Place};
use proptest::prelude::*;
use uuid::Uuid;

use super::amendments::model::AmendmentAct;
use super::course::{Act, Course, Ground, TopicTalk, What};
use super::model::{AgreementBallot, AgreementId, AgreementState as State, AgreementVote};
use super::votes;
use crate::Problem;
use crate::congress::model::{CongressBallot, CongressForm, CongressSessionInput};
use crate::negotiation::model::{EffectHow, EventKind as Kind};
use crate::negotiation::rules::Law;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn course() -> Course {
    Course {
        opened: day("2026-09-24"),
        met: Some(day("2026-10-20")),
        late: false,
        entered_on: None,
        term: (Some(day("2026-12-01")), Some(day("2027-11-30"))),
        amends: None,
        topics: Vec::new(),
        acts: Vec::new(),
    }
}

fn act(what: What, on: &str) -> Act {
    Act {
        id: Uuid::from_u128(u128::from(day(on).to_epoch_days().unsigned_abs())),
        what,
        on: day(on),
        late: false,
        how: None,
    }
}

fn event(kind: Kind, on: &str) -> Act {
    act(What::Event(kind), on)
}

fn check(course: &Course, province: &str, act: &Act) -> Result<(), Problem> {
    let place = Place::province(province);
    course.check(Law { book: &BOOK, place: &place, on: act.on }, act)
}

/// The whole way in its order, one act a day or more apart.
fn way() -> Vec<Act> {
    let effect = Act { how: Some(EffectHow::Silence), ..event(Kind::InEffect, "2026-12-02") };
    vec![
        event(Kind::Drafted, "2026-11-05"),
        act(What::Vote(true), "2026-11-10"),
        event(Kind::Signed, "2026-11-12"),
        event(Kind::Filed, "2026-11-16"),
        event(Kind::Received, "2026-11-17"),
        effect,
        event(Kind::Published, "2026-12-04"),
    ]
}

fn walked(acts: &[Act]) -> Course {
    acts.iter().fold(course(), |course, act| course.with(*act))
}

#[test]
fn the_whole_way_is_open_in_its_order() {
    let mut course = course();
    let states = [
        State::Drafted,
        State::Passed,
        State::Signed,
        State::Filed,
        State::Received,
        State::InEffect,
        State::InEffect,
    ];
    for (act, state) in way().into_iter().zip(states) {
        check(&course, "36", &act).unwrap_or_else(|why| panic!("{:?}: {why}", act.what));
        course = course.with(act);
        assert_eq!(course.state(), state, "after {:?}", act.what);
    }
    assert_eq!(course.effective_on(), Some(day("2026-12-02")));
}

/// 河南 has a collective contract sent to the upper union when it is filed; a wage contract goes up once it is in effect.
#[test]
fn where_it_goes_up_with_the_filing_it_may_from_the_signature_on() {
    let place = Place::province("41");
    let tried = |matter: &str, acts: usize, on: &str| {
        let law = Law { book: BOOK.scoped(matter), place: &place, on: day(on) };
        walked(&way()[..acts]).check(law, &event(Kind::SentUp, on))
    };
    let early = tried("collective", 2, "2026-11-11").unwrap_err();
    assert!(early.message.contains("双方签字"), "{}", early.message);
    for (acts, on) in [(3, "2026-11-13"), (4, "2026-11-17"), (5, "2026-11-18"), (6, "2026-12-03")] {
        assert!(tried("collective", acts, on).is_ok(), "after {acts} acts, on {on}");
        assert_eq!(tried("wage", acts, on).is_ok(), acts == 6, "wages: after {acts} acts, on {on}");
    }
}

#[test]
fn each_act_out_of_order_is_refused_by_its_rule_and_passes_late_where_what_lacks_may_be_entered_yet() {
    let cases: [(usize, Act, &str, &str, bool); 9] = [
        (0, event(Kind::Signed, "2026-11-12"), "职代会表决通过", "中华人民共和国工会法第二十一条", true),
        (0, act(What::Vote(true), "2026-11-10"), "形成草案", "中华人民共和国工会法第二十一条", true),
        (1, event(Kind::Signed, "2026-11-12"), "职代会表决通过", "中华人民共和国工会法第二十一条", true),
        (2, event(Kind::Filed, "2026-11-16"), "双方签字", "江西省企业工资集体协商条例第二十二条", true),
        (3, event(Kind::InEffect, "2026-12-02"), "报送", "中华人民共和国劳动合同法第五十四条", false),
        (4, event(Kind::Signed, "2026-11-18"), "没有退回过", "江西省企业工资集体协商条例第二十二条", false),
        (4, act(What::Vote(true), "2026-11-18"), "不用再次表决", "中华人民共和国工会法第二十一条", false),
        (
            5,
            event(Kind::InEffect, "2026-12-01"),
            "审查期到2026年12月2日才满",
            "中华人民共和国劳动合同法第五十四条",
            false,
        ),
        (5, event(Kind::Published, "2026-12-04"), "生效", "中华人民共和国劳动合同法第五十四条", true),
    ];
    for (steps, act, words, rule, passes) in cases {
        let act = Act { how: Some(EffectHow::Silence), ..act };
        let course = walked(&way()[..steps]);
        let why = check(&course, "36", &act).expect_err("out of its order");
        assert!(why.message.contains(words), "{:?}: {}", act.what, why.message);
        assert_eq!(why.rule.as_deref(), Some(rule), "{:?}: {}", act.what, why.message);
        let late = check(&course, "36", &Act { late: true, ..act });
        assert_eq!(late.is_ok(), passes, "{:?} of {}, with its reason", act.what, act.on);
    }
}

#[test]
fn a_contract_is_signed_once_also_when_it_is_entered_late() {
    let late = |on: &str| Act { late: true, ..event(Kind::Signed, on) };
    let signed = walked(&way()[..3]);
    for on in ["2026-11-11", "2026-11-12", "2026-11-20"] {
        let second = Act { id: Uuid::from_u128(7), ..late(on) };
        let why = check(&signed, "36", &second).expect_err("signed already");
        assert!(why.message.contains("2026年11月12日已经登记过双方签字"), "{on}: {}", why.message);
    }
    let whole = Course { late: true, ..signed.clone() };
    let second = Act { id: Uuid::from_u128(7), ..event(Kind::Signed, "2026-11-20") };
    assert!(check(&whole, "36", &second).is_err(), "nor in an affair that is entered as a whole");
    let returned = walked(&way()[..5]).with(event(Kind::Returned, "2026-11-20"));
    check(&returned, "36", &late("2026-11-24")).expect("what came back is signed again");
}

#[test]
fn upon_a_vote_that_did_not_pass_nothing_is_signed_or_filed_also_when_it_is_entered_late() {
    let rejected = walked(&[event(Kind::Drafted, "2026-11-05"), act(What::Vote(false), "2026-11-10")]);
    let late = |kind: Kind, on: &str| Act { late: true, ..event(kind, on) };
    for kind in [Kind::Signed, Kind::Filed, Kind::Received] {
        let why = check(&rejected, "36", &late(kind, "2026-11-12")).expect_err("rejected");
        assert!(why.message.contains("2026年11月10日职代会没有通过草案"), "{kind:?}: {}", why.message);
        assert_eq!(why.rule.as_deref(), Some("中华人民共和国工会法第二十一条"), "{kind:?}");
    }
    let drafted = rejected.clone().with(event(Kind::Drafted, "2026-11-11"));
    assert!(check(&drafted, "36", &late(Kind::Signed, "2026-11-20")).is_err(), "a new draft is no vote");
    let whole = Course { late: true, ..rejected.clone() };
    assert!(
        check(&whole, "36", &event(Kind::Signed, "2026-11-12")).is_err(),
        "nor in an affair entered as a whole"
    );
    let again = drafted.with(act(What::Vote(true), "2026-11-16"));
    check(&again, "36", &late(Kind::Signed, "2026-11-20")).expect("drafted and voted on again");
    let before = late(Kind::Signed, "2026-11-09");
    check(&rejected, "36", &before).expect("what a paper says came before that vote stands on another");
}

/// What rescinds or ends an agreement, signed.
fn signed_amendment(amends: AmendmentAct) -> Course {
    let acts = [event(Kind::Drafted, "2026-11-05"), event(Kind::Signed, "2026-11-12")];
    Course { amends: Some(amends), ..walked(&acts) }
}

#[test]
fn nothing_is_filed_for_an_ending_but_where_the_place_files_endings() {
    let ending = signed_amendment(AmendmentAct::End);
    for late in [false, true] {
        for kind in [Kind::Filed, Kind::Received, Kind::Returned, Kind::Published, Kind::RescissionFiled] {
            let filed = Act { late, ..event(kind, "2026-11-16") };
            let why = check(&ending, "36", &filed).expect_err("nothing is filed");
            assert!(why.message.contains("当地没有规定要报送"), "{kind:?}: {}", why.message);
        }
        let filed = Act { late, ..event(Kind::RescissionFiled, "2026-11-16") };
        check(&ending, "11", &filed).expect("北京 files what is ended as well as what is rescinded");
        let why =
            check(&ending, "11", &Act { late, ..event(Kind::Filed, "2026-11-16") }).expect_err("no review");
        assert!(why.message.contains("请登记解除备案"), "{}", why.message);
        check(&signed_amendment(AmendmentAct::Rescind), "36", &filed).expect("a rescission is filed");
    }
}

/// A course with one topic, spoken of on these days, and whether it was agreed upon then.
fn talked(told: &[(&str, bool)]) -> Course {
    let told = told.iter().map(|(on, agreed)| (day(on), *agreed)).collect();
    Course { topics: vec![TopicTalk { title: "工资增幅".to_owned(), told }], ..course() }
}

#[test]
fn nothing_is_drafted_voted_or_signed_while_a_topic_is_open() {
    let drafted = event(Kind::Drafted, "2026-11-05");
    let open: [&[(&str, bool)]; 3] =
        [&[], &[("2026-10-20", false)], &[("2026-10-20", true), ("2026-11-03", false)]];
    for told in open {
        let why = check(&talked(told), "36", &drafted).expect_err("open");
        assert!(why.message.contains("1个议题没有谈定（工资增幅）"), "{}", why.message);
        assert!(why.message.contains("登记去向") && why.message.contains("补录"), "{}", why.message);
        assert_eq!(why.rule.as_deref(), Some("江西省企业工资集体协商条例第二十一条"));
        check(&talked(told), "36", &Act { late: true, ..drafted }).expect("as a paper says");
    }
    let agreed = talked(&[("2026-10-20", false), ("2026-11-03", true)]);
    check(&agreed, "36", &drafted).expect("agreed upon in the second round");
    let early = event(Kind::Drafted, "2026-11-02");
    assert!(check(&agreed, "36", &early).is_err(), "not yet on the day before that round");

    // Spoken of again after the draft: neither voted nor signed, unless the draft was entered afterwards.
    let again = talked(&[("2026-10-20", true), ("2026-11-08", false)]);
    let vote = act(What::Vote(true), "2026-11-10");
    let why = check(&again.clone().with(drafted), "36", &vote).expect_err("open again");
    assert!(why.message.contains("谈定以后才能表决"), "{}", why.message);
    let passed = again.clone().with(drafted).with(act(What::Vote(true), "2026-11-07"));
    let signed = event(Kind::Signed, "2026-11-12");
    assert!(check(&passed, "36", &signed).unwrap_err().message.contains("谈定以后才能签字"));
    let late = again.with(Act { late: true, ..drafted });
    check(&late, "36", &vote).expect("the reason of the draft stands for what follows");
}

#[test]
fn a_rejected_draft_and_a_returned_contract_go_back() {
    let rejected = walked(&[event(Kind::Drafted, "2026-11-05"), act(What::Vote(false), "2026-11-10")]);
    assert_eq!(rejected.state(), State::Rejected);
    let again = act(What::Vote(true), "2026-11-12");
    assert!(check(&rejected, "33", &again).unwrap_err().message.contains("形成新的草案"));
    assert!(
        check(&rejected, "33", &event(Kind::Signed, "2026-11-12")).is_err(),
        "nobody signs what was rejected"
    );
    let anew = rejected.with(event(Kind::Drafted, "2026-11-11"));
    check(&anew, "33", &again).expect("a new draft is voted on");

    let mut acts = way()[..5].to_vec();
    acts.push(event(Kind::Returned, "2026-11-20"));
    let returned = walked(&acts);
    assert_eq!(returned.state(), State::Returned);
    let effect = Act { how: Some(EffectHow::Opinion), ..event(Kind::InEffect, "2026-11-25") };
    assert!(check(&returned, "36", &effect).unwrap_err().message.contains("重新报送"));
    check(&returned, "36", &event(Kind::Filed, "2026-11-24")).expect("mended, it is filed again");
    check(&returned, "36", &event(Kind::Drafted, "2026-11-24")).expect("or talked about again");
    let filed = returned.with(event(Kind::Filed, "2026-11-24"));
    assert_eq!(filed.under_review_since(day("2026-12-31")), Some(day("2026-11-24")), "the term runs anew");
}

#[test]
fn steps_are_taken_back_from_the_end() {
    let whole = walked(&way());
    let place = Place::province("36");
    let law = Law { book: &BOOK, place: &place, on: day("2026-12-31") };
    for act in &way()[..6] {
        let why = whole.check_leaning(law, &whole.without(act.id));
        let received = act.what == What::Event(Kind::Received);
        assert_eq!(
            why.is_err(),
            !received,
            "{:?} is stood on, a receipt only begins the term sooner",
            act.what
        );
    }
    whole.check_leaning(law, &whole.without(way()[6].id)).expect("the last one goes");
    let mut termless = whole.clone();
    termless.term.1 = None;
    assert!(whole.check_leaning(law, &termless).is_err(), "an effect stands on its term");
}

fn session(form: CongressForm, due: u32, present: u32) -> CongressSessionInput {
    CongressSessionInput {
        id: None,
        form,
        name: "第三届职工代表大会第五次会议".into(),
        held_on: day("2026-11-10"),
        due,
        present,
        way: CongressBallot::Secret,
        given: None,
        returned: None,
        chair: "陈望舒".into(),
        chair_post: None,
        heard: None,
        tellers: vec!["艾小梅".into()],
        scrutineers: vec!["付春生".into()],
        late_entry: None,
    }
}

#[test]
fn both_lines_are_told_and_the_law_of_the_place_decides() {
    // 44 delegates: two thirds are 30, half of them 22, more than half 23.
    let congress = CongressForm::Congress;
    let cases = [
        ("36", congress, 30, 23, true, "达到规定的23票"),
        ("36", congress, 30, 22, false, "够半数以上（22票），不够过半数（23票）"),
        ("36", congress, 30, 22, false, "程序从严按最高的一条判断"),
        ("36", congress, 29, 29, false, "没有达到规定的30人"),
        ("31", congress, 30, 22, true, "半数以上"),
        ("31", congress, 30, 21, false, "没有达到规定的22票"),
        ("33", congress, 30, 22, false, "要求23票"),
        ("33", congress, 30, 23, true, "表决通过"),
        ("36", CongressForm::General, 30, 22, true, "半数以上"),
    ];
    for (province, form, present, votes_for, passed, words) in cases {
        let agreement = AgreementId::from(Uuid::from_u128(1));
        let ballot = AgreementBallot { agreement, votes_for, votes_against: 0, abstained: 0 };
        let session = session(form, 44, present);
        let place = Place::province(province);
        let vote = votes::judge(&BOOK, &place, &session, (Uuid::from_u128(2).into(), ballot), None);
        assert_eq!(vote.passed, passed, "{province} {present} {votes_for}: {}", vote.verdict);
        assert!(vote.verdict.contains(words), "{province} {present} {votes_for}: {}", vote.verdict);
        assert_eq!(
            (vote.lines.attendance, vote.lines.half, vote.lines.over_half),
            (30, 22, 23),
            "{province}"
        );
        assert_eq!(vote.lines.explained.len(), vote.lines.rules.len());
    }
}

#[test]
fn a_rescission_has_a_line_of_its_own_where_the_place_draws_one() {
    let place = Place::province("37");
    let session = session(CongressForm::General, 44, 30);
    let judged = |votes_for: u32, amends: Option<AmendmentAct>| {
        let agreement = AgreementId::from(Uuid::from_u128(1));
        let ballot = AgreementBallot { agreement, votes_for, votes_against: 0, abstained: 0 };
        votes::judge(BOOK.scoped("wage"), &place, &session, (Uuid::from_u128(2).into(), ballot), amends)
    };
    let told = |vote: &AgreementVote| vote.lines.explained.iter().any(|line| line.contains("第四十一条"));
    let rescind = Some(AmendmentAct::Rescind);
    assert!(told(&judged(23, rescind)) && judged(23, rescind).passed);
    assert!(!judged(22, rescind).passed, "half of 44 is not more than half");
    assert!(!told(&judged(23, Some(AmendmentAct::Change))), "a change goes by the line of the conclusion");
    assert!(!told(&judged(23, None)));
}

/// One command of the random walk.
#[derive(Debug, Clone)]
enum Command {
    Add(Act),
    Remove(usize),
    Term(bool, bool),
    /// The meeting goes, or comes back.
    Met(bool),
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
    let kinds = prop::sample::select(vec![
        What::Event(Kind::Drafted),
        What::Vote(true),
        What::Vote(false),
        What::Event(Kind::Signed),
        What::Event(Kind::Filed),
        What::Event(Kind::Received),
        What::Event(Kind::Returned),
        What::Event(Kind::InEffect),
        What::Event(Kind::Published),
        What::Event(Kind::Renewed),
        What::Event(Kind::Rescinded),
    ]);
    let how = prop::sample::select(vec![EffectHow::Silence, EffectHow::Opinion]);
    let add = (kinds, 0_u64..60, prop::bool::weighted(0.2), how, any::<u128>()).prop_map(
        |(what, after, late, how, id)| {
            let on = day("2026-10-20") + Days::new(after);
            Command::Add(Act { id: Uuid::from_u128(id), what, on, late, how: Some(how) })
        },
    );
    let one = prop_oneof![
        8 => add,
        2 => any::<prop::sample::Index>().prop_map(|at| Command::Remove(at.index(64))),
        1 => (any::<bool>(), any::<bool>()).prop_map(|(from, to)| Command::Term(from, to)),
        1 => any::<bool>().prop_map(Command::Met),
    ];
    prop::collection::vec(one, 1..60)
}

/// Whether it is one of the acts by which an agreement comes into effect.
fn leads(what: What) -> bool {
    let kinds = [Kind::Drafted, Kind::Notified, Kind::Signed, Kind::Filed, Kind::Received, Kind::Returned];
    matches!(what, What::Vote(_)) || kinds.iter().any(|kind| what == What::Event(*kind))
}

/// What the model knows of an effect: all that stands under it by its day and in its order, and the days of silence, told by hand.
fn stands_under(course: &Course, effect: &Act) -> bool {
    let last = |what: What| course.acts.iter().rposition(|act| act.what == what && act.on <= effect.on);
    let days = |what: What, until: NaiveDate| {
        course.acts.iter().filter(move |act| act.what == what && act.on <= until).map(|act| act.on)
    };
    let Some(filed) = days(What::Event(Kind::Filed), effect.on).max() else { return false };
    let Some(signed) = days(What::Event(Kind::Signed), filed).max() else { return false };
    days(What::Vote(true), signed).next().is_some()
        && (effect.how == Some(EffectHow::Opinion) || effect.on >= filed + Days::new(15))
        && last(What::Event(Kind::Filed)) > last(What::Event(Kind::Returned))
        && course.term.0.is_some()
        && course.term.1.is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is tried in whatever order, entered late or not, in an affair that was entered late or was not, an agreement is in effect
    /// only on a vote, both signatures, a filing and a term, in their order and by silence after its days, and an effect that was let in
    /// keeps them, with none of the way after it. The commands ask these two, and whatever writes from behind — the
    /// trash, the journal, a meeting — asks them through `settled`; that all of it does is walked by real commands in `desk`.
    #[test]
    fn no_sequence_reaches_an_effect_that_nothing_stands_under(
        commands in commands(), province in prop::sample::select(vec!["36", "31", "33", "41", "22"]),
        entered in prop::option::of(0_u64..60),
    ) {
        let place = Place::province(province);
        let entered_on = entered.map(|after| day("2026-10-20") + Days::new(after));
        let mut course = Course { late: entered_on.is_some(), entered_on, term: (None, None), ..course() };
        for command in commands {
            let law = |on| Law { book: &BOOK, place: &place, on };
            match command {
                Command::Add(act) => {
                    let after = course.clone().with(act);
                    let may = course.check(law(act.on), &act).is_ok();
                    if may && course.check_leaning(law(act.on), &after).is_ok() {
                        course = after;
                    }
                }
                Command::Remove(at) => {
                    let Some(act) = course.acts.get(at).copied() else { continue };
                    let after = course.without(act.id);
                    if course.check_leaning(law(act.on), &after).is_ok() {
                        course = after;
                    }
                }
                Command::Met(there) => {
                    let mut after = course.clone();
                    after.met = there.then(|| day("2026-10-20"));
                    if course.check_leaning(law(day("2026-12-31")), &after).is_ok() {
                        course = after;
                    }
                }
                Command::Term(from, to) => {
                    let mut after = course.clone();
                    after.term = (from.then(|| day("2026-12-01")), to.then(|| day("2027-11-30")));
                    if course.check_leaning(law(day("2026-12-31")), &after).is_ok() {
                        course = after;
                    }
                }
            }
            let effects: Vec<&Act> =
                course.acts.iter().filter(|act| act.what == What::Event(Kind::InEffect)).collect();
            if matches!(course.state(), State::InEffect | State::Over) {
                prop_assert!(effects.iter().any(|effect| stands_under(&course, effect)), "{course:?}");
            }
            for effect in &effects {
                prop_assert!(stands_under(&course, effect), "an effect that was let in keeps its ground: {course:?}");
                prop_assert_eq!(course.without(effect.id).open_grounds(effect.on), Vec::<Ground>::new());
                let after = |act: &Act| leads(act.what) && (act.on, act.id) > (effect.on, effect.id);
                prop_assert!(!course.acts.iter().any(after), "of the way and after an effect: {course:?}");
            }
        }
    }
}
