//! Pages as a file of plain numbers, so that the bare program does no layout and holds one page at a time.

use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use paper::Page;

use crate::Outcome;

/// A run of glyphs as kept.
pub struct Run {
    /// Number of its face: its role's, five more for the machine's own.
    pub face: usize,
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub glyphs: Vec<Glyph>,
}

pub struct Glyph {
    pub id: u16,
    pub character: char,
    pub width: f32,
    pub step: f32,
}

/// A line: from, to, thickness.
pub type Rule = [f32; 5];

pub fn write(to: &Path, pages: &[Page]) -> Outcome<()> {
    let mut out = BufWriter::new(std::fs::File::create(to)?);
    for page in pages {
        out.write_all(&(page.rules.len() as u32).to_le_bytes())?;
        for rule in &page.rules {
            floats(&mut out, &[rule.from.0, rule.from.1, rule.to.0, rule.to.1, rule.width])?;
        }
        out.write_all(&(page.runs.len() as u32).to_le_bytes())?;
        for run in &page.runs {
            out.write_all(&(run.face.index() as u32).to_le_bytes())?;
            floats(&mut out, &[run.x, run.y, run.size])?;
            out.write_all(&(run.glyphs.len() as u32).to_le_bytes())?;
            for glyph in &run.glyphs {
                out.write_all(&u32::from(glyph.id).to_le_bytes())?;
                out.write_all(&u32::from(glyph.character).to_le_bytes())?;
                floats(&mut out, &[glyph.width, glyph.step])?;
            }
        }
    }
    Ok(out.flush()?)
}

fn floats(out: &mut impl Write, values: &[f32]) -> Outcome<()> {
    values.iter().try_for_each(|v| out.write_all(&v.to_le_bytes()))?;
    Ok(())
}

/// Reads page by page.
pub struct Reader(BufReader<std::fs::File>);

impl Reader {
    pub fn open(file: &Path) -> Outcome<Reader> {
        Ok(Reader(BufReader::new(std::fs::File::open(file)?)))
    }

    /// The next page, or nothing at the end.
    pub fn page(&mut self) -> Outcome<Option<(Vec<Rule>, Vec<Run>)>> {
        let Ok(rules) = self.whole() else { return Ok(None) };
        let rules = (0..rules).map(|_| self.reals()).collect::<Outcome<Vec<Rule>>>()?;
        let mut runs = Vec::new();
        for _ in 0..self.whole()? {
            let face = self.whole()? as usize;
            let [x, y, size] = self.reals()?;
            let mut glyphs = Vec::new();
            for _ in 0..self.whole()? {
                let id = u16::try_from(self.whole()?)?;
                let character = char::from_u32(self.whole()?).ok_or("no character")?;
                let [width, step] = self.reals()?;
                glyphs.push(Glyph { id, character, width, step });
            }
            runs.push(Run { face, x, y, size, glyphs });
        }
        Ok(Some((rules, runs)))
    }

    fn whole(&mut self) -> Outcome<u32> {
        let mut bytes = [0; 4];
        self.0.read_exact(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn reals<const N: usize>(&mut self) -> Outcome<[f32; N]> {
        let mut out = [0.0; N];
        for value in &mut out {
            let mut bytes = [0; 4];
            self.0.read_exact(&mut bytes)?;
            *value = f32::from_le_bytes(bytes);
        }
        Ok(out)
    }
}
