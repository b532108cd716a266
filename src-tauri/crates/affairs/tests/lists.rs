//! Lists of members over a real ledger: the line they are read by follows every change and its undo, filters and counts agree,
//! and one change to many people is one step.

use std::path::Path;
use std::sync::LazyLock;

use affairs::Problem;
use affairs::members::flags::model::{MemberFlag, PersonTagInput, PersonTagKind};
use affairs::members::flags::{self, rules::FlagDays};
use affairs::members::lists::model::{BulkField, BulkInput, BulkSet, MemberField};
use affairs::members::lists::{bulk, counts};
use affairs::members::model::{MemberQuery, MemberSort, MembershipState, PersonId, Sex};
use affairs::members::store;
use affairs::schema::SCHEMA;
use affairs::union::model::Shown;
use law::{LawBook, Place};
use ledger::{Finality, Ledger, Op, Tx};

use crate::common::{Room, chair};
use crate::measure::someone;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn days() -> FlagDays {
    FlagDays::of(&BOOK, &Place::province("36"), "2026-11-16".parse().unwrap()).unwrap()
}

fn step<T>(ledger: &Ledger, work: impl FnOnce(&Tx) -> Result<T, Problem>) -> T {
    let op = Op { code: "members.test".into(), label: "试".into(), finality: Finality::Reversible };
    let mut kept = None;
    ledger.step(&op, &chair(), |tx| work(tx).map(|value| kept = Some(value))).unwrap();
    kept.unwrap()
}

/// Twelve people of four shops; every third a woman.
fn filled() -> (Room, Vec<PersonId>) {
    let room = Room::new();
    let people = step(room.ledger(), |tx| {
        (0..12)
            .map(|n| {
                let id = tx.new_id::<PersonId>();
                let mut row = someone(n);
                row.birth = Some((format!("{}-06-01", 1966 + n * 3), "day".to_owned()));
                row.skill_grade = [Some("三级"), Some("高级工"), None][n as usize % 3].map(str::to_owned);
                store::insert_person(tx, id, &row, None).map(|()| id)
            })
            .collect::<Result<Vec<_>, Problem>>()
    });
    (room, people)
}

/// Whether what lists are read by says what the tables say.
fn holds(ledger: &Ledger) -> bool {
    let derived = SCHEMA.derived.iter().find(|one| one.name == "花名册的检索行").unwrap();
    ledger.read(|connection| Ok::<_, Problem>((derived.verify)(connection)?)).unwrap()
}

fn found(ledger: &Ledger, query: &MemberQuery) -> Vec<PersonId> {
    let (total, people) = slice(ledger, query);
    assert_eq!(total as usize, people.len());
    people
}

/// How many a query finds, and those of its slice.
fn slice(ledger: &Ledger, query: &MemberQuery) -> (u32, Vec<PersonId>) {
    let page = ledger.read(|c| store::search(c, &days(), query, Shown::Masked)).unwrap();
    (page.total, page.rows.into_iter().map(|line| line.id).collect())
}

fn groups(ledger: &Ledger, by: MemberField) -> Vec<(String, u32)> {
    let all = MemberQuery::default();
    let groups = ledger.read(|c| counts::groups(c, &days(), &all, by, Shown::Masked)).unwrap();
    groups.into_iter().map(|group| (group.label, group.people)).collect()
}

