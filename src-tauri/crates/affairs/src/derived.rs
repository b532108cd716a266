//! What follows from other tables, and how the ledger's check proves it: the search index, the small pictures, what
//! issued papers were made from. The triggers that keep the index stand in the migrations.

use ledger::Derived;
use rusqlite::Connection;

use crate::members::store::lines;
use crate::office::attachments::small;
use crate::office::source;

/// Everything derived.
pub(crate) const DERIVED: &[Derived] = &[
    Derived { name: "检索目录", verify: index_holds, rebuild: index_anew, compact: index_small },
    Derived {
        name: "附件的缩略图",
        verify: small::thumbnails_hold,
        rebuild: small::forget_thumbnails,
        compact: small::forget_thumbnails,
    },
    Derived {
        name: "印发文件的底本",
        verify: source::kept_hold,
        rebuild: source::forget_strays,
        compact: source::forget_strays,
    },
    Derived {
        name: "花名册的检索行",
        verify: lines::lines_hold,
        rebuild: lines::lines_anew,
        compact: lines::lines_small,
    },
];

/// What each kind of record is found by: kind, a query of id and text. The same texts as the triggers write.
const SOURCES: &[(&str, &str)] = &[
    (
        "person",
        "SELECT p.id AS ref, search_text(p.name, i.number) AS body FROM person p
         LEFT JOIN person_identity i ON i.id = p.id WHERE p.removed_at IS NULL",
    ),
    (
        "negotiation",
        "SELECT id AS ref, 'inaffairs ' || search_text(title, NULL) AS body FROM negotiation
         WHERE removed_at IS NULL",
    ),
    (
        "topic",
        "SELECT id AS ref, 'inaffairs ' || search_text(title, NULL) AS body FROM negotiation_topic
         WHERE removed_at IS NULL",
    ),
    (
        "meeting",
        "SELECT id AS ref, 'inaffairs ' ||
           search_text('第' || round || '轮协商会议 ' || held_on || ' ' || place, NULL) AS body
         FROM meeting WHERE removed_at IS NULL",
    ),
    (
        "undertaking",
        "SELECT id AS ref, 'inaffairs ' || search_text(what || ' ' || owner, NULL) AS body
         FROM meeting_undertaking WHERE removed_at IS NULL",
    ),
    (
        "paper",
        "SELECT id AS ref, 'inpapers ' || search_text(title || ' ' || paper_number(kind, year, number), NULL) AS body
         FROM paper WHERE removed_at IS NULL",
    ),
    (
        "incoming",
        "SELECT id AS ref, 'inpapers ' || search_text(title || ' ' || source || ' ' || ifnull(their_number, '') ||
           ' ' || asked || ' ' || paper_number('incoming', year, serial), NULL) AS body
         FROM incoming_paper WHERE removed_at IS NULL",
    ),
    (
        "committee",
        "SELECT id AS ref, 'inpapers ' ||
           search_text(committee_number(body, year, serial) || ' ' || held_on || ' ' || place, NULL) AS body
         FROM committee_meeting WHERE removed_at IS NULL",
    ),
    (
        "decision",
        "SELECT id AS ref, 'inpapers ' || search_text(title || ' ' || ifnull(decision, ''), NULL) AS body
         FROM committee_topic WHERE removed_at IS NULL",
    ),
    (
        "supervision",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('supervision', year, serial) || ' ' || matter ||
           ' ' || employer, NULL) AS body
         FROM supervision_case WHERE removed_at IS NULL",
    ),
    (
        "appeal",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('appeal', year, serial) || ' ' || matter, NULL) AS body
         FROM appeal WHERE removed_at IS NULL",
    ),
    (
        "dismissal",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('dismissal', year, serial) || ' ' || name ||
           ' ' || reasons, NULL) AS body
         FROM dismissal WHERE removed_at IS NULL",
    ),
    (
        "mediation",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('mediation', year, serial) || ' ' || worker ||
           ' ' || claims, NULL) AS body
         FROM mediation_case WHERE removed_at IS NULL",
    ),
    (
        "platform",
        "SELECT id AS ref, 'inaffairs ' || search_text(name || ' ' || ifnull(credit_code, ''), NULL) AS body
         FROM platform_firm WHERE removed_at IS NULL",
    ),
    (
        "recuperation",
        "SELECT id AS ref, 'inaffairs ' || search_text(name || ' 疗休养 ' || base, NULL) AS body
         FROM recuperation_batch WHERE removed_at IS NULL",
    ),
    (
        "hazard",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('hazard', year, serial) || ' ' || matter || ' ' ||
           place, NULL) AS body
         FROM hazard WHERE removed_at IS NULL",
    ),
    (
        "congressTerm",
        "SELECT id AS ref, 'inaffairs ' || search_text(name, NULL) AS body FROM congress_term WHERE removed_at IS NULL",
    ),
    (
        "congressMotion",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('congressMotion', year, serial) || ' ' || matter, NULL) AS body
         FROM congress_motion WHERE removed_at IS NULL",
    ),
    (
        "congressMeeting",
        "SELECT id AS ref, 'inaffairs ' || search_text(name || ' ' || place, NULL) AS body
         FROM congress_meeting WHERE removed_at IS NULL",
    ),
    (
        "safetyVisit",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('safetyVisit', year, serial) || ' ' || topic || ' ' ||
           places, NULL) AS body
         FROM safety_visit WHERE removed_at IS NULL",
    ),
    (
        "reformMeasure",
        "SELECT id AS ref, 'inaffairs ' || search_text(paper_number('reformMeasure', year, serial) || ' ' || measure || ' ' ||
           ifnull(unit, ''), NULL) AS body
         FROM reform_measure WHERE removed_at IS NULL",
    ),
    (
        "election",
        "SELECT id AS ref, 'inaffairs ' || search_text(union_term_name('committee', session) || '换届选举', NULL) AS body
         FROM election WHERE removed_at IS NULL",
    ),
    (
        "membersMeeting",
        "SELECT id AS ref, 'inaffairs ' || search_text(members_meeting_name(form, session, round) || ' ' ||
           ifnull(course, ''), NULL) AS body FROM members_meeting WHERE removed_at IS NULL",
    ),
    (
        "unionTerm",
        "SELECT id AS ref, 'inaffairs ' || search_text(union_term_name(body, session), NULL) AS body FROM union_term
         WHERE removed_at IS NULL",
    ),
    (
        "unionGroup",
        "SELECT id AS ref, 'inaffairs ' || search_text(name || ' ' || ifnull(leader_name, ''), NULL) AS body
         FROM union_group WHERE removed_at IS NULL",
    ),
];

