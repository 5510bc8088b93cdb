//! A list of any length that draws only the rows in sight.
//!
//! For assistive technology it is a grid that tells its true number of rows (`aria-rowcount`) and the place of each
//! drawn one (`aria-rowindex`). The focus stays on the grid itself and points at the active row
//! (`aria-activedescendant`), so that it is never lost when a row scrolls out of sight and is taken away.

mod geometry;

use std::ops::Range;

use leptos::{html, prelude::*};

use self::geometry::Geometry;
use super::unique_id;
use crate::platform::print::PrintWatch;
use crate::platform::scroll::{self, SizeWatch};

/// Rows that stand on paper at least, as far as the list has them: what a page of A4 has room for below a heading.
const ROWS_ON_PAPER: u64 = 40;

/// From this width on, in pixels, a list is no longer narrow: the 30 rem at which style sheets put rows in two lines.
const NARROW_MAX: f64 = 480.0;

/// What a row needs to know of its place.
#[derive(Clone, Debug)]
pub struct RowPlace {
    /// Position in the list, from 0.
    pub index: u64,
    /// The `id` that the row's element must carry.
    pub id: String,
    /// The `aria-rowindex` that it must carry; the header is row 1.
    pub aria_index: u64,
    /// Whether it is the active row.
    pub active: Signal<bool>,
    /// To be run when the row is clicked.
    pub press: Callback<()>,
}

