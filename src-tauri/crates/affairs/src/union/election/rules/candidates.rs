//! Who may stand: enough candidates for the seats, members of ours, nobody whom the law bars. What no ledger knows (whose relative
//! somebody is) the chair looks into and confirms, candidate by candidate.

use chrono::NaiveDate;
use law::Rule;

use super::count::same;
use super::course::Course;
use super::{ElectionLaw, lack, least_candidates, refuse};
use crate::Problem;
use crate::typed::short;
use crate::union::bodies::model::{UnionBody, UnionLack};
use crate::union::election::model::{
    ElectionBarChoice, ElectionCandidate, ElectionCandidates, ElectionPost as Post,
};

/// The rules that bar people from a post.
fn bar_rules<'a>(law: ElectionLaw<'a>, post: Post, on: NaiveDate) -> Vec<&'a Rule> {
    let mut subjects = Vec::new();
    if post.body() == UnionBody::Committee {
        subjects.push("union.relatives_barred");
    }
    if matches!(post, Post::Chair | Post::Vice) {
        subjects.push("union.chair.barred");
    }
    subjects.into_iter().filter_map(|subject| law.rule(subject, on)).collect()
}

/// The grounds on which nobody may stand for a post, as the rules list them.
pub fn bars(law: ElectionLaw<'_>, post: Post, on: NaiveDate) -> Vec<ElectionBarChoice> {
    let mut all: Vec<ElectionBarChoice> = Vec::new();
    for rule in bar_rules(law, post, on) {
        for item in &rule.items {
            let Some(key) = &item.key else { continue };
            if !all.iter().any(|bar| bar.key == *key) {
                all.push(ElectionBarChoice {
                    key: key.clone(),
                    text: item.text.clone(),
                    rule: rule.reference(),
                });
            }
        }
    }
    all
}

/// Refuses a list of candidates that cannot be.
///
/// Errors: `bad_input` at `candidates.0.name`; `refused` with its rule at `candidates.0.bar`, at `post` for a post that is not
/// elected.
pub fn check(
    law: ElectionLaw<'_>,
    course: &Course,
    input: &ElectionCandidates,
    on: NaiveDate,
) -> Result<(), Problem> {
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    if course.seats(input.post) == 0 {
        let message = format!("这次换届不选{}，要选的请先在换届的基本情况里写明名额。", input.post.label());
        return Err(refuse(None, "post", message));
    }
    for (at, one) in input.candidates.iter().enumerate() {
        let field = |name: &str| format!("candidates.{at}.{name}");
        short(&field("name"), &one.name, 50)?;
        short(&field("work"), one.work.as_deref().unwrap_or_default(), 100)?;
        if one.name.trim().is_empty() {
            return Err(Problem::input(&field("name"), format!("第{}位没有写姓名。", at + 1)));
        }
        let before = input.candidates.iter().take(at);
        if before.into_iter().any(|other| same((one.person, &one.name), (other.person, &other.name))) {
            let message = format!("{}已经在名单里了。", one.name.trim());
            return Err(Problem::input(&field("name"), message));
        }
        let Some(bar) = &one.bar else { continue };
        let rules = bar_rules(law, input.post, on);
        let met = rules.iter().find_map(|rule| {
            let item = rule.items.iter().find(|item| item.key.as_deref() == Some(bar))?;
            Some((*rule, item.text.as_str()))
        });
        if let Some((rule, text)) = met {
            let message = format!("{}属于“{text}”，不能作为{}候选人。", one.name.trim(), input.post.label());
            return Err(refuse(Some(rule), &field("bar"), message));
        }
    }
    Ok(())
}

/// How many must stand for a post at least, and the rule.
fn least<'a>(law: ElectionLaw<'a>, course: &Course, post: Post, on: NaiveDate) -> (u32, Option<&'a Rule>) {
    let seats = course.seats(post);
    let subject = match post {
        Post::Committee => "union.election.difference",
        Post::Standing => "union.election.difference.standing",
        // The chairs and vice-chairs may be elected from as many as there are seats.
        _ => return (seats, None),
    };
    (least_candidates(law, subject, seats, on), law.rule(subject, on))
}

