//! What comes in and wants something by a day.

use serde_json::json;

use super::stories;
use super::story::Opens::Form;
use super::story::Told;

stories! {
    an_incoming_paper_is_done_by_its_day in "36" tells [Incoming] |story| {
        story.on("2026-09-15");
        let without_day = json!({
            "kind": "notice", "source": "县总工会", "title": "关于报送年报的通知", "receivedOn": "2026-09-15", "asked": "报送统计年报",
            "wantsAnswer": true,
        });
        let id = story.call("incoming.save", without_day.clone());
        story.absent(&[Incoming]);
        let mut paper = without_day;
        paper["id"] = id.clone();
        paper["dueOn"] = json!("2026-09-22");
        story.call("incoming.save", paper);
        let told = Told("union", "2026-09-22", "《关于报送年报的通知》", "登记办结", Form("incoming", "finish"));
        story.due(Incoming, told);
        story.on("2026-09-24");
        story.call("incoming.finish", json!({ "id": id, "doneOn": "2026-09-24", "how": "已盖章报送" }));
        story.gone(Incoming);
    }
}
