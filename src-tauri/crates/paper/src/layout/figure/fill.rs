//! Fills that stay apart on a black-and-white printer: greys and hatching with an outline, all made of rules, so a page
//! needs no other kind of mark.

use super::super::page::{Ink, Rule};

/// Between two lines of a hatch, points.
const HATCH: f32 = 3.2;
const THIN: f32 = 0.5;

/// A box to be filled: left, top, right, bottom.
pub(in crate::layout) type Area = (f32, f32, f32, f32);

/// Fills a box in the manner of this number; after six the manners begin again.
pub(in crate::layout) fn fill(manner: usize, area: Area, rules: &mut Vec<Rule>) {
    let (left, top, right, bottom) = area;
    if right - left < 0.01 || bottom - top < 0.01 {
        return;
    }
    match manner % 6 {
        0 => solid(area, Ink::Grey, rules),
        1 => hatch(area, 1.0, rules),
        2 => {}
        3 => {
            hatch(area, 1.0, rules);
            hatch(area, -1.0, rules);
        }
        4 => solid(area, Ink::Black, rules),
        _ => solid(area, Ink::Pale, rules),
    }
    for (from, to) in [
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((right, bottom), (left, bottom)),
        ((left, bottom), (left, top)),
    ] {
        rules.push(Rule { from, to, width: THIN, ink: Ink::Black });
    }
}

/// A stroke as thick as the box is high.
fn solid((left, top, right, bottom): Area, ink: Ink, rules: &mut Vec<Rule>) {
    let y = (top + bottom) / 2.0;
    rules.push(Rule { from: (left, y), to: (right, y), width: bottom - top, ink });
}

/// Oblique lines, rising where `way` is 1 and falling where it is -1, cut at the box's edges.
fn hatch((left, top, right, bottom): Area, way: f32, rules: &mut Vec<Rule>) {
    let (width, height) = (right - left, bottom - top);
    let count = ((width + height) / HATCH) as usize;
    for k in 1..=count {
        // The line runs through the points whose distances from the left and from the foot add up to this.
        let sum = k as f32 * HATCH;
        let (x0, x1) = ((sum - height).max(0.0), sum.min(width));
        let y = |x: f32| if way > 0.0 { top + sum - x } else { bottom - (sum - x) };
        if x1 - x0 > 0.1 {
            rules.push(Rule {
                from: (left + x0, y(x0)),
                to: (left + x1, y(x1)),
                width: THIN,
                ink: Ink::Black,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_fill_leaves_its_box() {
        let area = (10.0, 20.0, 64.0, 29.0);
        for manner in 0..6 {
            let mut rules = Vec::new();
            fill(manner, area, &mut rules);
            assert!(rules.len() >= 4, "an outline at the least");
            for rule in rules {
                for (x, y) in [rule.from, rule.to] {
                    assert!((area.0 - 0.01..=area.2 + 0.01).contains(&x), "{manner}: {rule:?}");
                    assert!((area.1 - 0.01..=area.3 + 0.01).contains(&y), "{manner}: {rule:?}");
                }
            }
        }
    }
}
