//! The order in which a case can have come about: accepted before inquired into, a letter received before it is answered, an
//! opinion after facts were established and a reminder was received, a request after the opinion brought nothing. What a
//! paper already decided is entered late with its reason, and passes.

use chrono::NaiveDate;

use super::course::{Course, Happened, Move, found, mended};
use super::{SupervisionLaw, answer_due, refuse, words};
use crate::Problem;
use crate::letters::model::{SupervisionEventKind, SupervisionFinding, SupervisionLetterKind};

const LATE: &str = "已经用纸质办过的，请写明补录的理由。";

/// The field of a move's form that holds its day.
fn day_field(what: Move) -> &'static str {
    if matches!(what, Move::Letter(_)) { "datedOn" } else { "happenedOn" }
}

/// Refuses a move that the course does not allow on a day. `late` says that a paper already decided it: then only what
/// cannot be at all is refused.
///
/// Errors: `refused` with its rule, `bad_input` at its field.
pub fn check_move(
    law: SupervisionLaw<'_>,
    course: &Course,
    what: Move,
    on: NaiveDate,
    late: bool,
) -> Result<(), Problem> {
    check_possible(law, course, what, on)?;
    if late {
        return Ok(());
    }
    match what {
        Move::Event(kind) => check_event_order(law, course, kind, on),
        Move::Letter(kind) => check_letter_order(law, course, kind, on),
    }
}

/// What no paper can have decided either.
fn check_possible(
    law: SupervisionLaw<'_>,
    course: &Course,
    what: Move,
    on: NaiveDate,
) -> Result<(), Problem> {
    use SupervisionEventKind as Kind;
    if what == Move::Letter(SupervisionLetterKind::Recommendation) {
        return Err(law.refuse_recommendation(on));
    }
    if on < course.received_on {
        let message = format!("日期早于接到线索的{}，请核对。", words(course.received_on));
        return Err(Problem::input(day_field(what), message));
    }
    let told = what == Move::Event(Kind::Told);
    if told && !course.named {
        return Err(refuse(None, "kind", "这件没有登记反映人的姓名，没有人可以告知。"));
    }
    if let Some(closed) = course.last(Kind::Closed)
        && !told
    {
        let message =
            format!("这件监督案件已于{}结案，不能再登记；又有新情况的，请另立一件。", words(closed.on));
        return Err(refuse(None, "kind", message));
    }
    match (course.last(Kind::Accepted), course.last(Kind::Refused), what) {
        (Some(one), _, Move::Event(Kind::Accepted | Kind::Refused)) => {
            Err(refuse(None, "kind", format!("这件已于{}受理，不能再登记受理或者不予受理。", words(one.on))))
        }
        (_, Some(one), _) if !told => {
            let message = format!(
                "这件已于{}登记不予受理；改为受理的，请先移除不予受理的那一条，再登记受理。",
                words(one.on)
            );
            Err(refuse(None, "kind", message))
        }
        _ => Ok(()),
    }
}

/// Refuses a day before that of something it follows.
fn after(what: Move, on: NaiveDate, before: &str, day: NaiveDate) -> Result<(), Problem> {
    if on >= day {
        return Ok(());
    }
    let message = format!("日期早于{before}的{}，请核对；{LATE}", words(day));
    Err(Problem::input(day_field(what), message))
}

fn accepted(law: SupervisionLaw<'_>, course: &Course, what: Move, on: NaiveDate) -> Result<(), Problem> {
    match course.last(SupervisionEventKind::Accepted) {
        Some(one) => after(what, on, "受理", one.on),
        None => {
            let rule = law.rule("supervision.registration", on);
            Err(refuse(rule, "kind", format!("还没有登记受理，请先登记受理；{LATE}")))
        }
    }
}

fn check_event_order(
    law: SupervisionLaw<'_>,
    course: &Course,
    kind: SupervisionEventKind,
    on: NaiveDate,
) -> Result<(), Problem> {
    use SupervisionEventKind as Kind;
    let what = Move::Event(kind);
    match kind {
        Kind::Accepted | Kind::Refused => Ok(()),
        Kind::Told => match course.last(Kind::Closed).or(course.last(Kind::Refused)) {
            Some(over) => after(what, on, over.kind.label(), over.on),
            None => Err(refuse(
                law.rule("supervision.report_back", on),
                "kind",
                format!("还没有结案，也没有不予受理，没有结果可以告知反映人；{LATE}"),
            )),
        },
        Kind::Inquired | Kind::Talked => accepted(law, course, what, on),
        Kind::ReminderAnswered => answered(law, course, SupervisionLetterKind::Reminder, on),
        Kind::OpinionAnswered => answered(law, course, SupervisionLetterKind::Opinion, on),
        Kind::Recommended => {
            let request = course.letter(SupervisionLetterKind::Request).and_then(|letter| letter.out_on());
            match request {
                Some(day) => after(what, on, "提请函", day),
                None => {
                    let rule = law.rule("supervision.recommendation", on);
                    let message = format!("还没有向上级工会发出提请函，请先写好并印发提请函；{LATE}");
                    Err(refuse(rule, "kind", message))
                }
            }
        }
        Kind::Filed | Kind::Decided => {
            let earlier = course.last(Kind::Filed).filter(|_| kind == Kind::Decided);
            match earlier.or(course.last(Kind::Recommended)) {
                Some(one) => after(what, on, one.kind.label(), one.on),
                None => {
                    let rule = law.rule("supervision.recommendation", on);
                    let message = format!("还没有登记上级工会发出的建议书，请先登记它的文号和日期；{LATE}");
                    Err(refuse(rule, "kind", message))
                }
            }
        }
        Kind::Closed => closing(law, course, on),
    }
}

