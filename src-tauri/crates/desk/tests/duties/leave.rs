//! Annual leave: the schedule of a year, whoever has none arranged, consent to what is carried over, pay of what was not taken,
//! dates that are missing.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::stories;
use super::story::Opens::Form;
use super::story::{Story, Told};

/// A welder who began to work here, ten days a year.
fn welder(story: &Story, more: Value) -> Value {
    let plain = json!({
        "name": "王伟", "sex": "male", "form": "contract", "shop": "焊接", "startedOn": "2012-03-01", "hiredOn": "2012-03-01",
    });
    story.call("members.save", super::story::with(plain, more))
}

fn period(person: &Value, year: i32, kind: &str, from: &str, to: &str) -> Value {
    json!({ "person": person, "year": year, "kind": kind, "from": from, "to": to })
}

/// A batch of July with one welder in it; its id, and the record as it was typed.
fn batch(story: &Story) -> (Value, Value) {
    let one = welder(story, json!({}));
    let plan = json!({ "year": 2026, "policy": "本单位的办法", "gapOutOnly": false, "countsLeave": "no" });
    let plan = story.call("recuperation.savePlan", plan);
    let batch = json!({
        "plan": plan, "name": "第一批", "base": "庐山职工疗养院", "outside": false, "from": "2026-07-13", "to": "2026-07-17",
    });
    let id = story.call("recuperation.saveBatch", batch.clone());
    story.absent(&[DutyKind::RecuperationPosting, DutyKind::RecuperationInsurance]);
    let place = json!({ "batch": id, "person": one, "frontLine": true, "reasons": ["hazard"] });
    story.call("recuperation.savePlace", place);
    (id, batch)
}

stories! {
    a_year_begins_with_its_schedule in "3601" tells [LeaveSchedule] |story| {
        welder(&story, json!({}));
        story.absent(&[LeaveSchedule]);
        story.on("2027-01-04");
        let told = Told("employer", "month", "第五条", "看年度计划", Form("leave", "schedule"));
        story.due(LeaveSchedule, told);
        story.call("leave.saveSchedule", json!({ "year": 2027, "askedOn": "2027-01-04" }));
        let told = Told("employer", "month", "第五条", "看年度计划", Form("leave", "schedule"));
        story.due(LeaveSchedule, told);
        story.call("leave.saveSchedule", json!({ "year": 2027, "askedOn": "2027-01-04", "madeOn": "2027-01-04" }));
        story.gone(LeaveSchedule);
    }

    by_autumn_it_is_told_who_has_nothing_arranged in "3601" tells [LeaveUnarranged] |story| {
        let one = welder(&story, json!({}));
        story.call("leave.saveSchedule", json!({ "year": 2026, "madeOn": "2026-01-20" }));
        story.on("2026-08-31");
        story.absent(&[LeaveUnarranged]);
        story.on("2026-09-01");
        let told = Told("employer", "month", "这是提醒", "看名单", Form("leave", "list:unarranged"));
        story.due(LeaveUnarranged, told);
        story.call("leave.savePeriod", period(&one, 2026, "planned", "2026-10-12", "2026-10-23"));
        story.gone(LeaveUnarranged);
    }

    what_is_carried_over_wants_consent in "3601" tells [LeaveConsent] |story| {
        let one = welder(&story, json!({}));
        story.call("leave.saveYear", json!({ "person": one, "year": 2026, "carried": 4 }));
        let part = Box::leak(format!("person:{}", one.as_str().unwrap()).into_boxed_str());
        story.due(LeaveConsent, Told("employer", "2026-12-31", "第九条", "看名单", Form("leave", part)));
        let consent = json!({ "person": one, "year": 2026, "carried": 4, "carryConsentOn": "2026-06-01" });
        story.call("leave.saveYear", consent);
        story.gone(LeaveConsent);
    }

    what_was_not_taken_is_paid_within_the_year_or_the_union_reminds in "3601" tells [LeaveUnpaid, LeaveRemind] |story| {
        let one = welder(&story, json!({}));
        story.call("leave.savePeriod", period(&one, 2026, "taken", "2026-05-11", "2026-05-15"));
        story.on("2026-11-30");
        story.absent(&[LeaveUnpaid]);
        story.on("2026-12-01");
        let told = Told("employer", "2026-12-31", "300%", "看名单", Form("leave", "list:unused"));
        story.due(LeaveUnpaid, told);
        story.absent(&[LeaveRemind]);
        story.on("2027-01-05");
        let told = Told("employer", "2026-12-31", "300%", "看名单", Form("leave", "list:unused"));
        story.due(LeaveUnpaid, told);
        story.due(LeaveRemind, Told("union", "week", "加付赔偿金", "登记监督线索", Form("letters", "")));
        let pay = json!({ "person": one, "year": 2026, "halves": 10, "daily": 30_000, "paid": 300_000, "paidOn": "2027-01-05" });
        story.call("leave.savePay", pay);
        story.gone(LeaveUnpaid);
        story.gone(LeaveRemind);
    }

    dates_that_are_missing_are_asked_for in "3601" tells [LeaveMissing] |story| {
        let one = welder(&story, json!({ "startedOn": null }));
        story.call("leave.savePeriod", period(&one, 2026, "planned", "2026-10-12", "2026-10-16"));
        let told = Told("union", "noDay", "要凭证明", "看名单", Form("leave", "list:missing"));
        story.due(LeaveMissing, told);
        let record = story.call("members.get", json!({ "id": one }));
        let whole = super::story::with(record, json!({ "startedOn": "2012-03-01" }));
        story.call("members.save", whole);
        story.gone(LeaveMissing);
    }

    the_names_of_a_batch_are_posted in "3601" tells [RecuperationPosting] |story| {
        let (id, batch) = batch(&story);
        let told = Told("union", "2026-07-13", "按本单位的办法", "看这一批", Form("recuperation", "batch"));
        story.due(RecuperationPosting, told);
        let posted = json!({ "id": id, "postedFrom": "2026-06-15", "postedUntil": "2026-06-24" });
        story.call("recuperation.saveBatch", super::story::with(batch, posted));
        story.gone(RecuperationPosting);
    }

    a_batch_is_insured in "3601" tells [RecuperationInsurance] |story| {
        let (id, batch) = batch(&story);
        let told = Told("union", "2026-07-13", "还没有登记保险", "登记保险", Form("recuperation", "batch:edit"));
        story.due(RecuperationInsurance, told);
        let insured = json!({ "id": id, "insurer": "团体意外险" });
        story.call("recuperation.saveBatch", super::story::with(batch, insured));
        story.gone(RecuperationInsurance);
    }

    a_batch_that_is_back_is_settled in "3601" tells [RecuperationSettle] |story| {
        let (id, batch) = batch(&story);
        let ready = super::story::with(batch, json!({
            "id": id, "insurer": "团体意外险", "postedFrom": "2026-06-15", "postedUntil": "2026-06-24", "personCost": 200_000,
        }));
        story.call("recuperation.saveBatch", ready.clone());
        story.on("2026-07-17");
        story.absent(&[RecuperationSettle]);
        story.on("2026-07-18");
        let told = Told("union", "week", "预算和决算", "登记决算", Form("recuperation", "batch:edit"));
        story.due(RecuperationSettle, told);
        let settled = super::story::with(ready, json!({ "spent": 190_000, "settledOn": "2026-07-18" }));
        story.call("recuperation.saveBatch", settled);
        story.gone(RecuperationSettle);
    }
}
