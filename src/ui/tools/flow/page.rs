//! The screen: what to take next, the board, what was put off, what is typed.

use leptos::prelude::*;

use super::aside::Aside;
use super::board::Board;
use super::deals::{FromTable, keep_report, usual_of};
use super::entry::Entry;
use super::figures::examples;
use super::limits::LimitFields;
use super::moving::Moving;
use super::next::Next;
use super::table::export;
use crate::jobs::sheet::FileKind;
use crate::platform::navigation::is_in_field;
use crate::profile::flow::FlowKind;
use crate::ui::components::{
    Button, ButtonKind, EmptyState, Explain, Icon, PageHeader, PrintButton, SaveTable, Segmented,
};
use crate::ui::saving::use_saver;
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;

/// The client flow screen.
#[component]
pub fn FlowPage() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let board = state.board();
    Moving::provide();
    undo_by_keys();
    let report = keep_report();
    let is_empty = Memo::new(move |_| board.with(|board| board.items.is_empty()));
    let content = move || {
        if is_empty.get() {
            view! { <Empty /> }.into_any()
        } else {
            view! {
                <Next />
                <Board />
                <Aside />
                <LimitFields />
            }
            .into_any()
        }
    };
    view! {
        <div class="page flow">
            <PageHeader title=i18n.label(|text| text.flow().title) lead=i18n.label(|text| text.flow().lead)>
                <PrintButton disabled=is_empty />
            </PageHeader>
            <div class="flow__tools no-print">
                <Boards />
                <UndoStep />
                <Explain text=i18n.label(|text| text.flow().explain) label=i18n.label(|text| text.flow().lead) />
                <Save is_empty />
            </div>
            <Entry usual=usual_of(report) />
            {content}
            <FromTable report />
        </div>
    }
}

/// Takes the latest step back.
#[component]
fn UndoStep() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let can_undo = state.can_undo();
    view! {
        <Button
            kind=ButtonKind::Quiet
            icon=Icon::Undo
            testid="flow-undo"
            label=i18n.label(|text| text.flow().undo_step)
            disabled=Signal::derive(move || !can_undo.get())
            on_press=move || state.undo()
        />
    }
}

/// Ctrl+Z and ⌘Z, unless a field has the focus: there they are the field's own.
fn undo_by_keys() {
    let state = use_flow();
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let is_undo = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.code() == "KeyZ";
        if is_undo && !is_in_field(&event) {
            event.prevent_default();
            state.undo();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Enquiries or own tasks.
#[component]
fn Boards() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let name = move |kind| match kind {
        FlowKind::Leads => i18n.text().flow().leads.to_owned(),
        FlowKind::Tasks => i18n.text().flow().tasks.to_owned(),
    };
    view! {
        <Segmented
            label=i18n.label(|text| text.flow().boards)
            all=|| [FlowKind::Leads, FlowKind::Tasks]
            name=name
            chosen=move || state.shown().get()
            on_change=move |kind| state.show(kind)
            hide_label=true
            testid="flow-board-of"
        />
    }
}

#[component]
fn Save(#[prop(into)] is_empty: Signal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let saver = use_saver();
    let board = use_flow().board();
    let busy = saver.busy();
    let save = move |kind: FileKind| {
        let (format, text) = untrack(|| (i18n.format(), i18n.text().flow()));
        let made = board.with_untracked(|board| export(format, text, board));
        saver.own_table(made, text.file.to_owned(), kind);
    };
    view! { <SaveTable disabled=Signal::derive(move || busy.get() || is_empty.get()) on_save=save /> }
}

/// Nothing is on the board yet.
#[component]
fn Empty() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let show = move || {
        let items = untrack(|| examples(i18n.text().flow()));
        state.add_all(items);
    };
    view! {
        <EmptyState
            icon=Icon::Rows
            title=i18n.label(|text| text.flow().empty_title)
            text=i18n.label(|text| text.flow().empty_text)
        >
            <Button
                icon=Icon::Flask
                testid="flow-example"
                label=i18n.label(|text| text.flow().example)
                on_press=show
            />
        </EmptyState>
    }
}