#[test]
fn the_line_follows_every_table_and_every_undo() {
    let (room, people) = filled();
    let ledger = room.ledger();
    assert!(holds(ledger));
    let one = people[0].to_string();
    for sql in [
        "UPDATE person SET name_sort = 'a', birth = '1970', skill_grade = '技师' WHERE id = ?1",
        "UPDATE employment SET shop = '总装', post = NULL, form = 'intern' WHERE person_id = ?1",
        "UPDATE employment SET left_on = '2026-10-01' WHERE person_id = ?1",
        "INSERT INTO employment (id, person_id, shop, form) VALUES ('job', ?1, '质检', 'rehired')",
        "INSERT INTO membership_event (id, person_id, kind, happened_on) VALUES ('gone', ?1, 'moved_out', '2026-10-01')",
        "UPDATE membership_event SET removed_at = '2026-11-01' WHERE person_id = ?1 AND kind = 'joined'",
        "UPDATE person SET removed_at = '2026-11-01' WHERE id = ?1",
        "UPDATE person SET removed_at = NULL WHERE id = ?1",
    ] {
        step(ledger, |tx| Ok(tx.execute(sql, [&one]).map(drop)?));
        assert!(holds(ledger), "after: {sql}");
    }
    while ledger.undo(&chair()).is_ok() {
        assert!(holds(ledger), "after an undo");
    }
    assert!(found(ledger, &MemberQuery::default()).is_empty(), "all is taken back");
    while ledger.redo(&chair()).is_ok() {
        assert!(holds(ledger), "after a redo");
    }
    assert_eq!(found(ledger, &MemberQuery::default()).len(), 12);
    let derived = SCHEMA.derived.iter().find(|one| one.name == "花名册的检索行").unwrap();
    step(ledger, |tx| {
        Ok(tx.execute("UPDATE member_line SET shop = '别处' WHERE id = ?1", [&one]).map(drop)?)
    });
    assert!(!holds(ledger), "a wrong line is found");
    step(ledger, |tx| Ok((derived.rebuild)(tx)?));
    assert!(holds(ledger), "and made right");
}

#[test]
fn the_order_of_births_tells_no_day_where_identity_is_not_shown_in_full() {
    let (room, _) = filled();
    let ledger = room.ledger();
    // Three of one year, by name: the last day of it first.
    let named = found(ledger, &MemberQuery::default())[..3].to_vec();
    step(ledger, |tx| {
        for (one, born) in named.iter().zip(["1960-12-31", "1960-06-01", "1960-01-01"]) {
            tx.execute("UPDATE person SET birth = ?2 WHERE id = ?1", [one.to_string().as_str(), born])?;
        }
        Ok(())
    });
    let listed = |query: &MemberQuery, identity| {
        let page = ledger.read(|c| store::search(c, &days(), query, identity)).unwrap();
        page.rows.into_iter().map(|line| (line.id, line.birth)).collect::<Vec<_>>()
    };
    let ids =
        |lines: Vec<(PersonId, Option<String>)>| lines.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    let oldest = MemberQuery { sort: Some(MemberSort::Birth), limit: Some(3), ..MemberQuery::default() };
    let reversed: Vec<PersonId> = named.iter().rev().copied().collect();
    assert_eq!(ids(listed(&oldest, Shown::Full)), reversed, "who sees it is given the order");
    let last = MemberQuery { descending: Some(true), offset: Some(9), ..oldest.clone() };
    let shop = MemberQuery { state: Some(MembershipState::Member), ..oldest.clone() };
    let second = MemberQuery { offset: Some(1), limit: Some(1), ..oldest.clone() };
    for identity in [Shown::Masked, Shown::Never] {
        assert_eq!(ids(listed(&oldest, identity)), named, "within a year by name: {identity:?}");
        assert_eq!(ids(listed(&last, identity)), named, "the other way round as well: {identity:?}");
        assert_eq!(ids(listed(&shop, identity)), named, "and of some: {identity:?}");
        assert_eq!(ids(listed(&second, identity)), named[1..2], "and out of a year: {identity:?}");
        let year = Some("1960-**-**".to_owned());
        assert!(listed(&oldest, identity).iter().all(|(_, birth)| *birth == year), "{identity:?}");
    }
    assert_eq!(listed(&oldest, Shown::Full)[0].1.as_deref(), Some("1960-01-01"));
}

#[test]
fn several_filters_hold_at_once_and_counts_agree_with_them() {
    let (room, people) = filled();
    let ledger = room.ledger();
    let women = MemberQuery { sex: Some(Sex::Female), ..MemberQuery::default() };
    assert_eq!(found(ledger, &women).len(), 4);
    let both = MemberQuery { shop: Some("焊接".into()), ..women.clone() };
    assert_eq!(found(ledger, &both), [people[0]], "every third and every fourth of twelve");
    let senior = MemberQuery { skill: Some("高级工".into()), ..MemberQuery::default() };
    assert_eq!(found(ledger, &senior).len(), 8, "the third of the old five grades is the same");
    let none = MemberQuery { skill: Some(String::new()), ..MemberQuery::default() };
    assert_eq!(found(ledger, &none).len(), 4);
    let ages = MemberQuery { age_from: Some(36), age_to: Some(45), ..MemberQuery::default() };
    // Born in June of 1981, 1984, 1987 and 1990: 45, 42, 39 and 36.
    assert_eq!(found(ledger, &ages).len(), 4);
    assert_eq!(
        groups(ledger, MemberField::Skill),
        [("高级工".to_owned(), 8), (String::new(), 4)],
        "what is not entered comes last"
    );
    let bands: u32 = groups(ledger, MemberField::AgeBand).iter().map(|(_, people)| people).sum();
    assert_eq!(bands, 12);
    assert!(groups(ledger, MemberField::Shop).iter().all(|(_, people)| *people == 3));
    let oldest = MemberQuery { sort: Some(MemberSort::Birth), ..MemberQuery::default() };
    assert_eq!(found(ledger, &oldest)[0], people[0]);
}

