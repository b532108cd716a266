//! Which guarded data a draft holds, whatever was shown while it was typed: the fields of its form that are guarded once they are
//! saved, and numbers wherever they stand. Which columns are guarded `affairs::fields` says; here stands which form fills which table.

use affairs::fields;
use affairs::letters::dismissals::model::DismissalKind;
use affairs::masks::{mask_within, shown_birth, shown_certificate};
use affairs::union::model::{Guarded, Shown};
use ledger::uuid::{Uuid, fmt::Hyphenated};
use serde_json::{Map, Value};

/// Beginnings of the names of forms in which nothing guarded stands, whatever is revealed: going on with them asks for no purpose.
const UNGUARDED: [&str; 19] = [
    "calendar",
    "committee.",
    "congress",
    "contract.correction",
    "correspondence",
    "election",
    "forms.",
    "law.",
    "ledger.prove",
    "membersCongress",
    "negotiation.meeting",
    "negotiation.vote",
    "outgoing.",
    "pay.simulate",
    "people.",
    "reform.",
    "safety.",
    "trash.",
    "workforce",
];

/// What of a form is guarded.
enum Typed {
    /// The columns of a table that are, each in the field of its name.
    Columns(&'static str),
    /// Of a table, in fields that are called otherwise or stand deeper in the form: a pasted sheet, the answers to a list.
    Fields(
        #[cfg_attr(
            not(test),
            expect(dead_code, reason = "the table is named so that a test can hold that none is forgotten")
        )]
        &'static str,
        Guarded,
        &'static [&'static str],
    ),
}

/// The forms in which guarded data is typed.
const TYPED: [(&str, Typed); 24] = [
    ("appeals.appeal", Typed::Fields("appeal_person", Guarded::Identity, &["name", "contact"])),
    ("dismissals.checks", Typed::Fields("dismissal_check", Guarded::Health, &["yes", "note"])),
    ("dismissals.notice", Typed::Columns("dismissal")),
    ("dismissals.opinion", Typed::Columns("dismissal")),
    ("dossier.saveCertificate", Typed::Columns("certificate")),
    ("dossier.saveExam", Typed::Columns("health_exam")),
    ("hardship.aid", Typed::Columns("member_aid")),
    ("hardship.file", Typed::Columns("hardship_file")),
    ("leave.bar", Typed::Columns("leave_bar")),
    ("leave.pay", Typed::Columns("leave_pay")),
    ("leave.period", Typed::Columns("leave_period")),
    ("leave.shop", Typed::Columns("leave_period")),
    ("leave.year", Typed::Columns("leave_year")),
    ("letters.case", Typed::Fields("supervision_informer", Guarded::Identity, &["name", "contact"])),
    ("members.dues", Typed::Columns("dues_payment")),
    ("members.dues.bases", Typed::Fields("dues_base", Guarded::Wages, &["text"])),
    ("members.dues.payments", Typed::Fields("dues_payment", Guarded::Wages, &["text"])),
    ("members.duesWage", Typed::Columns("dues_base")),
    ("members.import", Typed::Fields("person", Guarded::Identity, &["pasted"])),
    ("members.person", Typed::Columns("person")),
    ("members.tag", Typed::Columns("person_tag")),
    ("pay.import", Typed::Fields("pay_line", Guarded::Wages, &["pasted"])),
    ("platform.help", Typed::Columns("injury_help")),
    ("recuperation.place", Typed::Columns("recuperation_place")),
];

/// Whether nothing guarded stands in a form of this name.
pub(super) fn is_unguarded(form: &str) -> bool {
    UNGUARDED.iter().any(|beginning| form.starts_with(beginning))
}

/// The kinds of guarded data that stand in a draft.
pub(super) fn held(form: &str, body: &Map<String, Value>) -> Vec<Guarded> {
    let number = !is_unguarded(form) && body.values().any(holds_number);
    let typed = TYPED.iter().find(|(name, _)| *name == form).map(|(_, typed)| typed);
    let holds = |kind: Guarded| match typed {
        None => false,
        Some(Typed::Columns(table)) => {
            columns(table, kind)
                .any(|column| body.get(&field(column)).is_some_and(|v| told(table, column, v)))
                && may_tell(form, body)
        }
        Some(Typed::Fields(_, of, names)) => *of == kind && stands_in(body, names),
    };
    let all = Guarded::ALL.into_iter();
    all.filter(|kind| (number && *kind == Guarded::Identity) || holds(*kind)).collect()
}

/// The columns of a table that are guarded as this kind.
fn columns(table: &str, kind: Guarded) -> impl Iterator<Item = &'static str> {
    let of = fields::table(table);
    let all = of.map(|(.., columns)| *columns).unwrap_or_default();
    let name = of.map_or("", |(name, ..)| *name);
    all.iter().map(|(column, _)| *column).filter(move |column| match kind {
        Guarded::Identity => fields::tells_identity(name, column),
        Guarded::Wages => fields::tells_wages(name, column),
        Guarded::Health => fields::tells_health(name, column),
        Guarded::Account => false,
    })
}

