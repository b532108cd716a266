//! That nothing is deleted from a page: every command that takes a record away says as what it lies in the trash, or why
//! nothing lies there. A new one without its line fails here. That each kind comes back whole stands in `whole`.

mod counted;
mod erased;
mod groups;
mod issued;
mod numbers;
mod people;
mod purging;
mod reasons;
mod whole;
mod written;

use std::collections::BTreeSet;

use serde_json::json;

use crate::duties::story::Story;

/// Commands that take a record away, and the kind of the trash that it becomes.
const REMOVES: &[(&str, &str)] = &[
    ("negotiation.remove", "negotiation"),
    ("negotiation.removeElection", "representativeElection"),
    ("negotiation.removeMandate", "mandate"),
    ("negotiation.removeOpinions", "opinionSurvey"),
    ("negotiation.removeMeeting", "meeting"),
    ("negotiation.removeEvent", "event"),
    ("negotiation.removeOrder", "correctionOrder"),
    ("negotiation.removeSuspension", "suspension"),
    ("negotiation.removeAgreement", "agreement"),
    ("negotiation.removeVote", "congressSession"),
    ("negotiation.removeCheck", "agreementCheck"),
    ("pay.removeScenario", "payScenario"),
    ("pay.removeInsurance", "payInsurance"),
    ("contract.removeClause", "contractClause"),
    ("contract.removeVersion", "contractVersion"),
    ("pay.remove", "paySheet"),
    ("pay.removeReference", "payReference"),
    ("custody.remove", "custody"),
    ("outgoing.removeSending", "sending"),
    ("templates.drop", "ownTemplate"),
    ("letters.remove", "supervision"),
    ("letters.removeEvent", "supervisionEvent"),
    ("letters.removeLetter", "supervisionLetter"),
    ("letters.removeInspector", "supervisionInspector"),
    ("appeals.remove", "appeal"),
    ("dismissals.remove", "dismissal"),
    ("mediation.remove", "mediation"),
    ("mediation.removeEvent", "mediationEvent"),
    ("mediation.removeMediator", "mediator"),
    ("consents.remove", "consent"),
    ("members.removeList", "memberList"),
    ("members.removeTag", "personTag"),
    ("members.liftApart", "personApart"),
    ("dossier.removeEmployment", "employment"),
    ("dossier.removeContract", "labourContract"),
    ("dossier.removeCertificate", "certificate"),
    ("dossier.removeTraining", "training"),
    ("dossier.removeHonour", "honour"),
    ("dossier.removeExam", "healthExam"),
    ("members.remove", "person"),
    ("members.removeEvent", "membershipEvent"),
    ("members.removeApplication", "application"),
    ("members.removeDuesBasis", "duesBasis"),
    ("members.removeDuesTalk", "duesTalk"),
    ("incoming.remove", "incoming"),
    ("forms.remove", "form"),
    ("committee.remove", "committee"),
    ("decisions.uncite", "decisionUse"),
    ("correspondence.remove", "letter"),
    ("files.remove", "attachment"),
    ("union.removeTerm", "unionTerm"),
    ("union.removeGroup", "unionGroup"),
    ("union.removeWorkforce", "workforce"),
    ("union.removeFeeShare", "feeShare"),
    ("union.removeFeePayment", "feePayment"),
    ("union.removeFeeDemand", "feeDemand"),
    ("election.remove", "election"),
    ("election.removeEvent", "electionEvent"),
    ("election.removeBallot", "electionBallot"),
    ("membersCongress.remove", "membersMeeting"),
    ("law.removeOwn", "ownRule"),
    ("law.dropPack", "lawPack"),
    ("law.distrust", "publisher"),
    ("calendar.remove", "calendar"),
    ("platform.removeFirm", "platformFirm"),
    ("platform.removeWork", "platformWork"),
    ("platform.removeReferral", "platformReferral"),
    ("platform.removeTalk", "platformTalk"),
    ("platform.removeMeeting", "platformMeeting"),
    ("platform.removeCap", "platformCap"),
    ("platform.removeHelp", "injuryHelp"),
    ("hardship.remove", "hardshipFile"),
    ("hardship.removeAid", "memberAid"),
    ("leave.removePeriod", "leavePeriod"),
    ("leave.removeBar", "leaveBar"),
    ("leave.removePay", "leavePay"),
    ("recuperation.removeBatch", "recuperationBatch"),
    ("recuperation.removePlace", "recuperationPlace"),
    ("safety.remove", "hazard"),
    ("safety.removeEvent", "hazardEvent"),
    ("safety.removeVisit", "safetyVisit"),
    ("congress.removeTerm", "congressTerm"),
    ("congress.removeDelegate", "congressDelegate"),
    ("congress.removeMotion", "congressMotion"),
    ("congress.removeMeeting", "congressMeeting"),
    ("reform.remove", "reformMeasure"),
];

/// Commands that take something away which is no record of a page, and why the trash has nothing of it.
const NO_RECORD: &[(&str, &str)] = &[
    (
        "people.remove",
        "a way in is given anew with a passphrase of its own; who sat at the desk stays in the journal",
    ),
    ("outgoing.unfile", "the paper stands; only where it was filed is taken back, and the history tells it"),
    (
        "papers.dropText",
        "the paper stands; the words of a paragraph are the facts' again, and the history tells both",
    ),
    ("ledger.dropOldCopies", "copies of the ledger, because the law asks for it"),
    ("trash.purge", "the end of what lies in the trash"),
    ("trash.purgeStep", "the same of everything that an undone step left"),
];

/// A kind that no command takes away by itself: an item left out of the list of information when the list is kept.
const LEFT_OUT: &str = "information";

/// A kind that no command takes away at all: an issued paper stands in the register, and its content alone is erased when its time is
/// over.
const STAYS: &str = "paper";

/// Whether a command takes something away, by its name or by what its step is called.
fn takes_away(name: &str, label: &str) -> bool {
    let verb = name.split_once('.').map_or("", |(_, verb)| verb);
    let verbs = ["remove", "drop", "delete", "distrust", "uncite", "unfile", "lift", "purge"];
    let labels = ["移除", "删", "撤", "取消", "用回", "改回", "清除", "丢弃"];
    verbs.iter().any(|one| verb.starts_with(one)) || labels.iter().any(|one| label.starts_with(one))
}

#[test]
fn whatever_a_command_takes_away_lies_in_the_trash() {
    let known: BTreeSet<&str> = REMOVES.iter().chain(NO_RECORD).map(|(name, _)| *name).collect();
    assert_eq!(known.len(), REMOVES.len() + NO_RECORD.len(), "each command stands here once");
    let taking: BTreeSet<&str> = desk::commands()
        .iter()
        .filter(|command| command.effect != desk::Effect::Reads && takes_away(command.name, command.label))
        .map(|command| command.name)
        .collect();
    let without: Vec<_> = taking.difference(&known).collect();
    assert!(without.is_empty(), "say as what these lie in the trash: {without:?}");
    let gone: Vec<_> = known.difference(&taking).collect();
    assert!(gone.is_empty(), "no command takes these away: {gone:?}");
}

#[test]
fn every_kind_of_the_trash_is_what_some_command_took_away() {
    let story = Story::begin("36", &[]);
    let kept = story.call("trash.retentions", json!({}));
    let kinds: BTreeSet<&str> =
        kept.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    let told: BTreeSet<&str> = REMOVES.iter().map(|(_, kind)| *kind).chain([LEFT_OUT, STAYS]).collect();
    assert_eq!(told, kinds, "each kind has its command and each command its kind");
}
