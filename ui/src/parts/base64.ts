// Bytes as base64, in pieces: a picture of some megabytes has more bytes than a call may have arguments. Pure.
const PIECE = 0x8000;

export function base64Of(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes);
  let text = "";
  for (let at = 0; at < all.length; at += PIECE) text += String.fromCharCode(...all.subarray(at, at + PIECE));
  return btoa(text);
}
