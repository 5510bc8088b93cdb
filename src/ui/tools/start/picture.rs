//! A drawing of the result, made of the same tokens: rows of a ledger fall into nine cells.

use leptos::prelude::*;

use crate::ui::state::i18n::use_i18n;

/// Lengths of a line's name and figure, and the cell that it falls into; all invented.
const LINES: [(u32, u32, usize); 7] =
    [(64, 38, 0), (48, 30, 0), (70, 24, 1), (40, 20, 4), (58, 14, 5), (34, 10, 7), (52, 7, 8)];

/// Tone of a cell and the clients drawn in it, row by row.
const CELLS: [(&str, u32); 9] = [
    ("deep", 4),
    ("deep", 3),
    ("deep", 1),
    ("middle", 2),
    ("middle", 5),
    ("middle", 2),
    ("pale", 1),
    ("pale", 3),
    ("pale", 6),
];

// Constants, not literals in the markup: elements of literals alone are put together by the framework as HTML text,
// which the page's policy forbids.
const PAGE: &str = "M7 14H159a6 6 0 0 1 6 6V230a6 6 0 0 1-6 6H7a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6Z";
const MARGIN: &str = "M98 14V236M101 14V236";

/// The cell that asks for attention: much money, and it comes by chance.
const LOOK_HERE: usize = 2;

/// The drawing.
#[component]
pub fn Picture() -> impl IntoView {
    let i18n = use_i18n();
    let lines = LINES
        .iter()
        .zip(0_u32..)
        .map(|(&(name, figure, _), row)| {
            let y = 46 + row * 26;
            view! {
                <rect class="picture__name" x="20" y=y.to_string() width=name.to_string() height="6" rx="3" />
                <rect
                    class="picture__figure"
                    x=(146 - figure).to_string()
                    y=y.to_string()
                    width=figure.to_string()
                    height="6"
                    rx="3"
                />
                <path class="picture__rule" d=format!("M14 {0}H152", y + 16) />
            }
        })
        .collect_view();
    let cells = CELLS
        .iter()
        .zip(0_u32..)
        .map(|(&(tone, clients), index)| {
            let (x, y) = (226 + index % 3 * 66, 34 + index / 3 * 66);
            let dots = (0..clients)
                .map(|dot| {
                    let (column, row) = (dot % 3, dot / 3);
                    view! {
                        <circle
                            class="picture__client"
                            cx=(x + 16 + column * 14).to_string()
                            cy=(y + 18 + row * 14).to_string()
                            r="4"
                        />
                    }
                })
                .collect_view();
            view! {
                <g class=format!("picture__cell picture__cell--{tone}")>
                    <rect x=x.to_string() y=y.to_string() width="60" height="60" rx="6" />
                    {dots}
                </g>
            }
        })
        .collect_view();
    let flows = LINES
        .iter()
        .zip(0_u32..)
        .map(|(&(_, _, cell), row)| {
            let from = 49 + row * 26;
            let to = 64 + u32::try_from(cell).unwrap_or_default() / 3 * 66;
            view! { <path class="picture__flow" d=format!("M158 {from}C190 {from} 190 {to} 220 {to}") /> }
        })
        .collect_view();
    let (look_x, look_y) = (226 + 66 * (LOOK_HERE % 3), 34 + 66 * (LOOK_HERE / 3));
    view! {
        <svg class="picture" viewBox="0 0 430 250" role="img" aria-label=i18n.phrase(|text| text.start().picture)>
            <path class="picture__page" d=PAGE />
            <path class="picture__margin" d=MARGIN />
            {lines}
            {flows}
            {cells}
            <rect
                class="picture__look"
                x=(look_x - 4).to_string()
                y=(look_y - 4).to_string()
                width="68"
                height="68"
                rx="9"
            />
        </svg>
    }
}
