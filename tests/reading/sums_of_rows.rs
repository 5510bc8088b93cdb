//! Sums that a row does not have as one number: price, quantity and discount apart, prices that are those of the row,
//! kopecks with a word of their own; and buyers without a name.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{CurrencyCode, Field, ReadOptions, read_all};

use crate::support::{read, read_whole, sales, without_client};

#[test]
fn the_share_of_a_discount_is_taken_off() {
    // 10.5 × 4; 20 × 10 less 15 %; 20 less 5 %.
    let expected = ["А | 2024-07-19 | 42.0000", "Б | 2024-07-20 | 170.0000", "А | 2024-07-21 | 19.0000"];
    for (header, first, second, third) in
        [("Скидка", "0", "0,15", "0,05"), ("Скидка", "", "15%", "5 %"), ("Скидка, %", "0", "15", "5")]
    {
        let text = format!(
            "Клиент;Дата;Товар;Цена;Количество;{header}\nА;19.07.2024;Ч;10,5;4;{first}\nБ;20.07.2024;К;20;10;{second}\nА;21.07.2024;К;20;1;{third}\n"
        );
        let ingested = read_whole(&text);
        assert_eq!(sales(&ingested), expected, "{text}");
        assert_eq!(ingested.report.details.findings, [(Finding::DiscountsTaken, 1)], "{text}");
        assert_eq!(ingested.report.headers.last(), Some(&format!("Количество × Цена × (1 − {header})")));
    }
}

#[test]
fn discounts_in_money_and_sums_that_stand_there_leave_the_amount_as_it_is() {
    let cases = [
        // Roubles, not shares.
        ("Клиент;Дата;Цена;Количество;Скидка\nА;19.07.2024;10;4;0\nБ;20.07.2024;20;10;15\n", "240.0000"),
        // All or nothing is no share.
        ("Клиент;Дата;Цена;Количество;Скидка\nА;19.07.2024;10;4;0\nБ;20.07.2024;20;10;1\n", "240.0000"),
        ("Клиент;Дата;Цена;Количество;Скидка;Сумма\nА;19.07.2024;10;4;0,5;7\nБ;20.07.2024;20;10;0,1;8\n", "15.0000"),
        // It is off the price already.
        ("Клиент;Дата;Цена со скидкой;Количество;Скидка\nА;19.07.2024;10;4;0,5\nБ;20.07.2024;20;10;0,1\n", "240.0000"),
    ];
    for (text, total) in cases {
        let ingested = read_whole(text);
        assert_eq!(ingested.report.total.to_string(), total, "{text}");
        assert_eq!(ingested.report.details.count(Finding::DiscountsTaken), 0, "{text}");
    }
}

#[test]
fn a_price_of_the_row_is_not_multiplied() {
    let amazon = "amazon-order-id\tpurchase-date\tbuyer-name\tsku\tquantity\titem-price\n1\t2023-02-01T10:11:12+00:00\tAnn\ta\t2\t10.50\n2\t2023-02-02T10:11:12+00:00\tBob\tb\t1\t3.00\n";
    let by_product = "Date,Customer,Product,Quantity,Price\n2024-01-01,A,tea,1,5.50\n2024-01-02,B,tea,2,11.00\n2024-01-03,A,tea,4,22.00\n2024-01-04,A,mug,2,6\n2024-01-05,A,mug,1,3\n";
    for (text, total) in [(amazon, "13.5000"), (by_product, "47.5000")] {
        let ingested = read_whole(text);
        assert_eq!(ingested.report.total.to_string(), total, "{text}");
        assert_eq!(ingested.report.details.findings, [(Finding::PricesOfRows, 1)], "{text}");
    }
    // Whoever knows better says so: 1×5.5 + 2×11 + 4×22 + 2×6 + 1×3.
    let options = ReadOptions { mapping: vec![(Field::Price, Some(4))], ..ReadOptions::default() };
    let ingested = read_all(by_product.as_bytes(), &options).expect("a table");
    assert_eq!(ingested.report.total.to_string(), "130.5000");
    // The price of a piece: 1×5.5 + 2×5.5 + 4×5.5 + 3×5.5.
    let pieces = "Date,Customer,Product,Quantity,Price\n2024-01-01,A,tea,1,5.50\n2024-01-02,B,tea,2,5.50\n2024-01-03,A,tea,4,5.50\n2024-01-04,A,tea,3,5.50\n";
    assert_eq!(read(pieces).expect("a table").report.total.to_string(), "55.0000");
}

#[test]
fn kopecks_with_a_word_of_their_own() {
    let ingested = read_whole(
        "Дата;Клиент;Сумма\n01.02.2024;А;1 234 руб. 50 коп.\n02.02.2024;Б;7 руб. 05 коп.\n03.02.2024;Б;10 рублей\n",
    );
    let expected = ["А | 2024-02-01 | 1234.5000", "Б | 2024-02-02 | 7.0500", "Б | 2024-02-03 | 10.0000"];
    assert_eq!(sales(&ingested), expected);
    let currencies: Vec<_> = ingested.report.currencies.iter().map(|share| (share.currency, share.rows)).collect();
    assert_eq!(currencies, [(Some(CurrencyCode::RUB), 3)]);
}

