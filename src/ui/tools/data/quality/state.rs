//! What is known of a table's quality and what the user decided, for the parts of the section.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analytics::date::Day;
use crate::analytics::quality::{Findings, Merge, RefinedAccount, Refinement};
use crate::jobs::protocol::{QualityReport, Request};
use crate::platform::clock;
use crate::ui::state::computed::Computed;
use crate::ui::state::failures::{Failures, use_failures};
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::state::toasts::{ToastKind, Toasts, use_toasts};
use crate::ui::state::workspace::{WhichTable, Workspace, use_workspace};

/// The quality of one table. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct QualityState {
    workspace: Workspace,
    toasts: Toasts,
    failures: Failures,
    i18n: I18n,
    which: WhichTable,
    report: Computed<Vec<Merge>, QualityReport>,
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
    pub fn derive(which: WhichTable) -> Self {
        let (workspace, today) = (use_workspace(), clock::today());
        let refinement =
            Memo::new(move |_| workspace.decided(which).map(|decided| decided.refinement).unwrap_or_default());
        let merges = Memo::new(move |_| Some(refinement.with(|refinement| refinement.merges.clone())));
        // Whoever accepts a file waits for nothing that can as well be decided later.
        let spellings = which == WhichTable::Current;
        // What the engine says is of the merges that it was told before.
        let report = Computed::keep(merges, move |_| async move {
            let answer = workspace.ask_of(which, Request::Quality { today, spellings }).await?;
            Ok(answer.try_unwrap_quality()?)
        });
        Self {
            workspace,
            toasts: use_toasts(),
            failures: use_failures(),
            i18n: use_i18n(),
            which,
            report,
            today,
            refinement,
            account: Memo::new(move |_| {
                workspace
                    .decided(which)
                    .filter(|decided| !decided.refinement.is_nothing())
                    .and_then(|decided| decided.account)
            }),
            findings: Memo::new(move |_| report.value().with(|report| report.as_ref().map(|report| report.findings))),
        }
    }

    /// What the engine found. A failure leaves what is known: the account of the import stands without it.
    pub const fn report(self) -> Computed<Vec<Merge>, QualityReport> {
        self.report
    }

    /// Changes the decisions.
    pub fn decide(self, change: impl FnOnce(&mut Refinement) + 'static) {
        let Self { workspace, failures, which, .. } = self;
        let failed = untrack(|| self.i18n.text().quality().failed);
        spawn_local(async move {
            if let Err(error) = workspace.refine(which, change).await {
                failures.tell_of(failed, &error);
            }
        });
    }

    /// Merges spellings, says so in the given words, and offers to take it back.
    pub fn merge(self, merges: Vec<Merge>, words: String) {
        let Self { workspace, toasts, failures, which, .. } = self;
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
                if let Err(error) = workspace.refine(which, move |refinement| refinement.take_back(&made)).await {
                    failures.tell_of(texts.failed, &error);
                }
            });
        });
    }
}
