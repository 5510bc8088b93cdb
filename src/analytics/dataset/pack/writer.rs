//! From an import to bytes.

use super::{AFTER_PAYLOAD, KIND_SALES, MAGIC, PAYLOAD_MAX, Tag, VERSION};
use crate::analytics::dataset::kinds::OtherTable;
use crate::analytics::dataset::report::Ingested;
use crate::analytics::dataset::table::{Names, parts};

/// Gives the bytes of an import, block by block.
pub fn pack(ingested: &Ingested, give: &mut dyn FnMut(&[u8])) {
    let table = &ingested.table;
    let mut blocks = Blocks { number: 0, block: Vec::new(), give };

    let mut head = MAGIC.to_vec();
    head.extend(VERSION.to_le_bytes());
    head.extend(KIND_SALES.to_le_bytes());
    head.extend((table.len() as u64).to_le_bytes());
    head.push(u8::from(table.order.is_some()) | u8::from(table.fingerprint.is_some()) << 1);
    blocks.put(Tag::Head, &head);

    blocks.column(Tag::Client, &table.client, |id| id.to_le_bytes());
    blocks.column(Tag::Day, &table.day, |day| day.0.to_le_bytes());
    blocks.column(Tag::Amount, &table.amount, |amount| amount.0.to_le_bytes());
    blocks.column(Tag::Order, table.order.as_deref().unwrap_or_default(), |id| id.to_le_bytes());
    blocks.column(Tag::Fingerprint, table.fingerprint.as_deref().unwrap_or_default(), |print| print.to_le_bytes());
    blocks.names(Tag::ClientText, Tag::ClientEnds, &table.client_names);
    blocks.names(Tag::OrderText, Tag::OrderEnds, &table.order_names);
    let further = (&ingested.other, &table.extras, &table.order_count, &table.reaches);
    if ingested.other.is_some() || !table.extras.is_empty() || table.order_count.is_some() || table.reaches.is_some() {
        // Writing to memory cannot fail.
        let mut bytes = postcard::to_stdvec(&further).unwrap_or_default();
        if let Some(OtherTable::Events(events)) = ingested.other.as_ref().filter(|_| !bytes.is_empty())
            && !events.facts.is_empty()
        {
            bytes.extend(postcard::to_stdvec(&events.facts).unwrap_or_default());
        }
        blocks.bytes(Tag::Further, &bytes);
    }
    // Maps with keys that are no text would fail; a report has none.
    blocks.bytes(Tag::Report, &serde_json::to_vec(&ingested.report).unwrap_or_default());
    blocks.put(Tag::End, &[]);
}

/// Blocks on their way out.
struct Blocks<'a> {
    number: u32,
    /// The latest block: its memory serves the next.
    block: Vec<u8>,
    give: &'a mut dyn FnMut(&[u8]),
}

impl Blocks<'_> {
    fn put(&mut self, tag: Tag, payload: &[u8]) {
        self.begin(tag);
        self.block.extend_from_slice(payload);
        self.end();
    }

    fn bytes(&mut self, tag: Tag, bytes: &[u8]) {
        bytes.chunks(PAYLOAD_MAX).for_each(|payload| self.put(tag, payload));
    }

    fn column<T, const N: usize>(&mut self, tag: Tag, values: &[T], to_bytes: impl Fn(&T) -> [u8; N]) {
        for values in values.chunks(PAYLOAD_MAX / N) {
            self.begin(tag);
            self.block.reserve(values.len() * N + AFTER_PAYLOAD);
            parts(0..values.len())
                .for_each(|part| append(&mut self.block, values.get(part).unwrap_or_default(), &to_bytes));
            self.end();
        }
    }

    fn names(&mut self, text_tag: Tag, ends_tag: Tag, names: &Names) {
        let (text, ends) = names.parts();
        self.bytes(text_tag, text.as_bytes());
        self.column(ends_tag, ends, |end| end.to_le_bytes());
    }

    fn begin(&mut self, tag: Tag) {
        self.block.clear();
        self.block.push(tag as u8);
        self.block.extend(self.number.to_le_bytes());
        self.block.extend([0; 4]);
    }

    fn end(&mut self) {
        // Payloads are at most PAYLOAD_MAX.
        let length = u32::try_from(self.block.len() - super::BEFORE_PAYLOAD).unwrap_or(u32::MAX);
        if let Some(place) = self.block.get_mut(5..super::BEFORE_PAYLOAD) {
            place.copy_from_slice(&length.to_le_bytes());
        }
        let checksum = crc32fast::hash(&self.block);
        self.block.extend(checksum.to_le_bytes());
        (self.give)(&self.block);
        self.number += 1;
    }
}

/// Adds the bytes of `values` to `block`.
// A function of its own: see [`parts`].
#[inline(never)]
fn append<T, const N: usize>(block: &mut Vec<u8>, values: &[T], to_bytes: &impl Fn(&T) -> [u8; N]) {
    let start = block.len();
    block.resize(start + values.len() * N, 0);
    let (places, _) = block.get_mut(start..).unwrap_or_default().as_chunks_mut::<N>();
    places.iter_mut().zip(values).for_each(|(place, value)| *place = to_bytes(value));
}