fn answered(
    law: SupervisionLaw<'_>,
    course: &Course,
    letter: SupervisionLetterKind,
    on: NaiveDate,
) -> Result<(), Problem> {
    let (name, what) = (letter.label(), letter_answer(letter));
    let Some(sent) = course.letter(letter) else {
        return Err(refuse(None, "kind", format!("还没有写{name}，没有可以答复的；{LATE}")));
    };
    let Some(received) = sent.received_on else {
        let rule = law.rule(answer_subject(letter), on);
        let message = format!("{name}还没有登记对方收到的日期，请先登记送达；{LATE}");
        return Err(refuse(rule, "kind", message));
    };
    after(what, on, &format!("收到{name}"), received)
}

fn letter_answer(letter: SupervisionLetterKind) -> Move {
    Move::Event(match letter {
        SupervisionLetterKind::Reminder => SupervisionEventKind::ReminderAnswered,
        _ => SupervisionEventKind::OpinionAnswered,
    })
}

fn answer_subject(letter: SupervisionLetterKind) -> &'static str {
    match letter {
        SupervisionLetterKind::Reminder => "supervision.reminder.answer",
        _ => "supervision.opinion.answer",
    }
}

/// Refuses to close while somebody still owes something, or before anything was looked into.
fn closing(law: SupervisionLaw<'_>, course: &Course, on: NaiveDate) -> Result<(), Problem> {
    use SupervisionEventKind as Kind;
    let what = Move::Event(Kind::Closed);
    accepted(law, course, what, on)?;
    for letter in [SupervisionLetterKind::Reminder, SupervisionLetterKind::Opinion] {
        let Some(sent) = course.letter(letter).filter(|_| course.answer(letter).is_none()) else { continue };
        let name = letter.label();
        // An opinion that is out takes the reminder's place; one that is only written takes nobody's.
        let later = letter == SupervisionLetterKind::Reminder && course.out(SupervisionLetterKind::Opinion);
        if let Some((due, rule)) = answer_due(law, sent)?
            && on <= due
            && !later
        {
            let message = format!("{name}的答复期限到{}，还没有到，也没有登记答复，不能结案。", words(due));
            return Err(refuse(rule, "happenedOn", message));
        }
    }
    if course.has(Kind::Recommended) && !course.has(Kind::Decided) {
        let rule = law.rule("supervision.recommendation", on);
        let message = format!("上级工会已经发出建议书，部门的处理结果还没有登记，不能结案；{LATE}");
        return Err(refuse(rule, "kind", message));
    }
    let looked = [Kind::Inquired, Kind::Talked, Kind::ReminderAnswered, Kind::OpinionAnswered];
    if !looked.into_iter().any(|kind| course.has(kind)) {
        let rule = law.rule("supervision.investigation", on);
        let message =
            format!("还没有调查、沟通，也没有收到答复，不能结案；不属于监督范围的，请登记不予受理；{LATE}");
        return Err(refuse(rule, "kind", message));
    }
    let newest = course.events.iter().map(|one| one.on).max().unwrap_or(on);
    after(what, on, "最近一次登记", newest)
}

fn check_letter_order(
    law: SupervisionLaw<'_>,
    course: &Course,
    kind: SupervisionLetterKind,
    on: NaiveDate,
) -> Result<(), Problem> {
    let what = Move::Letter(kind);
    accepted(law, course, what, on)?;
    match kind {
        SupervisionLetterKind::Reminder => reminder(law, course, on),
        SupervisionLetterKind::Recommendation => Ok(()),
        SupervisionLetterKind::Opinion => opinion(law, course, on),
        SupervisionLetterKind::Request => request(law, course, on),
    }
}

/// A reminder urges before an opinion does, never behind one.
fn reminder(law: SupervisionLaw<'_>, course: &Course, on: NaiveDate) -> Result<(), Problem> {
    if course.letter(SupervisionLetterKind::Opinion).is_none() {
        return Ok(());
    }
    let message = format!("已经写了意见书，不用再发提示函；提示函发在意见书以前的，{LATE}");
    Err(refuse(law.rule("supervision.reminder", on), "kind", message))
}

