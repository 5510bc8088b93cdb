//! Header sets as firms' systems write them, and the fields that a person would give their columns.
//!
//! A column is written `header ~ kind > field`: kinds are t(ext), n(umber), d(ate), i(dentifier), e(mpty), and a
//! column without `> field` stands for nothing.

mod kinds;
mod rivals;

use super::{ColumnEvidence, propose};
use crate::analytics::dataset::field::{Field, FieldMapping};
use crate::analytics::dataset::plan::ColumnKind;

/// Systems and their columns.
const SYSTEMS: &[(&str, &str)] = &[
    // Orders in files kept by hand.
    (
        "hand, orders",
        "Дата ~ d > date | Контрагент ~ t > client | Город ~ t | Номер заказа ~ n > order | Количество ~ n > quantity | Сумма, руб. ~ n > amount",
    ),
    (
        "hand, networks",
        "Дата ~ d > date | Заказчик ~ t > client | Город ~ t | Категория товара ~ t > group | Товар ~ t > product | Цена за упаковку ~ n > price | Количество ~ n > quantity | Итого ~ n > amount",
    ),
    ("hand, calls", "Дата ~ d > date | Клиент ~ t > client | Телефон ~ t | Сумма ~ n > amount | Этап ~ t"),
    (
        "hand, till",
        "Чек ~ n > order | Дата ~ d > date | Клиент ~ t > client | Сотрудник ~ t > manager | Склад ~ t | Сумма ~ n > amount | Скидка ~ n | Оплата ~ t",
    ),
    (
        "hand, till, paid in numbers",
        "Чек ~ n > order | Дата ~ d > date | Клиент ~ t > client | Сотрудник ~ t > manager | Склад ~ t | Сумма ~ n > amount | Скидка ~ n | Оплата ~ n",
    ),
    (
        "hand, numbered rows",
        "№ п/п ~ n | Дата ~ d > date | Покупатель ~ t > client | Сумма ~ n > amount | Примечание ~ t",
    ),
    ("hand, bare number", "№ ~ n | Дата ~ d > date | ФИО ~ t > client | Телефон ~ i | Сумма ~ n > amount"),
    (
        "hand, two sums",
        "Клиент ~ t > client | Месяц ~ d > date | План продаж ~ n | Факт продаж, руб. ~ n | Сумма ~ n > amount",
    ),
    ("hand, capitals and quotes", "\"ДАТА ОТГРУЗКИ\" ~ d > date | «КЛИЕНТ» ~ t > client | СУММА_РУБ ~ n > amount"),
    // 1C.
    (
        "1C, sales register",
        "Период ~ d > date | Регистратор ~ t > order | Контрагент ~ t > client | Номенклатура ~ t > product | Количество ~ n > quantity | Выручка ~ n > amount | Себестоимость ~ n > cost | Валовая прибыль ~ n > margin | Рентабельность, % ~ n",
    ),
    (
        "1C, journal of sales",
        "Дата ~ d > date | Номер ~ i > order | Контрагент ~ t > client | Сумма ~ n > amount | Валюта ~ t > currency | Ответственный ~ t > manager | Комментарий ~ t",
    ),
    (
        "1C, lines of documents",
        "Документ ~ t > order | Дата документа ~ d > date | Покупатель ~ t > client | Товар ~ t > product | Кол-во ~ n > quantity | Ед.изм. ~ t | Цена ~ n > price | Сумма ~ n | % НДС ~ n | Сумма НДС ~ n | Всего с НДС ~ n > amount",
    ),
    (
        "1C, cost with and without tax",
        "Контрагент ~ t > client | Документ реализации ~ t > order | Дата ~ d > date | Количество товара ~ n > quantity | Стоимость без НДС ~ n | НДС ~ n | Стоимость с НДС ~ n > amount",
    ),
    (
        "1C, trade management",
        "Партнер ~ t > client | Заказ клиента ~ t > order | Дата ~ d > date | Менеджер ~ t > manager | Номенклатурная группа ~ t > group | Номенклатура ~ t > product | Количество, шт ~ n > quantity | Сумма продажи ~ n > amount",
    ),
    (
        "1C, codes and names",
        "КодКлиента ~ i | Клиент ~ t > client | КодТовара ~ i | Товар ~ t > product | ДатаПродажи ~ d > date | Стоимость ~ n > amount",
    ),
    (
        "1C, names in two words",
        "Наименование контрагента ~ t > client | ИНН ~ i | КПП ~ i | Наименование товара ~ t > product | Дата реализации ~ d > date | Сумма с НДС ~ n > amount | Сумма НДС ~ n",
    ),
    (
        "1C:Rarus CRM",
        "Дата ~ d > date | Событие ~ t | Клиент ~ t > client | Контактное лицо ~ t | Ответственный ~ t > manager | Канал первичного интереса ~ t > source | Документ продажи ~ t > order | Сумма документа ~ n > amount",
    ),
    (
        "1C:Rarus CRM, region",
        "Клиент.Наименование ~ t > client | Клиент.ИНН ~ i | Бизнес-регион ~ t | Заказ клиента ~ t > order | Дата заказа ~ d > date | Источник информации ~ t > source | Сумма, руб ~ n > amount",
    ),
    // Tills of restaurants and salons, payment by card.
    (
        "restaurant, dishes",
        "Дата ~ d > date | Чек ~ n > order | Стол ~ n | Официант ~ t > manager | Гость ~ t > client | Блюдо ~ t | Кол-во ~ n > quantity | Сумма без скидок ~ n | Сумма со скидками ~ n > amount",
    ),
    (
        "restaurant, deliveries",
        "Номер доставки ~ n | Дата и время доставки ~ d > date | Клиент ~ t > client | Телефон ~ i | Сумма заказа ~ n | Скидка ~ n | Сумма к оплате ~ n > amount",
    ),
    (
        "salon",
        "Дата записи ~ d > date | Клиент ~ t > client | Мастер ~ t > manager | Услуга ~ t > product | Скидка, руб ~ n | Итого, руб ~ n > amount",
    ),
    (
        "till, receipts",
        "Дата ~ d > date | Номер чека ~ n > order | Тип ~ t | Товар ~ t > product | Количество ~ n > quantity | Цена ~ n > price | Сумма ~ n | Скидка ~ n | Итог ~ n > amount | Покупатель ~ t > client",
    ),
    (
        "till, cards",
        "Дата ~ d > date | Номер ~ t > order | Дисконтная карта ~ n > client | Вид операции ~ t | Сумма документа ~ n > amount | Продавец ~ t > manager",
    ),
    (
        "marketplace of clothes",
        "Order number ~ t > order | Order date ~ d > date | Customer name ~ t > client | SKU ~ t | Item name ~ t > product | Paid price ~ n > amount | Item price ~ n > price",
    ),
    // Other languages.
    (
        "German, invoices",
        "Rechnungsnummer ~ n > order | Rechnungsdatum ~ d > date | Kundennummer ~ n | Kundenname ~ t > client | Artikel ~ t > product | Menge ~ n > quantity | Einzelpreis ~ n > price | MwSt ~ n | Betrag ~ n > amount",
    ),
    (
        "German, orders",
        "Bestell-Nr. ~ n > order | Bestelldatum ~ d > date | Lieferdatum ~ d | Kunde ~ t > client | Ort ~ t | Warengruppe ~ t > group | Umsatz (EUR) ~ n > amount | Vertreter ~ t > manager",
    ),
    (
        "German, receipts",
        "Beleg-Nr ~ n > order | Datum ~ d > date | Kunden-Nr. ~ n > client | Bezeichnung ~ t > product | Anzahl ~ n > quantity | Gesamtpreis ~ n > amount | Wareneinsatz ~ n > cost | Deckungsbeitrag ~ n > margin",
    ),
    (
        "Ukrainian, orders",
        "Дата замовлення ~ d > date | № замовлення ~ n > order | Клієнт ~ t > client | Номенклатура ~ t > product | Кількість ~ n > quantity | Ціна ~ n > price | Сума ~ n > amount | Менеджер ~ t > manager | Місто ~ t",
    ),
    (
        "Ukrainian, waybills",
        "Видаткова накладна ~ t > order | Дата ~ d > date | Контрагент ~ t > client | Товар ~ t > product | К-сть ~ n > quantity | Сума з ПДВ ~ n > amount | ПДВ ~ n",
    ),
    (
        "Belarusian",
        "Дата ~ d > date | Кантрагент ~ t > client | Тавар ~ t > product | Колькасць ~ n > quantity | Кошт ~ n > amount",
    ),
    (
        "Kazakh",
        "Күні ~ d > date | Сатып алушы ~ t > client | Тауар ~ t > product | Саны ~ n > quantity | Бағасы ~ n > price | Сомасы ~ n > amount",
    ),
    (
        "MoySklad, documents called by their numbers",
        "Название ~ i > order | Контрагент ~ t > client | Дата ~ d > date | Сумма ~ n > amount",
    ),
    (
        "MoySklad, goods by name",
        "Название ~ t > product | Номер ~ i > order | Контрагент ~ t > client | Дата ~ d > date | Сумма ~ n > amount",
    ),
    (
        "GetCourse, orders",
        "Номер ~ n > order | Пользователь ~ t > client | Email ~ t | Телефон ~ t | Дата создания ~ d > date | Стоимость ~ n > amount",
    ),
    (
        "1C, whoever made the document",
        "Дата ~ d > date | Номер ~ i > order | Контрагент ~ t > client | Сумма ~ n > amount | Пользователь ~ t",
    ),
    (
        "Magento, orders",
        "increment_id ~ i > order | entity_id ~ n | created_at ~ d > date | customer_email ~ t > client | grand_total ~ n > amount | status ~ t",
    ),
    // Microsoft Dynamics.
    (
        "Dynamics, opportunities",
        "(Do Not Modify) Opportunity ~ t | (Do Not Modify) Row Checksum ~ t | (Do Not Modify) Modified On ~ d | Topic ~ t | Potential Customer ~ t > client | Est. Close Date ~ d | Est. Revenue ~ n | Actual Close Date ~ d > date | Actual Revenue ~ n > amount | Probability ~ n | Owner ~ t > manager | Created On ~ d",
    ),
    (
        "Dynamics, account",
        "Account ~ t > client | Contact ~ t | Created On ~ d > date | Actual Revenue ~ n > amount | Owner ~ t > manager | Status ~ t | Lead Source ~ t > source",
    ),
    (
        "Dynamics, orders",
        "Order ID ~ i > order | Customer ~ t > client | Status Reason ~ t | Total Amount ~ n > amount | Created On ~ d > date | Total Tax ~ n | Freight Amount ~ n | Discount Amount ~ n",
    ),
    (
        "Dynamics, Russian",
        "Потенциальный клиент ~ t > client | Фактический доход ~ n > amount | Предполагаемый доход ~ n | Дата создания ~ d > date | Предполагаемая дата закрытия ~ d | Ответственный ~ t > manager",
    ),
    // Creatio, Terrasoft.
    (
        "Creatio, orders",
        "Номер ~ t > order | Контрагент ~ t > client | Контакт ~ t | Дата ~ d > date | Состояние ~ t | Состояние оплаты ~ t | Итого ~ n > amount | Ответственный ~ t > manager",
    ),
    (
        "Creatio, sales",
        "Название ~ t > product | Клиент ~ t > client | Стадия ~ t | Бюджет ~ n | Сумма продажи ~ n > amount | Источник ~ t > source | Дата создания ~ d > date | Дата закрытия ~ d | Ответственный ~ t > manager",
    ),
    (
        "Creatio, English",
        "Number ~ t > order | Account ~ t > client | Date ~ d > date | Total ~ n > amount | Owner ~ t > manager | Delivery status ~ t | Payment amount ~ n",
    ),
    // Bitrix24.
    (
        "Bitrix24, deals",
        "ID ~ n > order | Воронка ~ t | Стадия сделки ~ t | Название сделки ~ t | Сумма ~ n > amount | Валюта ~ t > currency | Компания ~ t > client | Контакт ~ t | Контакт: Телефон ~ t | Дата создания ~ d > date | Дата изменения ~ d | Предполагаемая дата закрытия ~ d | Источник ~ t > source | Ответственный ~ t > manager | Комментарий ~ t",
    ),
    (
        "Bitrix24, English",
        "ID ~ n > order | Deal name ~ t | Stage ~ t | Company ~ t > client | Contact ~ t | Amount ~ n > amount | Currency ~ t > currency | Created on ~ d > date | Modified on ~ d | Source ~ t > source | Responsible person ~ t",
    ),
    // amoCRM.
    (
        "amoCRM",
        "ID ~ n > order | Название сделки ~ t | Компания ~ t > client | Основной контакт ~ t | Компания контакта ~ t | Ответственный ~ t > manager | Этап сделки ~ t | Воронка ~ t | Бюджет ~ n > amount | Дата создания ~ d > date | Кем создана ~ t | Дата редактирования ~ d | Дата закрытия ~ d | Теги сделки ~ t | Рабочий телефон ~ t | Рабочий email ~ t | Город ~ t | Источник сделки ~ t > source",
    ),
    (
        "amoCRM, persons only",
        "ID ~ n > order | Название сделки ~ t | Компания ~ e | Основной контакт ~ t > client | Бюджет сделки ~ n > amount | Создано ~ d > date | Ответственный за сделку ~ t > manager",
    ),
    // MoySklad.
    (
        "MoySklad, orders",
        "№ ~ i > order | Время ~ d > date | Организация ~ t | Контрагент ~ t > client | Сумма ~ n > amount | Валюта ~ t > currency | Оплачено ~ n | Отгружено ~ n | Статус ~ t | Канал продаж ~ t > source | Владелец-сотрудник ~ t > manager",
    ),
    (
        "MoySklad, shipments",
        "Номер ~ i > order | Дата ~ d > date | Контрагент ~ t > client | Наименование ~ t > product | Артикул ~ t | Кол-во ~ n > quantity | Цена ~ n > price | Сумма ~ n > amount | Себестоимость ~ n > cost | Прибыль ~ n > margin | Маржа, % ~ n",
    ),
    // 1C with names of its own: the organization is the seller.
    (
        "1C, a part of the counterparty",
        "Дата ~ d > date | Номер ~ i > order | Организация ~ t | Контрагент.Наименование ~ t > client | Сумма документа ~ n > amount",
    ),
    (
        "1C, the name of the buyer",
        "Дата ~ d > date | Организация ~ t | Покупатель (наименование) ~ t > client | Сумма ~ n > amount",
    ),
    ("1C, the receiver", "Дата ~ d > date | Организация ~ t | Получатель ~ t > client | Сумма ~ n > amount"),
    ("Nobody else", "Дата ~ d > date | Организация ~ t > client | Сумма ~ n > amount"),
    (
        "SAP Business One",
        "DocDate ~ d > date | CardCode ~ i | CardName ~ t > client | DocNum ~ i > order | DocTotal ~ n > amount | VatSum ~ n",
    ),
    ("Bill to", "Date ~ d > date | Bill To ~ t > client | Ship To ~ t | Amount ~ n > amount"),
    // RetailCRM.
    (
        "RetailCRM",
        "Номер заказа ~ t > order | Дата создания ~ d > date | Статус ~ t | ФИО ~ t | Клиент ~ t > client | Телефон ~ i | E-mail ~ t | Сумма заказа ~ n > amount | Стоимость доставки ~ n | Менеджер ~ t > manager | Способ оформления ~ t | Источник ~ t > source | Магазин ~ t",
    ),
    // Marketplaces.
    (
        "Ozon, consignments",
        "Номер заказа ~ t > order | Номер отправления ~ t | Принят в обработку ~ d > date | Дата отгрузки ~ d | Статус ~ t | Дата доставки ~ d | Сумма отправления ~ n | Код валюты отправления ~ t | Название товара ~ t > product | OZON id ~ n | Артикул ~ t | Ваша стоимость товара ~ n > amount | Количество ~ n > quantity | Стоимость доставки ~ n | Скидка % ~ n | Город доставки ~ t | Юридическое лицо ~ t > client",
    ),
    (
        "Wildberries, sales",
        "№ ~ n | Номер поставки ~ n | Предмет ~ t > group | Бренд ~ t | Артикул поставщика ~ t | Название ~ t > product | Размер ~ t | Баркод ~ i | Тип документа ~ t | Дата заказа покупателем ~ d | Дата продажи ~ d > date | Кол-во ~ n > quantity | Цена розничная ~ n > price | Вайлдберриз реализовал Товар (Пр) ~ n > amount | Страна ~ t | Склад ~ t | Srid ~ t > order",
    ),
    // Web shops.
    (
        "Shopify",
        "Name ~ t | Email ~ t | Financial Status ~ t | Paid at ~ d | Fulfilled at ~ d | Currency ~ t > currency | Subtotal ~ n | Shipping ~ n | Taxes ~ n | Total ~ n > amount | Discount Code ~ t | Discount Amount ~ n | Created at ~ d > date | Lineitem quantity ~ n > quantity | Lineitem name ~ t > product | Lineitem price ~ n > price | Billing Name ~ t > client | Billing City ~ t | Shipping Name ~ t | Payment Method ~ t | Id ~ i > order | Vendor ~ t",
    ),
    (
        "WooCommerce",
        "Order Number ~ n > order | Order Date ~ d > date | Order Status ~ t | Customer Name ~ t > client | Customer Email ~ t | Order Total ~ n > amount | Order Shipping ~ n | Item Name ~ t > product | Quantity ~ n > quantity | Item Price ~ n > price | Billing Phone ~ i",
    ),
    (
        "InSales",
        "Номер ~ n > order | Дата создания ~ d > date | Имя клиента ~ t > client | Телефон ~ i | Email ~ t | Адрес доставки ~ t | Товар ~ t > product | Количество ~ n > quantity | Цена ~ n > price | Итого ~ n > amount | Стоимость доставки ~ n | Источник заказа ~ t > source",
    ),
    (
        "Etsy",
        "Order ID ~ n > order | Order Date ~ d > date | Buyer User ID ~ t | Full Name ~ t > client | Number of Items ~ n > quantity | Date Shipped ~ d | Ship City ~ t | Currency ~ t > currency | Order Value ~ n | Discount Amount ~ n | Shipping ~ n | Sales Tax ~ n | Order Total ~ n > amount | Status ~ t",
    ),
    // Payments.
    (
        "PayPal",
        "Date ~ d > date | Time ~ t | TimeZone ~ t | Name ~ t > client | Type ~ t | Status ~ t | Currency ~ t > currency | Gross ~ n > amount | Fee ~ n | Net ~ n | From Email Address ~ t | Transaction ID ~ t > order",
    ),
    (
        "Stripe",
        "id ~ t > order | Description ~ t > product | Seller Message ~ t | Created date (UTC) ~ d > date | Amount ~ n > amount | Amount Refunded ~ n | Currency ~ t > currency | Converted Amount ~ n | Fee ~ n | Status ~ t | Customer ID ~ t > client | Customer Email ~ t",
    ),
    // Known data sets.
    (
        "UCI Online Retail",
        "InvoiceNo ~ i > order | StockCode ~ t | Description ~ t > product | Quantity ~ n > quantity | InvoiceDate ~ d > date | UnitPrice ~ n > price | CustomerID ~ n > client | Country ~ t",
    ),
    (
        "UCI Online Retail II",
        "Invoice ~ i > order | StockCode ~ t | Description ~ t > product | Quantity ~ n > quantity | InvoiceDate ~ d > date | Price ~ n > price | Customer ID ~ n > client | Country ~ t",
    ),
    (
        "rfm",
        "customer_id ~ t > client | order_date ~ d > date | revenue ~ n > amount | first_name ~ t | last_name ~ t | email ~ t",
    ),
    ("CDNOW", "masterid ~ n > client | sampleid ~ n | date ~ d > date | cds ~ n | sales ~ n > amount"),
    (
        "generated",
        "order_id ~ n > order | client ~ t > client | date ~ d > date | amount ~ n > amount | product ~ t > product | channel ~ t > source",
    ),
    (
        "Northwind, orders",
        "КодЗаказа ~ n > order | КодКлиента ~ t > client | КодСотрудника ~ n > manager | ДатаРазмещения ~ d > date | ДатаНазначения ~ d | ДатаИсполнения ~ d | Доставка ~ n | СтоимостьДоставки ~ n | НазваниеПолучателя ~ t | АдресПолучателя ~ t | ГородПолучателя ~ t | ОбластьПолучателя ~ t | ИндексПолучателя ~ t | СтранаПолучателя ~ t",
    ),
    (
        "Northwind, lines",
        "OrderID ~ n > order | CustomerID ~ t > client | EmployeeID ~ n > manager | OrderDate ~ d > date | RequiredDate ~ d | ShippedDate ~ d | ProductID ~ n > product | UnitPrice ~ n > price | Quantity ~ n > quantity | Discount ~ n",
    ),
    (
        "Superstore",
        "Row ID ~ n | Order ID ~ t > order | Order Date ~ d > date | Ship Date ~ d | Ship Mode ~ t | Customer ID ~ t | Customer Name ~ t > client | Segment ~ t | Country ~ t | City ~ t | State ~ t | Postal Code ~ i | Region ~ t | Product ID ~ t | Category ~ t > group | Sub-Category ~ t | Product Name ~ t > product | Sales ~ n > amount | Quantity ~ n > quantity | Discount ~ n | Profit ~ n > margin",
    ),
    (
        "classic models",
        "ORDERNUMBER ~ n > order | QUANTITYORDERED ~ n > quantity | PRICEEACH ~ n > price | SALES ~ n > amount | ORDERDATE ~ d > date | STATUS ~ t | CUSTOMERNAME ~ t > client | CITY ~ t",
    ),
    (
        "pipeline",
        "opportunity_id ~ t > order | sales_agent ~ t > manager | product ~ t > product | account ~ t > client | deal_stage ~ t | engage_date ~ d | close_date ~ d > date | close_value ~ n > amount",
    ),
    (
        "olist",
        "order_id ~ t > order | customer_id ~ t > client | order_status ~ t | order_purchase_timestamp ~ d > date | order_delivered_customer_date ~ d | price ~ n > amount | freight_value ~ n",
    ),
    (
        "till in English",
        "Receipt ~ n > order | Date ~ d > date | Guest name ~ t > client | Cashier ~ t > manager | Subtotal ~ n | Tax ~ n | Total ~ n > amount",
    ),
    (
        "QuickBooks",
        "Date ~ d > date | Transaction Type ~ t | Num ~ n > order | Customer ~ t > client | Memo/Description ~ t | Qty ~ n > quantity | Sales Price ~ n > price | Amount ~ n > amount | Balance ~ n",
    ),
    (
        "SQL",
        "orders.customer_id ~ n > client | orders.created_at ~ d > date | order_items.sku ~ t > product | order_items.qty ~ n > quantity | order_items.total ~ n > amount",
    ),
];

