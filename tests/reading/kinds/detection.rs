//! What a table is about, told by itself.

use clientfolio::analytics::dataset::{HEAD_BYTES, ReadOptions, TableKind, inspect};

use crate::support::{data, fixture};

fn kind_of(bytes: &[u8]) -> (TableKind, bool) {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let inspection = inspect(head, bytes.len() as u64, &ReadOptions::default()).expect("a table");
    (inspection.table, inspection.table_certain)
}

#[test]
fn fixtures() {
    let cases = [
        ("pivot_months.csv", TableKind::Pivot, true),
        ("pivot_two_rows.csv", TableKind::Pivot, true),
        ("pivot_groups.csv", TableKind::Pivot, true),
        ("pivot_quarters.csv", TableKind::Pivot, true),
        ("pivot_years.csv", TableKind::Pivot, true),
        ("daily.csv", TableKind::Daily, true),
        ("deals.csv", TableKind::Deals, true),
        ("events.csv", TableKind::Events, true),
        ("clients.csv", TableKind::Clients, false),
        ("sources.csv", TableKind::Sources, true),
        ("answers.csv", TableKind::Answers, true),
    ];
    for (name, kind, certain) in cases {
        assert_eq!(kind_of(&fixture(&format!("kinds/{name}"))), (kind, certain), "{name}");
    }
}

#[test]
fn files_of_the_wild() {
    let cases = [
        ("ru/AnnaK_Продажи.csv", TableKind::Sales),
        ("ru/derived/sales_cp1251_nbsp.csv", TableKind::Sales),
        ("ru/derived/sales_cp1251_preamble_totals.csv", TableKind::Sales),
        ("ru/derived/sales_cp866.csv", TableKind::Sales),
        ("ru/derived/sales_utf16le_tab.csv", TableKind::Sales),
        ("ru/derived/sales_utf8_bom_space.csv", TableKind::Sales),
        ("ru/northwind_ru/Заказы.csv", TableKind::Sales),
        ("ru/northwind_ru/Клиенты.csv", TableKind::Clients),
        ("cdnow/BTYD_cdnowElog.csv", TableKind::Sales),
        ("rfm_r/rfm_data_orders.csv", TableKind::Sales),
        ("crm_sales_opportunities/sales_pipeline.csv", TableKind::Deals),
        ("crm_sales_opportunities/accounts.csv", TableKind::Clients),
        ("olist/olist_closed_deals_dataset.csv", TableKind::Deals),
        ("olist/olist_marketing_qualified_leads_dataset.csv", TableKind::Deals),
    ];
    for (file, kind) in cases {
        let Some(bytes) = data(file) else { continue };
        assert_eq!(kind_of(&bytes).0, kind, "{file}");
    }
}

#[test]
fn headers_that_could_be_either() {
    let sales = [
        "Дата;Клиент;Сумма;Возврат\n01.02.2026;А;10;0\n02.02.2026;Б;20;5\n",
        "date,client,sales,cds\n2026-02-01,A,10,2\n2026-02-02,B,20,1\n",
        "Номер заказа;Статус;Дата создания;Клиент;Сумма заказа\n1;новый;01.02.2026;А;10\n2;новый;02.02.2026;Б;20\n",
        "Клиент;Месяц;План 2020;Факт 2020;Сумма\nА;01.02.2026;1;2;3\nБ;01.03.2026;1;2;3\n",
        "Дата;Клиент;Сумма;Источник;Расход\n01.02.2026;А;10;Сайт;1\n02.02.2026;Б;20;Сайт;2\n",
        // Two rows of one client and day are rows of sales.
        "client,date,sales,returns\nA,2026-02-01,10,0\nA,2026-02-01,5,0\n",
    ];
    for text in sales {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Sales, "{text}");
    }
    let deals = [
        "Дата;Клиент;Телефон;Сумма;Этап\n01.02.2026;А;1;10;новый\n02.02.2026;Б;2;20;отказ\n",
        "Клиент;Дата звонка;Дата встречи;Дата договора;Сумма\nА;10.01.2026;15.01.2026;25.01.2026;10\nБ;11.01.2026;;;20\n",
        // A sum only where something was sold.
        "Дата заявки;Имя;Статус;Сумма продажи\n01.02.2026;А;новая;\n02.02.2026;Б;продано;20\n03.02.2026;В;отказ;\n",
    ];
    for text in deals {
        assert_eq!(kind_of(text.as_bytes()), (TableKind::Deals, false), "{text}");
    }
    let moves = "lead_id,old_status,new_status,created_at\n1,,new,2026-02-01\n1,new,meeting,2026-02-03\n";
    let history = "Opportunity ID,From Stage,To Stage,Amount,Last Modified,Close Date\n\
        006A,,Prospecting,1000,1/5/2026,3/31/2026\n006A,Prospecting,Qualification,1000,1/15/2026,3/31/2026\n";
    for text in [moves, history] {
        assert_eq!(kind_of(text.as_bytes()), (TableKind::Events, true), "{text}");
    }
    for text in [
        // Stages of the work, paid requests, a journal kept in a form, invoices.
        "Дата;Контрагент;Сумма;Этап;Договор\n01.02.2026;А;10;Этап 1;Д-1\n02.02.2026;Б;20;Этап 2;Д-2\n",
        "Дата заявки;Клиент;Тип заявки;Статус;Сумма\n01.02.2026;А;монтаж;Выполнена;10\n02.02.2026;Б;ремонт;Оплачена;20\n",
        "Отметка времени;Клиент;Сумма;Оплачено?\n01.02.2026 10:00;А;10;да\n02.02.2026 10:00;Б;20;нет\n",
        "Дата создания;Клиент;Всего\n01.02.2026;А;10\n02.02.2026;Б;20\n03.02.2026;В;30\n",
        "Дата создания;Клиент;Телефон;Сумма покупки\n01.02.2026;А;1;10\n02.02.2026;Б;2;20\n03.02.2026;В;3;30\n",
    ] {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Sales, "{text}");
    }
    // A bare number is that of a contact as well as of an order, where nothing is sold.
    let contacts = "ID;Клиент;Телефон;Дата создания\n1;А;7;01.02.2026\n2;Б;8;02.02.2026\n3;В;9;03.02.2026\n";
    assert_eq!(kind_of(contacts.as_bytes()), (TableKind::Clients, false));
    // Days of an order's own way stand beside sales.
    let order = "Клиент;Дата заказа;Дата оплаты;Дата отгрузки;Сумма\nА;10.01.2026;15.01.2026;25.01.2026;10\nБ;11.01.2026;;;20\n";
    assert_eq!(kind_of(order.as_bytes()).0, TableKind::Sales);
}