/// An opinion states facts that an inquiry found. It comes after a reminder where one was written, counted from the day that
/// one was received, and where the place wants talks first after either of both. Whether the reminder's answer is waited for
/// no law says: that is the union's own judgement.
fn opinion(law: SupervisionLaw<'_>, course: &Course, on: NaiveDate) -> Result<(), Problem> {
    use SupervisionEventKind as Kind;
    let what = Move::Letter(SupervisionLetterKind::Opinion);
    let Some(inquiry) = course.last(Kind::Inquired) else {
        let rule = law.rule("supervision.inspectors", on);
        let message = format!("意见书要写查实的事实，还没有登记调查，请先由监督员调查并记笔录；{LATE}");
        return Err(refuse(rule, "kind", message));
    };
    after(what, on, "调查", inquiry.on)?;
    if found(course) == Some(SupervisionFinding::None) {
        let message = format!(
            "{}的调查没有发现违法侵权，不能发意见书；另有查实的，请再登记一次调查。",
            words(inquiry.on)
        );
        return Err(refuse(None, "kind", message));
    }
    let talked = course.events.iter().filter(|one| one.kind == Kind::Talked).map(|one| one.on).min();
    let reminded = match course.letter(SupervisionLetterKind::Reminder) {
        None => None,
        Some(sent) => {
            let Some(received) = sent.received_on else {
                let rule = law.rule("supervision.reminder", on);
                let message = format!(
                    "提示函还没有登记对方收到的日期，请先登记送达；不发提示函的，请先移除写好的提示函；{LATE}"
                );
                return Err(refuse(rule, "kind", message));
            };
            after(what, on, "对方收到提示函", received)?;
            Some(received)
        }
    };
    let Some(rule) = law.rule("supervision.talk_first", on) else { return Ok(()) };
    match talked.into_iter().chain(reminded).min() {
        Some(urged) => after(what, on, "沟通协商", urged),
        None => {
            let message = format!(
                "当地规定先与用人单位沟通协商、督促改正：还没有登记沟通协商，也没有发出提示函，不能直接发意见书；{LATE}"
            );
            Err(refuse(Some(rule), "kind", message))
        }
    }
}

/// A request comes after an opinion that was not answered in time, or did not put things right.
fn request(law: SupervisionLaw<'_>, course: &Course, on: NaiveDate) -> Result<(), Problem> {
    let opinion = SupervisionLetterKind::Opinion;
    let what = Move::Letter(SupervisionLetterKind::Request);
    let rule = law.rule("supervision.recommendation", on);
    let Some(sent) = course.letter(opinion) else {
        let message = format!("还没有发过意见书，不能提请上级工会发建议书，请先发意见书；{LATE}");
        return Err(refuse(rule, "kind", message));
    };
    let Some(received) = sent.received_on else {
        let message = format!("意见书还没有登记对方收到的日期，答复期限还没有起算，请先登记送达；{LATE}");
        return Err(refuse(rule, "kind", message));
    };
    match course.answer(opinion) {
        Some(answer) if mended(Some(answer)) => {
            let message = format!("对方已于{}答复改正，不用再提请建议书，请登记结案。", words(answer.on));
            Err(refuse(rule, "kind", message))
        }
        Some(answer) => after(what, on, "答复意见书", answer.on),
        None => match answer_due(law, sent)? {
            Some((due, rule)) if on <= due => {
                let message = format!(
                    "意见书的答复期限到{}，还没有到，也没有登记答复，不能提请建议书；对方已经书面拒绝的，请先登记答复。",
                    words(due)
                );
                Err(refuse(rule, "datedOn", message))
            }
            _ => after(what, on, "收到意见书", received),
        },
    }
}

/// Refuses a change after which something that stood on what it takes away hangs in the air.
pub fn check_leaning(law: SupervisionLaw<'_>, before: &Course, after: &Course) -> Result<(), Problem> {
    for event in after.events.iter().filter(|event| !event.late) {
        let stands = |course: &Course| stands(law, course, event);
        if stands(before) && !stands(after) {
            let (day, kind) = (words(event.on), event.kind.label());
            let message = format!("后面{day}登记的“{kind}”以它为前提，请先修改或者移除那一条。");
            return Err(Problem::new("refused", message));
        }
    }
    for letter in after.letters.iter().filter(|letter| !letter.late) {
        let stands = |course: &Course| {
            let mut course = course.without_letter(letter.kind);
            course.events.retain(|one| one.on <= letter.dated_on);
            course.events.retain(|one| one.kind != SupervisionEventKind::Closed);
            check_move(law, &course, Move::Letter(letter.kind), letter.dated_on, false).is_ok()
        };
        if stands(before) && !stands(after) {
            let message = format!(
                "{}的{}以它为前提，请先修改或者移除{}。",
                words(letter.dated_on),
                letter.kind.label(),
                letter.kind.label()
            );
            return Err(Problem::new("refused", message));
        }
    }
    Ok(())
}

fn stands(law: SupervisionLaw<'_>, course: &Course, event: &Happened) -> bool {
    check_move(law, &course.before(event), Move::Event(event.kind), event.on, false).is_ok()
}
