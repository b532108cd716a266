//! Which months someone owes and how much, by basis, wage and membership; no table here.

use super::*;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

const LAWFUL: Tariff = Tariff::Share { num: 1, den: 200, step: Fen(1_000) };

#[test]
fn the_part_of_a_wage_under_the_step_is_not_counted() {
    for (base, due) in
        [(500_000, 2_500), (500_999, 2_500), (501_000, 2_505), (586_050, 2_930), (999, 0), (0, 0)]
    {
        assert_eq!(LAWFUL.amount(Some(Fen(base))), Some(Fen(due)), "of a wage of {base} fen");
    }
    assert_eq!(LAWFUL.amount(None), None, "an unknown wage gives no sum");
    assert_eq!(Tariff::Flat(Fen(500)).amount(None), Some(Fen(500)));
    assert!(LAWFUL.tells_wages() && !Tariff::Flat(Fen(500)).tells_wages());
}

#[test]
fn half_a_fen_counts_as_one() {
    for (sum, due) in [(10_000_000, 200_000), (25, 1), (24, 0), (75, 2), (74, 1), (0, 0)] {
        assert_eq!(share(Fen(sum), 1, 50), Some(Fen(due)), "a fiftieth of {sum}");
    }
    assert_eq!(share(Fen(i64::MAX), 2, 1), None, "what does not fit is told");
}

fn event(kind: MembershipKind, on: Option<&str>) -> Dated {
    Dated { kind, on: on.map(str::to_owned) }
}

#[test]
fn a_month_is_owed_by_whoever_is_a_member_at_its_end() {
    use MembershipKind::{Joined, MovedOut, Resumed, Retained};
    use MembershipState::{Left, Member, NotYet};
    let life = [
        event(Joined, Some("2026-03-31")),
        event(Retained, Some("2026-06-01")),
        event(Resumed, Some("2026-08")),
        event(MovedOut, Some("2026-11-15")),
    ];
    for (at, state) in [
        ("2026-02", NotYet),
        ("2026-03", Member),
        ("2026-05", Member),
        ("2026-06", MembershipState::Retained),
        ("2026-07", MembershipState::Retained),
        ("2026-08", Member),
        ("2026-10", Member),
        ("2026-11", Left),
        ("2027-01", Left),
    ] {
        assert_eq!(state_at_end(&life, month(at)), state, "{at}");
    }
    let year_only = [event(Joined, Some("2020")), event(MovedOut, Some("2026"))];
    assert_eq!(state_at_end(&year_only, month("2026-11")), Member);
    assert_eq!(state_at_end(&year_only, month("2026-12")), Left, "a year's end is its December's");
    let unknown = [event(Joined, None), event(MovedOut, None)];
    assert_eq!(state_at_end(&unknown, month("2026-01")), Left, "nothing is claimed that cannot be shown");
    assert_eq!(state_at_end(&[event(Joined, None)], month("2026-01")), Member);
}

#[test]
fn a_month_stands_as_it_was_paid() {
    use MembershipState::{Left, Member, Retained};
    let flat = Some(Tariff::Flat(Fen(500)));
    let of = |member, due: Option<i64>, paid| state(member, flat, due.map(Fen), Fen(paid));
    assert_eq!(of(Member, Some(500), 0), DuesState::Open);
    assert_eq!(of(Member, Some(500), 300), DuesState::Partly);
    assert_eq!(of(Member, Some(500), 500), DuesState::Paid);
    assert_eq!(of(Member, Some(0), 0), DuesState::Paid, "nothing is owed of a wage under the step");
    assert_eq!(of(Member, None, 0), DuesState::Unknown);
    assert_eq!(of(Member, None, 300), DuesState::Paid, "what was taken without a base stands");
    assert_eq!(of(Retained, None, 0), DuesState::Exempt);
    assert_eq!(of(Left, None, 0), DuesState::None);
    assert_eq!(of(Left, None, 500), DuesState::Paid, "money of one who left later is not lost");
    assert_eq!(state(Member, None, None, Fen(0)), DuesState::None, "before the first basis nothing is owed");
}

#[test]
fn a_sum_is_spread_over_months_and_never_lost() {
    let owed = [Some(Fen(2_500)), Some(Fen(2_500)), Some(Fen(2_600))];
    assert_eq!(spread(Fen(7_600), &owed).unwrap(), [Fen(2_500), Fen(2_500), Fen(2_600)]);
    assert_eq!(spread(Fen(5_100), &owed).unwrap(), [Fen(2_500), Fen(2_500), Fen(100)]);
    for (amount, why) in
        [(5_000, "a month would get nothing"), (7_601, "too much"), (0, "nothing"), (-5, "less")]
    {
        let wrong = spread(Fen(amount), &owed).unwrap_err();
        assert_eq!(wrong.field.as_deref(), Some("amount"), "{why}");
    }
    let unknown = spread(Fen(1_000), &[None, None, None]).unwrap();
    assert_eq!(unknown, [Fen(334), Fen(333), Fen(333)]);
    assert!(spread(Fen(2), &[None, None, None]).is_err());
}

#[test]
fn months_without_dues_are_counted_from_the_last_that_has_ended() {
    let row = |states: &[DuesState], today: &str| {
        let months: Vec<_> = month("2026-01").through(month("2026-12")).zip(states.iter().copied()).collect();
        unpaid_row(&months, today.parse().unwrap()).map(|(since, n)| (since.to_string(), n))
    };
    use DuesState::{Exempt, Open, Paid, Partly, Unknown};
    let six = [Paid, Open, Open, Unknown, Open, Open, Open, Open];
    assert_eq!(row(&six, "2026-08-01"), Some(("2026-02".to_owned(), 6)), "August is not over");
    assert_eq!(row(&six, "2026-07-31"), Some(("2026-02".to_owned(), 5)));
    assert_eq!(row(&[Open, Open, Exempt, Open], "2026-05-01"), Some(("2026-04".to_owned(), 1)));
    assert_eq!(row(&[Open, Partly], "2026-03-01"), None, "a part is a payment");
    let again = [Open, Open, Open, Open, Open, Open, Open, Paid];
    assert_eq!(row(&again, "2026-08-20"), None, "whoever pays the month that runs has begun again");
}

#[test]
fn another_basis_than_the_lawful_says_what_it_stands_on() {
    use super::super::model::DuesBasisInput;
    let basis = |kind, rate, flat: Option<i64>, ground: Option<&str>| {
        let ground = ground.map(str::to_owned);
        let input =
            DuesBasisInput { id: None, from: month("2026-01"), kind, rate, flat: flat.map(Fen), ground };
        check_basis(&input).err().and_then(|why| why.field)
    };
    assert_eq!(basis(DuesKind::Lawful, None, None, None), None);
    assert_eq!(basis(DuesKind::Rate, Some(30), None, Some("会员大会")), None);
    assert_eq!(basis(DuesKind::Rate, Some(0), None, Some("会员大会")).as_deref(), Some("rate"));
    assert_eq!(basis(DuesKind::Rate, Some(10_001), None, Some("会员大会")).as_deref(), Some("rate"));
    assert_eq!(basis(DuesKind::Flat, None, Some(0), Some("会员大会")).as_deref(), Some("flat"));
    assert_eq!(basis(DuesKind::Flat, None, Some(500), Some(" ")).as_deref(), Some("ground"));
}
