//! What a client bought over time: a line of words and a picture, on the card of the client.

use std::sync::Arc;

use leptos::prelude::*;

use super::listing::ListKey;
use crate::analytics::segmentation::course::Course;
use crate::charts::course::{self, Bars, Look};
use crate::i18n::course::Bought;
use crate::jobs::protocol::Request;
use crate::ui::components::{Blank, DrawnChart};
use crate::ui::state::computed::Computed;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::failure::Failure;

/// A client of a list: the rules that the list was made by, and its name.
pub type OfList = (ListKey, String);

/// The words and the picture. They are of the days and the periods by which the list has the client's class.
#[component]
pub fn ClientCourse(
    /// Whom it is about.
    #[prop(into)]
    client: Signal<Option<OfList>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let wanted = Memo::new(move |_| client.get());
    let answer = Computed::keep(wanted, move |(key, client): OfList| async move {
        let ListKey { options, beside, .. } = key;
        Ok(workspace.ask_sales(Request::Course { options, beside, client }).await?.try_unwrap_course()?)
    });
    let latest = answer.latest();
    let title = move || {
        let grain = wanted.with(|wanted| wanted.as_ref().map(|(key, _)| key.options.grain)).unwrap_or_default();
        course::title(grain, i18n.format())
    };
    let content = move || match latest.get().map(|found| Option::clone(&found)) {
        Some(Some(course)) => view! { <Told course=Arc::new(course) /> }.into_any(),
        // The client has gone out of the rows that are looked at while its card was open.
        Some(None) => ().into_any(),
        None => view! {
            <p class="visually-hidden">{i18n.phrase(|text| text.course().loading)}</p>
            <Blank class="course__wait" />
        }
        .into_any(),
    };
    view! {
        <section class="course" data-testid="client-course">
            <h3 class="why__heading">{title}</h3>
            <Failure error=answer.failure() again=answer.again() />
            {content}
        </section>
    }
}

#[component]
fn Told(course: Arc<Course>) -> impl IntoView {
    let i18n = use_i18n();
    let course = StoredValue::new(course);
    let words = move || course.with_value(|course| (i18n.text().course().words)(i18n.format(), Bought::of(course)));
    let label = Signal::derive(move || course.with_value(|course| course::label(course, i18n.format())));
    let table = Signal::derive(move || course.with_value(|course| course::table(course, i18n.format())));
    let notes = move || {
        let notes = course.with_value(|course| course::notes(course, i18n.format()));
        notes.into_iter().map(|note| view! { <p class="course__note">{note}</p> }).collect_view()
    };
    view! {
        <p class="course__words" data-testid="client-course-words">{words}</p>
        <DrawnChart name="client-course" label table>
            {move || {
                let bars = course.with_value(|course| course::bars(course, i18n.format()));
                view! { <Picture bars /> }
            }}
        </DrawnChart>
        {notes}
    }
}

/// The bars. What the one under the pointer says stands above them; until there was one, the highest speaks.
#[component]
fn Picture(bars: Bars) -> impl IntoView {
    let (pointed, set_pointed) = signal(None::<usize>);
    let Bars { bars, zero, most, least, years, ends } = bars;
    let (high, most) = most.unzip();
    let words = StoredValue::new(bars.iter().map(|bar| bar.words.clone()).collect::<Vec<_>>());
    let said = move || {
        let of_bar = |index: usize| words.with_value(|words| words.get(index).cloned());
        pointed.get().and_then(of_bar).or_else(|| most.clone())
    };
    let percent = |share: f64| format!("{share:.2}%");
    let drawn = bars.into_iter().enumerate().map(|(index, bar)| {
        let look = match bar.look {
            Look::Sold => "course__bar",
            Look::Returned => "course__bar course__bar--returned",
            Look::Unfinished => "course__bar course__bar--unfinished",
        };
        view! {
            <rect
                class="course__room"
                class:course__room--here=Signal::derive(move || pointed.get() == Some(index))
                x=percent(bar.room.0)
                y="0"
                width=percent(bar.room.1)
                height="100%"
                on:pointerenter=move |_| set_pointed.set(Some(index))
            ></rect>
            <rect
                class=look
                x=percent(bar.across.0)
                y=percent(bar.down.0)
                width=percent(bar.across.1)
                height=percent(bar.down.1)
            ></rect>
        }
    });
    let year_lines = years.iter().map(|(place, _)| {
        view! { <line class="course__year" x1=percent(*place) y1="0" x2=percent(*place) y2="100%"></line> }
    });
    let year_lines = year_lines.collect_view();
    let year_names = years.into_iter().filter_map(|(place, name)| {
        let name = name?;
        Some(view! { <span class="course__year-name" style:inset-inline-start=percent(place)>{name}</span> })
    });
    let (first, last) = ends;
    let last = (first != last).then(|| view! { <span class="course__end">{last}</span> });
    view! {
        <p class="course__said">{said}</p>
        <div class="course__plot">
            <span class="course__high">{high}</span>
            <svg class="course__bars" aria-hidden="true" focusable="false">
                {year_lines}
                {drawn.collect_view()}
                <line class="course__zero" x1="0" y1=percent(zero) x2="100%" y2=percent(zero)></line>
            </svg>
            {least.map(|least| view! { <span class="course__low">{least}</span> })}
        </div>
        <div class="course__ends">
            <span>{first}</span>
            {year_names.collect_view()}
            {last}
        </div>
    }
}