#[test]
fn flags_are_found_as_each_person_has_them() {
    let (room, people) = filled();
    let ledger = room.ledger();
    let tag = |person: usize, kind, until: Option<&str>| PersonTagInput {
        id: None,
        person: people[person],
        kind,
        since: Some("2025-01-01".parse().unwrap()),
        until: until.map(|day| day.parse().unwrap()),
        source: None,
        note: None,
    };
    step(ledger, |tx| {
        flags::save_tag(tx, &tag(1, PersonTagKind::Hardship, None), Shown::Full)?;
        flags::save_tag(tx, &tag(2, PersonTagKind::Hardship, Some("2026-11-15")), Shown::Full)?;
        flags::save_tag(tx, &tag(3, PersonTagKind::StaffPost, None), Shown::Full)
    });
    let page = ledger.read(|c| store::search(c, &days(), &MemberQuery::default(), Shown::Masked)).unwrap();
    let mut any = 0;
    for flag in MemberFlag::ALL {
        let query = MemberQuery { flags: vec![*flag], ..MemberQuery::default() };
        let mut expected: Vec<PersonId> =
            page.rows.iter().filter(|row| row.flags.contains(flag)).map(|row| row.id).collect();
        let mut listed = found(ledger, &query);
        any += listed.len();
        expected.sort_by_key(ToString::to_string);
        listed.sort_by_key(ToString::to_string);
        assert_eq!(listed, expected, "{flag:?}");
    }
    assert!(any > 8, "the test has something to find");
    let hardship = MemberQuery { flags: vec![MemberFlag::Hardship], ..MemberQuery::default() };
    assert_eq!(found(ledger, &hardship), [people[1]], "one whose time is over is not");
    // A woman of 1975: fifty and nearly two, over age by the earlier age and not by the later.
    let over = MemberQuery { flags: vec![MemberFlag::OverAge], ..MemberQuery::default() };
    assert!(!found(ledger, &over).contains(&people[3]));
}

#[test]
fn many_are_changed_in_one_step_that_one_undo_takes_back() {
    let (room, people) = filled();
    let ledger = room.ledger();
    step(ledger, |tx| {
        let sql = "INSERT INTO union_group (id, kind, name) VALUES ('0199', 'group', '二组')";
        Ok(tx.execute(sql, []).map(drop)?)
    });
    let set = |field, to: &str| BulkSet { field, to: (!to.is_empty()).then(|| to.to_owned()) };
    let input = BulkInput {
        query: MemberQuery { shop: Some("焊接".into()), ..MemberQuery::default() },
        only: None,
        set: vec![
            set(BulkField::Shop, "装配"),
            set(BulkField::Group, "0199"),
            set(BulkField::Migrant, "yes"),
            set(BulkField::Hardship, "yes"),
            set(BulkField::Skill, "技师"),
            set(BulkField::Form, "partTime"),
        ],
    };
    let before = crate::common::rows(ledger);
    let preview = ledger.read(|c| bulk::preview(c, &days(), &input, Shown::Masked)).unwrap();
    assert_eq!((preview.people, preview.changed), (3, 3));
    let shop = preview.changes.iter().find(|one| one.field == BulkField::Shop).unwrap();
    assert_eq!((shop.from.as_str(), shop.to.as_str(), shop.people), ("焊接", "装配", 3));
    assert!(!preview.changes.iter().any(|one| one.field == BulkField::Migrant), "they are so already");
    assert_eq!(crate::common::rows(ledger), before, "looking changes nothing");
    let done = step(ledger, |tx| bulk::set(tx, &days(), &input, Shown::Masked));
    assert_eq!(done, preview);
    assert!(holds(ledger));
    assert!(found(ledger, &input.query).is_empty());
    let moved = MemberQuery { group: Some("0199".into()), ..MemberQuery::default() };
    assert_eq!(found(ledger, &moved).len(), 3);
    ledger.undo(&chair()).unwrap();
    assert_eq!(crate::common::rows(ledger), before, "one undo");
    assert!(holds(ledger));

    let some = BulkInput { only: Some(vec![people[5]]), set: vec![set(BulkField::Post, "")], ..input };
    assert_eq!(step(ledger, |tx| bulk::set(tx, &days(), &some, Shown::Masked)).changed, 1);
    let nobody = BulkInput { only: Some(Vec::new()), ..some.clone() };
    let refusal = ledger.read(|c| bulk::preview(c, &days(), &nobody, Shown::Masked)).unwrap_err();
    assert_eq!(refusal.field.as_deref(), Some("only"));
    let wrong = BulkInput { set: vec![set(BulkField::Form, "unheard")], ..some };
    let refusal = ledger.read(|c| bulk::preview(c, &days(), &wrong, Shown::Masked)).unwrap_err();
    assert_eq!(refusal.field.as_deref(), Some("form"));
}

