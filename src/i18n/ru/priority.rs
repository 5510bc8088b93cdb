use crate::analytics::segmentation::priority::{Criterion, Cut, Measure, Missing, Moved, PrioritySummary, Source};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::priority::{PriorityMessages, PrioritySentence};
use crate::i18n::ru::abc_xyz::NOBODY;

const CLIENTS: Plural<'_> = Plural::new("клиент", "клиента", "клиентов");
/// After «из» and «у».
const OF_CLIENTS: Plural<'_> = Plural::new("клиента", "клиентов", "клиентов");
const MOVE: Plural<'_> = Plural::new("сменит группу", "сменят группу", "сменят группу");

pub const PRIORITY: PriorityMessages = PriorityMessages {
    title: "Приоритет: кем заняться первыми",
    empty_title: "Здесь клиенты выстроятся по тому, что важно вам",
    empty_text: "Загрузите файл продаж. Вы назовёте признаки хорошего клиента, дадите каждому вес и увидите, кто набрал больше баллов.",
    computing: "Клиенты раскладываются по группам",
    headline,
    partly_covered: |format, clients| format!("не все оценки есть у {}", format.counted(clients, OF_CLIENTS)),
    criteria: "Критерии",
    criteria_explain: "Балл клиента считается так: каждая оценка умножается на вес критерия, всё складывается и делится на сумму весов. Веса не обязаны давать в сумме сто.",
    measure_name,
    measure_explain: |measure| match measure {
        Measure::Value => "Продажи за вычетом возвратов.",
        Measure::Orders => "Сколько заказов сделано.",
        Measure::AverageOrder => "Продажи, делённые на число заказов.",
        Measure::Regularity => {
            "В какой доле месяцев со времени первой покупки были покупки. До трёх месяцев судить рано."
        }
        Measure::Recency => "Сколько дней прошло с последней покупки: чем меньше, тем лучше.",
        Measure::Tenure => "Сколько дней прошло с первой покупки.",
        Measure::Growth => {
            "На сколько продажи второй половины периода больше продаж первой. Кто в первой половине не покупал, остаётся без оценки."
        }
        Measure::Margin => "Прибыль из файла, а если её нет, то продажи минус себестоимость.",
    },
    unmeasured: "В этой таблице нет ни прибыли, ни себестоимости, поэтому оценок нет.",
    nameless: "Без названия",
    weight_of: |name| format!("Вес критерия «{name}»"),
    weight: "Вес",
    scale: "Лучшая оценка",
    marked: "С оценкой",
    name: "Название",
    points: "Шкала",
    points_name: |points| format!("от 1 до {points}"),
    cut: "Оценка",
    cut_shares: "Поровну клиентов",
    cut_own: "По своим границам",
    border: |mark| format!("{mark} от"),
    border_up_to: |mark| format!("{mark} до"),
    spread: |format, marks, missing| {
        let marks = (1..).zip(marks).map(|(mark, &clients): (u8, _)| format!("{mark}: {}", format.count(clients)));
        let marks = marks.collect::<Vec<_>>().join(", ");
        if missing == 0 { marks } else { format!("{marks}; без оценки {}", format.count(missing)) }
    },
    by_hand_hint: "Оценки ставятся в карточке клиента: нажмите на строку в списке.",
    settings_of: |name| format!("Настроить «{name}»"),
    remove: |name| format!("Убрать критерий «{name}»"),
    removed: |name| format!("Критерий «{name}» убран"),
    add: "Добавить критерий",
    add_by_hand: "Свой, оценки вручную",
    new_by_hand: "Свой критерий",
    missing: "Если оценки нет",
    missing_name: |missing| match missing {
        Missing::LeftOut => "Не учитывать",
        Missing::Zero => "Считать нулём",
    },
    missing_explain: "Обычно критерий без оценки пропускают вместе с его весом, а рядом показывают, какая доля весов оценена. Если считать пропуск нулём, клиент теряет баллы за то, чего мы о нём не знаем.",
    groups: "Группы",
    groups_explain: "Группа начинается с указанного балла. Клиент ровно на границе попадает в верхнюю группу.",
    group_figures: |format, clients, share| {
        let clients = format.counted(clients, CLIENTS);
        share.map_or_else(|| clients.clone(), |share| format!("{clients}, {share} продаж"))
    },
    group_label: |position| format!("Название группы {position}"),
    group_name: |position| match position {
        0 => "Ключевые".to_owned(),
        1 => "Важные".to_owned(),
        2 => "Остальные".to_owned(),
        other => format!("Группа {}", other + 1),
    },
    no_score: "Без оценки",
    group_from: |name| format!("С какого балла начинается «{name}»"),
    from: "Балл от",
    rest: "остальные",
    clients: "Клиентов",
    value: "Продажи",
    add_group: "Добавить группу",
    remove_group: |name| format!("Убрать группу «{name}»"),
    sensitivity: "Что решает вес",
    sensitivity_explain: "Сколько клиентов сменит группу и сколько выпадет из первых двадцати, если вес критерия изменить, а остальные оставить. Если почти никто не двигается, о точном весе можно не спорить.",
    criterion: "Критерий",
    changes: ["Совсем без него", "Вес вдвое меньше", "Вес вдвое больше"],
    moved: |format, Moved { groups, top }| match (groups, top) {
        (0, 0) => "никто не сдвинется".to_owned(),
        (groups, 0) => format!("{} {}", format.counted(groups, CLIENTS), format.plural(groups, MOVE)),
        (groups, top) => format!(
            "{} {}, {} из первых двадцати",
            format.counted(groups, CLIENTS),
            format.plural(groups, MOVE),
            format.count(top)
        ),
    },
    changes_text: "Сколько клиентов сменят группу, если изменить вес:",
    moved_clients: |format, clients| match clients {
        0 => "никто".to_owned(),
        clients => format.counted(clients, CLIENTS),
    },
    moved_top: |format, top| format!("{} из первых 20", format.count(top)),
    decides_most: |name| format!("Больше всего решает «{name}»."),
    decides_nothing: "Ни один вес сам по себе ничего не меняет.",
    list: |group| group.map_or_else(|| "Все клиенты по баллу".to_owned(), |group| format!("Группа «{group}»")),
    score: "Балл",
    group: "Группа",
    coverage: "Оценено",
    marks: "Оценки",
    places: "Место, если изменить вес",
    place_now: |format, place, of| format!("Сейчас {}-е место из {}.", format.count(place), format.count(of)),
    no_mark: "нет оценки",
    referrals: |header| format!("Привели клиентов («{header}»)"),
    value_label: |format, value, clients| format!("{value} ({})", format.count(clients)),
    columns_hint: "Откройте ещё и список клиентов: его столбцы станут критериями.",
    columns_failed: "Столбцы списка клиентов не удалось сделать критериями",
    column_missing: "Список клиентов с этим столбцом сейчас не открыт, поэтому оценок нет.",
    file: "prioritet",
    settings,
};

const fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => "Продажи",
        Measure::Orders => "Число заказов",
        Measure::AverageOrder => "Средний заказ",
        Measure::Regularity => "Регулярность",
        Measure::Recency => "Давность покупки",
        Measure::Tenure => "Сколько с нами",
        Measure::Growth => "Рост",
        Measure::Margin => "Прибыль",
    }
}

fn headline(format: Format, headline: PrioritySentence) -> String {
    let PrioritySentence { group, clients, all, share, is_scored } = headline;
    if all == 0 {
        return NOBODY.to_owned();
    }
    if !is_scored {
        return "Оценок пока нет: добавьте критерий или поставьте оценки вручную".to_owned();
    }
    match (clients, all) {
        (0, 1) => return format!("Единственный клиент не попал в группу «{group}»"),
        (0, _) => return format!("Из {} в группу «{group}» не попал никто", format.counted(all, OF_CLIENTS)),
        (1, 1) => return format!("Единственный клиент попал в группу «{group}»"),
        _ => {}
    }
    let whole = format!("В группе «{group}» {} из {}", format.count(clients), format.counted(all, OF_CLIENTS));
    // Of one client only, not of twenty-one.
    let them = if clients == 1 { "него" } else { "них" };
    match share {
        Some(share) => format!("{whole}, на {them} {share} продаж"),
        None => whole,
    }
}

fn settings(_: Format, summary: &PrioritySummary) -> Vec<(String, String)> {
    let options = &summary.options;
    let criterion = |criterion: &Criterion| {
        let source = match &criterion.source {
            Source::ByHand(_) => "оценки вручную".to_owned(),
            Source::Attribute { header, .. } => format!("столбец «{header}»"),
            Source::Referrals { header, .. } => format!("сколько клиентов назвали его в столбце «{header}»"),
            Source::Measured { measure, cut: Cut::Shares } => {
                format!("{}, поровну клиентов", measure_name(*measure).to_lowercase())
            }
            Source::Measured { measure, cut: Cut::Own(_) } => {
                format!("{}, свои границы", measure_name(*measure).to_lowercase())
            }
        };
        let name = PRIORITY.criterion_name(criterion);
        (
            format!("Критерий «{name}»"),
            format!("вес {}, шкала до {}, {source}", criterion.weight.get(), criterion.points.get()),
        )
    };
    let missing = ("Если оценки нет".to_owned(), (PRIORITY.missing_name)(options.missing).to_lowercase());
    options.criteria.iter().map(criterion).chain([missing]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Currency, Locale};

    #[test]
    fn the_headline_agrees_with_its_numbers() {
        let format = Format { locale: Locale::Ru, currency: Currency::None };
        for ((clients, all, share), said) in [
            ((0, 1, None), "Единственный клиент не попал в группу «Key»"),
            ((0, 5, Some("0%")), "Из 5 клиентов в группу «Key» не попал никто"),
            ((1, 1, Some("100%")), "Единственный клиент попал в группу «Key»"),
            ((1, 5, Some("12%")), "В группе «Key» 1 из 5 клиентов, на него 12% продаж"),
            ((21, 50, Some("40%")), "В группе «Key» 21 из 50 клиентов, на них 40% продаж"),
            ((2, 5, None), "В группе «Key» 2 из 5 клиентов"),
        ] {
            let share = share.map(str::to_owned);
            let told = PrioritySentence { group: "Key".to_owned(), clients, all, share, is_scored: true };
            assert_eq!(headline(format, told).replace('\u{a0}', " "), said);
        }
    }
}
