use crate::analytics::funnel::{Count, FunnelReport, Role, SplitBy};
use crate::i18n::Format;
use crate::i18n::format::Plural;
use crate::i18n::messages::funnel::screen::FunnelScreenMessages;

const DEALS: Plural<'_> = Plural::new("сделка", "сделки", "сделок");
const DAYS: Plural<'_> = Plural::new("день", "дня", "дней");

fn days(format: Format, days: f64) -> String {
    if days.fract() != 0.0 {
        return format!("{}\u{a0}дня", format.ratio(days, 1));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole days")]
    let unit = format.plural(days.abs() as u64, DAYS);
    format!("{}\u{a0}{unit}", format.ratio(days, 0))
}

fn headline(format: Format, report: &FunnelReport, worst: &str) -> String {
    let tally = report.tally;
    let mut text = format!(
        "Из {} выиграно {}, проиграно {}, ещё в работе {}.",
        format.counted(tally.deals, Plural::new("сделки", "сделок", "сделок")),
        format.count(tally.won),
        format.count(tally.lost),
        format.count(tally.open)
    );
    if !worst.is_empty() {
        text.push_str(&format!(" Больше всего теряется после этапа «{worst}»."));
    }
    text
}

pub const SCREEN: FunnelScreenMessages = FunnelScreenMessages {
    title: "Воронка",
    empty_title: "Здесь будет видно, на каком шаге теряются сделки",
    empty_text: "Загрузите список сделок из CRM: с датой каждого этапа, с текущим этапом или историю переходов. Этапы, выигранные и проигранные сделки определятся сами. Таблица продаж останется на месте.",
    drop_here: "Выберите список сделок или перетащите его сюда",
    sample: "Попробовать на примере сделок",
    plan_title: "Списка сделок пока нет?",
    plan_text: "Тогда планируйте от цели: если 80 звонков дают 40 предложений, 4 встречи и 1 покупателя, то для десяти покупателей нужно 800 звонков. Подставьте свои числа и увидите, что делать каждую неделю.",
    plan_open: "Составить план",
    computing: "Воронка считается",
    failed: "Не удалось посчитать воронку.",
    headline,
    snapshot_title: "В файле есть только текущий этап сделки, но не её путь",
    snapshot_text: "Поэтому показано то, что есть сейчас: сделка учтена на всех этапах до текущего включительно. Чтобы увидеть настоящий путь, загрузите историю переходов или список с датой каждого этапа.",
    won_assumed: |stage| {
        format!(
            "Ни один этап не назван выигранным, поэтому выигранным считается последний — «{stage}». Изменить это можно в порядке этапов."
        )
    },
    nothing_lost: "Проигранных сделок в файле нет. Доля от завершённых здесь ни о чём не говорит, смотрите долю от всех.",
    count: "Сделка учтена на этапе, если",
    count_explain: |count| match count {
        Count::Ordered => "Она прошла все этапы по порядку, один за другим. Самый строгий счёт, начните с него.",
        Count::Reached => {
            "Пропущенный этап считается пройденным, кроме проигранных сделок. Удобно, если менеджеры перескакивают через этапы."
        }
        Count::Touched => "Она побывала на этапе, что бы ни было раньше. Поздний этап может оказаться больше раннего.",
        Count::Entries => "Считается каждый вход: вернувшаяся сделка учтена дважды.",
    },
    count_differs: |format, way, count| format!("{way}: на последнем шаге {}", format.count(count)),
    count_same: "Все четыре способа дают здесь одно и то же.",
    open_stages: "Этапы",
    as_table: "То же таблицей",
    stairs: "От этапа к этапу",
    stairs_explain: "Высота столбца — сколько сделок было на предыдущем этапе. Закрашено — дошли, заштриховано — проиграны, бледное — ещё в работе.",
    of_previous: |format, share| format!("{} от предыдущего", format.percent(share, 1)),
    of_first: |format, share| format!("{} от первого", format.percent(share, 1)),
    lost: |format, count| format!("проиграно {}", format.count(count)),
    open: |format, count| format!("в работе {}", format.count(count)),
    otherwise: |format, count| format!("выиграно в обход {}", format.count(count)),
    won_in_all: |format, in_order, past| {
        format!(
            "{} по порядку + {} в обход этапа = {}",
            format.count(in_order),
            format.count(past),
            format.count(in_order + past)
        )
    },
    joined: |format, count| format!("пришли в обход {}", format.count(count)),
    unsure: |format, count| {
        format!("из них {} — предположительно: проиграны, этап в файле не указан", format.count(count))
    },
    days: |format, median, p90| format!("обычно {}, 9 из 10 — за {}", days(format, median), days(format, p90)),
    stairs_headers: [
        "Этап",
        "Сделок",
        "От предыдущего",
        "От первого",
        "Проиграно здесь",
        "В работе здесь",
        "Пришли в обход",
        "Обычный срок",
    ],
    legend: ["дошли", "проиграны", "ещё в работе"],
    whole: "Главные цифры",
    whole_headers: ["Цифра", "Значение", "Как посчитано"],
    win_rates: ["Выиграно от завершённых", "Выиграно от прошедших первый этап", "Выиграно от всех"],
    win_rates_explain: [
        "Выигранные ÷ (выигранные + проигранные). Открытые сделки не участвуют: их исход ещё неизвестен.",
        "Выигранные ÷ сделки, прошедшие дальше первого этапа, вместе с открытыми.",
        "Выигранные ÷ все сделки вместе с открытыми, поэтому молодые сделки занижают долю.",
    ],
    cycle: "Обычный срок до выигрыша",
    cycle_text: |format, median, mean, p90| {
        format!("{} (в среднем {}, 9 из 10 — за {})", days(format, median), format.ratio(mean, 1), days(format, p90))
    },
    cycle_explain: "Дни от начала сделки до выигрыша: середина всех выигранных, половина быстрее, половина дольше. Среднее больше середины, если несколько сделок тянулись долго.",
    average: "Средняя выигранная сделка",
    average_explain: "Сумма выигранных сделок ÷ их число.",
    velocity: "Скорость воронки",
    a_day: |sum| format!("{sum} в день"),
    velocity_explain: "Открытые сделки × доля выигранных от завершённых × средняя сделка ÷ средний срок в днях: сколько в день принесут нынешние сделки, если всё пойдёт как раньше.",
    velocity_none: "Нужны выигранные сделки с суммами и датами, проигранные и открытые сделки.",
    time: "Время между этапами",
    time_explain: "Дни от предыдущего этапа до этого: медиана — середина, половина сделок быстрее; за последний срок успевают 9 из 10. Столбики показывают, сколько сделок за сколько дней. Сделки без одной из двух дат не участвуют.",
    time_headers: ["До этапа", "Сделок", "Обычно (медиана), дней", "В среднем, дней", "9 из 10 — за, дней", "Разброс"],
    bar: |format, from, to, count| {
        let span = match (from, to) {
            (_, Some(-1)) => "раньше предыдущего этапа".to_owned(),
            (_, Some(0)) => "в тот же день".to_owned(),
            (Some(from), Some(to)) => format!("от {} до {} дней", from + 1, to),
            (Some(from), None) => format!("больше {from} дней"),
            _ => String::new(),
        };
        format!("{span}: {}", format.count(count))
    },
    bar_ends: |format, is_backwards, days| {
        let first = if is_backwards { "раньше" } else { "в тот же день" };
        [first.to_owned(), format!("больше {}\u{a0}дней", format.count(days.unsigned_abs().into()))]
    },
    backwards: |format, count| {
        format!(
            "Закончились раньше, чем начались: {}. Они учтены как есть, проверьте даты.",
            format.counted(count, DEALS)
        )
    },
    check: "Сходится ли счёт",
    check_explain: "Каждый вход в этап кончается одним из четырёх исходов. Левое число должно быть суммой остальных.",
    check_hint: "Здесь считается каждый вход в этап, каким бы путём ни пришла сделка. Лестница выше считает сделки выбранным там способом, и числа могут отличаться.",
    check_headers: ["Этап", "Вошли", "Пошли дальше", "Проиграны отсюда", "Вернулись назад", "Остаются здесь"],
    check_even: "Вошли = пошли дальше + проиграны + вернулись + остаются — на каждом этапе.",
    cohorts: "По месяцу начала",
    cohorts_explain: |format, usual| {
        let usual = usual.map_or_else(String::new, |usual| {
            format!(" Месяцы моложе обычного срока ({}) помечены: там ещё могут выиграть.", days(format, usual))
        });
        format!("Сделки собраны по месяцу, в котором начались, чтобы старые не смешивались с новыми.{usual}")
    },
    cohort_headers: ["Месяц", "Начато", "Выиграно", "Проиграно", "В работе", "Выиграно от всех", "Сумма выигранных"],
    unripe: "судить рано",
    undated: |format, count| {
        format!("Без даты начала: {}. Они не попали ни в один месяц.", format.counted(count, DEALS))
    },
    split: "Сравнить",
    split_explain: "Те же цифры по каждому источнику, менеджеру или группе товаров. Доля выигранных — выигранные ÷ (выигранные + проигранные): если сделок мало, она случайна.",
    split_sources: "Здесь сделка относится к источнику, который в ней указан. На экране «Источники» она может относиться к первому источнику клиента, поэтому цифры там могут быть другими.",
    split_classes: "Чтобы сравнить и классы клиентов, загрузите ещё таблицу продаж: сделки останутся здесь.",
    split_name: |by| match by {
        SplitBy::Source => "Источники",
        SplitBy::Manager => "Менеджеров",
        SplitBy::Group => "Группы товаров",
        SplitBy::Product => "Товары",
        SplitBy::Class => "Классы клиентов",
    },
    split_none: "Не сравнивать",
    split_headers: [
        "",
        "Сделок",
        "Выиграно",
        "Проиграно",
        "В работе",
        "От завершённых",
        "Дней до выигрыша",
        "Сумма выигранных",
    ],
    no_class: "нет в таблице продаж",
    not_given: "(не указано)",
    losses: "Почему теряются сделки",
    losses_explain: "Проигранные сделки по причинам, от частых к редким. Полоса — доля причины, черта — вместе со всеми причинами выше: часто две–три причины дают почти все потери.",
    loss_legend: ["доля причины", "нарастающим итогом"],
    loss_headers: ["Причина", "Сделок", "Доля", "Нарастающим итогом", "Сумма"],
    losses_none: "Столбца с причинами в файле нет. Попросите менеджеров при закрытии выбирать одну из пяти–шести причин: именно здесь самые дешёвые улучшения.",
    order: "Порядок этапов",
    order_hint: "Перетащите этап за точки или двигайте его стрелками. Отметьте, какой этап выигран, а какой проигран; лишние этапы уберите из воронки.",
    grip: |stage| format!("Переместить «{stage}»: тащите или двигайте стрелками"),
    up: |stage| format!("Этап «{stage}» раньше"),
    down: |stage| format!("Этап «{stage}» позже"),
    role: |stage| format!("Что значит «{stage}»"),
    role_name: |role| match role {
        Role::Step => "шаг",
        Role::Won => "выиграна",
        Role::Lost => "проиграна",
        Role::Aside => "вне воронки",
    },
    moved: |_, stage, place, all| format!("«{stage}» теперь {place} из {all}"),
    reset: "Как предложено",
    circles: "Некоторые этапы идут друг за другом по кругу, поэтому их порядок — догадка. Поправьте его, если он неверен.",
    unknown: |names| format!("Таких этапов в таблице нет: {names}. На них ноль сделок."),
    look: "Посмотреть их",
    remarks: "Что нужно знать об этих сделках",
    not_counted: |format, count| {
        format!("Не учтены ни на одном этапе: {}. Они начались не с первого.", format.counted(count, DEALS))
    },
    outside: |format, count| {
        format!("Не были ни на одном этапе воронки и ни во что не входят: {}.", format.counted(count, DEALS))
    },
    entered: "Когда сделка началась",
    outside_window: |format, count| format!("Начались в другие дни и не вошли: {}.", format.counted(count, DEALS)),
    outside_window_line: "Сделки, начатые в другие дни",
    repeated: |format, count| {
        let repeat = Plural::new("строка повторяет", "строки повторяют", "строк повторяют");
        format!("{} сделку, которая уже была. Каждая строка учтена как сделка.", format.counted(count, repeat))
    },
    closed_as_won: |format, count| {
        format!(
            "В файле нет ни этапов, ни исходов, поэтому сделки с датой закрытия считаются выигранными: {}.",
            format.count(count)
        )
    },
    without_stage: |format, count| format!("Без этапа и без дат этапов: {}.", format.counted(count, DEALS)),
    repeated_moves: |format, count| {
        format!("Переходов на этап, где сделка уже была: {}. Такое пребывание учтено один раз.", format.count(count))
    },
    stages_over: |format, count| {
        format!(
            "Этапов больше, чем бывает в воронке; лишних: {}. Возможно, нужен другой столбец — укажите его на экране «Данные».",
            format.count(count)
        )
    },
    days_aside: |format, count| {
        format!(
            "Столбцов с датами, которые не названы ни по одному из этапов: {}. Они не участвуют.",
            format.count(count)
        )
    },
    no_steps: "Ни один этап здесь не шаг на пути: все значат «проиграна», «выиграна» или стоят вне воронки. Проверьте порядок этапов.",
    one_stage: "Этап только один, переходить некуда. Если в файле есть другие, проверьте порядок этапов.",
    all_open: "Все сделки ещё в работе: о доле выигранных говорить рано. Она появится с первыми завершёнными.",
    nothing_won: "Выигранных сделок нет. Если один из этапов значит «выиграна», отметьте это в порядке этапов.",
    without_created: |format, count| {
        format!("Без даты создания: {}. Они учтены, но не там, где важно время.", format.counted(count, DEALS))
    },
    deals_close: "Закрыть список",
    deals_more: "Показать ещё",
    deals_shown: |format, shown, all| format!("показано {} из {}", format.count(shown), format.count(all)),
    file: "воронка",
    deals_file: "сделки",
};
