//! Taking out of a photo where it was taken: the GPS block of its EXIF data, the notes in which other programs
//! repeat it (XMP, IPTC, pictures appended to the picture), and the free text, in which anybody may write it and
//! cameras that print a place on the picture do (EXIF's description, title and comment, those of Windows, a
//! comments of a JPEG and of a GIF, a HEIC's description, the texts of a PNG but for who made it, with what and when).
//! Makers' own notes inside of EXIF data are written each in its own way, and some have the place and the number of
//! the camera in them: they go unread. In a TIFF file, as raw pictures of cameras are, they say how the picture is
//! decoded, and stay. The day it was taken, the way it is held up, the camera, the author and the colours stay. A file
//! a format; what cannot be read is told of and left as it is. BMP and icons are not what cameras write, and have no
//! room for words.

mod boxes;
mod cleaned;
mod exif;
mod gif;
mod heif;
mod jpeg;
mod notes;
mod png;
mod tiff;
mod webp;

#[cfg(test)]
mod tests;

pub use cleaned::Cleaned;
use cleaned::answer;

/// Cleans the bytes of a picture of this media type.
pub fn clean(kind: &str, bytes: &[u8]) -> Cleaned {
    match look(kind, bytes) {
        // Clean is what a second look finds clean: a file twisted enough to fool the first is told of.
        Cleaned::Removed(out) if look(kind, &out) != Cleaned::Nothing => Cleaned::Stuck,
        cleaned => cleaned,
    }
}

fn look(kind: &str, bytes: &[u8]) -> Cleaned {
    let cleaned = match kind {
        "image/jpeg" => jpeg::clean(bytes),
        "image/png" => png::clean(bytes),
        "image/webp" => webp::clean(bytes),
        "image/heic" | "image/heif" | "image/avif" => heif::clean(bytes),
        "image/tiff" | "image/x-canon-cr2" => tiff::clean(bytes),
        "image/gif" => gif::clean(bytes),
        "image/bmp" | "image/vnd.microsoft.icon" => Some(Cleaned::Nothing),
        kind if kind.starts_with("image/") => None,
        _ => Some(Cleaned::Nothing),
    };
    cleaned.unwrap_or(Cleaned::Stuck)
}
