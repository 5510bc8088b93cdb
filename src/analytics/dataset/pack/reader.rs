//! From bytes to imports.

use super::{AFTER_PAYLOAD, BEFORE_PAYLOAD, Further, KIND_SALES, MAGIC, PAYLOAD_MAX, PackError, Tag, VERSION};
use crate::analytics::amount::{Amount, Sum};
use crate::analytics::dataset::kinds::{OtherTable, TableKind};
use crate::analytics::dataset::orders;
use crate::analytics::dataset::report::{ImportReport, Ingested};
use crate::analytics::dataset::table::{Names, SalesTable};
use crate::analytics::date::Day;

/// Takes the bytes of one or several imports in pieces of any size.
#[derive(Debug, Default)]
pub struct Unpacker {
    /// The beginning of a block whose end has not come yet.
    rest: Vec<u8>,
    import: Import,
    done: Vec<Ingested>,
}

impl Unpacker {
    /// Takes the next piece.
    ///
    /// # Errors
    /// When the bytes are no import; the unpacker is of no use after that.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), PackError> {
        self.rest.extend_from_slice(piece);
        let bytes = std::mem::take(&mut self.rest);
        let mut unread = bytes.as_slice();
        while let Some((block, after)) = Block::first_of(unread)? {
            if let Some(ingested) = self.import.take(&block)? {
                self.done.push(ingested);
            }
            unread = after;
        }
        self.rest = unread.to_vec();
        Ok(())
    }

    /// Ends the bytes; the imports in the order in which they came.
    ///
    /// # Errors
    /// When the last of them is cut short.
    pub fn finish(self) -> Result<Vec<Ingested>, PackError> {
        if self.rest.is_empty() && self.import.blocks == 0 { Ok(self.done) } else { Err(PackError::Damaged) }
    }
}

/// One block, its checksum found right.
struct Block<'a> {
    tag: Tag,
    number: u32,
    payload: &'a [u8],
}

impl<'a> Block<'a> {
    /// The block at the beginning of `bytes` and what comes after it; `None` while it is not whole.
    fn first_of(bytes: &'a [u8]) -> Result<Option<(Self, &'a [u8])>, PackError> {
        let Some((before, rest)) = bytes.split_first_chunk::<BEFORE_PAYLOAD>() else { return Ok(None) };
        let [tag, n0, n1, n2, n3, l0, l1, l2, l3] = *before;
        let length = u32::from_le_bytes([l0, l1, l2, l3]) as usize;
        if length > PAYLOAD_MAX {
            return Err(PackError::Damaged);
        }
        let Some((payload, rest)) = rest.split_at_checked(length) else { return Ok(None) };
        let Some((checksum, rest)) = rest.split_first_chunk::<AFTER_PAYLOAD>() else { return Ok(None) };
        let summed = bytes.get(..BEFORE_PAYLOAD + length).unwrap_or_default();
        if crc32fast::hash(summed) != u32::from_le_bytes(*checksum) {
            return Err(PackError::Damaged);
        }
        let number = u32::from_le_bytes([n0, n1, n2, n3]);
        // A tag that is not known in a block that is whole: of a newer version, whose head has said so already.
        let tag = Tag::from_byte(tag).ok_or(PackError::Damaged)?;
        Ok(Some((Self { tag, number, payload }, rest)))
    }
}

/// An import of which some blocks have come.
#[derive(Debug, Default)]
struct Import {
    blocks: u32,
    latest: Option<Tag>,
    rows: u64,
    has_orders: bool,
    has_fingerprints: bool,
    client: Vec<u32>,
    day: Vec<Day>,
    amount: Vec<Amount>,
    order: Vec<u32>,
    fingerprint: Vec<u32>,
    client_text: Vec<u8>,
    client_ends: Vec<u32>,
    order_text: Vec<u8>,
    order_ends: Vec<u32>,
    further: Vec<u8>,
    report: Vec<u8>,
}

impl Import {
    /// Takes a block; the import when that was its last.
    fn take(&mut self, block: &Block<'_>) -> Result<Option<Ingested>, PackError> {
        let is_in_order = match self.latest {
            None => block.tag == Tag::Head,
            Some(latest) => block.tag >= latest && block.tag != Tag::Head,
        };
        if !is_in_order || block.number != self.blocks {
            return Err(PackError::Damaged);
        }
        self.blocks += 1;
        self.latest = Some(block.tag);
        let payload = block.payload;
        match block.tag {
            Tag::Head => self.take_head(payload)?,
            Tag::Client => extend(&mut self.client, payload, u32::from_le_bytes)?,
            Tag::Day => extend(&mut self.day, payload, |bytes| Day(i32::from_le_bytes(bytes)))?,
            Tag::Amount => extend(&mut self.amount, payload, |bytes| Amount(i64::from_le_bytes(bytes)))?,
            Tag::Order => extend(&mut self.order, payload, u32::from_le_bytes)?,
            Tag::Fingerprint => extend(&mut self.fingerprint, payload, u32::from_le_bytes)?,
            Tag::ClientText => self.client_text.extend_from_slice(payload),
            Tag::ClientEnds => extend(&mut self.client_ends, payload, u32::from_le_bytes)?,
            Tag::OrderText => self.order_text.extend_from_slice(payload),
            Tag::OrderEnds => extend(&mut self.order_ends, payload, u32::from_le_bytes)?,
            Tag::Further => self.further.extend_from_slice(payload),
            Tag::Report => self.report.extend_from_slice(payload),
            Tag::End => return std::mem::take(self).finish().map(Some).ok_or(PackError::Damaged),
        }
        Ok(None)
    }

