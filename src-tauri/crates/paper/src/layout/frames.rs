//! The rules of the tables on a page, drawn when the page is full: one line a column, not one a cell, which keeps a roster's
//! file small.

use std::rc::Rc;

use super::page::{Ink, Page, Rule};
use super::piece::{FRAME, INNER, Piece};

/// A rule shifted to its place on the page.
pub(super) fn moved(rule: Rule, dx: f32, dy: f32) -> Rule {
    Rule { from: (rule.from.0 + dx, rule.from.1 + dy), to: (rule.to.0 + dx, rule.to.1 + dy), ..rule }
}

/// Draws the rules of all tables among the pieces; `corner` is the type area's upper left one.
pub(super) fn frames(placed: &[(f32, Piece)], corner: (f32, f32), page: &mut Page) {
    let mut i = 0;
    while i < placed.len() {
        let Some(table) = placed[i].1.row.as_ref().map(|r| Rc::clone(&r.table)) else {
            i += 1;
            continue;
        };
        let top = placed[i].0;
        let (left, right) =
            (table.edges.first().copied().unwrap_or(0.0), table.edges.last().copied().unwrap_or(0.0));
        let mut rule = |from: (f32, f32), to: (f32, f32), width: f32| {
            page.rules.push(moved(Rule { from, to, width, ink: Ink::Black }, corner.0, corner.1));
        };
        rule((left, top), (right, top), FRAME);
        let mut bottom = top;
        while let Some((y, piece)) = placed.get(i) {
            let Some(row) = piece.row.as_ref().filter(|r| Rc::ptr_eq(&r.table, &table)) else { break };
            bottom = y + piece.height;
            let next = placed.get(i + 1).and_then(|(_, p)| p.row.as_ref());
            match next.filter(|r| Rc::ptr_eq(&r.table, &table)) {
                None => rule((left, bottom), (right, bottom), FRAME),
                Some(next) if row.closed => {
                    let from = if next.joined && !row.is_head { table.edges[1] } else { left };
                    rule((from, bottom), (right, bottom), INNER);
                }
                Some(_) => {}
            }
            i += 1;
        }
        for (k, &x) in table.edges.iter().enumerate() {
            let outer = k == 0 || k + 1 == table.edges.len();
            let start = top + table.starts.get(k).copied().unwrap_or(0.0);
            rule((x, start), (x, bottom), if outer { FRAME } else { INNER });
        }
    }
}
