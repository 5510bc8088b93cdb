use crate::analytics::dataset::{DateOrder, DecimalMark};
use crate::analytics::sql::Dialect;
use crate::i18n::messages::beyond::BeyondMessages;

pub const BEYOND: BeyondMessages = BeyondMessages {
    title: "Миллионы строк?",
    lead: "Десятки миллионов строк или продажи в базе данных проще сложить там, где они лежат. Этот запрос делает небольшую таблицу: строка на клиента и день. Она читается здесь как обычный файл и даёт те же суммы, классы и пометки.",
    engine: "Где лежат данные",
    table: "Таблица",
    client: "Столбец клиента",
    date: "Столбец даты",
    amount: "Столбец суммы",
    quantity: "Столбец количества",
    price: "Столбец цены",
    order: "Столбец номера заказа",
    names_hint: "Названия пишите так, как их показывает база; схема указывается перед таблицей через точку. Если суммы нет, количество умножается на цену. Номер заказа можно не указывать: тогда каждый день с покупкой считается заказом.",
    dates: "Даты",
    dates_as: |order| match order {
        DateOrder::Ymd => "даты или текст: 2026-01-31",
        DateOrder::Dmy => "текст: 31.01.2026",
        DateOrder::Mdy => "текст: 01/31/2026",
    },
    amounts: "Суммы",
    amounts_as: |mark| match mark {
        DecimalMark::Point => "числа или текст: 1234.50",
        DecimalMark::Comma => "текст: 1 234,50",
    },
    incomplete: "Укажите таблицу и столбцы клиента, даты и суммы (или количества и цены). Запрос появится здесь.",
    query: "Запрос",
    run: |dialect| match dialect {
        Dialect::DuckDb => {
            "Сохраните его как daily.sql и выполните: duckdb ваша.db < daily.sql. Таблица окажется в файле daily.csv."
        }
        Dialect::PostgreSql => {
            "Сохраните его как daily.sql и выполните: psql -X -q -d ваша_база -f daily.sql > daily.csv."
        }
        Dialect::ClickHouse => {
            "Сохраните его как daily.sql и выполните: clickhouse-client --queries-file daily.sql. Таблица окажется в файле daily.csv."
        }
        Dialect::Spark => {
            "Сохраните его как daily.sql и выполните: spark-sql -f daily.sql. Таблица — единственный файл CSV в папке daily.csv."
        }
    },
    account: "Проверка: что стало со строками",
    account_hint: "Одна строка: сколько строк прочитано, учтено и пропущено и какова их сумма. Её можно сверить с тем, что вы знаете о своих продажах.",
    copy: "Скопировать",
    copied: "Скопировано.",
    copy_failed: "Браузер не дал скопировать. Выделите текст и скопируйте его с клавиатуры.",
    download: "Скачать .sql",
    download_failed: "Не удалось сохранить файл.",
};