#[test]
fn guests_are_nobody() {
    let ingested = read_whole(
        "order_id,customer,date,total\n1,Ann,2024-01-01,5\n2,Guest,2024-01-02,6\n3,0,2024-01-03,7\n4,Гость,2024-01-03,8\n5,Guest House Ltd,2024-01-04,9\n",
    );
    assert_eq!(without_client(&ingested), (3, "21.0000".to_owned()));
    assert_eq!(ingested.report.clients, 2);
}

/// Currencies are those of contracts, and the sums in roubles already.
#[test]
fn sums_that_name_their_own_currency() {
    let text = "Клиент;Дата;Валюта договора;Сумма в валюте;Сумма, руб.\n\
        А;19.07.2024;EUR;100;9012,34\nБ;20.07.2024;USD;10;800\nВ;21.07.2024;RUB;5;5\n";
    let ingested = read_whole(text);
    assert_eq!(
        sales(&ingested),
        ["А | 2024-07-19 | 9012.3400", "Б | 2024-07-20 | 800.0000", "В | 2024-07-21 | 5.0000"]
    );
    assert!(ingested.report.currencies.iter().all(|share| share.currency == Some(CurrencyCode::RUB)));
    // Where all are in one, the sums of the file stay what they are.
    let one = "Client,Date,Amount,Currency,Amount (EUR)\nA,2024-07-19,100,USD,90\nB,2024-07-20,10,USD,9\n";
    assert_eq!(sales(&read_whole(one)), ["A | 2024-07-19 | 100.0000", "B | 2024-07-20 | 10.0000"]);
    // Sums that say nothing stop and ask.
    let mixed = read_whole("Client,Date,Amount,Currency\nA,2024-07-19,100,USD\nB,2024-07-20,10,EUR\n");
    assert!(mixed.report.mixes_currencies());
}

/// The row that gives money back is called so by its document, and its sum is above zero: it counts, and that is said.
#[test]
fn returns_that_only_their_document_tells() {
    let text = |document: &str| {
        format!(
            "Документ;Дата;Клиент;Сумма\nРеализация 1 от 19.07.2024;19.07.2024;А;10\n\
             Реализация 2 от 20.07.2024;20.07.2024;Б;20\n{document} 3 от 21.07.2024;21.07.2024;А;5\n"
        )
    };
    let is_said = |document: &str| {
        let findings = read_whole(&text(document)).report.details.findings;
        findings.iter().any(|(finding, _)| *finding == Finding::NotOnlySales)
    };
    assert!(is_said("Возврат товаров от клиента"));
    assert!(!is_said("Реализация"));
}

#[test]
fn parts_of_a_sum_are_added_up() {
    let rows =
        "05.01.2026;А;Лада;2500,50;4300\n06.01.2026;Б;ГАЗ;1800;\n09.01.2026;В;Киа;;7200,25\n10.01.2026;В;Киа;;\n";
    let expected = ["А | 2026-01-05 | 6800.5000", "Б | 2026-01-06 | 1800.0000", "В | 2026-01-09 | 7200.2500"];
    for (first, second) in [
        ("Сумма работ", "Сумма запчастей"),
        ("Работы", "Запчасти"),
        ("Оплата наличными", "Оплата картой"),
        ("Предоплата", "Доплата"),
    ] {
        let ingested = read_whole(&format!("Дата;Клиент;Машина;{first};{second}\n{rows}"));
        assert_eq!(sales(&ingested), expected, "{first}");
        assert_eq!(ingested.report.rows_set_aside, 1, "{first}");
        assert_eq!(ingested.report.details.findings, [(Finding::SumsInParts, 1)], "{first}");
        assert_eq!(ingested.report.headers.last(), Some(&format!("{first} + {second}")));
    }
}

#[test]
fn sums_that_stand_beside_their_parts_are_taken() {
    let cases = [
        ("Дата;Клиент;Работы;Запчасти;Итого\n05.01.2026;А;10;20;30\n06.01.2026;Б;5;;5\n", "35.0000"),
        ("Дата;Клиент;Сумма;Наличные;Карта\n05.01.2026;А;30;10;20\n06.01.2026;Б;5;;5\n", "35.0000"),
        // How many pieces they are.
        ("Дата;Клиент;Товары;Услуги;Цена\n05.01.2026;А;1;2;30\n06.01.2026;Б;3;1;5\n", "35.0000"),
        ("Дата;Клиент;Количество;Цена;Наличные;Карта\n05.01.2026;А;3;10;10;20\n06.01.2026;Б;1;5;;5\n", "35.0000"),
    ];
    for (text, total) in cases {
        let ingested = read_whole(text);
        assert_eq!(ingested.report.total.to_string(), total, "{text}");
        assert_eq!(ingested.report.details.count(Finding::SumsInParts), 0, "{text}");
    }
}

