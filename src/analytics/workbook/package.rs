//! What a ZIP archive holds: a workbook or something else, and how much it unpacks to.

use std::io::Cursor;

use zip::ZipArchive;

use super::BookFormat;
use super::error::WorkbookError;

/// Most that is unpacked: a sheet of a million rows with twenty columns, three times.
pub const UNPACKED_BYTES_MAX: u64 = 2_000_000_000;
/// Parts of an archive that are looked at: workbooks have a dozen, with pictures some hundreds.
const PARTS_MAX: usize = 20_000;

/// The form of the workbook in the archive, told by the names of its parts.
///
/// # Errors
/// When it is none, or unpacks to too much by what the archive says of itself.
pub fn recognise(bytes: &[u8]) -> Result<BookFormat, WorkbookError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookError::Damaged)?;
    let mut unpacked = 0_u64;
    let mut format = None;
    let (mut document, mut has_sheets) = (false, false);
    for index in 0..archive.len().min(PARTS_MAX) {
        let Ok(part) = archive.by_index_raw(index) else { return Err(WorkbookError::Damaged) };
        unpacked = unpacked.saturating_add(part.size());
        let name = part.name().map(|name| name.replace('\\', "/").to_lowercase()).unwrap_or_default();
        match name.as_str() {
            "xl/workbook.bin" => format = Some(BookFormat::Xlsb),
            "xl/workbook.xml" => format = Some(BookFormat::Xlsx),
            "content.xml" => document = true,
            _ => has_sheets |= name.starts_with("xl/worksheets/"),
        }
    }
    if unpacked > UNPACKED_BYTES_MAX {
        return Err(WorkbookError::UnpacksTooBig { bytes_max: UNPACKED_BYTES_MAX });
    }
    match format {
        Some(format) => Ok(format),
        None if has_sheets => Ok(BookFormat::Xlsx),
        None if document => Ok(BookFormat::Ods),
        None => Err(WorkbookError::NotAWorkbook),
    }
}
