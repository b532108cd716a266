//! Papers of all modules: listed, previewed, issued; `papers_saved` writes them to files, `paper_texts` rewords them. Which
//! facts a paper holds is its module's; how it looks is `paper`'s; numbers are `office`'s.

use affairs::members::dossier::papers::DOSSIER;
use affairs::members::dues::papers as dues;
use affairs::members::joining::papers as joining;
use affairs::members::leaving::papers as leaving;
use affairs::members::model::PersonId;
use affairs::members::papers::LookLine;
use affairs::negotiation::{contract, information, levels, refusal, suspension};
use affairs::office::{
    self, Filled, Issue, attachments,
    committee::papers::MINUTES as COMMITTEE_MINUTES,
    correspondence::papers::LETTER,
    model::{PaperId, PaperLine, PaperNumber},
    outgoing::model::SendingId,
    outgoing::papers::{RECEIPT, receipt},
    source::Source,
    templates,
};
use affairs::union::election::papers as election;
use affairs::union::fee::papers as fee;
use affairs::union::members_congress::papers as members_congress;
use affairs::union::model::Shown;
use affairs::{congress, letters, members, negotiation, platform, report, union};
use ledger::Ledger;
use paper::{Meta, PaperError, Photos, Template};
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::commands::dismissals::guard_notice;
use crate::commands::dossier;
use crate::commands::paper_texts;
use crate::commands::pay_simulate;
use crate::commands::platform::guard_injury;
use crate::commands::succession;
use crate::commands::today;
use crate::contract::{Nothing, Right};
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};
use crate::templates::{chosen, made_by, trouble};

/// A paper that can be made now.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PaperRef {
    /// The kind, `negotiation.minutes`.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
    /// Page 1 alone, for a preview that is there at once.
    pub first_page: Option<bool>,
}

/// A paper to be issued.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssuePaper {
    /// The kind.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
}

/// An issued paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssuedRef {
    /// The issue.
    pub id: PaperId,
}

/// Every paper that can be made, with its issues and by whose template.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<PaperLine>>, Problem> {
    desk.view(|reading| {
        let mut lines = lines(reading, desk)?;
        for own in templates::store::all(reading.connection)? {
            if trouble(desk, &own)?.is_none() {
                let made = lines.iter_mut().filter(|line| templates::key_of(&line.kind) == Some(&own.paper));
                made.for_each(|line| line.made_by = Some(made_by(&own)));
            }
        }
        Ok(Outcome::of(lines))
    })
}

/// Every paper that can be made, with its issues.
pub(super) fn lines(reading: &Reading<'_>, desk: &Desk) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = negotiation::papers::list(reading.connection, reading.book)?;
    lines.extend(contract::papers::list(reading.connection, means(reading, desk)?, reading.today)?);
    lines.extend(levels::papers::list(reading.connection)?);
    lines.extend(refusal::papers::list(reading.connection, reading.book, reading.today)?);
    lines.extend(suspension::papers::list(reading.connection, reading.book)?);
    lines.extend(information::papers::list(reading.connection, reading.book)?);
    lines.extend(report::papers::list(reading.connection)?);
    lines.extend(leaving::list(reading.connection, reading.today)?);
    lines.extend(dues::list(reading.connection, reading.today)?);
    lines.extend(fee::list(reading.connection, reading.book)?);
    lines.extend(election::list(reading.connection, reading.book, reading.today)?);
    lines.extend(members_congress::list(reading.connection, reading.book, reading.today)?);
    lines.extend(office::committee::papers::list(reading.connection, reading.book)?);
    lines.extend(office::correspondence::papers::list(reading.connection)?);
    lines.extend(letters::papers::list(reading.connection, reading.book)?);
    let may_read_health = reading.open.sight().health != Shown::Never;
    for line in letters::rights::list(reading.connection, reading.book, reading.today)? {
        if may_read_health || !letters::rights::tells_health(reading.connection, &line.kind, &line.of)? {
            lines.push(line);
        }
    }
    lines.extend(
        (platform::papers::list(reading.connection, reading.book)?.into_iter())
            .filter(|line| may_read_health || line.kind != platform::papers::HELP),
    );
    if reading.open.may(Right::Chair).is_ok() {
        lines.push(union::papers::recovery_sheet_line(&reading.open.union));
    }
    for line in &mut lines {
        line.issued = office::store::issues(reading.connection, &line.kind, &line.of)?;
    }
    Ok(lines)
}