#[test]
fn what_is_left_of_a_sum_after_the_discount_is_taken() {
    let file = |header: &str, last: &str| {
        format!("Дата;Клиент;{header}\n05.01.2026;А;100;10,50;89,50\n06.01.2026;Б;50;;50\n07.01.2026;А;20;5;{last}\n")
    };
    for header in ["Стоимость;Скидка;Оплачено", "Subtotal;Discount;Net Total", "Сумма;Скидка, руб.;К оплате"]
    {
        assert_eq!(read_whole(&file(header, "15")).report.total.to_string(), "154.5000", "{header}");
    }
    // What was paid so far is no price.
    assert_eq!(read_whole(&file("Стоимость;Скидка;Оплачено", "0")).report.total.to_string(), "170.0000");
}

/// What is left may have been rounded, the sum in full stands beside the one in thousands, the converted beside what it was
/// converted from.
#[test]
fn of_two_columns_of_one_sum() {
    for (header, first, second, total) in [
        ("Total;Discount;Net Total", "100,99;10,10;91", "50;0;50", "141.0000"),
        // Far from what is left.
        ("Total;Discount;Net Total", "100;10;80", "50;0;50", "150.0000"),
        ("Сумма, тыс. руб.;Сумма, руб.", "16,83;16826", "7,84;7838,60", "24664.6000"),
        ("Сумма, руб.;Сумма, тыс. руб.", "16826;16,83", "7838,60;7,84", "24664.6000"),
        ("Сумма, USD;Курс ЦБ;Сумма, RUB", "10;90,5;905", "20,10;91;1829,10", "2734.1000"),
        // The rate is that of something else.
        ("Сумма, USD;Курс ЦБ;Сумма, RUB", "10;90,5;905", "20;91;100", "30.0000"),
    ] {
        let text = format!("Дата;Клиент;{header}\n05.03.2024;А;{first}\n06.03.2024;Б;{second}\n");
        assert_eq!(read_whole(&text).report.total.to_string(), total, "{header}: {first}");
    }
}

#[test]
fn who_buys_is_no_person_who_speaks_for_it_and_no_answer() {
    for (header, first, second) in [
        ("Контактное лицо;Фирма", "Ким;Ромашка", "Ким;Вега"),
        ("Contact;Business Name", "Kim;Ромашка", "Kim;Вега"),
        ("Юридическое лицо;Покупатель", "нет;Ромашка", "да;Вега"),
    ] {
        let text = format!("Дата;{header};Сумма\n05.03.2024;{first};10\n06.03.2024;{second};20\n");
        let ingested = read_whole(&text);
        assert_eq!(sales(&ingested), ["Ромашка | 2024-03-05 | 10.0000", "Вега | 2024-03-06 | 20.0000"], "{header}");
    }
    let answers = "Дата;Юридическое лицо;Сумма\n05.03.2024;нет;10\n06.03.2024;да;20\n";
    assert!(read_all(answers.as_bytes(), &ReadOptions::default()).is_err());
}

/// Neither the sum before a discount nor the discount itself is what is left.
#[test]
fn discounts_do_not_lead_back_to_the_sum_before_them() {
    for (header, rows, total) in [
        ("Gross sales;Discounts;Net sales", "1000;-100;900|500;0;500", "1400.0000"),
        ("Сумма без скидки;Скидка;Сумма", "1000;-100;900|500;0;500", "1400.0000"),
        ("Total;Discounted total;Discount", "1000;900;100|500;500;0", "1400.0000"),
    ] {
        let rows: Vec<&str> = rows.split('|').collect();
        let text = format!("Date;Customer;{header}\n2024-03-05;A;{}\n2024-03-06;B;{}\n", rows[0], rows[1]);
        assert_eq!(read_whole(&text).report.total.to_string(), total, "{header}");
    }
}

#[test]
fn columns_that_only_sound_like_parts_of_a_sum() {
    for (header, first, second, total) in [
        // Marks of yes and no beside the price that is the sum.
        ("Цена;Нал;Безнал", "1500;1;0", "600;0;1", "2100.0000"),
        ("Цена;Карта;Наличные", "1500;220011;1500", "600;220012;600", "2100.0000"),
        ("Предоплата;Доплата;Цена", "50%;50%;1500", "50%;50%;600", "2100.0000"),
    ] {
        let text = format!("Дата;Клиент;{header}\n05.03.2024;А;{first}\n06.03.2024;Б;{second}\n");
        assert_eq!(read_whole(&text).report.total.to_string(), total, "{header}");
    }
    for header in ["Наличные;Карта", "Нал;Безнал;Карта"] {
        let text = format!("Дата;Клиент;{header}\n05.03.2024;А;500;1001;1001\n06.03.2024;Б;700;1002;1002\n");
        assert!(read_all(text.as_bytes(), &ReadOptions::default()).is_err(), "{header}");
    }
}
