//! Who may give the commands of this part: wage negotiation with its wages and contract.
//! What a row says stands in `table`.

use serde_json::{Value, json};

use super::Who::{Chair, Negotiation, Reader};
use super::{Needs, Row, Secret, Tell, meeting, minimum_wage, none, rise, row};

/// A session that voted on an agreement of talks that are not there.
fn voted(ids: &Value) -> Value {
    json!({
        "negotiation": ids["member"],
        "session": {
            "form": "congress", "name": "第三届职工代表大会第五次会议", "heldOn": "2026-09-11", "due": 45, "present": 43,
            "way": "secret", "chair": "张敏", "tellers": ["艾小梅"], "scrutineers": ["付春生"],
        },
        "votes": [{ "agreement": ids["member"], "votesFor": 40, "votesAgainst": 2, "abstained": 1 }],
    })
}

pub(super) const ROWS: &[Row] = &[
    row("negotiation.list", Reader, "ok", none),
    row("negotiation.get", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.start", Negotiation, "ok", |_| json!({ "year": 2027 })),
    row("negotiation.saveOffer", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "by": "workers", "addressee": "公司", "reasons": "物价上涨",
            "issuedOn": "2026-09-10", "contact": "张敏", "information": "", "topics": [{ "title": "工资调整" }],
        })
    }),
    row("negotiation.recordReply", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "kind": "agreed", "repliedOn": "2026-09-12", "repliedBy": "公司", "text": "同意",
        })
    }),
    row(
        "negotiation.saveRepresentatives",
        Negotiation,
        "not_found",
        |ids| json!({ "negotiation": ids["member"] }),
    ),
    row("negotiation.people", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.fillSeat", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["negotiation"], "vacancy": ids["member"],
            "person": { "name": "周喆", "sex": "male", "post": "电工", "chosenHow": "职代会选举", "chosenOn": "2026-09-11" },
        })
    }),
    row("negotiation.saveElection", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "meeting": "第三届职工代表大会第四次会议", "heldOn": "2026-09-11", "due": 45,
            "present": 42, "way": "secret",
            "candidates": [{ "name": "周喆", "sex": "male", "votesFor": 40, "votesAgainst": 1, "abstained": 1 }],
        })
    }),
    row("negotiation.removeElection", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveMandate", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "kind": "adviser", "side": "workers", "name": "欧阳静怡", "sex": "female",
            "principal": "冯天佑", "scope": ["提供咨询"], "givenOn": "2026-09-11", "fromOn": "2026-09-11",
        })
    }),
    row("negotiation.removeMandate", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveTopic", Negotiation, "not_found", |ids| json!({ "topic": ids["member"] })),
    row("negotiation.preparation", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.saveOpinions", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "fromOn": "2026-09-01", "toOn": "2026-09-05", "handedOut": 320, "returned": 263,
            "topics": [{ "title": "工资增长", "people": 241, "gist": "增长8%" }],
        })
    }),
    row("negotiation.remove", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.removeOpinions", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.takeOpinions", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveMeeting", Negotiation, "not_found", |ids| meeting(&ids["member"])),
    row("negotiation.removeMeeting", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.addEvent",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "kind": "noted", "happenedOn": "2026-09-11", "text": "口头沟通" }),
    ),
    row(
        "negotiation.changeEvent",
        Negotiation,
        "not_found",
        |ids| json!({ "id": ids["member"], "happenedOn": "2026-09-11", "text": "口头沟通", "kind": "noted" }),
    ),
    row("contract.get", Reader, "not_found", |ids| json!({ "agreement": ids["member"] })),
    row(
        "contract.compare",
        Reader,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "before": ids["member"] }),
    ),
    row("contract.start", Negotiation, "not_found", |ids| json!({ "agreement": ids["member"] })),
    row(
        "contract.saveClause",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "item": "term", "text": "合同期限一年。" }),
    ),
    row(
        "contract.takeLibrary",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "library": "wage.term" }),
    ),
    row(
        "contract.takeAgreed",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "topic": ids["member"] }),
    ),
    row(
        "contract.order",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "clauses": [] }),
    ),
    row("contract.removeClause", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "contract.fill",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "name": "发薪日", "value": "10" }),
    ),
    row(
        "contract.keep",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "note": "第一稿" }),
    ),
    row(
        "contract.paste",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "note": "2025年度合同", "text": "第一条 期限一年。" }),
    ),
    row("contract.removeVersion", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("skillPay.get", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row(
        "skillPay.save",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "levels": [], "forms": [] }),
    ),
    row("negotiation.openWarning", Negotiation, "refused", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.ofCase", Reader, "ok", |ids| json!({ "case": ids["member"] })),
    row(
        "negotiation.saveOrder",
        Negotiation,
        "not_found",
        |ids| json!({ "negotiation": ids["member"], "department": "县人社局", "askedOn": "2026-09-12" }),
    ),
    row("negotiation.removeOrder", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveSuspension", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "reason": "等审计报告", "fromOn": "2026-09-12", "resumeOn": "2026-09-20",
            "resumePlace": "会议室", "resumeSubject": "工资增幅", "workersAgreed": "张敏", "employerAgreed": "罗建平",
        })
    }),
    row("negotiation.resume", Negotiation, "not_found", |ids| json!({ "suspension": ids["member"] })),
    row("negotiation.removeSuspension", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.saveInformation",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "items": [] }),
    ),
    row("negotiation.markInformation", Negotiation, "not_found", |ids| json!({ "item": ids["member"] })),
    row(
        "negotiation.signSecrecy",
        Negotiation,
        "not_found",
        |ids| json!({ "negotiation": ids["negotiation"], "representatives": [ids["member"]] }),
    ),
    row("negotiation.removeEvent", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.addAgreement",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "kind": "women" }),
    ),
    row(
        "negotiation.saveAgreement",
        Negotiation,
        "not_found",
        |ids| json!({ "id": ids["member"], "title": "2026年度工资专项集体合同" }),
    ),
    row("negotiation.removeAgreement", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.judgeVote", Reader, "not_found", voted),
    row("negotiation.saveVote", Negotiation, "not_found", voted),
    row("negotiation.removeVote", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.markMaterial",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "item": "contract", "ready": true }),
    ),
    row("negotiation.saveAmendment", Negotiation, "not_found", |ids| {
        json!({
            "amends": ids["member"], "act": "change", "proposedBy": "workers", "proposedOn": "2026-09-11", "reason": "工艺变化",
            "effectiveOn": "2026-10-01", "terms": [], "changes": [{ "clause": "夜班津贴", "was": "30元", "becomes": "40元" }],
        })
    }),
    row(
        "negotiation.saveFiling",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "department": "县人社局", "filer": "饶思敏" }),
    ),
    row("negotiation.seal", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.checkOffer", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveCheck", Negotiation, "not_found", |ids| {
        json!({
            "agreement": ids["member"], "fromOn": "2026-03-01", "toOn": "2026-08-31", "checkedOn": "2026-09-11",
            "method": "查阅工资表", "conclusion": "已经履行", "workers": ["艾小梅"], "employer": ["罗建平"],
            "clauses": [{ "clause": "工资增长", "target": "增长6%", "actual": "增长6%" }],
        })
    }),
    row("negotiation.removeCheck", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.markUndertaking",
        Negotiation,
        "not_found",
        |ids| json!({ "undertaking": ids["member"] }),
    ),
    row(
        "negotiation.previewMeeting",
        Reader,
        "not_found",
        |ids| json!({ "meeting": meeting(&ids["member"]) }),
    ),
    // Of one person, so that the total is a wage.
    row("pay.list", Reader, "ok", none).telling(&[Tell::InFull(Secret::Wage)]),
    row("pay.get", Reader, "ok", |ids| json!({ "id": ids["sheet"] })).telling(&[Tell::InFull(Secret::Wage)]),
    row("pay.lines", Reader, "ok", |ids| json!({ "sheet": ids["sheet"] }))
        .telling(&[Tell::InFull(Secret::Wage)]),
    row("pay.origin", Reader, "ok", |ids| json!({ "id": ids["line"] }))
        .needing(Needs::Right(Secret::Wage))
        .telling(&[Tell::InFull(Secret::Wage)]),
    row("pay.preview", Negotiation, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("pay.import", Negotiation, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("pay.readBands", Negotiation, "ok", |_| json!({ "text": "4000-5000\t12\n5000-6000\t8" })),
    row(
        "pay.save",
        Negotiation,
        "ok",
        |_| json!({ "period": "2026-08", "headcount": 50, "sum": 30_000_000 }),
    ),
    row("pay.remove", Negotiation, "ok", |ids| json!({ "id": ids["sheet"] }))
        .needing(Needs::Right(Secret::Wage)),
    row("pay.matchLine", Negotiation, "ok", |ids| json!({ "id": ids["line"] }))
        .needing(Needs::Right(Secret::Wage)),
    row("pay.references", Reader, "ok", none),
    row(
        "pay.readReferences",
        Negotiation,
        "ok",
        |_| json!({ "text": "类别\t地区\t时间\t数值\t来源\n居民消费价格涨幅\t江西省\t2025\t0.2%\t统计公报" }),
    ),
    row("pay.saveReference", Negotiation, "ok", |_| minimum_wage()),
    row("pay.saveReferences", Negotiation, "ok", |_| json!({ "figures": [minimum_wage()] })),
    row("pay.removeReference", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("pay.figures", Reader, "ok", none).telling(&[Tell::InFull(Secret::Wage)]),
    row("pay.printFigures", Reader, "ok", |ids| json!({ "sheet": ids["sheet"] }))
        .telling(&[Tell::InFull(Secret::Wage)]),
    row("pay.simulator", Reader, "ok", none),
    row(
        "pay.simulate",
        Reader,
        "ok",
        |ids| json!({ "sheet": ids["sheet"], "scenarios": [rise()], "months": 12 }),
    )
    .needing(Needs::OfFew(Secret::Wage))
    .telling(&[Tell::InFull(Secret::Wage)]),
    // Nobody keeps what they may not try.
    row("pay.saveScenario", Negotiation, "ok", |ids| {
        json!({
            "sheet": ids["sheet"], "year": 2027, "side": "workers", "name": "另一个方案", "scenario": rise(), "months": 12,
        })
    })
    .needing(Needs::OfFew(Secret::Wage)),
    row("pay.chooseScenario", Negotiation, "ok", |ids| json!({ "id": ids["scenario"] })),
    row("pay.removeScenario", Negotiation, "ok", |ids| json!({ "id": ids["scenario"] })),
    row(
        "pay.saveInsurance",
        Negotiation,
        "ok",
        |_| json!({ "name": "基本养老保险", "rate": 1600, "from": "2026-01-01", "source": "省社保局通告" }),
    ),
    row("pay.removeInsurance", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.takeScenario", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
];
