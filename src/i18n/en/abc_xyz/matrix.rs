use super::CLIENTS;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::{AbcClass, BASIS};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::{XyzClass, XyzMethod};
use crate::i18n::en::cells::CELLS;
use crate::i18n::en::value::VALUE;
use crate::i18n::explain::basis_percent;
use crate::i18n::format::Format;
use crate::i18n::messages::abc_xyz::matrix::{CellFigures, MatrixMessages};

pub const MATRIX: MatrixMessages = MatrixMessages {
    title: "The matrix",
    caption: "Clients by value (rows) and by regularity (columns). Arrow keys move, Enter chooses a cell, Escape clears the choice.",
    rows_axis: "How much",
    columns_axis: "How regularly",
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
        None => "New",
    },
    row_words,
    column_words,
    row_explain,
    column_explain,
    explain_label: |what| format!("What {what} means"),
    clients: |format, count| format.plural(count, CLIENTS),
    quiet: |format, count| format!("{} quiet", format.count(count)),
    of_value: |by| match by {
        ValueBy::Amount => "of sales",
        ValueBy::Margin => "of margin",
        ValueBy::Quantity => "of quantity",
        ValueBy::Orders => "of orders",
    },
    shade_by: "Shade by",
    shade_by_count: "Clients",
    curve: "Who brings how much",
    curve_explain: "The Pareto curve: clients from the largest to the smallest on the bottom, what they bring together on the side. The steeper it rises at the beginning, the more the firm depends on a few. The lines part A from B and B from C.",
    choose_hint: "Choose a cell to see who is in it and how to work with them.",
    panel_title: |code, name| format!("{code} · {name}"),
    panel_figures,
    approach: "How to work with them",
    price: "Prices and terms",
    kept_hint: "Write your own: it is saved in this browser as you type.",
    reset_texts: "Put the starting texts back",
    texts_were_reset: "The starting texts are back",
    undo: "Undo",
    close_panel: "Close the cell",
};

fn row_words(format: Format, class: Option<AbcClass>, options: AbcXyzOptions) -> String {
    let (a, b) = (options.abc.a(), options.abc.b());
    match class {
        Some(AbcClass::A) => format!("bring the first {} of {}", basis_percent(format, a), (VALUE.of)(options.value)),
        Some(AbcClass::B) => format!("bring the next {}", basis_percent(format, b - a)),
        Some(AbcClass::C) => format!("bring the last {}", basis_percent(format, BASIS - b)),
        None if options.value == ValueBy::Amount => CELLS.no_value.name.to_owned(),
        None => "zero or less".to_owned(),
    }
}

fn column_words(_: Format, class: Option<XyzClass>, options: AbcXyzOptions) -> String {
    let text = match (class, options.method, options.grain) {
        (Some(XyzClass::X), XyzMethod::Frequency, Grain::Week) => "buy in most weeks",
        (Some(XyzClass::X), XyzMethod::Frequency, Grain::Month) => "buy in most months",
        (Some(XyzClass::X), XyzMethod::Frequency, Grain::Quarter) => "buy in most quarters",
        (Some(XyzClass::Y), XyzMethod::Frequency, _) => "buy from time to time",
        (Some(XyzClass::Z), XyzMethod::Frequency, _) => "rarely or once",
        (Some(XyzClass::X), XyzMethod::Variation, _) => "even sums",
        (Some(XyzClass::Y), XyzMethod::Variation, _) => "sums that vary",
        (Some(XyzClass::Z), XyzMethod::Variation, _) => "sums by leaps",
        (None, ..) => "too early to tell",
    };
    text.to_owned()
}

fn row_explain(format: Format, class: Option<AbcClass>, options: AbcXyzOptions) -> String {
    let (a, b) = (basis_percent(format, options.abc.a()), basis_percent(format, options.abc.b()));
    let of = (VALUE.of)(options.value);
    match class {
        Some(AbcClass::A) => format!(
            "Key clients. Sorted from the largest down, they bring the first {a} of {of}. Keep their interest and their volume."
        ),
        Some(AbcClass::B) => {
            format!("The middle: from {a} to {b} of {of}. Build the relation and help them grow into A.")
        }
        Some(AbcClass::C) => {
            format!("The many who bring what is left after {b}. Serving them must cost little.")
        }
        None if options.value != ValueBy::Amount => "By the chosen measure they have zero or less. These clients take no part in the shares, or the shares would pass 100%.".to_owned(),
        None => "Purchases less returns give zero or less. These clients take no part in the shares, or the shares would pass 100%.".to_owned(),
    }
}

fn column_explain(format: Format, class: Option<XyzClass>, options: AbcXyzOptions) -> String {
    let Some(class) = class else {
        return "Fewer than three full periods have passed since the first purchase, so it is too early to speak of regularity. Clients for whom variation cannot be computed stand here too.".to_owned();
    };
    let periods = match options.grain {
        Grain::Week => "weeks",
        Grain::Month => "months",
        Grain::Quarter => "quarters",
    };
    match options.method {
        XyzMethod::Frequency => {
            let (x, y) = (basis_percent(format, options.frequency.x()), basis_percent(format, options.frequency.y()));
            match class {
                XyzClass::X => {
                    format!("Regular clients: since their first purchase they bought in at least {x} of {periods}.")
                }
                XyzClass::Y => {
                    format!("Clients from time to time: they bought in at least {y} and under {x} of {periods}.")
                }
                XyzClass::Z => {
                    format!("Rare clients: they bought in under {y} of {periods}, or placed one order in all.")
                }
            }
        }
        XyzMethod::Variation => {
            let (x, y) = (basis_percent(format, options.variation.x()), basis_percent(format, options.variation.y()));
            match class {
                XyzClass::X => format!(
                    "The sums of their {periods} differ from the mean by at most {x} (coefficient of variation)."
                ),
                XyzClass::Y => {
                    format!("The sums of their {periods} differ from the mean by more than {x} and at most {y}.")
                }
                XyzClass::Z => format!("The sums of their {periods} differ from the mean by more than {y}."),
            }
        }
    }
}

fn panel_figures(format: Format, figures: &CellFigures) -> String {
    let mut parts = vec![
        format!("{} ({})", format.counted(figures.clients, CLIENTS), figures.clients_share),
        match &figures.value_share {
            Some(share) => format!("{} ({share} of {})", figures.value, (VALUE.of)(figures.by)),
            None => figures.value.clone(),
        },
    ];
    if let Some(average) = &figures.average {
        parts.push(format!("{average} on average"));
    }
    if figures.quiet > 0 {
        parts.push(format!("{} gone quiet", format.count(figures.quiet)));
    }
    parts.join(" · ")
}
