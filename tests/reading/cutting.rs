//! What holds for any file: how it is cut into pieces changes nothing, no bytes make the reader panic or lose a row,
//! and a cell in quotes is kept to the letter.

use clientfolio::analytics::dataset::{Encoding, HEAD_BYTES, ReadOptions, Separator, inspect, read_all};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{check_account, encode, read_in_pieces};

/// Ids of each kind: digits, with zeros in front, too many for a number of a table, letters, none.
fn order(number: usize) -> String {
    match number % 5 {
        0 => number.to_string(),
        1 => format!("{number:06}"),
        2 => format!("77{number:010}"),
        3 => format!("A-{number}"),
        _ => String::new(),
    }
}

/// Rows with everything that makes cutting hard: letters of several bytes, quotes, line ends of two characters.
fn large_text(seed: u64, line_end: &str) -> String {
    let clients =
        ["Ромашка", "\"ООО \"\"Вега\"\"\"", "\"Лира; и\r\nКо\"", "Nord", "", "\"Маяк\n\n\"", "Ёлкина", "\"a\"\"\""];
    let amounts = ["10,50", "1\u{a0}234,00", "-5", "(7,25)", "много", "0,00001", "1 000 000", "\"12,3\""];
    let dates = ["01.02.2026", "15.03.2026 10:20", "31.02.2026", "2026-04-05", "", "\"07.05.2026\""];
    let mut text = format!("Отчёт{line_end}Дата;Клиент;Номер заказа;Сумма{line_end}");
    let mut state = seed | 1;
    let mut next = |bound: usize| {
        // Numerical Recipes' linear congruence is random enough to mix rows.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % bound
    };
    while text.len() < HEAD_BYTES + (HEAD_BYTES >> 2) {
        let (date, client, amount) = (next(dates.len()), next(clients.len()), next(amounts.len()));
        let row = [dates[date], clients[client], &order(next(9_999)), amounts[amount]].join(";");
        text.push_str(&row);
        text.push_str(line_end);
    }
    text.push_str("Итого;;;1,00");
    text
}

