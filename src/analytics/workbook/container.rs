//! The container of old workbooks (CFB): whether its chains of sectors end.
//!
//! A file is cut into sectors, and a table says which one follows which. The library follows a chain that leads back
//! into itself for as long as there is memory, so that this is looked at first.

/// Bytes before the first sector.
const HEADER_BYTES: usize = 512;
/// Where the header lists the first sectors of the table.
const TABLE_LIST: std::ops::Range<usize> = 76..512;
/// Numbers from here on are no sectors: free ones, ends, the table itself.
const SECTORS_END: u32 = 0xffff_fffa;
/// Bytes of an entry of the directory.
const ENTRY_BYTES: usize = 128;
/// Where an entry says in which sector its stream begins.
const ENTRY_START: usize = 116;

/// Whether no stream of the container leads back into itself. What is no container has no such stream.
pub fn chains_end(bytes: &[u8]) -> bool {
    let Some(container) = Container::open(bytes) else { return true };
    let mut walked = vec![0_u32; container.table.len()];
    let mut walks = 0;
    let mut ends = |start: u32| {
        walks += 1;
        container.walk(start, walks, &mut walked)
    };
    let directory = number_at(bytes, 48).unwrap_or(SECTORS_END);
    if !ends(directory) || !number_at(bytes, 60).is_none_or(&mut ends) {
        return false;
    }
    let mut sector = Some(directory);
    while let Some(here) = sector.filter(|&sector| sector < SECTORS_END) {
        let mut entries = container.sector(here).unwrap_or_default().chunks_exact(ENTRY_BYTES);
        if !entries.all(|entry| number_at(entry, ENTRY_START).is_none_or(&mut ends)) {
            return false;
        }
        sector = container.next(here);
    }
    true
}

struct Container<'a> {
    bytes: &'a [u8],
    sector_bytes: usize,
    /// The sector after each.
    table: Vec<u32>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector_bytes = match bytes.get(30..32)? {
            [0x09, 0] => 512,
            [0x0c, 0] => 4_096,
            _ => return None,
        };
        let mut container = Self { bytes, sector_bytes, table: Vec::new() };
        let mut list = numbers(bytes.get(TABLE_LIST)?);
        // The list goes on in a chain of sectors of its own, each with the number of the next at its end.
        let mut next = number_at(bytes, 68)?;
        for _ in 0..=bytes.len() / sector_bytes {
            let Some(sector) = container.sector(next) else { break };
            list.extend(numbers(sector));
            let Some(after) = list.pop() else { break };
            next = after;
        }
        let sectors_max = bytes.len() / sector_bytes + 1;
        for id in list.into_iter().take(sectors_max) {
            container.table.extend(container.sector(id).map(numbers).unwrap_or_default());
        }
        Some(container)
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        if id >= SECTORS_END {
            return None;
        }
        let start = HEADER_BYTES.max(self.sector_bytes) + usize::try_from(id).ok()?.checked_mul(self.sector_bytes)?;
        self.bytes.get(start..self.bytes.len().min(start.checked_add(self.sector_bytes)?))
    }

    fn next(&self, id: u32) -> Option<u32> {
        self.table.get(usize::try_from(id).ok()?).copied()
    }

    /// Follows a chain to its end or into one that was followed before; `false` if it leads back into itself.
    fn walk(&self, start: u32, walk: u32, walked: &mut [u32]) -> bool {
        let mut sector = start;
        while let Some(mark) = usize::try_from(sector).ok().and_then(|place| walked.get_mut(place)) {
            if *mark != 0 {
                return *mark != walk;
            }
            *mark = walk;
            sector = self.next(sector).unwrap_or(SECTORS_END);
        }
        true
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (numbers, _) = bytes.as_chunks();
    numbers.iter().map(|&number| u32::from_le_bytes(number)).collect()
}

fn number_at(bytes: &[u8], place: usize) -> Option<u32> {
    bytes.get(place..)?.first_chunk().map(|&number| u32::from_le_bytes(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A container of four sectors: the table, the directory of one entry, and its stream of two.
    fn container(table: [u32; 4], stream: u32) -> Vec<u8> {
        let mut bytes = vec![0xff_u8; HEADER_BYTES + 4 * 512];
        let mut put = |place: usize, number: u32| bytes[place..place + 4].copy_from_slice(&number.to_le_bytes());
        put(48, 1);
        put(76, 0);
        for (index, next) in table.into_iter().enumerate() {
            put(512 + 4 * index, next);
        }
        put(512 + 512 + ENTRY_START, stream);
        bytes[30..32].copy_from_slice(&[9, 0]);
        bytes
    }

    #[test]
    fn chains_that_end_and_chains_that_do_not() {
        const END: u32 = 0xffff_fffe;
        const TABLE: u32 = 0xffff_fffd;
        for (name, table, stream, ends) in [
            ("whole", [TABLE, END, 3, END], 2, true),
            ("the stream leads back", [TABLE, END, 3, 2], 2, false),
            ("the stream follows itself", [TABLE, END, 2, END], 2, false),
            ("the directory leads back", [TABLE, 1, END, END], 2, false),
            ("a circle that nothing leads into", [TABLE, END, 3, 2], END, true),
            ("beyond the file", [TABLE, END, 77, END], 2, true),
        ] {
            assert_eq!(chains_end(&container(table, stream)), ends, "{name}");
        }
        for bytes in [&[][..], &[0xd0; 40], &[0; 600]] {
            assert!(chains_end(bytes));
        }
    }
}
