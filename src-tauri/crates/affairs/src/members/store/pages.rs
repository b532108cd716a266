//! The lines of a slice of a list in the order asked for: along which index of `member_line` they are come by, so that the
//! middle and the end of a long list stay as quick as its beginning. Who matches is `filter`'s affair.

use rusqlite::{Connection, params_from_iter};

use super::filter::Filter;
use crate::Problem;
use crate::members::model::{MemberQuery, MemberSort};
use crate::union::model::Shown;

/// The column and the index of an order. Births are in order by their year alone where identity is not shown in full.
fn order(sort: MemberSort, identity: Shown) -> (&'static str, &'static str) {
    match sort {
        MemberSort::Name => ("l.name_sort", "member_line_name"),
        MemberSort::Sex => ("l.sex", "member_line_sex"),
        MemberSort::Shop => ("l.shop", "member_line_shop"),
        MemberSort::Post => ("l.post", "member_line_post"),
        MemberSort::Form => ("l.form", "member_line_form"),
        MemberSort::MemberSince => ("l.since", "member_line_since"),
        MemberSort::Birth if identity != Shown::Full => ("substr(l.birth, 1, 4)", "member_line_birth_year"),
        MemberSort::Birth => ("l.birth", "member_line_birth"),
        MemberSort::Skill => ("l.skill", "member_line_skill"),
        MemberSort::Education => ("l.education", "member_line_education"),
        MemberSort::Political => ("l.political", "member_line_political"),
        MemberSort::Group => ("l.group_id", "member_line_group"),
        MemberSort::State => ("l.last_event", "member_line_event"),
    }
}

/// Fewer than so many are found first and then put into order.
const FEW: i64 = 4000;
/// Along the index of an order so many lines are looked up one by one before it is shorter to find first who matches.
const LOOK_UPS: i64 = 5000;

/// The lines of a slice (limit, offset) of those who match, of whom there are `total`. What is not entered comes last
/// either way, and the name decides among equals. The slice is looked for from the nearer end of the list. An order by birth
/// goes by its year alone where identity is not shown in full.
pub(super) fn page(
    connection: &Connection,
    filter: &Filter,
    query: &MemberQuery,
    (limit, offset): (i64, i64),
    total: u32,
    identity: Shown,
) -> Result<Vec<i64>, Problem> {
    let total = i64::from(total);
    let left = total - offset;
    let wanted = if limit < 0 { left } else { limit.min(left) };
    if wanted <= 0 {
        return Ok(Vec::new());
    }
    let behind = left - wanted;
    let turned = behind < offset;
    let skipped = behind.min(offset);
    let way = Way::of(connection, filter, query, skipped + wanted, total)?;
    let which = ordered(&way, filter, query, identity, turned);
    let sql = format!("SELECT l.line FROM member_line l{which} LIMIT ? OFFSET ?");
    let mut statement = connection.prepare_cached(&sql)?;
    let values = filter.values(&[wanted.into(), skipped.into()]);
    let rows = statement.query_map(params_from_iter(&values), |row| row.get(0))?;
    let mut lines = rows.collect::<Result<Vec<_>, _>>()?;
    if turned {
        lines.reverse();
    }
    Ok(lines)
}

/// How a slice is come by.
enum Way {
    /// Who matches is found, then put into order.
    Sorted,
    /// The index of the filter holds them in order of the name already.
    Found,
    /// The index of the order is followed, and each line looked at.
    Along,
    /// Who matches is found, then the index of the order is followed, which tells them by their number.
    Among,
    /// The same where most match: who does not is found.
    Without,
}

impl Way {
    /// Of a slice that ends so `deep` in the list, counted from the nearer end.
    fn of(
        connection: &Connection,
        filter: &Filter,
        query: &MemberQuery,
        deep: i64,
        total: i64,
    ) -> Result<Self, Problem> {
        if filter.is_empty() {
            return Ok(Self::Along);
        }
        if query.sort.unwrap_or(MemberSort::Name) == MemberSort::Name && filter.by_one_value() {
            return Ok(Self::Found);
        }
        if total < FEW {
            return Ok(Self::Sorted);
        }
        let all: i64 =
            connection.prepare_cached("SELECT count(*) FROM member_line")?.query_row([], |row| row.get(0))?;
        // Turned round, the names of a whole shop are read before the first of them is known.
        let turned_round = query.descending.unwrap_or(false);
        Ok(if !turned_round && deep.saturating_mul(all) / total < LOOK_UPS {
            Self::Along
        } else if total > all / 2 {
            Self::Without
        } else {
            Self::Among
        })
    }
}

/// What follows `FROM member_line l`: which lines, and in which order, from its end when `turned`.
fn ordered(way: &Way, filter: &Filter, query: &MemberQuery, identity: Shown, turned: bool) -> String {
    let sort = query.sort.unwrap_or(MemberSort::Name);
    let (column, index) = order(sort, identity);
    let direction = |down: bool| if down { " DESC" } else { "" };
    let down = direction(query.descending.unwrap_or(false) != turned);
    // The plus keeps the order's index, which holds everybody, from being taken.
    let plus = if matches!(way, Way::Sorted) { "+" } else { "" };
    let by = if sort == MemberSort::Name {
        format!("{plus}{column}{down}, l.line{down}")
    } else {
        let (nulls, names) = (if turned { "FIRST" } else { "LAST" }, direction(turned));
        format!("{plus}{column}{down} NULLS {nulls}, l.name_sort{names}, l.line{names}")
    };
    let which = match way {
        Way::Sorted | Way::Found => filter.sql(),
        Way::Along => format!(" INDEXED BY {index}{}", filter.conditions()),
        Way::Among => {
            format!(" INDEXED BY {index} WHERE l.line IN (SELECT l.line FROM member_line l{})", filter.sql())
        }
        Way::Without => {
            format!(
                " INDEXED BY {index} WHERE l.line NOT IN (SELECT l.line FROM member_line l{})",
                filter.others()
            )
        }
    };
    format!("{which} ORDER BY {by}")
}
