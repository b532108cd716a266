//! Members in hardship: whoever is flagged and has no file, where the place's law asks for files; the visit that was promised.

use serde_json::json;

use super::stories;
use super::story::Opens::Form;
use super::story::{Story, Told};

fn worker(story: &Story) -> serde_json::Value {
    story.call("members.save", json!({ "name": "王伟", "sex": "male", "form": "contract", "shop": "焊接" }))
}

stories! {
    whoever_is_flagged_as_in_hardship_gets_a_file in "3601" tells [HardshipUnfiled] |story| {
        let one = worker(&story);
        story.absent(&[HardshipUnfiled]);
        let tag = json!({ "person": one, "kind": "hardship", "since": "2026-05-06" });
        story.call("members.saveTag", tag);
        let told = Told("union", "week", "第三十七条", "看名单", Form("hardship", ""));
        story.due(HardshipUnfiled, told);
        story.call("hardship.save", json!({ "person": one, "openedOn": "2026-06-01", "level": "relative" }));
        story.gone(HardshipUnfiled);
    }

    a_promised_visit_is_due_until_it_was_made in "31" tells [HardshipVisit] |story| {
        let one = worker(&story);
        let file = json!({ "person": one, "openedOn": "2026-06-01", "level": "own" });
        let id = story.call("hardship.save", file.clone());
        story.absent(&[HardshipVisit]);
        let promised = super::story::with(file, json!({ "id": id, "visitOn": "2026-06-20" }));
        story.call("hardship.save", promised);
        let told = Told("union", "2026-06-20", "还没有登记过帮扶", "登记帮扶", Form("hardship", "aid"));
        story.due(HardshipVisit, told);
        story.on("2026-06-18");
        let visit = json!({ "person": one, "givenOn": "2026-06-18", "kind": "visit", "source": "none", "visited": true });
        story.call("hardship.saveAid", visit);
        story.gone(HardshipVisit);
    }
}
