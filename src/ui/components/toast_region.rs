//! Where passing notices appear.

use leptos::prelude::*;

use super::{Button, ButtonKind, Icon, IconView, NoticeKind};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{Toast, ToastKind, use_toasts};

/// The notices, newest last. The region is there from the start, so that screen readers notice what comes into it.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_toasts();
    let i18n = use_i18n();
    view! {
        <section class="toasts" aria-live="polite" aria-label=i18n.phrase(|text| text.shell().notices)>
            <For each=move || toasts.all().get() key=|toast| toast.id let:toast>
                <ToastView toast=toast />
            </For>
        </section>
    }
}

/// The same icons as those of notices that stay.
const fn icon_of(kind: ToastKind) -> Icon {
    match kind {
        ToastKind::Info => NoticeKind::Info.icon(),
        ToastKind::Good => NoticeKind::Good.icon(),
        ToastKind::Bad => NoticeKind::Bad.icon(),
    }
}

#[component]
fn ToastView(toast: Toast) -> impl IntoView {
    let toasts = use_toasts();
    let i18n = use_i18n();
    let id = toast.id;
    let action = toast.action.map(|action| {
        let run = action.run;
        let label = action.label;
        let press = Callback::new(move |()| {
            run();
            toasts.dismiss(id);
        });
        view! { <Button kind=ButtonKind::Quiet label=Signal::stored(label) on_press=press /> }
    });
    view! {
        <div
            class="toast"
            class:toast--good=toast.kind == ToastKind::Good
            class:toast--bad=toast.kind == ToastKind::Bad
            data-testid="toast"
            on:mouseenter=move |_| toasts.hold(id)
            on:mouseleave=move |_| toasts.let_go(id)
            on:focusin=move |_| toasts.hold(id)
            on:focusout=move |_| toasts.let_go(id)
        >
            <IconView icon=icon_of(toast.kind) />
            <p class="toast__text">{toast.text}</p>
            {action}
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Close
                hide_label=true
                label=i18n.label(|text| text.shell().close)
                on_press=move || toasts.dismiss(id)
            />
        </div>
    }
}
