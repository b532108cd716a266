//! Two records side by side and made one, for whoever does not see all of them: what is not shown is neither told nor found out by
//! trying, and a merge settles it all the same.

use affairs::members::duplicates::model::{FindDuplicates, MergeField, MergeInput, PersonPair};
use affairs::members::duplicates::{self, compare, find};
use affairs::union::model::{Shown, Sight};

use crate::common::chair;
use crate::merging::{ONE, OTHER, all, id, merge, op, seen, two, write};

#[test]
fn who_may_not_read_identity_learns_nothing_of_it() {
    let room = two();
    let ledger = room.ledger();
    write(
        ledger,
        &format!(
            "UPDATE person_identity SET phone = '13800138000' WHERE id = '{OTHER}'; UPDATE person SET birth = NULL, birth_precision = NULL WHERE id = '{OTHER}'"
        ),
    );
    let asked = FindDuplicates::default();
    let pairs = |identity| ledger.read(|c| find(c, &asked, identity, &mut |_, _| true)).unwrap();
    assert_eq!(pairs(Shown::Masked).total, 1, "they have one phone");
    let blind = pairs(Shown::Never);
    assert_eq!((blind.total, blind.same_name), (0, None), "which only its reader may judge by");
    let pair = PersonPair { kept: id(ONE), gone: id(OTHER), take: None };
    let view = ledger.read(|c| compare(c, &pair, seen(Shown::Never))).unwrap();
    let phone = view.rows.iter().find(|row| row.field == MergeField::Phone).unwrap();
    assert!(!phone.differs && phone.kept.as_deref() == Some("138****8000"));
    assert!(view.refused[0].contains("没有查看证件的权限") && view.moves.is_empty());
    write(
        ledger,
        &format!(
            "UPDATE person_identity SET phone = NULL WHERE id = '{OTHER}'; UPDATE person SET birth = '1980-01-01', birth_precision = 'day' WHERE id = '{OTHER}'"
        ),
    );
    assert_eq!(pairs(Shown::Full).total, 1, "they have one day of birth");
    for identity in [Shown::Masked, Shown::Never] {
        assert_eq!(pairs(identity).total, 0, "which the mask of the number hides");
    }
    let differs = |identity| {
        let view = ledger.read(|c| compare(c, &pair, seen(identity))).unwrap();
        view.rows.iter().any(|row| row.field == MergeField::Birth && row.differs)
    };
    for (birth, seen) in [("1980-02-01", [true, false, false]), ("1981-01-01", [true, true, false])] {
        write(ledger, &format!("UPDATE person SET birth = '{birth}' WHERE id = '{OTHER}'"));
        assert_eq!([Shown::Full, Shown::Masked, Shown::Never].map(differs), seen, "{birth}");
    }
}

/// What a mask hides could be tried out by entering somebody of a like name with one number after another.
#[test]
fn below_full_sight_nothing_says_whether_two_numbers_of_one_mask_are_the_same() {
    let asked = FindDuplicates::default();
    let pair = PersonPair { kept: id(ONE), gone: id(OTHER), take: None };
    for (same, hidden) in [
        ("phone = '13800138000'", "phone = '13855558000'"),
        ("other_phones = '13800138000'", "other_phones = '13855558000'"),
        ("number = '360121800101999'", "number = '360121810201999'"),
    ] {
        let room = two();
        let ledger = room.ledger();
        let told = |set: &str, identity: Shown| {
            write(ledger, &format!("UPDATE person_identity SET {set} WHERE id = '{OTHER}'"));
            let pairs = ledger.read(|c| find(c, &asked, identity, &mut |_, _| true)).unwrap().pairs;
            let found: Vec<_> =
                pairs.into_iter().map(|one| (one.grounds, one.strength, one.against)).collect();
            let view = ledger.read(|c| compare(c, &pair, seen(identity))).unwrap();
            let differs: Vec<_> = view.rows.iter().map(|row| (row.field, row.differs)).collect();
            format!("{found:?} {:?} {:?} {:?} {differs:?}", view.grounds, view.strength, view.against)
        };
        for identity in [Shown::Never, Shown::Masked] {
            assert_eq!(told(same, identity), told(hidden, identity), "{hidden} as {identity:?}");
        }
        assert_ne!(told(same, Shown::Full), told(hidden, Shown::Full), "{hidden}");
    }
}

#[test]
fn below_full_sight_a_merge_judges_a_chosen_birth_by_its_year() {
    for (birth, identity, fits) in [
        ("1980-02-01", Shown::Full, false),
        ("1980-02-01", Shown::Masked, true),
        ("1981-01-01", Shown::Masked, false),
    ] {
        let room = two();
        let ledger = room.ledger();
        write(ledger, &format!("UPDATE person SET birth = '{birth}' WHERE id = '{OTHER}'"));
        let input = MergeInput { kept: id(ONE), gone: id(OTHER), take: vec![MergeField::Birth] };
        let done = ledger.step(&op(), &chair(), |tx| duplicates::merge(tx, &input, identity));
        assert_eq!(done.is_ok(), fits, "{birth} as {identity:?}");
    }
}

#[test]
fn a_leave_lost_for_an_illness_is_told_to_readers_of_health_alone() {
    let room = two();
    let ledger = room.ledger();
    for (who, n) in [(ONE, "1"), (OTHER, "2")] {
        let id = format!("01990000-0000-7000-8000-0000000000f{n}");
        let sql = "INSERT INTO leave_bar (id, person_id, year, kind, amount) VALUES";
        write(ledger, &format!("{sql} ('{id}', '{who}', 2026, 'sick', 2)"));
    }
    let pair = PersonPair { kept: id(ONE), gone: id(OTHER), take: None };
    for health in [Shown::Never, Shown::Masked] {
        let sight = Sight { health, ..seen(Shown::Masked) };
        let view = ledger.read(|c| compare(c, &pair, sight)).unwrap();
        let told = format!("{:?} {:?}", view.notes, view.moves);
        assert_eq!(told.contains("不享受年休假"), health == Shown::Masked, "as {health:?}: {told}");
    }
    merge(ledger, ONE, OTHER, &[]).unwrap();
    assert_eq!(all::<i64>(ledger, "SELECT count(*) FROM live_leave_bar"), [1], "settled all the same");
}
