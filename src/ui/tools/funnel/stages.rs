//! The order of stages: dragged by mouse or finger, moved by keys, each with what it is.

use leptos::{ev, html, prelude::*};

use super::page::Report;
use super::state::{FunnelState, use_funnel};
use crate::analytics::funnel::{Role, Stage};
use crate::platform::navigation;
use crate::ui::components::{Button, ButtonKind, Icon, IconView, Select, SideSheet};
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::tools::dragging::Dragging;

/// What the rows share.
#[derive(Clone, Copy, Debug)]
struct Order {
    i18n: I18n,
    state: FunnelState,
    stages: Memo<Vec<Stage>>,
    /// The stage under the pointer, by its place, over another one.
    dragging: Dragging<usize, usize>,
    /// What is said of the last move.
    said: RwSignal<String>,
}

impl Order {
    fn name_at(self, place: usize) -> String {
        let text = &self.i18n.text().funnel().deals;
        let name = |stages: &Vec<Stage>| stages.get(place).map(|stage| text.stage_name(&stage.name).to_owned());
        self.stages.with(name).unwrap_or_default()
    }

    fn change(self, change: impl FnOnce(&mut Vec<Stage>)) {
        let mut stages = self.stages.get_untracked();
        change(&mut stages);
        self.state.change(|options| options.stages = stages);
    }

    /// Moves a stage, says so, and keeps the focus on it.
    fn shift(self, from: usize, to: usize) {
        let all = self.stages.with_untracked(Vec::len);
        if from == to || from >= all || to >= all {
            return;
        }
        let name = untrack(move || self.name_at(from));
        self.change(|stages| {
            let stage = stages.remove(from);
            stages.insert(to, stage);
        });
        let text = untrack(move || &self.i18n.text().funnel().screen);
        self.said.set((text.moved)(self.i18n.format(), &name, to as u64 + 1, all as u64));
        request_animation_frame(move || navigation::focus(&grip_id(to)));
    }

    fn release(self) {
        if let Some((from, over)) = self.dragging.release() {
            self.shift(from, over);
        }
    }
}

/// The sheet.
#[component]
pub(super) fn StagesSheet(report: Report, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_funnel();
    let order = Order {
        i18n,
        state,
        stages: Memo::new(move |_| report.with(|report| report.stages.clone())),
        // Beside the list the last place stays.
        dragging: Dragging::new(0, |place, before| place.and_then(|place| place.parse().ok()).or(before)),
        said: RwSignal::new(String::new()),
    };
    let all = Memo::new(move |_| order.stages.with(Vec::len));
    let list = NodeRef::<html::Ol>::new();
    let follow = move |event: ev::PointerEvent| {
        if order.dragging.go_on(&event) {
            let _ = list.get_untracked().map(|list| list.set_pointer_capture(event.pointer_id()));
        }
    };
    let is_own = Memo::new(move |_| state.options().with(|options| !options.stages.is_empty()));
    view! {
        <SideSheet
            title=i18n.label(|text| text.funnel().screen.order)
            open=Signal::derive(move || open.get())
            on_close=move || open.set(false)
        >
            <p class="hint">{i18n.phrase(|text| text.funnel().screen.order_hint)}</p>
            <ol
                node_ref=list
                class="stage-order"
                class:is-dragging=move || order.dragging.taken().is_some()
                data-testid="stage-order"
                on:pointermove=follow
                on:pointerup=move |_| order.release()
                on:pointercancel=move |_| order.dragging.give_up()
            >
                <For each=move || 0..all.get() key=|place| *place let:place>
                    <StageRow order place all />
                </For>
            </ol>
            <p class="visually-hidden" role="status">{order.said}</p>
            <Button
                icon=Icon::Undo
                testid="stages-reset"
                label=i18n.label(|text| text.funnel().screen.reset)
                disabled=Signal::derive(move || !is_own.get())
                on_press=move || state.change(|options| options.stages.clear())
            />
        </SideSheet>
    }
}

/// A place of the order with the stage that is there. A mouse drags it by any part that is no control, a finger by its
/// dots.
#[component]
fn StageRow(order: Order, place: usize, all: Memo<usize>) -> impl IntoView {
    let i18n = use_i18n();
    let name = Memo::new(move |_| order.name_at(place));
    let role =
        Memo::new(move |_| order.stages.with(|stages| stages.get(place).map(|stage| stage.role)).unwrap_or_default());
    let label = move |pick: fn(&'static crate::i18n::Messages) -> fn(&str) -> String| {
        Signal::derive(move || pick(i18n.text())(&name.get()))
    };
    let choose = move |role: Role| {
        order.change(|stages| {
            if let Some(stage) = stages.get_mut(place) {
                stage.role = role;
            }
        });
    };
    let is_over = move |before: bool| {
        let from = order.dragging.taken().filter(|_| order.dragging.over() == Some(place));
        from.is_some_and(|from| from != place && (from > place) == before)
    };
    view! {
        <li
            class="stage-order__one"
            class:is-dragged=move || order.dragging.taken() == Some(place)
            class:is-before=move || is_over(true)
            class:is-after=move || is_over(false)
            class:is-aside=move || role.get() == Role::Aside
            data-testid="stage-row"
            data-stage=move || name.get()
            data-drop=place.to_string()
            on:pointerdown=move |event: ev::PointerEvent| order.dragging.mouse_takes(place, &event)
        >
            <Grip order place all />
            <span class="stage-order__name">{name}</span>
            <div class="stage-order__controls" on:pointerdown=move |event: ev::PointerEvent| event.stop_propagation()>
                <Select
                    label=label(|text| text.funnel().screen.role)
                    all=|| Role::ALL
                    name=move |role| (i18n.text().funnel().screen.role_name)(role).to_owned()
                    chosen=move || role.get()
                    on_change=choose
                    hide_label=true
                    testid="stage-role"
                />
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::CaretUp
                    hide_label=true
                    testid="stage-up"
                    label=label(|text| text.funnel().screen.up)
                    disabled=place == 0
                    on_press=move || order.shift(place, place.saturating_sub(1))
                />
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::CaretDown
                    hide_label=true
                    testid="stage-down"
                    label=label(|text| text.funnel().screen.down)
                    disabled=Signal::derive(move || place + 1 == all.get())
                    on_press=move || order.shift(place, place + 1)
                />
            </div>
        </li>
    }
}

/// What a finger drags a stage by, and keys move it with.
#[component]
fn Grip(order: Order, place: usize, all: Memo<usize>) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || (i18n.text().funnel().screen.grip)(&order.name_at(place)));
    let by_key = move |event: ev::KeyboardEvent| {
        let last = all.get_untracked().saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowUp" | "ArrowLeft" => place.saturating_sub(1),
            "ArrowDown" | "ArrowRight" => (place + 1).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        order.shift(place, to);
    };
    view! {
        <button
            type="button"
            class="stage-order__grip"
            id=grip_id(place)
            data-testid="stage-grip"
            aria-label=label
            title=label
            on:pointerdown=move |event: ev::PointerEvent| order.dragging.finger_takes(place, &event)
            on:keydown=by_key
        >
            <IconView icon=Icon::Grip />
        </button>
    }
}

/// `id` of what the stage at a place is moved by.
fn grip_id(place: usize) -> String {
    format!("stage-grip-{place}")
}