/// What a slate lacks: candidates, and that nobody barred is among them.
pub fn lacks(law: ElectionLaw<'_>, course: &Course, post: Post, on: NaiveDate) -> Vec<UnionLack> {
    let slate = course.slates.get(&post).map(Vec::as_slice).unwrap_or_default();
    let mut lacks = Vec::new();
    let (least, rule) = least(law, course, post, on);
    let now = u32::try_from(slate.len()).unwrap_or(u32::MAX);
    if now < least {
        let text =
            format!("{}应选{}人，候选人应当不少于{least}人，现有{now}人。", post.label(), course.seats(post));
        lacks.push(lack(rule, text));
    }
    if let Some(committee) = post.among() {
        for one in outsiders(course, post) {
            let text = format!(
                "{}从{}里产生，{}不在{}候选人里。",
                post.label(),
                committee.label(),
                one.name.trim(),
                committee.label()
            );
            lacks.push(lack(None, text));
        }
    }
    if post == Post::Audit {
        // Nobody should look over the money that they have a say in. Which article bars whom is not in the packs, so it is
        // told and not refused.
        for (other, one) in in_charge(course, slate) {
            let text = format!(
                "{}又是{}候选人：自己经手的经费不宜自己审查，请核对上级对经费审查委员的要求。",
                one.name.trim(),
                other.label()
            );
            lacks.push(lack(None, text));
        }
    }
    let open: Vec<&str> = slate.iter().filter(|one| !one.cleared).map(|one| one.name.trim()).collect();
    if let Some(rule) = bar_rules(law, post, on).into_iter().next()
        && !open.is_empty()
    {
        lacks.push(lack(Some(rule), format!("还没有核对能不能当选：{}。", open.join("、"))));
    }
    lacks
}

/// Refuses to propose lists that do not fill the seats.
///
/// Errors: `refused` with its rule.
pub fn check_slates(law: ElectionLaw<'_>, course: &Course, on: NaiveDate) -> Result<(), Problem> {
    for post in course.posts() {
        let (least, rule) = least(law, course, post, on);
        let now = course.slates.get(&post).map_or(0, Vec::len);
        if u32::try_from(now).unwrap_or(u32::MAX) < least {
            let message = format!(
                "{}应选{}人，候选人应当不少于{least}人，名单上是{now}人，请补足名单；已经用纸质办过的，请写明补录的理由。",
                post.label(),
                course.seats(post)
            );
            return Err(refuse(rule, "kind", message));
        }
        if let Some(one) = outsiders(course, post).next() {
            let members = post.among().map(Post::label).unwrap_or_default();
            let message = format!(
                "{}从{members}里产生，{}不在{members}候选人里，请先改名单；已经用纸质办过的，请写明补录的理由。",
                post.label(),
                one.name.trim()
            );
            return Err(refuse(None, "kind", message));
        }
    }
    Ok(())
}

/// Those of a slate who stand for a post with a say in the money as well.
fn in_charge<'a>(
    course: &'a Course,
    slate: &'a [ElectionCandidate],
) -> impl Iterator<Item = (Post, &'a ElectionCandidate)> {
    let of = |post: Post| course.slates.get(&post).map(Vec::as_slice).unwrap_or_default();
    [Post::Chair, Post::Vice, Post::Standing].into_iter().flat_map(move |post| {
        let both = slate.iter().filter(move |one| {
            of(post).iter().any(|other| same((one.person, &one.name), (other.person, &other.name)))
        });
        both.map(move |one| (post, one))
    })
}

/// Candidates for a post that is filled among the members of a body, who do not stand for that body.
fn outsiders(course: &Course, post: Post) -> impl Iterator<Item = &ElectionCandidate> {
    let of = |post: Post| course.slates.get(&post).map(Vec::as_slice).unwrap_or_default();
    let stand = post.among().filter(|members| course.slates.contains_key(members)).map(of);
    of(post).iter().filter(move |one| {
        stand.is_some_and(|stand| {
            !stand.iter().any(|other| same((one.person, &one.name), (other.person, &other.name)))
        })
    })
}

/// Refuses to post a list before everybody on it was looked into.
///
/// Errors: `refused` with the rule that bars.
pub fn check_cleared(law: ElectionLaw<'_>, course: &Course, on: NaiveDate) -> Result<(), Problem> {
    for post in course.posts() {
        let slate = course.slates.get(&post).map(Vec::as_slice).unwrap_or_default();
        let Some(rule) = bar_rules(law, post, on).into_iter().next() else { continue };
        if let Some(one) = slate.iter().find(|one| !one.cleared) {
            let message = format!(
                "{}候选人{}还没有核对能不能当选：{}。请逐人核对后再公示。",
                post.label(),
                one.name.trim(),
                rule.title
            );
            return Err(refuse(Some(rule), "kind", message));
        }
    }
    Ok(())
}
