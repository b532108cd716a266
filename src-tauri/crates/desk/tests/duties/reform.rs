//! The reform ledger: a measure that runs and has a day.

use serde_json::json;

use super::stories;
use super::story::Opens::Form;
use super::story::Told;

stories! {
    a_measure_of_the_reform_is_due_on_its_day_until_something_came_of_it in "36" tells [ReformMeasure] |story| {
        story.on("2026-09-01");
        let measure = json!({ "year": 2026, "article": 18, "measure": "举办焊工技能竞赛", "side": "employer", "unit": "生产部" });
        let id = story.call("reform.save", measure.clone());
        story.absent(&[ReformMeasure]);
        let mut dated = measure;
        dated["id"] = id.clone();
        dated["dueOn"] = json!("2026-10-31");
        story.call("reform.save", dated);
        let told = Told("employer", "2026-10-31", "（十八）开展劳动和技能竞赛", "登记结果", Form("reformMeasures", "ending"));
        story.due(ReformMeasure, told);
        story.on("2026-10-28");
        let early = json!({ "id": id, "outcome": "done", "endedOn": "2026-10-29", "result": "42人参加" });
        assert_eq!(story.refused("reform.finish", early).field.as_deref(), Some("endedOn"));
        story.call("reform.finish", json!({ "id": id, "outcome": "done", "endedOn": "2026-10-28", "result": "42人参加" }));
        story.gone(ReformMeasure);
    }
}
