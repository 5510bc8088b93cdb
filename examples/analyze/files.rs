//! Files on disk as the engine takes them.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use clientfolio::analytics::dataset::ReadOptions;
use clientfolio::analytics::workbook::{self, Pick, SIGN_BYTES};
use clientfolio::jobs::source::{Bytes, PIECE_BYTES, Source, SourceError};

/// A file, or the text of a sheet if it is a workbook; what is known of that text is put into `read`.
pub fn open(path: &str, sheet: &Pick, read: &mut ReadOptions) -> Result<Box<dyn Source>, String> {
    let mut file = FileSource::open(path).map_err(|error| error.to_string())?;
    let head = file.head().map_err(|error| error.to_string())?;
    if !workbook::is_workbook(&head) {
        return match sheet {
            Pick::Named(_) => Err("the file has no sheets".to_owned()),
            _ => Ok(Box::new(file)),
        };
    }
    if file.bytes > workbook::BYTES_MAX {
        return Err(workbook::WorkbookError::TooBig { bytes_max: workbook::BYTES_MAX }.to_string());
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let mut text = Vec::new();
    workbook::convert(bytes, sheet, &mut |piece| text.extend_from_slice(piece)).map_err(|error| error.to_string())?;
    let ReadOptions { encoding, separator, either_mark, .. } = workbook::read_options();
    *read = ReadOptions { encoding, separator, either_mark, ..read.clone() };
    Ok(Box::new(Bytes::new(text)))
}

/// A file on disk.
struct FileSource {
    file: File,
    bytes: u64,
}

impl FileSource {
    fn open(path: &str) -> io::Result<Self> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        Ok(Self { file, bytes })
    }

    /// The beginning of the file.
    fn head(&mut self) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        Read::by_ref(&mut self.file).take(SIGN_BYTES as u64).read_to_end(&mut head)?;
        self.file.rewind()?;
        Ok(head)
    }
}

impl Source for FileSource {
    fn bytes(&self) -> u64 {
        self.bytes
    }

    fn rewind(&mut self) {
        // A failure shows at the next reading.
        let _ = self.file.seek(SeekFrom::Start(0));
    }

    fn next_piece(&mut self, piece: &mut Vec<u8>) -> Result<(), SourceError> {
        piece.clear();
        Read::by_ref(&mut self.file).take(PIECE_BYTES as u64).read_to_end(piece).map(drop).map_err(|_| SourceError)
    }
}