/// Rules where columns compete or fall back.
const RULES: &[(&str, &str)] = &[
    ("total over price", "Клиент ~ t > client | Дата ~ d > date | Цена ~ n > price | Сумма ~ n > amount"),
    ("a price alone is what was paid", "Клиент ~ t > client | Дата ~ d > date | Цена ~ n > amount"),
    (
        "a price stays a price beside a quantity",
        "Клиент ~ t > client | Дата ~ d > date | Цена ~ n > price | Количество ~ n > quantity | x ~ n",
    ),
    ("name over code", "КодКлиента ~ n | Название клиента ~ t > client | Дата ~ d > date | Сумма ~ n > amount"),
    ("code where it is alone", "КодКлиента ~ n > client | Дата ~ d > date | Сумма ~ n > amount"),
    (
        "day of the order over others",
        "Клиент ~ t > client | ДатаИсполнения ~ d | ДатаРазмещения ~ d > date | Сумма ~ n > amount",
    ),
    ("plain day over that of payment", "Дата оплаты ~ d | Дата ~ d > date | Клиент ~ t > client | Сумма ~ n > amount"),
    ("day of payment where it is alone", "Дата оплаты ~ d > date | Клиент ~ t > client | Сумма ~ n > amount"),
    ("birthdays are no sales", "Дата рождения ~ d | Клиент ~ t > client | Сумма ~ n > amount"),
    ("only days", "Когда ~ d > date | Клиент ~ t > client | Сумма ~ n > amount"),
    ("two columns of days tell nothing", "Когда ~ d | Тогда ~ d | Клиент ~ t > client | Сумма ~ n > amount"),
    ("only numbers", "Дата ~ d > date | Клиент ~ t > client | Деньги ~ n > amount"),
    ("numbers of something else", "Дата ~ d > date | Клиент ~ t > client | Скидка ~ n"),
    ("two columns of numbers tell nothing", "Дата ~ d > date | Клиент ~ t > client | a ~ n | b ~ n"),
    ("no header at all", " ~ d > date |  ~ t > client |  ~ n > amount"),
    (
        "places and ways to reach somebody",
        "Город ~ t | Country ~ t | Phone ~ i | email ~ t | Клиент ~ t > client | Дата ~ d > date | Сумма ~ n > amount",
    ),
    (
        "how somebody is reached, where nobody is named",
        "First Name ~ t | Phone ~ i | Email ~ t > client | Дата ~ d > date | Сумма ~ n > amount",
    ),
    ("a phone where there is nothing else", "Город ~ t | Телефон ~ n > client | Дата ~ d > date | Сумма ~ n > amount"),
    ("serial days", "Дата ~ n > date | Клиент ~ t > client | Сумма ~ n > amount"),
    ("days before serial days", "Дата ~ n | Дата заказа ~ d > date | Клиент ~ t > client | Сумма ~ n > amount"),
    ("a month's number is no day", "Месяц ~ n | Клиент ~ t > client | Сумма ~ n > amount | Отмечено ~ d > date"),
    ("named and misfilled", "Дата ~ t > date | Клиент ~ t > client | Сумма ~ t > amount"),
    (
        "a text named as money gives way to quantity and price",
        "Дата ~ d > date | Клиент ~ t > client | Сумма ~ t | Количество ~ n > quantity | Цена ~ n > price",
    ),
    (
        "text in a column of clients' e-mail",
        "Email клиента ~ t | Клиент ~ t > client | Дата ~ d > date | Сумма ~ n > amount",
    ),
    ("twice the same header", "Дата ~ d > date | Клиент ~ t > client | Сумма ~ n > amount | Сумма (2) ~ n"),
    (
        "money and tax",
        "Сумма НДС ~ n | Сумма скидки ~ n | Сумма без НДС ~ n > amount | Дата ~ d > date | Клиент ~ t > client",
    ),
    ("counts of something else", "Количество заказов ~ n | Сумма ~ n > amount | Дата ~ d > date | Клиент ~ t > client"),
    (
        "what clients belong to",
        "Тип клиента ~ t | Группа клиента ~ t | Статус клиента ~ t | Клиент ~ t > client | Менеджер клиента ~ t > manager | Дата ~ d > date | Сумма ~ n > amount",
    ),
];