/// Why a paper of this kind is not issued; its text is not changed either, for it is printed anew each time.
pub(super) fn never_issued(kind: &str) -> Option<&'static str> {
    Some(match kind {
        union::papers::RECOVERY_SHEET => "恢复单不编号、不留底，请打印后妥善保管。",
        DOSSIER => "电子档案随登记变动，不编号、不留底，请直接打印；签了字的请扫描后添加到本人的附件里。",
        members::papers::OWN_DATA => "个人信息副本只交给本人，不编号、不留底，请直接打印。",
        union::succession::HAND_OVER => "移交清册随移交当时的情况打印，不编号、不留底，请直接打印。",
        today::PAPER => "到期事项清单随时变动，不编号、不留底，请直接打印。",
        joining::APPLICATION | joining::REGISTRATION | joining::CARD_ROLL => {
            "入会的申请书、登记表和发放册照账本打印，不编号、不留底；签好的请扫描后添加到本人的附件里。"
        }
        negotiation::papers::PLAN => {
            "协商方案随测算变动，只在职工方内部使用，不编号、不留底，请直接打印；讨论通过的请扫描后添加到协商的附件里。"
        }
        negotiation::papers::OPINION_SHEET => {
            "意见征集表空白打印，由职工填写，不编号、不留底；收回的意见请登记在“协商以前”里。"
        }
        election::BALLOT => "选票随候选人名单打印，不编号、不留底；发出和收回的张数请登记在计票里。",
        congress::papers::BALLOT => "表决票随会议议程打印，不编号、不留底；发出和收回的张数请登记在表决里。",
        dues::SHEET => "会费收缴年度表照账本打印，不编号、不留底；签了字要归档的，请扫描后添加到附件里。",
        platform::papers::HELP => "职业伤害保障办理说明只交给本人，不编号、不留底，请直接打印。",
        RECEIPT | letters::papers::RECEIPT => {
            "送达回执按发送记录打印，不编号；签回的那一份请扫描后添加到文件的附件里。"
        }
        _ => return letters::rights::never_issued(kind),
    })
}

pub(super) fn fill(reading: &Reading<'_>, desk: &Desk, kind: &str, of: &str) -> Result<Filled, Problem> {
    if kind == union::papers::RECOVERY_SHEET {
        reading.open.may(Right::Chair)?;
        let words = reading.open.ledger.recovery_words();
        let head = succession::head(reading, None)?;
        let name = reading
            .open
            .ledger
            .dir()
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        return union::papers::recovery_sheet(
            &reading.open.union,
            &name,
            words.characters(),
            desk.now(),
            head,
        );
    }
    if kind == today::PAPER {
        return today::paper(reading, desk, of);
    }
    if kind == union::succession::HAND_OVER {
        return succession::book(reading, desk, succession::Parties::default(), None);
    }
    if kind == members::papers::OWN_DATA {
        return own_data(reading, of);
    }
    if kind == DOSSIER {
        return dossier::paper(reading, of);
    }
    if kind == RECEIPT {
        let id = of.parse::<SendingId>().map_err(|_| Problem::missing("条发送记录"))?;
        return receipt(reading.connection, &reading.open.union.name, id);
    }
    if let Some(filled) = of_joining(reading, kind, of)? {
        return Ok(filled);
    }
    let mut filled = match kind {
        report::papers::YEAR => {
            let head = succession::head(reading, None)?;
            report::papers::fill(reading.connection, of, head, reading.today)?
        }
        COMMITTEE_MINUTES => {
            let id = of.parse().map_err(|_| Problem::missing("份会议记录"))?;
            office::committee::papers::fill(reading.connection, reading.book, id)?
        }
        LETTER => {
            let id = of.parse().map_err(|_| Problem::missing("份函"))?;
            office::correspondence::papers::fill(reading.connection, id, reading.today)?
        }
        fee::DEMAND => fee::fill(reading.connection, reading.book, of, reading.today)?,
        _ if members_congress::is_ours(kind) => {
            members_congress::fill(reading.connection, reading.book, kind, of, reading.today)?
        }
        _ if election::is_ours(kind) => {
            election::fill(reading.connection, reading.book, kind, of, reading.today)?
        }
        dues::RECEIPT | dues::SHEET => of_dues(reading, kind, of)?,
        negotiation::papers::PLAN => pay_simulate::plan(reading, desk, of)?,
        _ if letters::papers::is_ours(kind) => {
            letters::papers::fill(reading.connection, reading.book, kind, of)?
        }
        _ if letters::rights::is_ours(kind) => {
            guard_opinion(reading, kind, of)?;
            let in_full = bears_numbers(reading, kind, of)?;
            letters::rights::fill(reading.connection, reading.book, (kind, of), in_full, reading.today)?
        }
        _ if platform::papers::is_ours(kind) => of_platform(reading, kind, of)?,
        _ if contract::papers::is_ours(kind) => {
            contract::papers::fill(reading.connection, means(reading, desk)?, kind, of, reading.today)?
        }
        levels::papers::LEVELS => levels::papers::fill(reading.connection, of)?,
        _ if refusal::papers::is_ours(kind) => {
            refusal::papers::fill(reading.connection, reading.book, kind, of, reading.today)?
        }
        _ if information::papers::is_ours(kind) => {
            information::papers::fill(reading.connection, reading.book, kind, of)?
        }
        suspension::papers::MEMO => suspension::papers::fill(reading.connection, reading.book, of)?,
        _ => match of_leaving(reading, kind, of)? {
            Some(filled) => filled,
            None => negotiation::papers::fill(reading.connection, reading.book, kind, of)?,
        },
    };
    filled.changes = office::changes::of_paper(reading.connection, kind, of)?;
    Ok(filled)
}

