use crate::analytics::funnel::plan::{Month, Workweek};
use crate::i18n::format::Plural;
use crate::i18n::messages::plan::PlanMessages;
use crate::profile::plan::KnownStage;

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
const IN_MONTHS: [&str; 12] = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
];

fn named(month: Month, names: &[&'static str; 12]) -> String {
    let (year, number) = month.to_ym();
    let name = names.get(number as usize - 1).copied().unwrap_or_default();
    format!("{name}\u{a0}{year}")
}

fn in_month(month: Month) -> String {
    named(month, &IN_MONTHS)
}

pub const PLAN: PlanMessages = PlanMessages {
    title: "План",
    lead: "Назовите, сколько покупателей нужно, и прочтите воронку с конца: сколько звонков сделать и к какому дню.",
    stage: |stage| match stage {
        KnownStage::Calls => "Звонки",
        KnownStage::Proposals => "Предложения",
        KnownStage::Meetings => "Встречи",
        KnownStage::Buyers => "Покупатели",
        KnownStage::Added => "Новый этап",
    },
    stage_count: |format, stage, count| {
        let noun = match stage {
            KnownStage::Calls => Plural::new("звонок", "звонка", "звонков"),
            KnownStage::Proposals => Plural::new("предложение", "предложения", "предложений"),
            KnownStage::Meetings => Plural::new("встреча", "встречи", "встреч"),
            KnownStage::Buyers => Plural::new("покупатель", "покупателя", "покупателей"),
            KnownStage::Added => Plural::new("на новом этапе", "на новом этапе", "на новом этапе"),
        };
        format.counted(count, noun)
    },
    own_count: |format, name, count| {
        let deals = format.counted(count, Plural::new("сделка", "сделки", "сделок"));
        format!("{deals} на этапе «{name}»")
    },
    month: |month| named(month, &MONTHS),
    week: |format, monday| {
        let sunday = crate::analytics::date::Day(monday.0 + 6);
        format!("{} – {}", format.day_and_month(monday), format.day_and_month(sunday))
    },
    load: |format, load| {
        if load.least == load.most {
            format.count(load.most)
        } else {
            // The ends of a range stay on one line.
            format!("{}\u{2060}–\u{2060}{}", format.count(load.least), format.count(load.most))
        }
    },
    sentence: |format, said| {
        let load = (PLAN.load)(format, said.load);
        let (people, each) = said.people;
        let each = if people > 1 {
            format!(", по {} на каждого из {}", (PLAN.load)(format, each), format.count(people.into()))
        } else {
            String::new()
        };
        format!(
            "Цель — {} в {}. Для этого нужно: {}, с\u{a0}{} по\u{a0}{}. Это {load} за рабочий день{each}.",
            said.goal,
            in_month(said.month),
            said.need,
            format.day_and_month(said.days.0),
            format.day_and_month(said.days.1),
        )
    },
    sentence_done: |month, goal| format!("Цель — {goal} в {}. Всё нужное для неё уже в работе.", in_month(month)),
    sentence_missed: |format, month, name, due, reach| {
        format!(
            "В {} уже не успеть: «{name}» надо было закончить к {}. Целиком можно спланировать {}.",
            in_month(month),
            format.date(due),
            named(reach, &MONTHS)
        )
    },
    short: |format, name, begins| {
        format!("Часть дней для этапа «{name}» прошла: вся работа приходится на оставшиеся, с {}.", format.date(begins))
    },
    goal: "Цель на месяц",
    goal_in: "Цель задать",
    in_buyers: "Числом",
    in_money: "Деньгами",
    buyers: "Покупателей в месяц",
    amount: "Продажи за месяц",
    average: "Средний чек",
    money_is: |goal| format!("Это {goal}, с округлением вверх."),
    first_month: "Первый месяц продаж",
    first_in_reach: |month| format!("{} (ближайший)", named(month, &MONTHS)),
    months: "Месяцев",
    stages: "Ваша воронка",
    stages_hint: "Запишите, как бывает обычно: из 80 звонков 40 доходят до предложения, из них 4 — до встречи, а из тех 1 — до покупки.",
    ratios_as: "Соотношения",
    as_counts: "Числами",
    as_percents: "Процентами",
    stage_name: |number| format!("Название этапа {number}"),
    count_of: |name| format!("Сколько: {name}"),
    percent_of: |from, to| format!("Процент перехода: {from} → {to}"),
    sample_of: |from| format!("На скольких посчитано: {from}"),
    counted_in: "из",
    head_stage: "Этап",
    head_count: "Сколько",
    head_percent: "Дальше, %",
    head_sample: "Посчитано на",
    add_stage: "Добавить этап",
    raise: |name| format!("Поднять: {name}"),
    remove: |name| format!("Убрать: {name}"),
    reset: "Вернуть пример",
    was_reset: "Пример возвращён.",
    take_measured: "Взять из измеренной воронки",
    measured_taken: "Этапы и числа измеренной воронки перенесены в план.",
    take_open: "Учесть открытые сделки",
    open_taken: |format, count| {
        format!(
            "Учтены как идущие в работе: {}.",
            format.counted(count, Plural::new("открытая сделка", "открытые сделки", "открытых сделок"))
        )
    },
    open_none: "На этапах с такими названиями нет открытых сделок. Сначала возьмите этапы из измеренной воронки.",
    measured_none: "В таблице нет выигранных сделок или этап только один: соотношений взять неоткуда.",
    time: "Сроки и люди",
    time_hint: "От звонка до покупки проходят дни, поэтому звонить ради майских продаж иногда нужно в апреле.",
    lag_of: |from, to| format!("{from} → {to}"),
    days: "дн.",
    people: "Сколько человек делят работу",
    week_of: "Рабочая неделя",
    workweek: |week| match week {
        Workweek::Five => "5 дней",
        Workweek::Six => "6 дней",
        Workweek::Seven => "7 дней",
    },
    begins: "Начало работы",
    begins_today: "Всегда сегодня",
    day_off: "Нерабочий день",
    add_day_off: "Добавить нерабочий день",
    remove_day_off: |format, day| format!("Убрать нерабочий день {}", format.date(day)),
    days_off_hint: "Праздники здесь не известны: добавьте те дни, когда вы не работаете.",
    progress: "Что уже в работе и сколько это занимает",
    progress_hint: "То, что уже сделано для этих продаж, вычитается. Минуты переводят план в часы.",
    in_progress_of: |name| format!("В работе: {name}"),
    minutes_of: |name| format!("На одно уходит: {name}"),
    minutes: "мин",
    picture: "Воронка с конца",
    picture_label: |month, stages| format!("Воронка, прочитанная с конца, {month}: {stages}."),
    there_already: |format, count| format!("из них {} уже в работе", format.count(count)),
    goes_on: |share| format!("{share} идут дальше"),
    stage_days: |format, days, load| {
        let load = load.map(|load| format!(" · {load} в день")).unwrap_or_default();
        format!("{} – {}{load}", format.day_and_month(days.0), format.day_and_month(days.1))
    },
    goal_mark: "цель",
    range: |format, (least, most), name, sample| {
        format!(
            "Если вы и правда считали эти числа: случаев мало, {} × «{name}», поэтому может понадобиться от {} до {}.",
            format.count(sample),
            format.count(least),
            format.count(most)
        )
    },
    range_title: "Насколько это точно",
    range_explain: "Доля, найденная на немногих случаях, на деле может быть другой. Диапазон верен в 95 случаях из 100: это диапазон Уилсона для каждого шага, сложенный по всем шагам. Чем больше случаев посчитано, тем он уже.",
    rounding: "Каждый этап округлён вверх: полвстречи не бывает.",
    what_if: "Что, если",
    what_if_hint: "Сдвиньте ползунок шага и посмотрите, что станет с планом.",
    step: |from, to| format!("{from} → {to}"),
    becomes: |before, after| format!("{before} → {after}"),
    tenth_saves: |saved| format!("Улучшить на десятую — сэкономить примерно {saved}"),
    saves_most: "выгоднее всего",
    weights_hint: "Звонки, предложения и встречи здесь весят одинаково. Укажите, сколько минут занимает каждое, и сравнение пойдёт по часам.",
    minutes_hint: "Сравниваются часы, которые занимает каждый этап.",
    hours: |format, minutes| format!("{}\u{a0}ч", format.ratio(minutes / 60.0, 1)),
    scenario: |format, need, saved| match saved {
        0 => format!("С этими изменениями нужно столько же: {need}."),
        1.. => format!("С этими изменениями нужно {need}: на {} меньше.", format.integer(saved)),
        _ => format!("С этими изменениями нужно {need}: на {} больше.", format.integer(-saved)),
    },
    scenario_reset: "Сбросить ползунки",
    table: "Что и когда делать",
    table_by: "Строки",
    by_week: "Недели",
    by_month: "Месяцы",
    by_goal: "Цели",
    head_week: "Неделя",
    head_month: "Месяц работы",
    head_goal: "Месяц продаж",
    head_done: "Сделано",
    total: "Всего",
    head_hours: "Часы",
    head_need: "Нужно",
    head_first: "С",
    head_last: "По",
    head_day: "В день",
    head_there: "В работе",
    too_late: "поздно",
    too_much: "Столько ни одной фирме не сделать. Проверьте цель и соотношения.",
    file: "план",
};