fn kind(letter: &str) -> ColumnKind {
    match letter {
        "t" => ColumnKind::Text,
        "n" => ColumnKind::Number,
        "d" => ColumnKind::Date,
        "i" => ColumnKind::Identifier,
        "e" => ColumnKind::Empty,
        other => panic!("no kind {other:?}"),
    }
}

/// The columns of a case, and their fields.
fn case(columns: &str) -> (Vec<ColumnEvidence<'_>>, Vec<Option<Field>>) {
    columns
        .split(" | ")
        .map(|column| {
            let (column, field) = match column.split_once(" > ") {
                Some((column, field)) => (column, Some(Field::from_key(field).expect("a field"))),
                None => (column, None),
            };
            let (header, letter) = column.split_once(" ~ ").expect("a kind");
            let kind = kind(letter);
            let filled_share = if kind == ColumnKind::Empty { 0.0 } else { 1.0 };
            (ColumnEvidence { header, kind, distinct_share: 1.0, filled_share, is_yes_or_no: false }, field)
        })
        .unzip()
}

/// `header = field` of every column that has one.
fn shown(columns: &[ColumnEvidence<'_>], field: impl Fn(usize) -> Option<Field>) -> Vec<String> {
    let fields = columns.iter().enumerate().filter_map(|(index, column)| Some((column.header, field(index)?)));
    fields.map(|(header, field)| format!("{header} = {}", field.key())).collect()
}

fn check(cases: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (name, columns) in cases {
        let (columns, fields) = case(columns);
        let mapping = propose(&columns);
        let expected = shown(&columns, |index| fields[index]);
        let found = shown(&columns, |index| mapping.field(index));
        if found != expected {
            wrong.push(format!("{name}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Headers that look like a field and are something else, beside the one that is the field.
const BESIDE: &[(&str, &str)] = &[
    (
        "attributes of clients",
        "Customer Segment ~ t | Customer Language ~ t | Customer ID ~ n > client | Order Date ~ d > date | Amount ~ n > amount",
    ),
    (
        "an attribute in Russian",
        "Сегмент клиента ~ t | Код клиента ~ i > client | Дата ~ d > date | Сумма ~ n > amount",
    ),
    ("an attribute is nobody", "Сегмент клиента ~ t | Дата ~ d > date | Сумма ~ n > amount"),
    (
        "an adjective before the client",
        "Код ~ i | Конечный покупатель ~ t > client | Дата ~ d > date | Сумма ~ n > amount",
    ),
    (
        "the currency of a client",
        "Customer Currency ~ t | Customer Name ~ t > client | Date ~ d > date | Amount ~ n > amount",
    ),
    ("a session", "user_session ~ t | user_id ~ n > client | event_date ~ d > date | price ~ n > amount"),
    (
        "sums for a client",
        "Sales per customer ~ n | Customer Id ~ n > client | order date ~ d > date | Order Item Profit Ratio ~ n | Sales ~ n > amount",
    ),
    (
        "the time and the kind of an order",
        "Дата ~ d > date | Время чека ~ t | Способ заказа ~ t | Клиент ~ t > client | Сумма ~ n > amount",
    ),
    (
        "before and after a discount",
        "Дата ~ d > date | Клиент ~ t > client | Сумма до скидки ~ n | Сумма после скидки ~ n > amount",
    ),
    (
        "with and without tax",
        "Date ~ d > date | Customer ~ t > client | Total excl. tax ~ n | Total incl. tax ~ n > amount",
    ),
    (
        "counts called totals",
        "Total Items ~ n > quantity | Order Value ~ n > amount | Customer ~ t > client | Date ~ d > date",
    ),
    ("counts in Russian", "Всего товаров ~ n > quantity | Сумма ~ n > amount | Клиент ~ t > client | Дата ~ d > date"),
    ("the day of issue", "Date Paid ~ d | Date Issued ~ d > date | Client Name ~ t > client | Amount ~ n > amount"),
    ("the day in Russian", "Дата оплаты ~ d | Дата выставления ~ d > date | Клиент ~ t > client | Сумма ~ n > amount"),
    ("payments", "Дата оплаты ~ d > date | Плательщик ~ t > client | Сумма оплаты ~ n > amount"),
    (
        "a price before and after",
        "Unit Price ~ n | Net Price ~ n > price | Quantity ~ n > quantity | CustomerKey ~ n > client | OrderDate ~ d > date",
    ),
    (
        "a ledger",
        "Date ~ d > date | Transaction Type ~ t | Num ~ t > order | Name ~ t > client | Account ~ t | Split ~ t | Amount ~ n > amount",
    ),
    (
        "a name in two columns and an address",
        "Имя ~ t | Фамилия ~ t | Email ~ t > client | Дата заказа ~ d > date | Сумма ~ n > amount",
    ),
    ("a name in two columns alone", "Имя ~ t | Фамилия ~ t > client | Дата заказа ~ d > date | Сумма ~ n > amount"),
    ("money in and out", "Date ~ d > date | Customer ~ t > client | Debit ~ n | Credit ~ n > amount | Balance ~ n"),
    ("of which clock", "Created (UTC) ~ d > date | Customer ~ t > client | Amount ~ n > amount"),
];

#[test]
fn systems_map_by_themselves() {
    check(SYSTEMS);
}

#[test]
fn what_is_said_beside_a_field_is_not_taken_for_it() {
    check(BESIDE);
}

#[test]
fn a_plan_is_not_what_was_sold() {
    let measures = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(super::most_like_money(&measures(&["План", "Факт"])), 1);
    assert_eq!(super::most_like_money(&measures(&["Факт", "План"])), 0);
    assert_eq!(super::most_like_money(&measures(&["Количество", "Сумма"])), 1);
}

#[test]
fn columns_compete_and_fall_back() {
    check(RULES);
}

#[test]
fn a_fuller_column_wins_over_an_emptier_one() {
    let column = |header, kind, filled_share| ColumnEvidence {
        header,
        kind,
        distinct_share: 0.5,
        filled_share,
        is_yes_or_no: false,
    };
    let mapping = propose(&[
        column("Компания", ColumnKind::Text, 0.1),
        column("Контакт", ColumnKind::Text, 1.0),
        column("Дата создания", ColumnKind::Date, 1.0),
        column("Дата сделки", ColumnKind::Date, 0.3),
        column("Сумма", ColumnKind::Number, 1.0),
    ]);
    assert_eq!(mapping.column(Field::Client), Some(1));
    assert_eq!(mapping.column(Field::Date), Some(2));
}

#[test]
fn a_bare_number_that_repeats_is_an_order() {
    let column = |header, kind, distinct_share| ColumnEvidence {
        header,
        kind,
        distinct_share,
        filled_share: 1.0,
        is_yes_or_no: false,
    };
    let mapping = propose(&[column("№", ColumnKind::Number, 0.4), column("Дата", ColumnKind::Date, 0.4)]);
    assert_eq!(mapping.column(Field::Order), Some(0));
}

#[test]
fn no_columns_no_fields() {
    assert_eq!(propose(&[]), FieldMapping::default());
}

#[test]
fn order_of_columns_does_not_matter() {
    for (name, columns) in SYSTEMS {
        let (mut columns, _) = case(columns);
        let forth = propose(&columns);
        let mut forth = shown(&columns, |index| forth.field(index));
        columns.reverse();
        let back = propose(&columns);
        let mut back = shown(&columns, |index| back.field(index));
        forth.sort();
        back.sort();
        assert_eq!(forth, back, "{name}");
    }
}
