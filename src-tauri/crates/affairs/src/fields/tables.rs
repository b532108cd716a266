//! Every journalled table: what one of its records is called, how one is told from another, and its columns with
//! their names, by the part of the work. How a stored value reads stands in `teller` and `words`.

mod agreement;
mod congress;
mod dossier;
mod election;
mod leave;
mod letters;
mod members;
mod money;
mod negotiation;
mod office;
mod pay;
mod platform;
mod reform;
mod registers;
mod rights;
mod rulebook;
mod safety;
mod scenarios;
mod table;
mod talks;
mod union;

pub use table::Table;

/// Every journalled table.
pub fn tables() -> impl Iterator<Item = &'static Table> {
    let all = [
        union::TABLES,
        election::TABLES,
        rulebook::TABLES,
        members::TABLES,
        dossier::TABLES,
        money::TABLES,
        negotiation::TABLES,
        agreement::TABLES,
        talks::TABLES,
        office::TABLES,
        pay::TABLES,
        letters::TABLES,
        rights::TABLES,
        platform::TABLES,
        leave::TABLES,
        registers::TABLES,
        safety::TABLES,
        congress::TABLES,
        reform::TABLES,
        scenarios::TABLES,
    ];
    all.into_iter().flatten()
}

/// The table of this name, if it is journalled.
pub fn table(name: &str) -> Option<&'static Table> {
    tables().find(|(known, ..)| *known == name)
}