/// Registers of clients have days and sums, too: when they came first and last, and what they brought in all.
#[test]
fn lists_of_clients_with_days_and_sums() {
    for text in [
        "ID;Название компании;Годовой оборот;Дата создания\n1;А;100;01.02.2026\n2;Б;200;02.02.2026\n3;В;300;03.02.2026\n",
        "Код;Наименование;Телефон;Продажи;Дата первой продажи;Количество продаж\n1;А;7;100;01.02.2026;1\n\
         2;Б;8;200;02.02.2026;2\n3;В;9;300;03.02.2026;3\n",
        "№ карты;ФИО;Дата выдачи;Сумма покупок\n1;А;01.02.2026;100\n2;Б;02.02.2026;200\n3;В;03.02.2026;300\n",
        "ФИО;Телефон;Дата вступления;Уровень\nА;7;01.02.2026;золото\nБ;8;02.02.2026;золото\nВ;9;03.02.2026;золото\n",
        "Name,Email,Joined,Orders,Lifetime Value\nA,a@x.y,2026-02-01,2,100\nB,b@x.y,2026-02-02,3,200\n",
        "Имя;Телефон;Оплачено всего;Последний визит;Количество посещений\nА;7;100;01.02.2026;7\nБ;8;200;02.02.2026;6\n",
    ] {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Clients, "{text}");
    }
    // One row a client, and still sales.
    for text in [
        "Дата;Клиент;Сумма\n01.02.2026;А;100\n02.02.2026;Б;200\n03.02.2026;В;300\n",
        "Дата выдачи;Клиент;Заказ;Сумма\n01.02.2026;А;1;100\n02.02.2026;Б;2;200\n03.02.2026;В;3;300\n",
        "Дата создания;Клиент;Номер заказа;Сумма\n01.02.2026;А;1;100\n02.02.2026;Б;2;200\n",
    ] {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Sales, "{text}");
    }
}

/// What is hoped for is not sold while some of it is on its way, or lost.
#[test]
fn deals_whose_sums_are_hoped_for() {
    for text in [
        "Номер;Дата;Партнер;Потенциальная сумма продажи;Состояние;Этап\n1;01.02.2026;А;10;Выиграна;КП\n\
         2;02.02.2026;Б;20;Проиграна;Оплата\n",
        "Сделка;Клиент;Дата начала;Сумма сделки;Состояние\n1;А;01.02.2026;10;Выиграна\n2;Б;02.02.2026;20;Проиграна\n",
        "Дата;ФИО;Телефон;Статус;Бюджет\n01.02.2026;А;7;КП;10\n02.02.2026;Б;8;отказ;20\n",
        "Lead Name,Company,Status,Created,Estimated Value\nL1,A,Contacted,2026-02-01,10\nL2,B,Won,2026-02-02,20\n",
        "№ КП;Дата КП;Клиент;Сумма КП;Статус КП;Причина отказа\n1;01.02.2026;А;10;Принято;\n2;02.02.2026;Б;20;Отклонено;цена\n",
    ] {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Deals, "{text}");
    }
    let budgets = "Дата;Клиент;Статус;Бюджет\n01.02.2026;А;оплачен;10\n02.02.2026;Б;оплачен;20\n";
    assert_eq!(kind_of(budgets.as_bytes()).0, TableKind::Sales, "all of it is paid");
}

