//! What is asked of all parts at once: what is due, and the search.

use crate::command::Nothing;
use crate::commands as on;
use crate::rights::Right::Reader;
use on::search::Search;
use on::today::Today;

contract! {
    desk "today.list" (Nothing) -> Today, Reads, Reader, "" => on::today::list;

    reads "search.all" (Search) -> Vec<affairs::search::Hit>, Reads, Reader, "" => on::search::all;
}