    fn take_head(&mut self, payload: &[u8]) -> Result<(), PackError> {
        let rest = payload.strip_prefix(MAGIC).ok_or(PackError::Damaged)?;
        let (version, rest) = rest.split_first_chunk::<2>().ok_or(PackError::Damaged)?;
        let found = u16::from_le_bytes(*version);
        if found > VERSION {
            return Err(PackError::Newer { found, known: VERSION });
        }
        let (kind, rest) = rest.split_first_chunk::<2>().ok_or(PackError::Damaged)?;
        let (rows, rest) = rest.split_first_chunk::<8>().ok_or(PackError::Damaged)?;
        let &[present @ 0..=3] = rest else { return Err(PackError::Damaged) };
        if u16::from_le_bytes(*kind) != KIND_SALES {
            return Err(PackError::Damaged);
        }
        self.rows = u64::from_le_bytes(*rows);
        self.has_orders = present & 1 != 0;
        self.has_fingerprints = present & 2 != 0;
        Ok(())
    }

    /// The import, if what came makes one.
    fn finish(self) -> Option<Ingested> {
        let report: ImportReport = serde_json::from_slice(&self.report).ok()?;
        let names = |text, ends| Names::from_parts(String::from_utf8(text).ok()?, ends);
        let client_names = names(self.client_text, self.client_ends)?;
        let order_names = names(self.order_text, self.order_ends)?;
        let column = |is_there: bool, column: Vec<u32>| {
            if is_there { Some(Some(column)) } else { column.is_empty().then_some(None) }
        };
        let order = column(self.has_orders, self.order)?;
        let fingerprint = column(self.has_fingerprints, self.fingerprint)?;
        let (other, extras, order_count, reaches) = further(&self.further)?;
        let table = SalesTable {
            client_names,
            client: self.client,
            day: self.day,
            amount: self.amount,
            order,
            fingerprint,
            order_names,
            order_count,
            reaches,
            extras,
        };
        let ingested = Ingested { table, other, report };
        is_whole(&ingested, self.rows).then_some(ingested)
    }
}

/// Most tables have nothing further, and then no block of it. What moves say of their deals came later and stands after
/// all else; older tables end before it.
fn further(bytes: &[u8]) -> Option<Further> {
    if bytes.is_empty() {
        return Some(Further::default());
    }
    let (mut further, rest) = postcard::take_from_bytes::<Further>(bytes).ok()?;
    match &mut further.0 {
        Some(OtherTable::Events(events)) if !rest.is_empty() => events.facts = postcard::from_bytes(rest).ok()?,
        _ => {}
    }
    Some(further)
}

/// Whether columns, names and account belong together. Checksums guard against decay; this against bytes that were
/// made wrong in the first place.
fn is_whole(ingested: &Ingested, rows: u64) -> bool {
    let Ingested { table, other, report } = ingested;
    let ordered = table.order.as_ref().map_or(table.amount.len(), Vec::len);
    let counts = table.order_count.as_ref().map_or(table.amount.len(), Vec::len);
    let prints = table.fingerprint.as_ref().map_or(table.amount.len(), Vec::len);
    let lengths = [table.client.len(), table.day.len(), table.amount.len(), ordered, counts, prints];
    let clients = table.client_names.len() as u64;
    let is_client = |&id: &u32| id == SalesTable::NO_CLIENT || u64::from(id) < clients;
    // Rows of other kinds of tables are no sales, and one row of a pivot table is many.
    let is_counted = report.table != TableKind::Sales || report.rows_used == rows;
    let is_summed = !report.table.is_sales() || table.amount.iter().copied().sum::<Sum>() == report.total;
    lengths.into_iter().all(|length| length as u64 == rows)
        && table.extras.is_of(table.amount.len())
        && table.client.iter().all(is_client)
        && table.order.iter().flatten().all(|&order| orders::is_known(order, &table.order_names))
        && report.table.is_sales() == other.is_none()
        && is_counted
        && is_summed
        && report.rows_used.checked_add(report.rows_set_aside) == Some(report.rows_read)
}

/// Reads a column's values out of a payload.
fn extend<T, const N: usize>(
    column: &mut Vec<T>,
    payload: &[u8],
    from_bytes: impl Fn([u8; N]) -> T,
) -> Result<(), PackError> {
    let (values, rest) = payload.as_chunks::<N>();
    if !rest.is_empty() {
        return Err(PackError::Damaged);
    }
    column.extend(values.iter().map(|&bytes| from_bytes(bytes)));
    Ok(())
}
