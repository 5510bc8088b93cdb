use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::migration::{MigrationSummary, Move, Place};
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::migration::{AlluvialMessages, MigrationMessages, MigrationTableMessages};
use crate::i18n::ru::value::VALUE;

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::new("клиент", "клиента", "клиентов");
/// Forms of "row".
const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");
/// Forms of "stream".
const STREAMS: Plural<'_> = Plural::new("поток", "потока", "потоков");

pub const MIGRATION: MigrationMessages = MigrationMessages {
    title: "Миграция: кто сменил класс",
    headline,
    window_facts: |format, (first, last), sum| format!("{} – {}: {sum}", format.date(first), format.date(last)),
    dearest: |format, before, after, tally| {
        let verb = format.plural(tally.clients, Plural::new("опустился", "опустились", "опустились"));
        let who = format!("{} {verb}", format.counted(tally.clients, CLIENTS));
        let lost = format.money_short(-tally.change());
        match after {
            Place::NoValue => {
                format!(
                    "Самый дорогой переход: {who} из {} и больше ничего не приносит: потеряно {lost}.",
                    place_name(before)
                )
            }
            _ => format!(
                "Самый дорогой переход: {who} из {} в {}: потеряно {lost}.",
                place_name(before),
                place_name(after)
            ),
        }
    },
    outside_windows: |format, rows, sum| format!("вне обоих периодов {}, {sum}", format.counted(rows, ROWS)),
    rules: |rules| format!("Классы по правилам экрана ABC-XYZ: {rules}"),
    computing: "Сравниваются два периода",
    failed: "Периоды не удалось сравнить",
    empty_title: "Здесь будет видно, кто вырос, а кто сдал",
    empty_text: "Загрузите файл продаж с датами, клиентами и суммами. Два периода встанут рядом: кто поднялся в классе, кто опустился, кто пришёл, кто ушёл и сколько это принесло или стоило.",
    earlier: "Было",
    later: "Стало",
    overlap: "Периоды пересекаются: продажи общих дней считаются в обоих.",
    matrix_title: "Из какого класса в какой",
    matrix_caption: "Стрелки ведут от ячейки к ячейке, Enter показывает клиентов ячейки.",
    matrix_explain: "В строках классы первого периода, в столбцах классы второго. На диагонали те, кто остался в своём классе, слева от неё поднявшиеся, справа опустившиеся. Цвет показывает, насколько больше или меньше клиенты ячейки стали приносить; где они поднялись, а приносят меньше, или опустились, а приносят больше, цвета нет. Выберите ячейку, и ниже останутся её клиенты.",
    groups_title: "Что с ними стало",
    move_explain: |one| match one {
        Move::Rose => "класс выше прежнего",
        Move::Fell => "класс ниже прежнего или его больше нет",
        Move::Came => "в первом периоде продаж не было",
        Move::Left => "во втором периоде продаж нет",
        Move::Stayed => "тот же класс в обоих периодах",
    },
    before_and_after: |before, after| format!("{before} → {after}"),
    no_rows: "В эти дни продаж этому клиенту не было.",
    cell_words: |format, before, after, tally| {
        format!(
            "{} → {}: {}, изменение {}",
            place_name(before),
            place_name(after),
            format.counted(tally.clients, CLIENTS),
            format.money(tally.change())
        )
    },
    list_of_move: |one| match one {
        Move::Rose => "Поднялись",
        Move::Fell => "Опустились",
        Move::Came => "Пришли",
        Move::Left => "Ушли",
        Move::Stayed => "Остались в своём классе",
    },
    list_of_cell: |before, after| format!("Клиенты: {} → {}", place_name(before), place_name(after)),
    list_all: "Все клиенты двух периодов",
    export_file: "migraciya",
    chart: AlluvialMessages {
        title: "Куда перетекли клиенты",
        explain: "Слева классы первого периода, справа классы второго. Чем больше клиентов, тем шире поток: зелёные поднялись или пришли, красные опустились или ушли, серые остались. Нажмите на поток, и ниже останутся его клиенты.",
        label: |format, streams, widest| {
            let count = format.counted(streams as u64, STREAMS);
            match widest {
                Some((before, after, tally)) => format!(
                    "{count} между классами; самый широкий, {} → {}: {}.",
                    place_name(before),
                    place_name(after),
                    format.counted(tally.clients, CLIENTS)
                ),
                None => "Между этими периодами никто не переместился.".to_owned(),
            }
        },
        node: |format, place, is_after, clients| {
            let when = if is_after { "Стало" } else { "Было" };
            format!("{when}, {}: {}", place_name(place), format.counted(clients, CLIENTS))
        },
        stream: |format, before, after, tally| {
            let names =
                format!("{} → {}: {}", place_name(before), place_name(after), format.counted(tally.clients, CLIENTS));
            let sums = format!(
                "{} → {} ({})",
                format.money(tally.before),
                format.money(tally.after),
                format.money_change(tally.change())
            );
            format!("{names}\n{sums}")
        },
    },
    table: MigrationTableMessages {
        sheet: "Миграция",
        what: "Что стало",
        before: "Класс был",
        after: "Класс стал",
        how_many: "Клиенты",
        value_before: "Сумма была",
        value_after: "Сумма стала",
        change: "Изменение",
        all: "Всего",
        move_name: |one| match one {
            Move::Rose => "Поднялись",
            Move::Fell => "Опустились",
            Move::Came => "Пришли",
            Move::Left => "Ушли",
            Move::Stayed => "Остались",
        },
        place_name,
        place_head: |place| match place {
            Place::Absent => "Не поку\u{ad}пали",
            Place::NoValue => "Без вы\u{ad}руч\u{ad}ки",
            other => place_name(other),
        },
    },
    settings,
};

