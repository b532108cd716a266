//! What is asked of all parts at once: what is due, and the search.

use crate::commands as on;
use crate::contract::Nothing;
use crate::contract::Right::Reader;
use on::search::Search;
use on::today::Today;

contract! {
    desk "today.list" (Nothing) -> Today, Reads, Reader, "" => on::today::list;

    reads "search.all" (Search) -> Vec<affairs::search::Hit>, Reads, Reader, "" => on::search::all;
}
