// The only place that knows pdf.js. It is loaded when the first paper is looked at, draws pages into canvases, lays
// their text over them to be selected, and reads where it stands; faces come embedded, so nothing else is fetched.
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import type { Piece } from "./paper/find";

export type Paper = { pages: number; width: number; height: number; document: PDFDocumentProxy };

/** A page's size in points. */
export type PageSize = { width: number; height: number };

/** Dots of one canvas: above this a strongly enlarged page is drawn coarser instead of filling the memory. */
const MOST_DOTS = 16_000_000;

async function library() {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  return pdfjs;
}

let ours: PDFWorker | null = null;
/** The worker of our own papers, one for the whole sitting: starting one takes longer than drawing a page. */
async function ourWorker(): Promise<PDFWorker> {
  const { PDFWorker } = await library();
  if (ours) return ours;
  const started = (ours = new PDFWorker({}));
  // One that cannot start is tried anew at the next paper, whose opening says what is wrong.
  started.promise.catch(() => (ours = null));
  return started;
}

/** Gets ready at leisure what the first look at a paper would wait for. */
export function warmUp(): void {
  // Whoever then looks at a paper is told what fails.
  ourWorker().catch(() => undefined);
}

/** Opens a paper; sizes are of its first page, in points. A `foreign` one, made elsewhere, gets a worker of its own:
 * whatever it does there, our papers are still drawn. */
export async function openPdf(bytes: ArrayBuffer, foreign = false): Promise<Paper> {
  const pdfjs = await library();
  const document = await pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...(foreign ? {} : { worker: await ourWorker() }),
    // Under our content policy no WebAssembly may be compiled; the papers need none.
    useWasm: false,
    useSystemFonts: false,
    isImageDecoderSupported: false,
  }).promise;
  const first = await document.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  return { pages: document.numPages, width, height, document };
}

export function closePdf(paper: Paper): void {
  void paper.document.loadingTask.destroy();
}

/** How large a page is; pages of one paper may differ (a roster lies across). */
export async function pageSize(paper: Paper, n: number): Promise<PageSize> {
  const { width, height } = (await paper.document.getPage(n)).getViewport({ scale: 1 });
  return { width, height };
}

/** Draws one page at a scale, beside the screen first, so that a page in sight never flashes white. `wanted` is asked
 * before the drawing is put in place: a page turned away from in the meantime keeps what it shows. */
export async function drawPage(paper: Paper, n: number, scale: number, onto: HTMLCanvasElement, wanted: () => boolean = () => true): Promise<void> {
  const page = await paper.document.getPage(n);
  const { width, height } = page.getViewport({ scale: 1 });
  const sharp = scale * Math.min(window.devicePixelRatio || 1, 2);
  const viewport = page.getViewport({ scale: Math.min(sharp, Math.sqrt(MOST_DOTS / (width * height))) });
  const draft = document.createElement("canvas");
  draft.width = Math.ceil(viewport.width);
  draft.height = Math.ceil(viewport.height);
  await page.render({ canvas: draft, viewport }).promise;
  if (!wanted()) return;
  onto.width = draft.width;
  onto.height = draft.height;
  onto.getContext("2d")?.drawImage(draft, 0, 0);
}

type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;

/** The library's own `getTextContent` walks its stream by `for await`, which WebKit does not know. */
async function textOf(page: PDFPageProxy): Promise<TextContent> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  const all: TextContent = { items: [], styles: {}, lang: null };
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    all.lang ??= next.value.lang;
    Object.assign(all.styles, next.value.styles);
    all.items.push(...next.value.items);
  }
  return all;
}

/** Lays a page's text, unseen, over its drawing. It follows the scale by the property `--total-scale-factor`. */
export async function layText(paper: Paper, n: number, over: HTMLElement, wanted: () => boolean): Promise<void> {
  const pdfjs = await library();
  const page = await paper.document.getPage(n);
  const textContentSource = await textOf(page);
  if (!wanted()) return;
  over.replaceChildren();
  await new pdfjs.TextLayer({ textContentSource, container: over, viewport: page.getViewport({ scale: 1 }) }).render();
}

/** The runs of text on a page, each with its box as it is seen. */
export async function pageText(paper: Paper, n: number): Promise<Piece[]> {
  const { Util } = await library();
  const page = await paper.document.getPage(n);
  const seen = page.getViewport({ scale: 1 }).transform;
  const { items } = await textOf(page);
  return items.flatMap((item) => {
    if (!("str" in item) || item.str === "") return [];
    const [, , upX, upY, x, y] = Util.transform(seen, item.transform) as number[];
    const height = Math.hypot(upX!, upY!);
    // A face's characters stand a little below the line they are written on.
    return [{ text: item.str, x: x!, y: y! - 0.9 * height, width: item.width, height: 1.1 * height }];
  });
}