/// A long list with a header that stays in sight. Up, down, page and end keys move the active row, Enter opens it; where
/// rows can be picked, Space picks it.
#[component]
pub fn VirtualList<R, V>(
    /// Name of the list.
    #[prop(into)]
    label: Signal<String>,
    /// Rows in all.
    #[prop(into)]
    total: Signal<u64>,
    /// Height of each row in pixels; its look gets it as `--row-height`.
    row_height: f64,
    /// The same where the list is as narrow as a phone, if it is another there.
    #[prop(optional)]
    narrow_row_height: Option<f64>,
    /// Columns, for assistive technology.
    #[prop(into)]
    columns: Signal<usize>,
    /// The header: an element with the role `row`.
    #[prop(into)]
    header: ViewFn,
    /// A row: an element with the role `row` and what its place asks for.
    row: R,
    /// Told which rows are drawn.
    #[prop(into)]
    on_range: Callback<Range<u64>>,
    /// Told the position of a row that was opened, by a click or by Enter.
    #[prop(into)]
    on_open: Callback<u64>,
    /// Told the position of a row that is picked, or let go, by Space.
    #[prop(optional, into)]
    on_pick: Option<Callback<u64>>,
    /// The list goes back to its first row whenever this changes.
    #[prop(into)]
    restart: Signal<u32>,
    /// Whether better rows are on their way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What else describes the list: the `id` of an element.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// What is said below the rows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView
where
    R: Fn(RowPlace) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let id = unique_id("list");
    let scroller = NodeRef::<html::Div>::new();
    let header_box = NodeRef::<html::Div>::new();
    let (scroll_top, set_scroll_top) = signal(0.0);
    // Width and height.
    let (outer, set_outer) = signal((0.0_f64, 0.0_f64));
    let (header_size, set_header_size) = signal((0.0_f64, 0.0_f64));
    let header_height = Memo::new(move |_| header_size.get().1);
    let row_height = Memo::new(move |_| {
        let is_narrow = (1.0..NARROW_MAX).contains(&outer.get().0);
        narrow_row_height.filter(|_| is_narrow).unwrap_or(row_height)
    });
    let (active, set_active) = signal(0_u64);
    let viewport = move || (outer.get().1 - header_height.get()).max(0.0);
    let geometry =
        Memo::new(move |_| Geometry { total: total.get(), row_height: row_height.get(), viewport: viewport() });
    // A search that finds few must not pull the page up under the pointer.
    let tallest = Memo::new(move |tallest: Option<&f64>| {
        let height = geometry.get().height() + header_height.get();
        tallest.map_or(height, |tallest| tallest.max(height))
    });
    let is_on_paper = on_paper();
    let range = Memo::new(move |_| {
        let rows = geometry.get().rows(scroll_top.get());
        let end = if is_on_paper.get() { (rows.start + ROWS_ON_PAPER).min(total.get()) } else { rows.end };
        rows.start..end.max(rows.end)
    });
    let offset = move || geometry.get().offset(scroll_top.get(), range.get().start);

    let scroll_to = move |top: f64| {
        if let Some(scroller) = scroller.get_untracked() {
            scroll::set_top(&scroller, top);
            // The rows are wanted now; the browser's own event comes a frame later.
            set_scroll_top.set(scroll::top(&scroller));
        }
    };
    watch_size(scroller, set_outer);
    watch_size(header_box, set_header_size);
    Effect::new(move |previous: Option<u32>| {
        let restart = restart.get();
        if previous.is_some_and(|previous| previous != restart) {
            set_active.set(0);
            scroll_to(0.0);
        }
        restart
    });
    Effect::new(move |_| on_range.run(range.get()));

    let move_to = move |index: u64| {
        let geometry = geometry.get_untracked();
        let index = index.min(geometry.total.saturating_sub(1));
        set_active.set(index);
        scroll_to(geometry.reveal(scroll_top.get_untracked(), index));
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        // Keys pressed on buttons of the header are theirs.
        if event.target() != event.current_target() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let geometry = geometry.get_untracked();
        let active = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => move_to(active.saturating_add(1)),
            "ArrowUp" => move_to(active.saturating_sub(1)),
            "PageDown" => move_to(active.saturating_add(geometry.page_rows())),
            "PageUp" => move_to(active.saturating_sub(geometry.page_rows())),
            "Home" => move_to(0),
            "End" => move_to(geometry.total),
            " " if active < geometry.total => on_pick.unwrap_or(on_open).run(active),
            "Enter" if active < geometry.total => on_open.run(active),
            _ => return,
        }
        event.prevent_default();
    };

    let row_id = {
        let id = id.clone();
        move |index: u64| format!("{id}-{index}")
    };
    let active_id = {
        let row_id = row_id.clone();
        move || {
            let active = active.get();
            range.get().contains(&active).then(|| row_id(active))
        }
    };
    let place = move |index: u64| RowPlace {
        index,
        id: row_id(index),
        aria_index: index + 2,
        active: Signal::derive(move || active.get() == index),
        press: Callback::new(move |()| {
            set_active.set(index);
            on_open.run(index);
        }),
    };
    view! {
        <div class="virtual-list__frame" style:--tallest=Signal::derive(move || format!("{}px", tallest.get()))>
            <div
                class="virtual-list"
                role="grid"
                tabindex="0"
                id=id
                node_ref=scroller
                aria-label=label
                aria-describedby=described_by
                aria-rowcount=Signal::derive(move || (total.get() + 1).to_string())
                aria-multiselectable=on_pick.map(|_| "true")
                aria-colcount=Signal::derive(move || columns.get().to_string())
                aria-busy=Signal::derive(move || busy.get().to_string())
                aria-activedescendant=active_id
                style:--row-height=Signal::derive(move || format!("{}px", row_height.get()))
                on:scroll=move |event| set_scroll_top.set(scroll::top(&event_target(&event)))
                on:keydown=pressed
            >
                <div class="virtual-list__header" role="rowgroup" node_ref=header_box>{header.run()}</div>
                <div
                    class="virtual-list__space"
                    role="presentation"
                    style:height=Signal::derive(move || format!("{}px", geometry.get().height()))
                >
                    <div
                        class="virtual-list__rows"
                        role="rowgroup"
                        style:transform=Signal::derive(move || format!("translateY({}px)", offset()))
                    >
                        <For each=move || range.get() key=|index| *index let:index>{row(place(index))}</For>
                    </div>
                </div>
            </div>
            {children.map(|children| children())}
        </div>
    }
}

/// Whether the page is being printed: paper does not scroll, and more rows stand on it than in the box.
fn on_paper() -> ReadSignal<bool> {
    let (is_on_paper, set_on_paper) = signal(false);
    StoredValue::new_local(PrintWatch::new(move || set_on_paper.set(true), move || set_on_paper.set(false)));
    is_on_paper
}

/// Tells `size` how wide and tall the element is inside, as long as the list is there.
fn watch_size(element: NodeRef<html::Div>, size: WriteSignal<(f64, f64)>) {
    let watch = StoredValue::new_local(None::<SizeWatch>);
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            watch.set_value(SizeWatch::new(&element, move |width, height| size.set((width, height))));
        }
    });
}
