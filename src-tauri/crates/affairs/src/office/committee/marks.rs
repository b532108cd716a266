//! What others' forms call the union's committee: its members as the newest record of its meetings has them. Who was
//! elected when is no part of this.

use paper::filling::{FormValue, Line};
use rusqlite::Connection;

use crate::Problem;
use crate::office::forms::marks::Marks;
use crate::office::forms::model::FormAbout;

/// The committee's marks, which any form may bear: 【委员.姓名】 and 【委员.职务】.
pub fn marks(connection: &Connection, into: &mut Marks) -> Result<(), Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT a.name, a.post FROM live_committee_attendance a WHERE a.meeting_id =
           (SELECT id FROM live_committee_meeting WHERE body = 'committee' ORDER BY held_on DESC, serial DESC LIMIT 1)
         ORDER BY a.ord",
    )?;
    let text = |text: Option<String>| text.map_or(FormValue::Blank, FormValue::Text);
    let rows = statement.query_map([], |row| {
        Ok(Line::from([("姓名".to_owned(), text(row.get(0)?)), ("职务".to_owned(), text(row.get(1)?))]))
    })?;
    let lines = rows.collect::<Result<_, _>>()?;
    into.put_list(FormAbout::Union, "委员", &["姓名", "职务"], lines);
    Ok(())
}
