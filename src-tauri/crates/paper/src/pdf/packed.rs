//! Streams of a PDF, compressed one after the other by one compressor: its tables are large, and making them anew for each
//! page costs more memory than all pages together.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::error::PaperError;

/// The compressor and the room it writes to.
pub(super) struct Packer {
    deflate: Compress,
    room: Vec<u8>,
}

impl Packer {
    pub fn new() -> Packer {
        Packer { deflate: Compress::new(Compression::default(), true), room: Vec::new() }
    }

    /// A stream of these bytes.
    pub fn stream(&mut self, bytes: &[u8]) -> Result<Stream, PaperError> {
        Ok(match self.smaller(bytes)? {
            Some(packed) => Stream::new(dictionary! { "Filter" => "FlateDecode" }, packed),
            None => Stream::new(Dictionary::new(), bytes.to_vec()),
        })
    }

    /// Compresses all that is left to compress in a document.
    pub fn pack_all(&mut self, file: &mut Document) -> Result<(), PaperError> {
        let streams = file.objects.values_mut().filter_map(|object| match object {
            Object::Stream(stream) => Some(stream),
            _ => None,
        });
        for stream in streams.filter(|s| s.allows_compression && !s.dict.has(b"Filter")) {
            if let Some(packed) = self.smaller(&stream.content)? {
                stream.dict.set("Filter", "FlateDecode");
                stream.set_content(packed);
            }
        }
        Ok(())
    }

    /// The bytes compressed; nothing when that makes them no smaller.
    fn smaller(&mut self, bytes: &[u8]) -> Result<Option<Vec<u8>>, PaperError> {
        self.deflate.reset();
        self.room.clear();
        // What does not fit into this is not made smaller.
        self.room.reserve_exact(bytes.len() + 64);
        match self.deflate.compress_vec(bytes, &mut self.room, FlushCompress::Finish) {
            Ok(Status::StreamEnd) if self.room.len() < bytes.len() => Ok(Some(self.room.as_slice().to_vec())),
            Ok(_) => Ok(None),
            Err(e) => Err(PaperError::Pdf(format!("压缩（{e}）"))),
        }
    }
}