#[test]
fn moves_by_a_status() {
    for text in [
        "Лид;Статус;Дата смены статуса\n1;новый;01.02.2026\n1;встреча;02.02.2026\n2;новый;02.02.2026\n",
        "lead_id,status,timestamp\n1,new,2026-02-01\n1,meeting,2026-02-03\n2,new,2026-02-03\n",
        "Клиент;Статус;Дата статуса\nА;новый;01.02.2026\nА;встреча;02.02.2026\nБ;новый;02.02.2026\n",
        "№ заявки;Статус;Дата изменения статуса\n1;новый;01.02.2026\n1;встреча;02.02.2026\n2;новый;02.02.2026\n",
    ] {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Events, "{text}");
    }
}

/// A log says what happened to whom and when, several times of one, and has no money.
#[test]
fn logs_of_what_happened() {
    for text in [
        "user_id,event,timestamp\nu1,visit,1706781600\nu2,visit,1706868000\nu2,signup,1707127200\n",
        "visitor_id,step,time\nu1,New,2024-02-01T10:00:00\nu1,Meeting,2024-02-04T10:00:00\nu2,New,2024-02-02T10:00:00\n",
        "Заказ;Статус;Дата и время\nЗ-1;Новый;01.02.2024 10:00\nЗ-1;Встреча;04.02.2024 10:00\nЗ-2;Новый;02.02.2024 9:00\n",
        "Дата и время;Сделка;Было;Стало\n01.02.2024;1;;Новый\n02.02.2024;2;;Новый\n05.02.2024;2;Новый;Встреча\n",
    ] {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Events, "{text}");
    }
    for text in [
        // Each order once: how it stands now.
        "Заказ;Статус;Дата и время\nЗ-1;Новый;01.02.2024\nЗ-2;Встреча;04.02.2024\nЗ-3;Новый;02.02.2024\n",
        // Money makes them sales.
        "Заказ;Клиент;Статус;Дата;Сумма\nЗ-1;А;оплачен;01.02.2024;10\nЗ-1;А;оплачен;04.02.2024;20\nЗ-2;Б;оплачен;02.02.2024;5\n",
        "Клиент;Товар;Дата\nА;Чай;01.02.2024\nА;Кофе;04.02.2024\nБ;Чай;02.02.2024\n",
    ] {
        assert_ne!(kind_of(text.as_bytes()).0, TableKind::Events, "{text}");
    }
}

#[test]
fn costs_and_answers_by_one_word() {
    let costs = "Дата;Рекламная площадка;Сумма\n01.02.2026;Авито;100\n02.02.2026;Яндекс;200\n";
    assert_eq!(kind_of(costs.as_bytes()).0, TableKind::Sources);
    let answers = "Респондент;В1;В2;В3\nА;1;да;нет\nБ;2;нет;да\n";
    assert_eq!(kind_of(answers.as_bytes()).0, TableKind::Answers);
}

/// What reads as one kind by a word of its headers and is another by the rest.
#[test]
fn tables_that_look_like_others() {
    let deals = "Record ID;Deal Name;Deal Stage;Amount;Close Date;Create Date;Last Modified Date\n\
        1;A;Qualified;100;2026-03-01;2026-01-01;2026-05-01\n2;B;Won;200;2026-03-02;2026-01-02;2026-05-02\n";
    assert_eq!(kind_of(deals.as_bytes()).0, TableKind::Deals);
    let contacts = "ID;Name;Email;Status;Last Modified\n1;A;a@x.y;active;2026-02-01\n2;B;b@x.y;active;2026-02-02\n";
    assert_eq!(kind_of(contacts.as_bytes()).0, TableKind::Clients);
    let daily = "Клиент;Дата;Продажи;Возвраты;Скидки;Заказов\nА;05.01.2026;1000;200;50;2\nБ;05.01.2026;500;0;0;1\n";
    assert_eq!(kind_of(daily.as_bytes()).0, TableKind::Daily);
    for text in [
        "Order ID;Customer;Total Amount;Status;Status Reason;Created On\nO1;A;100;Active;New;2026-01-01\n\
         O2;B;200;Active;New;2026-01-02\n",
        "Номер заказа;Дата;Клиент;Товар;Количество;Сумма;Статус;Причина отказа\n1;05.01.2026;А;Ч;1;100;Доставлен;\n\
         2;06.01.2026;Б;К;1;200;Отменен;дорого\n",
        "ID;Created;Customer;Paid\n101;2026-01-05;A;100\n102;2026-01-09;B;200\n103;2026-02-05;C;300\n",
        "Customer;Last Updated;Amount;Status\nA;2026-01-05;100;paid\nB;2026-01-06;200;paid\nC;2026-01-07;300;paid\n",
        "Номер заявки;Дата заявки;Клиент;Услуга;Сумма;Статус\n1;05.01.2026;А;Ремонт;100;Выполнена\n\
         2;06.01.2026;Б;Ремонт;200;Отменена\n",
    ] {
        assert_eq!(kind_of(text.as_bytes()).0, TableKind::Sales, "{text}");
    }
}
