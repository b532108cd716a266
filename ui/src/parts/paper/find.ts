// Finding words in a paper's pages: plain functions over the text that stands on them. Blanks, line ends, letter case
// and the width of letters do not count, so that a sentence is found over the end of its line; drawing is not done here.

/** A box on a page, in points from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** A run of text on a page: where it stands and what it says. */
export type Piece = Box & { text: string };

/** Words found on a page: one box for each line they stand on. */
export type Found = { page: number; boxes: Box[] };

/** Text without what does not count; `from[i]` and `to[i]` bound the place of its character `i` in the original. */
type Folded = { text: string; from: number[]; to: number[] };

function fold(original: string): Folded {
  const out: Folded = { text: "", from: [], to: [] };
  let at = 0;
  for (const letter of original) {
    const next = at + letter.length;
    const plain = letter.normalize("NFKC").toLowerCase().replace(/[\s\u200b\u00ad]/gu, "");
    for (let i = 0; i < plain.length; i += 1) {
      out.from.push(at);
      out.to.push(next);
    }
    out.text += plain;
    at = next;
  }
  return out;
}

/** True when there is something to look for. */
export function worthFinding(words: string): boolean {
  return fold(words).text !== "";
}

/** Han and full-width marks fill an em, letters and digits about half of one. */
const wide = /[\u1100-\u11ff\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u{20000}-\u{3ffff}]/u;

/** How far into its piece the text reaches at `end`, as a share of the piece's width. */
function share(text: string, end: number): number {
  const weigh = (part: string) => [...part].reduce((sum, letter) => sum + (wide.test(letter) ? 1 : 0.5), 0);
  const all = weigh(text);
  return all === 0 ? 0 : weigh(text.slice(0, end)) / all;
}

/** The part of a piece between two places in its text. */
function part(piece: Piece, from: number, to: number): Box {
  const [left, right] = [share(piece.text, from), share(piece.text, to)];
  return { x: piece.x + piece.width * left, y: piece.y, width: piece.width * (right - left), height: piece.height };
}

/** Every place of `words` in the pieces of one page, in reading order; places do not overlap. */
export function findOn(page: number, pieces: Piece[], words: string): Found[] {
  const wanted = fold(words).text;
  if (wanted === "") return [];
  const folded = pieces.map((piece) => fold(piece.text));
  const text = folded.map((one) => one.text).join("");
  const found: Found[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const boxes: Box[] = [];
    let start = 0;
    for (const [i, one] of folded.entries()) {
      const first = Math.max(at - start, 0);
      const last = Math.min(at + wanted.length - start, one.text.length) - 1;
      if (first <= last) boxes.push(part(pieces[i]!, one.from[first]!, one.to[last]!));
      start += one.text.length;
    }
    found.push({ page, boxes });
  }
  return found;
}