/// How many records of a kind are looked up word by word; of all the others, that they are there and how many
/// words they have is compared.
const LOOKED_UP: i64 = 500;

fn index_holds(connection: &Connection) -> rusqlite::Result<bool> {
    let indexed: i64 = connection.query_row("SELECT count(*) FROM search_index_docsize", [], |r| r.get(0))?;
    let docs: i64 = connection.query_row("SELECT count(*) FROM search_doc", [], |r| r.get(0))?;
    let mut found = 0;
    for (kind, source) in SOURCES {
        // A record without its line, or whose line is of another kind, is missing from the count.
        let sql = format!(
            "SELECT count(*), count(d.doc), count(z.id) FROM ({source}) s
             LEFT JOIN search_doc d ON d.ref = s.ref AND d.kind = ?1
             LEFT JOIN search_index_docsize z ON z.id = d.doc"
        );
        let counts =
            connection.query_row(&sql, [kind], |r| Ok([r.get::<_, i64>(0)?, r.get(1)?, r.get(2)?]))?;
        if counts[0] != counts[1] || counts[1] != counts[2] {
            return Ok(false);
        }
        found += counts[0];
        if !words_hold(connection, kind, source, counts[0])? {
            return Ok(false);
        }
    }
    Ok(found == docs && docs == indexed)
}

/// Looks records up by their own words, evenly spread over the kind.
fn words_hold(connection: &Connection, kind: &str, source: &str, count: i64) -> rusqlite::Result<bool> {
    let every = (count / LOOKED_UP).max(1);
    let sql = format!(
        "SELECT d.doc, s.body FROM ({source}) s JOIN search_doc d ON d.ref = s.ref AND d.kind = ?1
         WHERE d.doc % ?2 = 0"
    );
    let mut statement = connection.prepare(&sql)?;
    let mut lookup =
        connection.prepare("SELECT 1 FROM search_index WHERE search_index MATCH ?1 AND rowid = ?2")?;
    let mut rows = statement.query((kind, every))?;
    while let Some(row) = rows.next()? {
        let (doc, body): (i64, String) = (row.get(0)?, row.get(1)?);
        let phrase = format!("\"{}\"", body.replace('"', " "));
        if body.chars().any(char::is_alphanumeric) && !lookup.exists((phrase, doc))? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn index_anew(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')", [])?;
    connection.execute("DELETE FROM search_doc", [])?;
    for (kind, source) in SOURCES {
        connection
            .execute(&format!("INSERT INTO search_doc (kind, ref) SELECT ?1, ref FROM ({source})"), [kind])?;
        connection.execute(
            &format!(
                "INSERT INTO search_index (rowid, body) SELECT d.doc, s.body FROM ({source}) s
                 JOIN search_doc d ON d.ref = s.ref AND d.kind = ?1"
            ),
            [kind],
        )?;
    }
    Ok(())
}

/// Words of rows that are gone leave the file only when the index is written as one piece.
fn index_small(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')", [])?;
    Ok(())
}
