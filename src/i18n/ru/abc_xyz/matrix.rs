use super::CLIENTS;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::{AbcClass, BASIS};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::{XyzClass, XyzMethod};
use crate::i18n::explain::basis_percent;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::matrix::{CellFigures, MatrixMessages};
use crate::i18n::ru::cells::CELLS;
use crate::i18n::ru::value::VALUE;

pub const MATRIX: MatrixMessages = MatrixMessages {
    title: "Матрица",
    caption: "Клиенты по объёму (строки) и по регулярности (столбцы). Стрелки перемещают по клеткам, Enter выбирает клетку, Escape снимает выбор.",
    rows_axis: "Сколько приносят",
    columns_axis: "Как регулярно",
    row_name: |class, by| match class {
        Some(AbcClass::A) => "A",
        Some(AbcClass::B) => "B",
        Some(AbcClass::C) => "C",
        None => (VALUE.none)(by),
    },
    column_name: |class| match class {
        Some(XyzClass::X) => "X",
        Some(XyzClass::Y) => "Y",
        Some(XyzClass::Z) => "Z",
        None => "Новые",
    },
    row_words,
    column_words,
    row_explain,
    column_explain,
    explain_label: |what| format!("Что значит {what}"),
    clients: |format, count| format.plural(count, CLIENTS),
    quiet: |format, count| format.counted(count, Plural::new("затих", "затихли", "затихли")),
    of_value: VALUE.of,
    shade_by: "Цвет показывает",
    shade_by_count: "Клиентов",
    curve: "Кто сколько приносит",
    curve_explain: "Кривая Парето: внизу клиенты от крупных к мелким, сбоку то, что они приносят вместе. Чем круче начало, тем сильнее фирма зависит от немногих. Линии отделяют A от B и B от C.",
    choose_hint: "Выберите клетку: увидите, кто в ней и как с ними работать.",
    panel_title: |code, name| format!("{code} · {name}"),
    panel_figures,
    approach: "Как с ними работать",
    price: "Цены и условия",
    kept_hint: "Впишите своё: текст сохраняется в этом браузере по мере ввода.",
    reset_texts: "Вернуть исходные тексты",
    texts_were_reset: "Исходные тексты возвращены",
    undo: "Отменить",
    close_panel: "Закрыть клетку",
};

fn row_words(format: Format, class: Option<AbcClass>, options: AbcXyzOptions) -> String {
    let (a, b) = (options.abc.a(), options.abc.b());
    match class {
        Some(AbcClass::A) => format!("приносят первые {} {}", basis_percent(format, a), (VALUE.of)(options.value)),
        Some(AbcClass::B) => format!("приносят следующие {}", basis_percent(format, b - a)),
        Some(AbcClass::C) => format!("приносят последние {}", basis_percent(format, BASIS - b)),
        None if options.value == ValueBy::Amount => CELLS.no_value.name.to_owned(),
        None => "ноль или меньше".to_owned(),
    }
}

fn column_words(_: Format, class: Option<XyzClass>, options: AbcXyzOptions) -> String {
    let text = match (class, options.method, options.grain) {
        (Some(XyzClass::X), XyzMethod::Frequency, Grain::Week) => "покупают почти каждую неделю",
        (Some(XyzClass::X), XyzMethod::Frequency, Grain::Month) => "покупают почти каждый месяц",
        (Some(XyzClass::X), XyzMethod::Frequency, Grain::Quarter) => "покупают почти каждый квартал",
        (Some(XyzClass::Y), XyzMethod::Frequency, _) => "покупают время от времени",
        (Some(XyzClass::Z), XyzMethod::Frequency, _) => "редко или один раз",
        (Some(XyzClass::X), XyzMethod::Variation, _) => "суммы ровные",
        (Some(XyzClass::Y), XyzMethod::Variation, _) => "суммы колеблются",
        (Some(XyzClass::Z), XyzMethod::Variation, _) => "суммы скачут",
        (None, ..) => "судить рано",
    };
    text.to_owned()
}

fn row_explain(format: Format, class: Option<AbcClass>, options: AbcXyzOptions) -> String {
    let (a, b) = (basis_percent(format, options.abc.a()), basis_percent(format, options.abc.b()));
    let of = (VALUE.of)(options.value);
    match class {
        Some(AbcClass::A) => format!(
            "Ключевые клиенты. Если идти от самого крупного вниз, они приносят первые {a} {of}. Задача: удержать их интерес и объём."
        ),
        Some(AbcClass::B) => {
            format!("Средние клиенты: от {a} до {b} {of}. Задача: наладить отношения и помочь дорасти до A.")
        }
        Some(AbcClass::C) => {
            format!("Многочисленные клиенты, которые приносят остаток после {b}. Их обслуживание должно стоить мало.")
        }
        None if options.value != ValueBy::Amount => "По выбранной мере у них ноль или меньше. В долях эти клиенты не участвуют, иначе доли превысили бы 100 %.".to_owned(),
        None => "Покупки за вычетом возвратов дают ноль или меньше. В долях эти клиенты не участвуют, иначе доли превысили бы 100 %.".to_owned(),
    }
}

fn column_explain(format: Format, class: Option<XyzClass>, options: AbcXyzOptions) -> String {
    let Some(class) = class else {
        return "С первой покупки прошло меньше трёх полных периодов, о регулярности говорить рано. Здесь же клиенты, для которых вариацию посчитать нельзя.".to_owned();
    };
    let periods = match options.grain {
        Grain::Week => "недель",
        Grain::Month => "месяцев",
        Grain::Quarter => "кварталов",
    };
    match options.method {
        XyzMethod::Frequency => {
            let (x, y) = (basis_percent(format, options.frequency.x()), basis_percent(format, options.frequency.y()));
            match class {
                XyzClass::X => format!("Постоянные клиенты: с первой покупки покупали не меньше чем в {x} {periods}."),
                XyzClass::Y => {
                    format!("Покупают время от времени: не меньше чем в {y}, но меньше чем в {x} {periods}.")
                }
                XyzClass::Z => format!("Редкие клиенты: покупали меньше чем в {y} {periods} или сделали один заказ."),
            }
        }
        XyzMethod::Variation => {
            let (x, y) = (basis_percent(format, options.variation.x()), basis_percent(format, options.variation.y()));
            let sums = match options.grain {
                Grain::Week => "Суммы по неделям",
                Grain::Month => "Суммы по месяцам",
                Grain::Quarter => "Суммы по кварталам",
            };
            match class {
                XyzClass::X => format!("{sums} отклоняются от средней не больше чем на {x} (коэффициент вариации)."),
                XyzClass::Y => format!("{sums} отклоняются от средней больше чем на {x}, но не больше чем на {y}."),
                XyzClass::Z => format!("{sums} отклоняются от средней больше чем на {y}."),
            }
        }
    }
}

fn panel_figures(format: Format, figures: &CellFigures) -> String {
    let mut parts = vec![
        format!("{} ({})", format.counted(figures.clients, CLIENTS), figures.clients_share),
        match &figures.value_share {
            Some(share) => format!("{} ({share} {})", figures.value, (VALUE.of)(figures.by)),
            None => figures.value.clone(),
        },
    ];
    if let Some(average) = &figures.average {
        parts.push(format!("в среднем {average}"));
    }
    if figures.quiet > 0 {
        parts.push(format!("затихли: {}", format.count(figures.quiet)));
    }
    parts.join(" · ")
}
