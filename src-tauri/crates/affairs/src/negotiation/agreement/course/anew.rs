//! What a contract asks for again that came back: it is filed again, and where it was drafted again, voted on and signed again first. No
//! reason lets in what stands on the vote, the signature or the filing of before.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Act, Course, Ground, Kind, State, What, by};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::rules::Law;

/// A return after which a contract stands again as it was passed and signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Back {
    /// Its row.
    pub id: Uuid,
    /// It is one of the papers that the affair was entered from.
    pub late: bool,
    /// The vote on what is signed again: a term that stood in no text then is given by the signature. None for what is no signature.
    pub voted: Option<Act>,
}

/// Whether a contract that came back stands again as it was by an event of this kind.
fn resumes(kind: Kind) -> bool {
    matches!(kind, Kind::Signed | Kind::Filed | Kind::Received | Kind::Returned | Kind::InEffect)
}

/// Why a filing, and what comes of one, cannot be where the contract is not signed or not filed yet: the subject of the rule, and words.
pub(super) fn unready(kind: Kind, state: State) -> Option<(&'static str, &'static str)> {
    const REQUIRED: &str = "negotiation.congress.required";
    if !matches!(kind, Kind::Filed | Kind::Received | Kind::Returned | Kind::InEffect) {
        return None;
    }
    let filed = kind == Kind::Filed;
    match state {
        State::Talks => Some((
            REQUIRED,
            "合同在这一天还没有形成草案，表决通过、双方签字以后才能报送；请先登记（或者补录）草案、表决和签字，再登记这一项。",
        )),
        State::Drafted => Some((
            REQUIRED,
            "现在的草案还没有表决，表决通过、双方签字以后才能报送；请先登记（或者补录）表决和签字，再登记这一项。",
        )),
        State::Rejected => Some((
            REQUIRED,
            "职代会没有通过草案，重新协商、再次表决通过、双方签字以后才能报送；请先登记（或者补录）新的草案、表决和签字，再登记这一项。",
        )),
        State::Passed => Some((
            Ground::Signature.subject(),
            "现在的草案已经表决通过，双方还没有签字，签字以后才能报送；请先登记（或者补录）双方签字，再登记这一项。",
        )),
        State::Signed if !filed => Some((
            "negotiation.silent_approval",
            "双方签字以后还没有报送，报送以后才有审查的结果；请先登记（或者补录）报送，再登记这一项。",
        )),
        State::Returned if !filed => Some((
            "negotiation.silent_approval",
            "合同已被退回，要先补正、重新报送；请先登记（或者补录）重新报送，再登记这一项。",
        )),
        _ => None,
    }
}

impl Course {
    /// The newest act of a kind before another.
    pub(super) fn last_before(&self, what: What, act: &Act) -> Option<&Act> {
        self.acts.iter().rfind(|one| one.what == what && (one.on, one.id) < (act.on, act.id))
    }

    /// A return of it, as the ledger is asked whether it reads as it did then.
    pub fn came_back(&self, id: Uuid) -> Back {
        let back = self.acts.iter().find(|one| one.id == id);
        let late = back.map_or(self.late, |back| self.is_of_papers(back.on));
        Back { id, late, voted: None }
    }

    /// The return that an act follows on by which the contract stands again as it was, with nothing drafted between: what is new was
    /// never voted on.
    pub fn returned_before(&self, act: &Act) -> Option<Back> {
        let What::Event(kind) = act.what else { return None };
        let counts = |one: &Act| match one.what {
            What::Event(kind) => kind == Kind::Drafted || resumes(kind),
            What::Vote(_) => false,
        };
        let before = |one: &Act| (one.on, one.id) < (act.on, act.id);
        let newest = self.acts.iter().rfind(|one| before(one) && counts(one))?;
        if !resumes(kind) || newest.what != What::Event(Kind::Returned) {
            return None;
        }
        let voted = self.last_before(What::Vote(true), act).filter(|_| kind == Kind::Signed);
        Some(Back { voted: voted.copied(), ..self.came_back(newest.id) })
    }

    /// The newest draft that was made after the contract came back: what was done before it counts no more.
    pub fn drafted_anew(&self) -> Option<&Act> {
        self.redrafted(NaiveDate::MAX).and_then(|at| self.acts.get(at))
    }

    /// Whether what was done on a day is of the text as it stands on another: what was done before it was drafted anew is of the draft
    /// before, and where it is talked about anew, all is.
    pub fn counts(&self, on: NaiveDate, id: Uuid, today: NaiveDate) -> bool {
        let since = |anew: &Act| (anew.on, anew.id) <= (on, id);
        !self.is_talked_anew(today) && self.drafted_anew().is_none_or(since)
    }

    /// The return that the newest draft followed on.
    pub fn anew_since(&self) -> Option<&Act> {
        self.last_before(What::Event(Kind::Returned), self.drafted_anew()?)
    }

    /// That it had not come back when an act came: never, not again since it did, or only later. With what follows from that.
    pub(super) fn not_back(&self, act: &Act, so: &str) -> String {
        let returned = What::Event(Kind::Returned);
        let later = self.acts.iter().find(|one| one.what == returned && (one.on, one.id) > (act.on, act.id));
        match (later, self.last_before(returned, act)) {
            (Some(later), _) => format!("{}才退回，这个日期在退回以前，请核对", day_words(later.on)),
            (None, Some(back)) => format!("{}退回、重新办理以后没有再退回过，{so}", day_words(back.on)),
            (None, None) => format!("没有退回过，{so}"),
        }
    }

    /// The signature that a vote would come after, where no vote passed the draft before it.
    pub(super) fn signed_unvoted(&self, act: &Act) -> Option<&Act> {
        let last = |what: What| self.last_before(what, act).map(|one| (one.on, one.id));
        let voted = last(What::Vote(true)) > last(What::Event(Kind::Drafted));
        self.last_before(What::Event(Kind::Signed), act).filter(|_| !voted)
    }

    /// Refuses to go on with a draft that was made after the contract came back and that no congress passed, and to file one that
    /// nobody signed.
    ///
    /// Errors: `refused` with the rule.
    pub(super) fn check_anew(&self, law: Law<'_>, act: &Act) -> Result<(), Problem> {
        let Some(drafted) = self.last_before(What::Event(Kind::Drafted), act) else { return Ok(()) };
        if self.last_before(What::Event(Kind::Returned), drafted).is_none() {
            return Ok(());
        }
        let since = |what: What| {
            self.last_before(what, act).is_some_and(|one| (one.on, one.id) > (drafted.on, drafted.id))
        };
        let day = day_words(drafted.on);
        let signs = matches!(act.what, What::Event(Kind::Notified | Kind::Signed));
        let (ground, message) = if !since(What::Vote(true)) {
            let message = format!(
                "合同退回以后，{day}又形成了新的草案，签字、报送都以再次表决通过为前提；请先登记（或者补录）再次表决，再登记这一项。"
            );
            (Ground::Vote, message)
        } else if !signs && !since(What::Event(Kind::Signed)) {
            let message = format!(
                "合同退回以后，{day}又形成了新的草案，报送以双方重新签字为前提；请先登记（或者补录）重新签字，再登记这一项。"
            );
            (Ground::Signature, message)
        } else {
            return Ok(());
        };
        Err(by(law, ground.subject(), "kind", message))
    }
}
