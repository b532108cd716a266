// The only place that knows pdf.js. It is loaded when the first paper is looked at, and draws pages into canvases;
// faces come embedded in our papers, so nothing else is fetched.
import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export type Paper = { pages: number; width: number; height: number; document: PDFDocumentProxy };

async function library() {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  return pdfjs;
}

/** Opens a paper; sizes are of its first page, in points. */
export async function openPdf(bytes: ArrayBuffer): Promise<Paper> {
  const pdfjs = await library();
  const document = await pdfjs.getDocument({
    data: new Uint8Array(bytes),
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

/** Draws one page at a scale, beside the screen first, so that a page in sight never flashes white. */
export async function drawPage(paper: Paper, n: number, scale: number, onto: HTMLCanvasElement): Promise<void> {
  const page = await paper.document.getPage(n);
  const viewport = page.getViewport({ scale: scale * Math.min(window.devicePixelRatio || 1, 2) });
  const draft = document.createElement("canvas");
  draft.width = Math.ceil(viewport.width);
  draft.height = Math.ceil(viewport.height);
  await page.render({ canvas: draft, viewport }).promise;
  onto.width = draft.width;
  onto.height = draft.height;
  onto.getContext("2d")?.drawImage(draft, 0, 0);
}
