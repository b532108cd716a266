//! Whose an issue is and of which day (责任者、成文日期), by the facts that it was set from: what an office files bears the day of the
//! paper and whoever signs it, not the day it was numbered and whoever numbered it.

use chrono::NaiveDate;
use serde_json::Value;

use crate::office::source::Source;

/// A form of paper that both sides make together, as a template names it.
const TWO_PARTY: &str = "form = \"two-party\"";
/// Where the facts of a paper hold its day, the nearest first.
const DAYS: [&str; 6] = ["/date", "/signed_on", "/held_on", "/starts", "/meeting/starts", "/meeting/held_on"];
/// Where they name the one body that signs.
const SIGNERS: [&str; 3] = ["/issuer", "/principal/body", "/applicant/name"];

fn words<'a>(facts: &'a Value, at: &str) -> Option<&'a str> {
    facts.pointer(at).and_then(Value::as_str).map(str::trim).filter(|words| !words.is_empty())
}

/// The day of a paper; none where its facts hold none, as where it is left to the hand that signs.
pub(super) fn dated(source: &Source) -> Option<NaiveDate> {
    // Some begin at an hour of the day: 2026-11-16T14:00.
    let day = |at: &&str| words(&source.context, at)?.get(..10)?.parse().ok();
    DAYS.iter().find_map(day)
}

/// Who made a paper; none where its facts name nobody but the union.
pub(super) fn responsible(source: &Source) -> Option<String> {
    let facts = &source.context;
    let (union, firm) = (words(facts, "/union/name"), words(facts, "/enterprise/name"));
    if let (Some(union), Some(firm), true) = (union, firm, source.text.contains(TWO_PARTY)) {
        return Some(format!("{union}、{firm}"));
    }
    if let Some(signer) = SIGNERS.iter().find_map(|at| words(facts, at)) {
        return Some(signer.to_owned());
    }
    // The congress signs under the name of its enterprise: 赣江机械有限公司职工代表大会.
    let body = words(facts, "/body").filter(|body| firm.is_some_and(|firm| body.starts_with(firm)));
    let of_firm = firm.filter(|_| words(facts, "/side") == Some("企业方"));
    body.or(of_firm).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{dated, responsible};
    use crate::office::source::Source;

    fn source(form: &str, context: Value) -> Source {
        Source {
            template: "negotiation/reply".to_owned(),
            text: format!("form = \"{form}\"\n"),
            context,
            changes: Vec::new(),
            author: "赣江机械有限公司工会委员会".to_owned(),
            created: "2026-11-16T09:00:00+08:00".parse().unwrap(),
            id_seed: String::new(),
            made_by: None,
        }
    }

    #[test]
    fn a_paper_is_of_its_own_day_and_of_whoever_signs_it() {
        let both = json!({ "name": "赣江机械有限公司工会委员会" });
        let firm = json!({ "name": "赣江机械有限公司" });
        for (form, context, day, who) in [
            (
                "letter",
                json!({ "issuer": "赣江机械有限公司", "enterprise": firm, "date": "2026-09-22" }),
                Some("2026-09-22"),
                Some("赣江机械有限公司"),
            ),
            (
                "two-party",
                json!({ "union": both, "enterprise": firm, "signed_on": "2026-11-02", "year": 2027 }),
                Some("2026-11-02"),
                Some("赣江机械有限公司工会委员会、赣江机械有限公司"),
            ),
            (
                "two-party",
                json!({ "union": both, "enterprise": firm, "starts": "2026-10-20T14:00" }),
                Some("2026-10-20"),
                Some("赣江机械有限公司工会委员会、赣江机械有限公司"),
            ),
            (
                "official",
                json!({ "body": "赣江机械有限公司职工代表大会", "enterprise": firm, "date": "2026-10-29" }),
                Some("2026-10-29"),
                Some("赣江机械有限公司职工代表大会"),
            ),
            // Whose body it is tells another kind of paper.
            ("minutes", json!({ "body": "工会委员会", "held_on": "2026-09-14" }), Some("2026-09-14"), None),
            ("register", json!({ "enterprise": firm, "date": null }), None, None),
            (
                "letter",
                json!({ "enterprise": firm, "side": "企业方", "date": "2026-10-20" }),
                Some("2026-10-20"),
                Some("赣江机械有限公司"),
            ),
        ] {
            let source = source(form, context);
            assert_eq!(dated(&source), day.map(|day| day.parse().unwrap()), "{}", source.context);
            assert_eq!(responsible(&source).as_deref(), who, "{}", source.context);
        }
    }
}
