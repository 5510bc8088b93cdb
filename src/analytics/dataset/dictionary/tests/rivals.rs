//! Which of two columns is taken, in whichever order they stand.

use super::*;
use crate::analytics::dataset::dictionary::most_like_money;

/// Checks that of two columns of `kind`, beside a client, a day and a sum where those are not asked for, the first stands for
/// `field`.
fn wins(field: Field, kind: ColumnKind, rivals: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for &(better, other) in rivals {
        for pair in [[better, other], [other, better]] {
            let mut columns: Vec<_> = pair.iter().map(|header| column(header, kind)).collect();
            let others = [
                (Field::Client, "Клиент", ColumnKind::Text),
                (Field::Date, "Дата продажи", ColumnKind::Date),
                (Field::Amount, "Выручка", ColumnKind::Number),
            ];
            let beside = others.into_iter().filter(|(beside, ..)| *beside != field);
            columns.extend(beside.map(|(_, header, kind)| column(header, kind)));
            let found = propose(&columns).column(field).map(|place| columns[place].header);
            if found != Some(better) {
                wrong.push(format!("{pair:?}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn column(header: &str, kind: ColumnKind) -> ColumnEvidence<'_> {
    ColumnEvidence { header, kind, distinct_share: 0.7, filled_share: 1.0, is_yes_or_no: false }
}

#[test]
fn sums_of_money() {
    wins(
        Field::Amount,
        ColumnKind::Number,
        &[
            // What is counted or weighed is no money.
            ("Выручка", "Всего, кг"),
            ("Продажи, руб.", "Продажи, шт"),
            ("Оборот, руб", "Оборот, шт"),
            ("Стоимость, руб", "Итого, шт"),
            ("Сумма покупки", "Итого баллов"),
            ("Total Billed", "Total Hours"),
            // All that was paid.
            ("Итого со скидкой", "Итого"),
            ("Сумма с учётом скидки", "Сумма"),
            ("Стоимость со скидкой", "Стоимость"),
            ("К оплате со скидкой", "Стоимость"),
            ("Amount after discount", "Amount"),
            ("Amount incl. tax", "Amount"),
            ("Total with discount", "Total"),
            // Money for something else.
            ("Сумма покупки", "Стоимость привлечения"),
            ("Сумма покупки", "Сумма кэшбэка"),
            ("Сумма тура", "Сумма страховки"),
            ("Начислено", "Оплачено"),
            ("Отгружено, руб.", "Оплачено, руб."),
            ("Отгружено, руб.", "Отгружено, шт"),
            ("Всего с НДС", "Стоимость услуг с НДС"),
            ("Сумма", "Сумма по прайсу с НДС"),
            ("Сумма за литры", "Литры"),
            ("Стоимость часов", "Часы"),
            ("Выкуплено на сумму", "Заказано на сумму"),
            ("Чек, руб.", "Баллы"),
        ],
    );
}

#[test]
fn clients() {
    wins(
        Field::Client,
        ColumnKind::Text,
        &[
            ("ФИО", "Юридическое лицо"),
            ("Юридическое лицо", "Контактное лицо"),
            ("Клиент партнёра", "Партнёр"),
            ("Организация", "Контактное лицо"),
            ("Наименование организации", "Контактное лицо"),
            ("Название фирмы", "Контакт"),
            ("Organisation", "Contact Name"),
            ("Email", "Сегмент клиента"),
            ("Email", "Customer Level"),
            ("Арендатор", "Менеджер"),
            ("ФИО ученика", "Преподаватель"),
        ],
    );
}

#[test]
fn days() {
    wins(
        Field::Date,
        ColumnKind::Date,
        &[("Дата начала аренды", "Дата окончания аренды"), ("Отгрузка", "Оплата"), ("Start", "Paid")],
    );
}

/// How many orders a client had on a day is no number of one.
#[test]
fn counts_of_orders() {
    let cases = [("Orders", None), ("Заказов", None), ("Order", Some(0)), ("Заказ", Some(0)), ("orders_id", Some(0))];
    for (header, expected) in cases {
        assert_eq!(propose(&[column(header, ColumnKind::Number)]).column(Field::Order), expected, "{header}");
    }
}

/// A price for one is multiplied by the column of its unit, and by no other.
#[test]
fn prices_of_one() {
    let fields = |headers: &[&'static str]| {
        let columns: Vec<_> = headers.iter().map(|header| column(header, ColumnKind::Number)).collect();
        let mapping = propose(&columns);
        [Field::Quantity, Field::Price, Field::Amount].map(|field| mapping.column(field).map(|place| headers[place]))
    };
    for (quantity, price) in [
        ("Кол-во (шт)", "Стоимость за шт"),
        ("Вес, кг", "Цена за кг"),
        ("Объем, м3", "Цена за м3"),
        ("Часы", "Ставка, руб/час"),
        ("Часы", "Цена часа"),
        ("Ночей", "Цена за ночь"),
        ("К-во", "Цена"),
        ("Qty", "Rate"),
        ("Hours", "Hourly Rate"),
    ] {
        assert_eq!(fields(&[quantity, price]), [Some(quantity), Some(price), None], "{quantity} × {price}");
    }
    for (price, discount) in [("Цена до скидки", "Скидка за шт"), ("Прайс", "Комиссия за шт.")]
    {
        assert!(!fields(&["Кол-во", price, discount]).contains(&Some(discount)), "{discount}");
    }
    assert_eq!(
        fields(&["Qty", "Unit Price", "Final Price"])[1],
        Some("Unit Price"),
        "the other may be that of the row"
    );
    assert_eq!(fields(&["Кол-во", "Цена", "Отгружено"]), [Some("Кол-во"), Some("Цена"), None]);
    assert_eq!(fields(&["Цена часа", "Часы", "Стоимость часов"])[2], Some("Стоимость часов"));
    assert_eq!(fields(&["Вес, кг", "Цена"]), [None, None, Some("Цена")], "a parcel has a weight, too");
    assert_eq!(fields(&["Вес, кг", "Цена за кг", "Сумма"]), [None, Some("Цена за кг"), Some("Сумма")]);
}

/// A bare measure is no money, though it is the only number there is.
#[test]
fn measures_alone() {
    for header in ["Литры", "Часы", "Hours", "Пробег, км", "Оценка"] {
        assert_eq!(propose(&[column(header, ColumnKind::Number)]).column(Field::Amount), None, "{header}");
    }
    assert_eq!(propose(&[column("Деньги", ColumnKind::Number)]).column(Field::Amount), Some(0));
}

/// What stands beyond an empty column is of another table.
#[test]
fn tables_beyond_a_gap() {
    let kind = |letter| match letter {
        'd' => ColumnKind::Date,
        't' => ColumnKind::Text,
        'n' => ColumnKind::Number,
        _ => ColumnKind::Empty,
    };
    let fields = |columns: &[(&str, char)]| {
        let columns: Vec<_> = columns.iter().map(|(header, letter)| column(header, kind(*letter))).collect();
        let mapping = propose(&columns);
        [Field::Client, Field::Date, Field::Amount].map(|field| mapping.column(field))
    };
    let two = [("Дата", 'd'), ("Клиент", 't'), ("Сумма", 'n'), ("", ' '), ("Клиент", 't'), ("Итого", 'n')];
    assert_eq!(fields(&two), [Some(1), Some(0), Some(2)]);
    // One table with a spacer in it.
    let one = [("Организация", 't'), ("Дата", 'd'), ("", ' '), ("Контрагент", 't'), ("Сумма", 'n')];
    assert_eq!(fields(&one), [Some(3), Some(1), Some(4)]);
}

#[test]
fn measures_of_pivot_tables() {
    let chosen = |measures: &[&str]| {
        let measures: Vec<String> = measures.iter().map(|measure| (*measure).to_owned()).collect();
        most_like_money(&measures)
    };
    assert_eq!(chosen(&["шт", "руб"]), 1);
    assert_eq!(chosen(&["шт.", "руб.", "доля, %"]), 1);
    assert_eq!(chosen(&["Количество", "Сумма"]), 1);
    assert_eq!(chosen(&["План", "Факт"]), 1);
}
