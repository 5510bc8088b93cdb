//! Made-up files that an engine reads while there is nothing else to do.
//!
//! A browser begins to run a program as it comes and translates well only what it has seen to be used much. Whoever gives
//! a file should not wait for that, so it is done before, on these: sales as most programs write them, with what makes
//! a reader take its other ways (quotes, letters of two bytes, returns, prices and quantities, times of day, columns that
//! are not kept).

use std::fmt::Write;

/// Rows of each text.
const ROWS: u32 = 3_000;
/// Clients of each text.
const CLIENTS: u32 = 700;

/// One file as the world writes it, one as Russia does, in windows-1251, and one of a till.
#[must_use]
pub fn texts() -> [Vec<u8>; 3] {
    let mut world = "order,client,date,amount,product\n".to_owned();
    let mut russia = "Номер;Контрагент;Дата;Сумма;Товар\n".to_owned();
    let mut till = "receipt,code,product,quantity,date,price,customer,country\n".to_owned();
    for row in 0..ROWS {
        // Without order, and the same each time.
        let client = row.wrapping_mul(2_654_435_761) % CLIENTS;
        let (day, month, year) = (row % 28 + 1, row % 12 + 1, 2023 + row % 2);
        let (whole, cents) = (row * 37 % 90_000 + 1, row * 7 % 100);
        let sign = if row % 97 == 0 { "-" } else { "" };
        let order = 100_000 + row;
        // Writing to a string cannot fail.
        let _ = if row % 20 == 0 {
            writeln!(world, "{order},\"Orion, {client}\",{year}-{month:02}-{day:02},{sign}{whole}.{cents:02},Lamp")
        } else {
            writeln!(world, "{order},Орион Трейд {client},{year}-{month:02}-{day:02},{sign}{whole}.{cents:02},Bolt M8")
        };
        let _ =
            writeln!(russia, "{order};ООО «Орион» {client};{day:02}.{month:02}.{year};{sign}{whole},{cents:02};Болт");
        let (receipt, code, pieces, hour) = (200_000 + row / 8, 20_000 + row % 1_777, row % 48 + 1, row / 8 % 12 + 8);
        let _ = writeln!(
            till,
            "{receipt},{code}B,LAMP OF GLASS {code},{sign}{pieces},{year}-{month:02}-{day:02} {hour:02}:{day:02}:00,{}.{cents:02},{},Norway",
            whole % 20,
            12_000 + client
        );
    }
    let russia = russia.chars().map(byte_of_1251).collect();
    [world.into_bytes(), russia, till.into_bytes()]
}

/// The letters that stand above.
fn byte_of_1251(letter: char) -> u8 {
    match letter {
        '«' => 0xAB,
        '»' => 0xBB,
        'А'..='я' => u8::try_from(u32::from(letter) - u32::from('А') + 0xC0).unwrap_or(b'?'),
        _ => u8::try_from(letter).unwrap_or(b'?'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{Encoding, ReadOptions, read_all};

    #[test]
    fn all_are_read_as_what_they_are() {
        for (text, encoding) in texts().iter().zip([Encoding::Utf8, Encoding::Windows1251, Encoding::Utf8]) {
            let report = read_all(text, &ReadOptions::default()).unwrap().report;
            assert_eq!(report.encoding, encoding);
            assert_eq!((report.rows_used, report.rows_set_aside), (u64::from(ROWS), 0));
            assert!(report.returns.0 > 0);
            // A remainder of their own leaves some clients out.
            assert!(report.clients > 600, "{}", report.clients);
        }
    }
}