/// What a contract is filled with beside the ledger.
fn means<'a>(reading: &'a Reading<'_>, desk: &'a Desk) -> Result<contract::Means<'a>, Problem> {
    Ok(contract::Means { book: reading.book, library: desk.clauses()? })
}

/// A person's own data in full: a look of its own, for whoever may read identity at all.
fn own_data(reading: &Reading<'_>, of: &str) -> Result<Filled, Problem> {
    let open = reading.open;
    if open.sight().identity == Shown::Never {
        let name = open.person().name;
        let message = format!("{name}没有查看证件号码和电话的权限，请由主席打印。");
        return Err(Problem::new("no_right", message));
    }
    let id = of.parse::<PersonId>().map_err(|_| Problem::missing("个人"))?;
    let looks = open.ledger.looks(None, Some(of), 500)?;
    let may_read_health = open.sight().health != Shown::Never;
    let injuries = match may_read_health {
        true => platform::mentions::injuries(reading.connection, id)?,
        false => Vec::new(),
    };
    let filled = members::papers::own_data(
        reading.connection,
        reading.book,
        id,
        (
            (looks.into_iter())
                .map(|look| LookLine {
                    at: look.at.chars().take(16).collect::<String>().replace('T', " "),
                    who: look.actor_name,
                    purpose: look.purpose,
                })
                .collect(),
            [
                negotiation::mentions::of_person(reading.connection, id)?,
                office::committee::mentions::of_person(reading.connection, id)?,
                letters::mentions::of_person(reading.connection, id)?,
                platform::mentions::works(reading.connection, id)?,
                injuries,
                union::mentions::of_person(reading.connection, id)?,
            ]
            .concat(),
            affairs::held::of_person(reading.connection, reading.book, id, open.sight())?,
        ),
        may_read_health,
        reading.today,
    )?;
    open.ledger.record_look(
        &open.actor(),
        members::papers::OWN_DATA,
        "应本人要求提供副本",
        &[of.to_owned()],
    )?;
    Ok(filled)
}

