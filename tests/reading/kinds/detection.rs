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