const fn place_name(place: Place) -> &'static str {
    match place {
        Place::Class(AbcClass::A) => "A",
        Place::Class(AbcClass::B) => "B",
        Place::Class(AbcClass::C) => "C",
        Place::NoValue => "Без выручки",
        Place::Absent => "Не покупали",
    }
}

fn headline(format: Format, summary: &MigrationSummary) -> String {
    let format = format.by(summary.options.rules.value);
    if summary.windows.is_none() {
        return "Все продажи за один день, сравнивать не с чем".to_owned();
    }
    if summary.all.clients == 0 {
        return "В этих периодах ни у одного клиента нет продаж".to_owned();
    }
    let mut parts = Vec::new();
    for one in [Move::Fell, Move::Rose, Move::Came, Move::Left] {
        let tally = summary.of(one);
        if tally.clients == 0 {
            continue;
        }
        let who = match parts.is_empty() {
            true => format.counted(tally.clients, CLIENTS),
            false => format.count(tally.clients),
        };
        let verb = |one: &'static str, many: &'static str| format.plural(tally.clients, Plural::new(one, many, many));
        let change = tally.change();
        let sum = format.money_short(if change.0 < 0 { -change } else { change });
        let head = match one {
            Move::Fell => format!("{who} {} классом ниже", verb("опустился", "опустились")),
            Move::Came => format!("{who} {}", verb("пришёл", "пришли")),
            Move::Left => format!("{who} {}", verb("ушёл", "ушли")),
            _ => format!("{who} {}", verb("поднялся", "поднялись")),
        };
        let brought = verb("принёс", "принесли");
        parts.push(match (one, change.0.signum()) {
            (_, 0) => head,
            (Move::Came, 1) => format!("{head} и {brought} {sum}"),
            (Move::Left, -1) => format!("{head}, раньше {brought} {sum}"),
            (Move::Came | Move::Left, _) => head,
            (Move::Fell, 1) | (Move::Rose, -1) => {
                let more = if change.is_positive() { "больше" } else { "меньше" };
                format!("{head}, но {brought} на {sum} {more}")
            }
            (_, 1) => format!("{head} и {brought} на {sum} больше"),
            _ => format!("{head} и {brought} на {sum} меньше"),
        });
    }
    let moves = match (parts.is_empty(), summary.all.clients) {
        (false, _) => parts.join("; "),
        (true, _) if summary.is_classless() => return classless(format, summary.all.clients),
        (true, 1) => "единственный клиент остался в своём классе".to_owned(),
        (true, clients) => format!("все {} остались в своих классах", format.counted(clients, CLIENTS)),
    };
    format!("{}: {moves}", in_all(format, summary))
}

/// Nobody has a class in either window.
fn classless(format: Format, clients: u64) -> String {
    let of = match clients {
        1 => "У единственного клиента нет класса".to_owned(),
        clients => {
            let of = Plural::new("клиента", "клиентов", "клиентов");
            format!("Ни у одного из {} нет класса", format.counted(clients, of))
        }
    };
    format!("{of}: в обоих периодах возвращено не меньше, чем куплено")
}

/// What all clients together bring more or less than before.
fn in_all(format: Format, summary: &MigrationSummary) -> String {
    let [rose, fell, same] = match summary.options.rules.value {
        ValueBy::Amount => ["Продажи выросли на", "Продажи упали на", "Продажи не изменились"],
        ValueBy::Margin => ["Прибыль выросла на", "Прибыль упала на", "Прибыль не изменилась"],
        ValueBy::Quantity => ["Количество выросло на", "Количество упало на", "Количество не изменилось"],
        ValueBy::Orders => ["Заказов стало больше на", "Заказов стало меньше на", "Заказов столько же"],
    };
    let change = summary.all.change();
    match change.0.signum() {
        1 => format!("{rose} {}", format.money_short(change)),
        -1 => format!("{fell} {}", format.money_short(-change)),
        _ => same.to_owned(),
    }
}

fn settings(format: Format, summary: &MigrationSummary) -> Vec<(String, String)> {
    let days = |(first, last)| format!("{} – {}", format.date(first), format.date(last));
    let windows = summary.windows.map(|(before, after)| [("Было", days(before)), ("Стало", days(after))]);
    let options = &summary.options.rules;
    let percent = |basis_points: u32| format.percent(f64::from(basis_points) / 10_000.0, 0);
    let limits = format!("A до {}, B до {}", percent(options.abc.a()), percent(options.abc.b()));
    let boundary = super::abc_xyz::boundary_clause(options.boundary).to_owned();
    let measure =
        (options.value != ValueBy::Amount).then(|| (VALUE.topic.title, (VALUE.name)(options.value).to_owned()));
    let settings = windows.into_iter().flatten().chain([("Пороги ABC", limits), ("Граница ABC", boundary)]);
    settings.chain(measure).map(|(name, value)| (name.to_owned(), value)).collect()
}