#[test]
fn a_page_from_anywhere_is_the_slice_of_the_whole_list() {
    let room = Room::new();
    // So many that a filtered list is followed along an index; no two have one name.
    step(room.ledger(), |tx| {
        tx.execute_batch(
            "INSERT INTO person (id, name, name_key, name_sort, sex, birth, migrant, education)
               WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 4499)
               SELECT printf('00000000-0000-7000-8000-%012d', n), '某', '某', printf('%05d', n * 7919 % 4500),
                 iif(n % 2, 'male', 'female'), iif(n % 10, printf('19%02d-01-01', 50 + n % 50), NULL), n % 20 < 19,
                 iif(n % 3, iif(n % 3 = 1, '大专', '高中'), NULL) FROM n",
        )?;
        Ok(())
    });
    let columns = [
        (MemberSort::Name, "name_sort"),
        (MemberSort::Birth, "birth"),
        (MemberSort::Education, "education"),
        (MemberSort::Sex, "sex"),
    ];
    let filters = [
        (MemberQuery::default(), "1"),
        (MemberQuery { flags: vec![MemberFlag::Migrant], ..MemberQuery::default() }, "migrant = 1"),
        (MemberQuery { sex: Some(Sex::Female), ..MemberQuery::default() }, "sex = 'female'"),
        (
            MemberQuery {
                sex: Some(Sex::Male),
                flags: vec![MemberFlag::Migrant],
                age_from: Some(40),
                ..MemberQuery::default()
            },
            "sex = 'male' AND migrant = 1 AND birth <= '1986-11-16'",
        ),
    ];
    for (filter, condition) in &filters {
        for (sort, column) in columns {
            for down in [false, true] {
                let direction = if down { "DESC" } else { "" };
                let by = match sort {
                    MemberSort::Name => format!("name_sort {direction}"),
                    _ => format!("{column} {direction} NULLS LAST, name_sort"),
                };
                let sql = format!("SELECT id FROM person WHERE {condition} ORDER BY {by}");
                let all = room.ledger().read(|connection| {
                    let mut statement = connection.prepare(&sql)?;
                    let ids = statement.query_map([], |row| row.get::<_, PersonId>(0))?;
                    Ok::<_, Problem>(ids.collect::<Result<Vec<_>, _>>()?)
                });
                let all = all.unwrap();
                for offset in
                    [0, 1, all.len() / 3, all.len() / 2, all.len() - 60, all.len() - 20, all.len() + 5]
                {
                    let query = MemberQuery {
                        sort: Some(sort),
                        descending: Some(down),
                        offset: u32::try_from(offset).ok(),
                        ..filter.clone()
                    };
                    let wanted = all.iter().skip(offset).take(50).copied().collect::<Vec<_>>();
                    assert!(
                        slice(room.ledger(), &query) == (u32::try_from(all.len()).unwrap(), wanted),
                        "{condition}, by {column} {direction}, from {offset} of {}",
                        all.len()
                    );
                }
            }
        }
    }
}
