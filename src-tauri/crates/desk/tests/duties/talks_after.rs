//! What an affair asks for after its agreements: that it is sealed, and that a sealed one is gone on with.

use serde_json::json;

use super::stories;
use super::story::Opens::Form;
use super::story::Told;
use crate::talks::sealing::a_check;
use crate::talks::{event, sent_up};

stories! {
    an_affair_whose_contracts_are_over_is_sealed in "36" tells [NegotiationSeal] |story| {
        let (id, wage) = sent_up(&story);
        // Nothing is owed under them any more: it was told of when the year was over, days before the end of the term, and checked at
        // its end.
        event(&story, &id, &wage, "explained", "2027-07-18", json!({}));
        story.on("2027-07-31");
        let mut check = a_check(&wage);
        (check["toOn"], check["checkedOn"]) = ("2027-07-31".into(), "2027-07-31".into());
        story.call("negotiation.saveCheck", check);
        story.absent(&[NegotiationSeal]);
        story.on("2027-08-01");
        let told = Told("union", "noDay", "封存以后内容不能再改", "封存", Form("negotiation", "closing"));
        story.due(NegotiationSeal, told);
        story.call("negotiation.seal", json!({ "id": id }));
        story.gone(NegotiationSeal);
    }

    a_sealed_affair_is_gone_on_with_when_its_contract_is_to_be_checked in "33" tells [NegotiationContinue] |story| {
        let (id, _) = sent_up(&story);
        story.on("2026-07-21");
        story.call("negotiation.seal", json!({ "id": id }));
        // A year from the effect, announced thirty days before.
        story.on("2027-06-17");
        story.absent(&[NegotiationContinue]);
        story.on("2027-06-18");
        let told =
            || Told("union", "2027-07-18", "要登记在接续的协商里", "接续协商", Form("negotiation", "closing"));
        story.due(NegotiationContinue, told());
        story.on("2027-07-19");
        story.due(NegotiationContinue, told());
        story.call("negotiation.start", json!({ "year": 2027, "continues": id }));
        story.gone(NegotiationContinue);
        story.beside(AgreementCheck);
        // A contract in force opens no talks: nobody's opinions are collected for it.
        story.absent(&[NegotiationOpinions]);
    }
}
