//! What a function of the wage comes to over people of whom only the ends of their bands, and perhaps a sum, are known: the least and
//! the most that any wages within them bear. The pieces of the function are `ways`', what is made of the sums is `enclosed`'s.

use crate::pay::figures::model::Between;

/// A function of the wage over the people of one band.
pub(super) struct Curve {
    /// Wages with what the function makes of them: the ends of its straight pieces, those of the band among them.
    pub points: Vec<(i64, i64)>,
    /// How many people.
    pub people: i64,
    /// What they earn together, where it is told.
    pub sum: Option<i64>,
    /// How far the function lies under its straight pieces, and over them, at most.
    pub slack: (i64, i64),
    /// Whether it grows without end past the last point.
    pub endless: bool,
}

/// Which of the two bounds is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Least,
    Most,
}

type Point = (i128, i128);

/// Whether the way from a to c leaves b on it or under it.
fn covers(a: Point, b: Point, c: Point) -> bool {
    (b.0 - a.0) * (c.1 - a.1) >= (b.1 - a.1) * (c.0 - a.0)
}

/// The corners of the points' hull from above or from below, by rising wages.
fn hull(points: &[(i64, i64)], end: End) -> Vec<Point> {
    // From below is from above, upside down.
    let sign = if end == End::Most { 1 } else { -1 };
    let mut all: Vec<Point> = points.iter().map(|(x, y)| (i128::from(*x), sign * i128::from(*y))).collect();
    all.sort_unstable_by_key(|(x, y)| (*x, -*y));
    all.dedup_by_key(|(x, _)| *x);
    let mut corners: Vec<Point> = Vec::new();
    for point in all {
        while let [.., a, b] = corners.as_slice()
            && covers(*a, *b, point)
        {
            corners.pop();
        }
        corners.push(point);
    }
    corners.into_iter().map(|(x, y)| (x, sign * y)).collect()
}

/// The bound over people who earn `sum` together, each within the ends of the band; none where the ends do not bear the sum.
///
/// All begin at the lower end. What is left of the sum is given where it moves the function the most, or the least: along a hull
/// this only slackens, so that no other way of giving it goes further.
fn shared(curves: &[&Curve], sum: i64, end: End) -> Option<i128> {
    let (mut left, mut value) = (i128::from(sum), 0_i128);
    let mut pieces: Vec<(i128, i128, i128)> = Vec::new();
    for curve in curves {
        let people = i128::from(curve.people);
        let corners = hull(&curve.points, end);
        let (x, y) = corners.first()?;
        left -= people * x;
        value += people * y;
        pieces
            .extend(corners.iter().zip(corners.iter().skip(1)).map(|(a, b)| (b.0 - a.0, b.1 - a.1, people)));
    }
    if left < 0 {
        return None;
    }
    pieces.sort_by(|a, b| {
        let steeper = (a.1 * b.0).cmp(&(b.1 * a.0));
        if end == End::Most { steeper.reverse() } else { steeper }
    });
    for (wide, high, people) in pieces {
        if people * wide > left {
            let part = high * left;
            // The function is in whole fen and so is its sum: inwards where the hull does not come out to the fen.
            let more = i128::from(end == End::Least && part.rem_euclid(wide) != 0);
            return Some(value + part.div_euclid(wide) + more);
        }
        left -= people * wide;
        value += people * high;
    }
    (left == 0).then_some(value)
}

fn fen(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}

/// What the function comes to over the people of some bands, who earn `sum` together where it is told.
fn together(curves: &[&Curve], sum: Option<i64>) -> Between {
    let over = |of: &dyn Fn(&Curve) -> i128| curves.iter().copied().map(of).sum::<i128>();
    let down = over(&|curve| i128::from(curve.people) * i128::from(curve.slack.0));
    let up = over(&|curve| i128::from(curve.people) * i128::from(curve.slack.1));
    let told = sum.and_then(|sum| shared(curves, sum, End::Least).zip(shared(curves, sum, End::Most)));
    if let Some((least, most)) = told {
        return Between { from: fen(least - down), to: Some(fen(most + up)) };
    }
    let all = |curve: &Curve, height: Option<i64>| {
        i128::from(curve.people) * i128::from(height.unwrap_or_default())
    };
    let least = over(&|curve| all(curve, curve.points.iter().map(|(_, y)| *y).min()));
    let most = over(&|curve| all(curve, curve.points.iter().map(|(_, y)| *y).max()));
    let endless = curves.iter().any(|curve| curve.endless && curve.people > 0);
    Between { from: fen(least - down), to: (!endless).then_some(fen(most + up)) }
}

/// What the function comes to over the people of one band.
pub(super) fn own(curve: &Curve) -> Between {
    together(&[curve], curve.sum)
}

/// What the function comes to over everybody: a band that tells its sum by that, the others by what the payroll leaves them.
pub(super) fn all(curves: &[Curve], payroll: Option<i64>) -> Between {
    let (told, free): (Vec<&Curve>, Vec<&Curve>) = curves.iter().partition(|curve| curve.sum.is_some());
    let rest = payroll.map(|payroll| {
        told.iter().filter_map(|curve| curve.sum).fold(payroll, |rest, sum| rest.saturating_sub(sum))
    });
    told.into_iter().map(own).fold(together(&free, rest), plus)
}

/// Two together.
pub(super) fn plus(a: Between, b: Between) -> Between {
    Between { from: a.from.saturating_add(b.from), to: a.to.zip(b.to).map(|(a, b)| a.saturating_add(b)) }
}