/// What the field of a column is called in a form: `next_on` is `nextOn`, `person_id` is `person`.
fn field(column: &str) -> String {
    let mut words = column.strip_suffix("_id").unwrap_or(column).split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// Whether a field tells what its column guards: what is masked in it does not, nor does how exactly a day is known.
fn told(table: &str, column: &str, value: &Value) -> bool {
    match (table, column, value.as_str()) {
        ("person", "birth_precision", _) => false,
        ("person", "birth", Some(day)) => filled(value) && shown_birth(day, Shown::Masked) != day,
        ("certificate", "number", Some(number)) => shown_certificate(number, Shown::Masked) != number,
        _ => filled(value),
    }
}

/// Whether the form is of what is guarded at all: of marks hardship alone, of notices those that may name an illness.
fn may_tell(form: &str, body: &Map<String, Value>) -> bool {
    let kind = body.get("kind");
    match form {
        "members.tag" => kind.and_then(Value::as_str) == Some("hardship"),
        "dismissals.notice" => kind
            .and_then(|kind| serde_json::from_value::<DismissalKind>(kind.clone()).ok())
            .is_some_and(DismissalKind::tells_health),
        _ => true,
    }
}

/// Whether something is filled in under one of these names, however deep.
fn stands_in(body: &Map<String, Value>, names: &[&str]) -> bool {
    body.iter().any(|(name, value)| {
        (names.contains(&name.as_str()) && filled(value))
            || value.as_object().is_some_and(|deeper| stands_in(deeper, names))
    })
}

fn filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// Whether an identity number or a mobile number stands in it.
fn holds_number(value: &Value) -> bool {
    match value {
        Value::String(text) => !is_id(text) && mask_within(text) != *text,
        Value::Array(values) => values.iter().any(holds_number),
        Value::Object(fields) => fields.values().any(holds_number),
        _ => false,
    }
}

/// Whether a text is the id of a record: digits of it that look like a telephone number are nobody's.
fn is_id(text: &str) -> bool {
    text.len() == Hyphenated::LENGTH && Uuid::try_parse(text).is_ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The other forms of the pages: none of their own fields is guarded once it is saved. A name that is put together stands with
    /// its beginning.
    const OPEN: [&str; 87] = [
        "appeals.answer",
        "appeals.forward",
        "contract.blanks",
        "contract.clause",
        "contract.keep",
        "contract.paste",
        "custody",
        "dismissals.",
        "dossier.beginEmployment",
        "dossier.correctEmployment",
        "dossier.saveContract",
        "dossier.saveHonour",
        "dossier.saveTraining",
        "incoming.finish",
        "incoming.paper",
        "joining.admit",
        "joining.opinion",
        "joining.refusal",
        "leave.schedule",
        "letters.event.",
        "letters.inspector",
        "letters.letter.",
        "letters.serve",
        "mediation.case",
        "mediation.event.",
        "mediation.mediator",
        "members.apart",
        "members.apply",
        "members.bulk",
        "members.compare",
        "members.consent",
        "members.dues.",
        "members.duesBasis",
        "members.duesTalk",
        "members.endForDues",
        "members.event",
        "members.expel",
        "members.list",
        "members.payDuesOf",
        "members.records",
        "members.reverseDues",
        "members.statistics",
        "negotiation.agreement",
        "negotiation.amendment",
        "negotiation.check",
        "negotiation.election",
        "negotiation.event",
        "negotiation.filing",
        "negotiation.information",
        "negotiation.mandate",
        "negotiation.markInformation",
        "negotiation.offer",
        "negotiation.opinions",
        "negotiation.order",
        "negotiation.pastYear",
        "negotiation.reply",
        "negotiation.representatives",
        "negotiation.seal",
        "negotiation.seat",
        "negotiation.suspension",
        "negotiation.topic",
        "negotiation.vacate",
        "papers.text.",
        "pay.insurance",
        "pay.reference",
        "pay.referencesPasted",
        "pay.scenarioName",
        "pay.typed",
        "platform.cap",
        "platform.firm",
        "platform.meeting",
        "platform.referral",
        "platform.reply",
        "platform.talk",
        "platform.work",
        "recuperation.batch",
        "recuperation.plan",
        "report.photos",
        "report.texts",
        "skillPay",
        "union.feeDemand",
        "union.feePayment",
        "union.feePayroll",
        "union.feeShare",
        "union.group",
        "union.record",
        "union.term.",
    ];

    fn holds(form: &str, body: &Value) -> Vec<Guarded> {
        held(form, body.as_object().unwrap())
    }

    /// The texts that stand in a file right behind this, to where a name that is put together goes on.
    fn texts<'a>(file: &'a str, behind: &str) -> impl Iterator<Item = &'a str> {
        file.split(behind)
            .skip(1)
            .filter_map(|rest| rest.strip_prefix(['"', '`'])?.split(['"', '`', '$']).next())
    }

    /// The names of the forms that pages keep drafts of.
    fn names(dir: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                names(&path, found);
                continue;
            }
            if path.extension().is_none_or(|kind| kind != "vue") {
                continue;
            }
            let page = std::fs::read_to_string(&path).unwrap();
            if !["useForm", "useDraft", "useSmallForm", "useSourceDraft"].iter().any(|one| page.contains(one))
            {
                continue;
            }
            found.extend(texts(&page, " form: ").map(str::to_owned));
            // That of a table that is read is an argument.
            for rest in page.split("useSourceDraft<").skip(1) {
                let line = rest.lines().next().unwrap_or_default();
                found.extend(texts(line, ">(").map(str::to_owned));
            }
            if page.contains(" form: command") {
                let lines = page.lines().filter(|line| line.starts_with("const command = "));
                let either = lines.flat_map(|line| texts(line, " ? ").chain(texts(line, " : ")));
                found.extend(either.map(str::to_owned));
            }
            // One form of several records is named as the command that saves them, which the file beside it lists.
            if page.contains(" form: spec.save") {
                let specs = std::fs::read_to_string(path.with_file_name("records.ts")).unwrap();
                found.extend(texts(&specs, "\n    save: ").map(str::to_owned));
            }
        }
    }

    #[test]
    fn of_every_form_it_is_said_whether_guarded_data_is_typed_into_it() {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src");
        let mut found = Vec::new();
        names(&pages, &mut found);
        assert!(found.len() > 100, "{}", found.len());
        for name in [
            "dossier.beginEmployment",
            "dossier.saveContract",
            "dossier.saveExam",
            "members.import",
            "pay.import",
        ] {
            assert!(found.iter().any(|one| one == name), "{name}");
        }
        // What a person's job is called so is no form, nor is a field that begins empty.
        found.retain(|name| name != "contract" && !name.is_empty());
        for name in found {
            let typed = TYPED.iter().any(|(form, _)| *form == name);
            let said = usize::from(typed)
                + usize::from(is_unguarded(&name))
                + usize::from(OPEN.contains(&name.as_str()));
            assert_eq!(said, 1, "{name}");
        }
    }

    #[test]
    fn every_table_with_a_guarded_column_is_filled_by_a_form_that_knows_it() {
        for (table, ..) in fields::tables() {
            let guarded = Guarded::ALL.into_iter().any(|kind| columns(table, kind).next().is_some());
            let known = TYPED.iter().any(|(_, typed)| match typed {
                Typed::Columns(of) | Typed::Fields(of, ..) => of == table,
            });
            assert!(known || !guarded, "{table}");
        }
    }

    #[test]
    fn every_guarded_column_is_found_in_its_field() {
        for (form, typed) in &TYPED {
            let Typed::Columns(table) = typed else { continue };
            let mut any = false;
            for kind in Guarded::ALL {
                for column in columns(table, kind).filter(|column| *column != "birth_precision") {
                    any = true;
                    let value = match column {
                        "birth" => "1980-01-01",
                        "number" => "T360121199003079990",
                        _ => "有",
                    };
                    let mut body = Map::new();
                    match *form {
                        "members.tag" => body.insert("kind".into(), "hardship".into()),
                        "dismissals.notice" => body.insert("kind".into(), "noFault".into()),
                        _ => None,
                    };
                    body.insert(field(column), value.into());
                    assert!(held(form, &body).contains(&kind), "{column} of {form}");
                }
            }
            assert!(any, "{form}");
        }
    }

    #[test]
    fn what_is_masked_empty_or_of_another_kind_is_none() {
        use serde_json::json;
        let empty: [Guarded; 0] = [];
        assert_eq!(
            holds("members.person", &json!({ "birth": "1980-**-**", "birthPrecision": "day" })),
            empty
        );
        assert_eq!(holds("leave.pay", &json!({ "average": " ", "daily": null, "note": "已付" })), empty);
        assert_eq!(holds("members.tag", &json!({ "kind": "modelWorker", "note": "省级" })), empty);
        assert_eq!(holds("dismissals.notice", &json!({ "kind": "fault", "reasons": "旷工" })), empty);
        assert_eq!(holds("dismissals.checks", &json!({ "asked": { "yes": "", "note": "" } })), empty);
        assert_eq!(
            holds("dismissals.checks", &json!({ "asked": { "yes": "yes", "note": "" } })),
            [Guarded::Health]
        );
        assert_eq!(holds("pay.import", &json!({ "from": { "pasted": "王伟\t8765.43" } })), [Guarded::Wages]);
        assert_eq!(holds("pay.import", &json!({ "from": { "file": "a1" }, "name": "工资.xlsx" })), empty);
        let roster = json!({ "from": { "pasted": "姓名\t出生日期\n王伟\t1980-01-01" } });
        assert_eq!(holds("members.import", &roster), [Guarded::Identity]);
        assert_eq!(holds("members.import", &json!({ "from": { "file": "a1" } })), empty);
    }
}