/// Encodings that can write Russian.
const RUSSIAN: [Encoding; 6] =
    [Encoding::Utf8, Encoding::Windows1251, Encoding::Cp866, Encoding::Koi8R, Encoding::Utf16Le, Encoding::Utf16Be];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_changes_nothing(
        seed: u64,
        encoding in select(RUSSIAN.as_slice()),
        line_end in select(["\n", "\r\n", "\r"].as_slice()),
        lengths in vec(prop_oneof![1..=7_usize, 1..=5_000_usize, 1..=90_000_usize], 1..12),
        decided: bool,
    ) {
        let bytes = encode(&large_text(seed, line_end), encoding);
        let options = ReadOptions { encoding: decided.then_some(encoding), ..ReadOptions::default() };
        let whole = read_all(&bytes, &options).expect("a table");
        check_account(&whole, encoding.name());
        prop_assert_eq!(whole.report.encoding, encoding);
        prop_assert_eq!(whole.report.undecodable, 0);
        prop_assert_eq!(read_in_pieces(&bytes, &lengths, &options).expect("a table"), whole);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_at_the_worst_places_changes_nothing(
        seed: u64,
        encoding in select([Encoding::Utf8, Encoding::Windows1251, Encoding::Utf16Le].as_slice()),
        line_end in select(["\n", "\r\n", "\r"].as_slice()),
        has_mark: bool,
        places in vec(any::<prop::sample::Index>(), 1..60),
    ) {
        let mark = if has_mark && encoding != Encoding::Windows1251 { "\u{feff}" } else { "" };
        let bytes = encode(&format!("{mark}{}", large_text(seed, line_end)), encoding);
        // After a quote or a line end, and within whatever is not ASCII: the mark, letters, spaces between digits.
        let is_worst = |&place: &usize| matches!(bytes[place - 1], b'"' | b'\r' | b'\n' | 0x80..);
        let worst: Vec<usize> = (1..bytes.len()).filter(is_worst).collect();
        let mut cuts: Vec<usize> = places.iter().map(|place| *place.get(&worst)).chain([1, 2, bytes.len()]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let lengths: Vec<usize> =
            cuts.iter().zip(std::iter::once(&0).chain(&cuts)).map(|(cut, before)| cut - before).collect();
        let options = ReadOptions { encoding: Some(encoding), ..ReadOptions::default() };
        let whole = read_all(&bytes, &options).expect("a table");
        check_account(&whole, encoding.name());
        prop_assert_eq!(read_in_pieces(&bytes, &lengths, &options).expect("a table"), whole);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_files_are_cut_anywhere(
        encoding in select(RUSSIAN.as_slice()),
        clients in vec("[А-Яа-яЁё ;]{1,12}", 1..20),
        length in 1..40_usize,
    ) {
        let rows: String = clients.iter().map(|client| format!("01.02.2026;\"{client}\";10,50\r\n")).collect();
        let bytes = encode(&format!("Дата;Клиент;Сумма\r\n{rows}"), encoding);
        let options = ReadOptions { encoding: Some(encoding), ..ReadOptions::default() };
        let whole = read_all(&bytes, &options).expect("a table");
        prop_assert_eq!(whole.report.rows_used, clients.len() as u64);
        prop_assert_eq!(read_in_pieces(&bytes, &[length], &options).expect("a table"), whole);
    }

    #[test]
    fn western_files_are_cut_anywhere(clients in vec("[A-Za-zÀ-ÖØ-öø-ÿ ;]{1,12}", 1..20), length in 1..40_usize) {
        let rows: String = clients.iter().map(|client| format!("01.02.2026;\"{client}\";£10.50\r\n")).collect();
        let bytes = encode(&format!("Date;Client;Amount\r\n{rows}"), Encoding::Windows1252);
        let options = ReadOptions { encoding: Some(Encoding::Windows1252), ..ReadOptions::default() };
        let whole = read_all(&bytes, &options).expect("a table");
        prop_assert_eq!(whole.report.rows_used, clients.len() as u64);
        prop_assert_eq!(whole.report.undecodable, 0);
        prop_assert_eq!(read_in_pieces(&bytes, &[length], &options).expect("a table"), whole);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..3_000), length in 1..500_usize) {
        check_any(&bytes, length);
    }

    #[test]
    fn any_table_is_read_or_refused(
        parts in vec(
            select([
                "Дата", "Клиент", "Сумма", "date", "client", "amount", ";", ";", ";", ",", "\t", "|", "\n", "\n", "\r\n",
                "\r", "\"", "\"\"", "\\", " ", "\u{a0}", "01.02.2026", "2026-02-03", "03/04/2026", "10,50", "1.234", "-5",
                "(7)", "1e5", "99999999999999999999", "Итого", "Total", "Ромашка", "sep=;", "\u{feff}", "\0", "Ё", "45000",
                "Год", "Месяц", "2026", "3", "Реализация 1 от 01.02.2026", "Вега Итог",
            ].as_slice()),
            0..200,
        ),
        beginning in select([
            "",
            "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10\n",
            "date,client,amount\n",
            "Контрагент;Сумма\nДокумент;\nРомашка;5\nПродажа 1 от 01.02.2026;5\nПродажа 2 от 01.02.2026;5\n",
            "Год;Месяц;Клиент;Сумма\n2026;1;Ромашка;5\n",
        ].as_slice()),
        encoding in select(RUSSIAN.as_slice()),
        length in 1..500_usize,
    ) {
        let text = format!("{beginning}{}", parts.concat());
        let text = if matches!(encoding, Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be) {
            text
        } else {
            text.replace('\u{feff}', "")
        };
        check_any(&encode(&text, encoding), length);
    }

    #[test]
    fn cells_in_quotes_are_kept(
        client in "[a-zА-Я;,|\t\n\r\" ]{0,30}",
        separator in select(Separator::ALL.as_slice()),
        line_end in select(["\n", "\r\n", "\r"].as_slice()),
        length in 1..50_usize,
    ) {
        // Quotes or strokes alone are no name: by hand they say that it is the same as above.
        prop_assume!(!client.contains(['"', '|']) || client.contains(char::is_alphabetic));
        let separator_sign = char::from(separator.byte()).to_string();
        let row = |cells: [&str; 3]| cells.join(&separator_sign) + line_end;
        let quoted = format!("\"{}\"", client.replace('"', "\"\""));
        let text = [
            row(["Дата", "Клиент", "Сумма"]),
            row(["01.02.2026", "Ромашка", "10"]),
            row(["02.02.2026", &quoted, "20"]),
            row(["03.02.2026", "Вега", "30"]),
        ]
        .concat();
        let options = ReadOptions { separator: Some(separator), ..ReadOptions::default() };
        let ingested = read_in_pieces(text.as_bytes(), &[length], &options).expect("a table");
        check_account(&ingested, &text);
        prop_assert_eq!(ingested.report.rows_used, 3);
        let name = ingested.table.client_names.get(ingested.table.client[1]);
        let expected = Some(client.trim()).filter(|client| !client.is_empty());
        prop_assert_eq!(name, expected);
    }
}

/// Reads whole and in pieces: no panic, all rows accounted for, the same result.
fn check_any(bytes: &[u8], length: usize) {
    let options = ReadOptions::default();
    let inspection = inspect(bytes, bytes.len() as u64, &options);
    let whole = read_all(bytes, &options);
    if let Ok(ingested) = &whole {
        check_account(ingested, "any");
        assert!(inspection.is_ok(), "read, and not to be looked at");
    }
    assert_eq!(read_in_pieces(bytes, &[length], &options), whole);
}
