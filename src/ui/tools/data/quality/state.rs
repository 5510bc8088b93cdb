//! What is known of a table's quality and what the user decided, for the parts of the section.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analytics::date::Day;
use crate::analytics::quality::{Findings, Merge, RefinedAccount, Refinement};
use crate::jobs::protocol::{QualityReport, Request, Response};
use crate::platform::clock;
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::state::toasts::{ToastKind, Toasts, use_toasts};
use crate::ui::state::workspace::{Source, Workspace, use_workspace};

/// The quality of one table. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct QualityState {
    workspace: Workspace,
    toasts: Toasts,
    i18n: I18n,
    source: Source,
    report: RwSignal<Option<QualityReport>>,
    /// The last day that is not the future.
    pub today: Day,
    /// What the user decided.
    pub refinement: Memo<Refinement>,
    /// The account of the table that the decisions make, where there are any.
    pub account: Memo<Option<RefinedAccount>>,
    /// What each switch would move, once it is known.
    pub findings: Memo<Option<Findings>>,
}

impl QualityState {
    /// The quality of one of the tables; asks its engine now, and again whenever spellings were merged or split.
    pub fn derive(source: Source) -> Self {
        let workspace = use_workspace();
        let report = RwSignal::new(None::<QualityReport>);
        let refinement =
            Memo::new(move |_| workspace.decided(source).map(|decided| decided.refinement).unwrap_or_default());
        let state = Self {
            workspace,
            toasts: use_toasts(),
            i18n: use_i18n(),
            source,
            report,
            today: clock::today(),
            refinement,
            account: Memo::new(move |_| {
                workspace
                    .decided(source)
                    .filter(|decided| !decided.refinement.is_nothing())
                    .and_then(|decided| decided.account)
            }),
            findings: Memo::new(move |_| report.with(|report| report.as_ref().map(|report| report.findings))),
        };
        let merges = Memo::new(move |_| refinement.with(|refinement| refinement.merges.clone()));
        Effect::new(move |_| {
            // A memo that is never read never learns of a change, so tracking it is not enough.
            merges.with(|_| ());
            spawn_local(state.ask());
        });
        state
    }

    /// What is known so far.
    pub fn report(self) -> Signal<Option<QualityReport>> {
        self.report.into()
    }

    /// Changes the decisions.
    pub fn decide(self, change: impl FnOnce(&mut Refinement) + 'static) {
        let Self { workspace, toasts, source, .. } = self;
        let failed = untrack(|| self.i18n.text().quality().failed);
        spawn_local(async move {
            if workspace.refine(source, change).await.is_err() {
                toasts.show(ToastKind::Bad, failed);
            }
        });
    }

    /// Merges spellings, says so in the given words, and offers to take it back.
    pub fn merge(self, merges: Vec<Merge>, words: String) {
        let Self { workspace, toasts, source, .. } = self;
        let texts = untrack(|| self.i18n.text().quality());
        let made = merges.clone();
        self.decide(move |refinement| {
            for Merge { into, from } in merges {
                refinement.merge(&into, from);
            }
        });
        // The notice may outlive the section.
        toasts.show_with_action(ToastKind::Good, words, texts.spellings.undo, move || {
            let made = made.clone();
            spawn_local(async move {
                if workspace.refine(source, move |refinement| refinement.take_back(&made)).await.is_err() {
                    toasts.show(ToastKind::Bad, texts.failed);
                }
            });
        });
    }

    /// Asks the engine. A failure leaves what is known: the account of the import stands without it.
    async fn ask(self) {
        // Whoever accepts a file waits for nothing that can as well be decided later.
        let spellings = self.source == Source::Loaded;
        let answer = self.workspace.ask_of(self.source, Request::Quality { today: self.today, spellings }).await;
        if let Ok(Response::Quality(report)) = answer {
            // The section may have gone meanwhile.
            self.report.try_set(Some(report));
        }
    }
}
