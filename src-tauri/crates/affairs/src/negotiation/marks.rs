//! What others' forms call the facts of a negotiation. They are read off the contexts of the negotiation's own papers, so
//! that a form and a paper never say two things; a paper that there is not yet leaves its marks blank.

use law::LawBook;
use paper::filling::{FormValue, Line};
use rusqlite::Connection;
use serde_json::Value;

use crate::Problem;
use crate::negotiation::model::{EventKind, NegotiationId};
use crate::negotiation::papers::{self, MINUTES, OFFER, REPLY, REPRESENTATIVES};
use crate::negotiation::reply::paper_of;
use crate::negotiation::store;
use crate::office::forms::marks::{Marks, value};
use crate::office::forms::model::FormAbout;

/// A mark: what it is called, the paper whose context has it, and where.
type Mark = (&'static str, &'static str, &'static str);

const OPENING: [Mark; 10] = [
    ("协商年度", REPRESENTATIVES, "/year"),
    ("要约名称", OFFER, "/paper_name"),
    ("要约日期", OFFER, "/date"),
    ("要约理由", OFFER, "/reasons"),
    ("提议协商日期", OFFER, "/proposed/on"),
    ("提议协商地点", OFFER, "/proposed/place"),
    ("要约联系人", OFFER, "/contact"),
    ("答复期限", OFFER, "/reply/deadline"),
    ("答复日期", REPLY, "/date"),
    ("答复意见", REPLY, "/reasons"),
];
const MEETING: [Mark; 9] = [
    ("会议轮次", MINUTES, "/round"),
    ("会议开始时间", MINUTES, "/starts"),
    ("会议结束时间", MINUTES, "/ends"),
    ("会议地点", MINUTES, "/place"),
    ("会议主持人", MINUTES, "/chair/name"),
    ("会议记录员", MINUTES, "/recorder/name"),
    ("会议议程", MINUTES, "/agenda"),
    ("下次会议日期", MINUTES, "/next_meeting/on"),
    ("下次会议地点", MINUTES, "/next_meeting/place"),
];

/// A list: what it is called, the paper whose context has it and where, and its fields with theirs.
type List = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const REPRESENTATIVE: &[(&str, &str)] = &[
    ("姓名", "/name"),
    ("性别", "/sex"),
    ("职务", "/post"),
    ("首席代表", "/chief"),
    ("一线职工", "/front_line"),
    ("外聘", "/outside"),
    ("产生方式", "/chosen"),
    ("产生日期", "/chosen_on"),
];
const LISTS: [List; 4] = [
    ("职工方代表", REPRESENTATIVES, "/workers_side", REPRESENTATIVE),
    ("企业方代表", REPRESENTATIVES, "/employers_side", REPRESENTATIVE),
    (
        "议题",
        MINUTES,
        "/topics",
        &[
            ("名称", "/title"),
            ("职工方意见", "/workers_position"),
            ("企业方意见", "/employers_position"),
            ("依据材料", "/evidence"),
            ("一致意见", "/result/text"),
        ],
    ),
    ("承诺", MINUTES, "/undertakings", &[("事项", "/what"), ("责任人", "/owner"), ("期限", "/due")]),
];

/// The days of the contract, by the newest event of each kind.
const CONTRACT: [(&str, EventKind); 4] = [
    ("合同签订日期", EventKind::Signed),
    ("合同报送日期", EventKind::Filed),
    ("合同生效日期", EventKind::InEffect),
    ("合同公布日期", EventKind::Published),
];

/// The contexts of a negotiation's papers that there are; of the minutes, those of the newest meeting.
fn contexts(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
) -> Result<Vec<(&'static str, Value)>, Problem> {
    let newest = store::meetings(connection, id)?.pop();
    let meeting = newest.map(|meeting| meeting.id.to_string());
    let own = Some(id.to_string());
    let replies = store::replies(connection, id)?;
    let last = replies.iter().enumerate().next_back().map(|(at, reply)| paper_of(id, (at, reply.id)));
    // None of these papers depends on the day on which it is filled.
    let day = store::head(connection, id)?.started_on;
    let mut contexts = Vec::new();
    for (kind, of) in [(REPRESENTATIVES, &own), (OFFER, &own), (REPLY, &last), (MINUTES, &meeting)] {
        let Some(of) = of else { continue };
        match papers::fill(connection, book, kind, of, day) {
            Ok(filled) => contexts.push((kind, filled.context)),
            Err(why) if why.code == "not_found" => {}
            Err(why) => return Err(why),
        }
    }
    Ok(contexts)
}

/// The marks of a negotiation; without one, what the marks are called.
///
/// Errors: `not_found`.
pub fn marks(
    connection: &Connection,
    book: &LawBook,
    id: Option<NegotiationId>,
    into: &mut Marks,
) -> Result<(), Problem> {
    let about = FormAbout::Negotiation;
    let contexts = match id {
        Some(id) => {
            store::head(connection, id)?;
            contexts(connection, book, id)?
        }
        None => Vec::new(),
    };
    let at = |kind: &str, place: &str| {
        contexts.iter().find(|(of, _)| *of == kind).and_then(|(_, context)| context.pointer(place))
    };
    let single = |marks: &[Mark]| {
        marks.iter().map(|(mark, kind, place)| ((*mark).to_owned(), value(at(kind, place)))).collect()
    };
    into.put(about, "要约和答复", single(&OPENING));
    into.put(about, "最近一轮会议", single(&MEETING));
    let events = id.map(|id| store::events(connection, id)).transpose()?.unwrap_or_default();
    let day = |kind: EventKind| {
        let newest = events.iter().rev().find(|event| event.kind == kind);
        newest.map_or(FormValue::Blank, |event| FormValue::Day(event.happened_on))
    };
    let contract = CONTRACT.iter().map(|(mark, kind)| ((*mark).to_owned(), day(*kind))).collect();
    into.put(about, "集体合同", contract);
    for (name, kind, place, fields) in LISTS {
        let all = at(kind, place).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let line = |one: &Value| -> Line {
            fields.iter().map(|(field, place)| ((*field).to_owned(), value(one.pointer(place)))).collect()
        };
        let names: Vec<&str> = fields.iter().map(|(field, _)| *field).collect();
        into.put_list(about, name, &names, all.iter().map(line).collect());
    }
    Ok(())
}