/// A paper of joining; one that bears identity in full is a look of its own, for whoever may read identity at all.
fn of_joining(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Option<Filled>, Problem> {
    if joining::shows_identity(kind, of) {
        let person = joining::person_of(reading.connection, of)?;
        guard_identity(reading, &person.to_string())?;
    }
    joining::fill(reading.connection, kind, of)
}

/// A paper of leaving or moving, guarded alike.
fn of_leaving(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Option<Filled>, Problem> {
    if leaving::shows_identity(kind) {
        guard_identity(reading, &leaving::person_of(reading.connection, of)?.to_string())?;
    }
    leaving::fill(reading.connection, kind, of, reading.today)
}

/// A paper of dues; one whose sums tell wages is a look of its own, for whoever may read wages at all.
fn of_dues(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Filled, Problem> {
    guard_wages(reading, kind, of)?;
    let filled = dues::fill(reading.connection, reading.book, kind, of, reading.today)?;
    filled.ok_or_else(|| Problem::missing("份会费文书"))
}

/// Lets pass whoever may read wages, where a paper of dues tells them, and keeps that they looked.
fn guard_wages(reading: &Reading<'_>, kind: &str, of: &str) -> Result<(), Problem> {
    let open = reading.open;
    if !dues::shows_wages(reading.connection, kind)? {
        return Ok(());
    }
    if open.sight().wages == Shown::Never {
        let name = open.person().name;
        let message = format!(
            "{name}没有查看个人工资的权限，这份文书写有个人的会费，看得出工资，请由有权查看的人打印。"
        );
        return Err(Problem::new("no_right", message));
    }
    if reading.in_step {
        return Ok(());
    }
    let people = dues::people_of(reading.connection, kind, of)?;
    let people: Vec<String> = people.iter().map(ToString::to_string).collect();
    open.ledger.record_look(&open.actor(), dues::WAGES_PAPER, "打印会费文书", &people)?;
    Ok(())
}

/// A paper of new employment forms, guarded alike; how someone was hurt is told to whoever may read health.
fn of_platform(reading: &Reading<'_>, kind: &str, of: &str) -> Result<Filled, Problem> {
    if platform::papers::shows_identity(kind) {
        guard_identity(reading, &platform::papers::person_of(reading.connection, of)?.to_string())?;
    }
    if kind == platform::papers::HELP {
        guard_injury(reading)?;
    }
    platform::papers::fill(reading.connection, reading.book, kind, of)
}

/// Lets pass whoever may read health, where an opinion on a dismissal may tell of it.
fn guard_opinion(reading: &Reading<'_>, kind: &str, of: &str) -> Result<(), Problem> {
    match of.parse() {
        Ok(id) if kind == letters::dismissals::papers::OPINION => {
            guard_notice(reading.open, reading.connection, id)
        }
        _ => Ok(()),
    }
}

/// Whether a paper of workers' rights is filled with the numbers of whom it is about: for whoever may read identity, which is a
/// look of its own. For others they are left to be written by hand.
fn bears_numbers(reading: &Reading<'_>, kind: &str, of: &str) -> Result<bool, Problem> {
    if reading.open.sight().identity == Shown::Never {
        return Ok(false);
    }
    let Some(person) = letters::rights::person_of(reading.connection, kind, of)? else { return Ok(false) };
    guard_numbers(reading, &person.to_string(), "打印调解协议书")?;
    Ok(true)
}

/// Lets pass whoever may read identity, and keeps that they looked.
pub(super) fn guard_identity(reading: &Reading<'_>, person: &str) -> Result<(), Problem> {
    guard_numbers(reading, person, "打印会籍文书")
}

/// The same, for a paper of another kind.
fn guard_numbers(reading: &Reading<'_>, person: &str, purpose: &str) -> Result<(), Problem> {
    let open = reading.open;
    if open.sight().identity == Shown::Never {
        let name = open.person().name;
        let message =
            format!("{name}没有查看证件号码和电话的权限，这份文书写有完整的证件号码，请由有权查看的人打印。");
        return Err(Problem::new("no_right", message));
    }
    // What is issued, the step tells.
    if reading.in_step {
        return Ok(());
    }
    open.ledger.record_look(&open.actor(), members::papers::IDENTITY_PAPER, purpose, &[person.to_owned()])?;
    Ok(())
}

/// What a filled paper is set from; with its number, what an issue keeps.
pub(super) fn source(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    number: Option<PaperNumber>,
) -> Result<Source, Problem> {
    let chosen = chosen(reading.connection, desk, filled.template)?;
    let number = number.map(|number| number.to_string());
    let mut context = filled.context.clone();
    if let Some(map) = context.as_object_mut() {
        map.insert("number".to_owned(), number.clone().into());
    }
    Ok(Source {
        template: filled.template.to_owned(),
        text: chosen.text,
        context,
        changes: filled.changes.clone(),
        author: reading.open.union.name.clone(),
        created: desk.now(),
        id_seed: format!("{} {} {}", filled.template, filled.of, number.unwrap_or_default()),
        made_by: chosen.made_by,
    })
}

/// A source as its template fills it, before any paragraph is reworded.
pub(super) fn filled_only(ledger: &Ledger, source: &Source) -> Result<(Template, paper::Document), Problem> {
    let template = Template::parse(&source.template, &source.text)?;
    let meta =
        Meta { author: source.author.clone(), created: source.created, id_seed: source.id_seed.clone() };
    let document = template
        .fill_with(&source.context, meta, &photos(ledger, source))
        .map_err(|why| by_own(source, why))?;
    Ok((template, document))
}

/// Why a paper cannot be made, with the way back where the union's own template makes it.
fn by_own(source: &Source, why: PaperError) -> Problem {
    let problem = Problem::from(why);
    let Some(own) = &source.made_by else { return problem };
    let message = format!(
        "按本单位模板“{}”印不出来：{}模板请改好再放入，或在“设置 → 模板”里改回程序自带的。",
        own.title, problem.message
    );
    Problem { message, ..problem }
}

/// The bytes of the photos that the facts name by their content. One that is gone from the ledger (its file was erased
/// by law) is left out, and `paper` says which.
fn photos(ledger: &Ledger, source: &Source) -> Photos {
    let mut photos = Photos::default();
    let named = source.context["photos"].as_array().into_iter().flatten();
    for content in named.filter_map(|photo| photo["photo"].as_str()) {
        if let Ok(bytes) = ledger.files().bytes(content, attachments::LARGEST_PICTURE) {
            photos.add(content, attachments::printable(bytes));
        }
    }
    photos
}

/// A source as it prints. A paragraph that is no longer in the paper is passed over.
pub(super) fn set(ledger: &Ledger, source: &Source) -> Result<paper::Document, Problem> {
    let (_, mut document) = filled_only(ledger, source)?;
    for change in &source.changes {
        document.put_text(&change.block, &change.text);
    }
    Ok(document)
}

pub(super) fn render(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    number: Option<PaperNumber>,
) -> Result<paper::Document, Problem> {
    set(&reading.open.ledger, &source(reading, desk, filled, number)?)
}

/// The PDF of a filled paper.
pub(crate) fn pdf(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    number: Option<PaperNumber>,
    first_page: bool,
) -> Result<Vec<u8>, Problem> {
    let document = render(reading, desk, filled, number)?;
    if first_page {
        Ok(paper::first_page(&document, &desk.faces())?)
    } else {
        Ok(paper::render(&document, &desk.faces())?.pdf)
    }
}

/// A paper as it would be made now.
pub fn preview(reading: &Reading<'_>, desk: &Desk, args: PaperRef) -> Result<Vec<u8>, Problem> {
    let filled = fill(reading, desk, &args.kind, &args.of)?;
    pdf(reading, desk, &filled, None, args.first_page.unwrap_or(false))
}

/// Refuses the kept bytes of a person's own data, which an earlier program issued and kept, to all but the chair; those of a
/// paper with identity in full open to whoever may read identity, and the look is kept.
pub(super) fn guard_issued(reading: &Reading<'_>, id: PaperId) -> Result<(), Problem> {
    let kind = office::store::issued_kind(reading.connection, id)?;
    if leaving::shows_identity(&kind) {
        let of = office::store::issued_of(reading.connection, id)?;
        // Of one who was erased since, the paper alone is left.
        let who = leaving::person_of(reading.connection, &of).map_or(of, |person| person.to_string());
        guard_identity(reading, &who)?;
    }
    if platform::papers::shows_identity(&kind) {
        let of = office::store::issued_of(reading.connection, id)?;
        let who =
            platform::papers::person_of(reading.connection, &of).map_or(of, |person| person.to_string());
        guard_identity(reading, &who)?;
    }
    if kind == letters::mediation::papers::AGREEMENT {
        // One that was issued by somebody who may not read the numbers bears none.
        let source = office::source::of_issue(reading.connection, id)?;
        if source.is_some_and(|source| bears(&source.context)) {
            let of = office::store::issued_of(reading.connection, id)?;
            let person = letters::rights::person_of(reading.connection, &kind, &of).ok().flatten();
            let who = person.map_or(of, |person| person.to_string());
            guard_numbers(reading, &who, "打印调解协议书")?;
        }
    }
    if kind == letters::dismissals::papers::OPINION {
        guard_opinion(reading, &kind, &office::store::issued_of(reading.connection, id)?)?;
    }
    if kind == dues::RECEIPT {
        guard_wages(reading, &kind, &office::store::issued_of(reading.connection, id)?)?;
    }
    if kind == members::papers::OWN_DATA && reading.open.may(Right::Chair).is_err() {
        return Err(Problem::new("no_right", "这份文件里有个人的完整信息，请由主席打开。"));
    }
    Ok(())
}

/// Whether the facts of an issue hold somebody's numbers.
fn bears(context: &serde_json::Value) -> bool {
    ["id_number", "phone", "address"].iter().any(|key| context[*key].is_string())
}

/// The kept bytes of an issue.
pub fn issued(reading: &Reading<'_>, _: &Desk, args: IssuedRef) -> Result<Vec<u8>, Problem> {
    guard_issued(reading, args.id)?;
    office::store::issued_bytes(reading.connection, args.id)
}

/// Refuses a further issue that would say what the newest says: a number would be used up for nothing.
fn refuse_the_same(connection: &Connection, args: &IssuePaper, source: &Source) -> Result<(), Problem> {
    let issues = office::store::issues(connection, &args.kind, &args.of)?;
    let Some(newest) = issues.first() else { return Ok(()) };
    match office::source::of_issue(connection, newest.id)? {
        Some(was) if source.says_as(&was) => {
            let number = &newest.number;
            let message = format!("内容和已印发的{number}一样，没有要更正的。要再打印，请打印{number}。");
            Err(Problem::new("refused", message))
        }
        _ => Ok(()),
    }
}

/// The rule that asks for what a paper lacks, where its module knows one.
fn content_rule(reading: &Reading<'_>, args: &IssuePaper) -> Result<Option<String>, Problem> {
    let asked = match args.kind.as_str() {
        kind if letters::papers::is_ours(kind) => letters::papers::content_rule,
        kind if platform::papers::is_ours(kind) => platform::papers::content_rule,
        _ => negotiation::papers::content_rule,
    };
    asked(reading.connection, reading.book, &args.kind, &args.of)
}

/// Issues a paper: gives it the next number and keeps its bytes. Answers the number.
pub fn issue(writing: &Writing<'_, '_>, desk: &Desk, args: IssuePaper) -> Result<String, Problem> {
    let reading = writing.reading();
    if let Some(why) = never_issued(&args.kind) {
        return Err(Problem::new("refused", why));
    }
    let filled = fill(&reading, desk, &args.kind, &args.of)?;
    if !filled.missing.is_empty() {
        let missing = filled.missing.join("、");
        let problem = Problem::new("incomplete", format!("这份文件还缺{missing}，补齐后再印发。"));
        let rule = content_rule(&reading, &args)?;
        return Err(Problem { rule, ..problem });
    }
    paper_texts::settled(&reading, desk, &filled)?;
    let number = office::next_number(writing.tx, &args.kind)?;
    let source = source(&reading, desk, &filled, Some(number))?;
    refuse_the_same(writing.tx, &args, &source)?;
    let rendered = paper::render(&set(&writing.open.ledger, &source)?, &desk.faces())?;
    let issued = office::issue(
        writing.tx,
        &Issue {
            kind: &args.kind,
            of: &args.of,
            title: &filled.title,
            number,
            pages: rendered.pages,
            sha256: &rendered.sha256,
            bytes: &rendered.pdf,
            source: &source,
        },
    )?;
    if args.kind == LETTER {
        let letter = args.of.parse().map_err(|_| Problem::missing("份函"))?;
        office::correspondence::issued(writing.tx, letter, issued)?;
    }
    Ok(number.to_string())
}
