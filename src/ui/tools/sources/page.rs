//! The screen in its states.

use std::sync::Arc;

use leptos::prelude::*;

use super::choices::Choices;
use super::rows::Rows;
use super::sections::{Classes, Months};
use super::state::{Brought, ClassesKept, keep_brought, keep_classes, use_sources};
use crate::analytics::dataset::{Family, TableKind};
use crate::analytics::funnel::sources::{SourceRow, SourcesOptions, SourcesReport};
use crate::charts::sources::label_of;
use crate::jobs::export;
use crate::profile::NamedRules;
use crate::ui::components::{EmptyState, Headline, Icon, PageHeader, PrintButton, Segmented};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::ListLens;
use crate::ui::state::workspace::{Loaded, Sample, use_workspace};
use crate::ui::tools::failure::Failure;
use crate::ui::tools::kept_rules::KeptRules;
use crate::ui::tools::result_bar::{ResultBar, basis_line};
use crate::ui::tools::table_screen::TableScreen;
use crate::ui::tools::templates::Templates;
use crate::ui::tools::way_in::WayIn;

/// What can be filled in to see something here.
const KINDS: [TableKind; 2] = [TableKind::Sources, TableKind::Deals];

/// Leads from which a source is named in the headline: fewer are a matter of luck.
const LEADS_MIN: u64 = 30;

/// The result as sections get it.
pub(super) type Report = Signal<Arc<SourcesReport>>;
/// Classes of the clients of each source.
pub(super) type ClassesBySource = ClassesKept;

/// The screen of sources.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let i18n = use_i18n();
    let family = use_sources().family();
    let empty = move || {
        view! {
            <HowToGetSources
                title=i18n.label(|text| text.sources().empty_title)
                text=i18n.label(|text| text.sources().empty_text)
            />
        }
        .into_any()
    };
    view! {
        <TableScreen
            title=i18n.label(|text| text.sources().title)
            is_there=Memo::new(move |_| family.with(Option::is_some))
            opening=use_workspace().opening()
            empty
            analysis=|| view! { <Analysis /> }.into_any()
        />
    }
}

/// In place of sources: which tables have some, and how to give one.
#[component]
fn HowToGetSources(title: Signal<String>, text: Signal<String>) -> impl IntoView {
    view! {
        <EmptyState icon=Icon::Coins title text>
            <WayIn compact=true about=Sample::Deals />
            <Templates kinds=&KINDS />
        </EmptyState>
    }
}

#[component]
fn Analysis() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_sources();
    let brought: Brought = keep_brought(state);
    let classes = keep_classes(state);
    let has_answer = brought.is_there();
    let has_rows = Memo::new(move |_| brought.value().get().is_some_and(|report| report.is_some()));
    let result = move || {
        if !has_answer.get() {
            return None;
        }
        if !has_rows.get() {
            let (title, text) =
                (i18n.label(|text| text.sources().none_title), i18n.label(|text| text.sources().none_text));
            return Some(view! { <HowToGetSources title text /> }.into_any());
        }
        let first = Arc::new(brought.value().get_untracked()?.as_ref().clone()?);
        let report = Memo::new(move |_| {
            let report = brought.value().get().and_then(|report| report.as_ref().clone());
            report.map_or_else(|| Arc::clone(&first), Arc::new)
        });
        Some(view! { <Result report=report family=state.family() classes=classes /> }.into_any())
    };
    view! {
        <div class="page sources" aria-busy=move || brought.is_stale().get().to_string()>
            <PageHeader title=i18n.label(|text| text.sources().title)>
                <PrintButton disabled=Signal::derive(move || !has_rows.get()) />
            </PageHeader>
            <TableChoice />
            <Failure error=brought.failure() again=brought.again() />
            {result}
            <Classes found=classes />
        </div>
    }
}

/// Deals or sales, where both are there.
#[component]
fn TableChoice() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let by_sales = use_sources().by_sales();
    let name = move |by_sales| {
        let text = i18n.text().sources();
        if by_sales { text.by_sales } else { text.by_deals }.to_owned()
    };
    let has_both = Memo::new(move |_| {
        [Family::Deals, Family::Sales].into_iter().all(|family| workspace.loaded_of(family).with(Option::is_some))
    });
    view! {
        <Show when=move || has_both.get()>
            <div class="no-print">
                <Segmented
                    label=i18n.label(|text| text.sources().table)
                    all=|| [false, true]
                    name=name
                    chosen=move || by_sales.get()
                    on_change=move |chosen| by_sales.set(chosen)
                    testid="sources-table"
                />
            </div>
        </Show>
    }
}

#[component]
fn Result(
    #[prop(into)] report: Signal<Arc<SourcesReport>>,
    family: Memo<Option<Family>>,
    classes: ClassesBySource,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let file = Memo::new(move |_| workspace.loaded_of(family.get()?).get());
    provide_context(CountedFile(file));
    let made = move |file: &Loaded, format| {
        let known = classes.value().get_untracked();
        let known = known.as_ref().map_or(&[][..], |known| known.as_slice());
        report.with_untracked(|report| export::funnel::sources(report, known, &file.name, &file.report, format))
    };
    let headline = Memo::new(move |_| {
        let format = i18n.format();
        report.with(|report| {
            let share = |row: &SourceRow| row.conversion.map(|share| share.share);
            let many = report.rows.iter().filter(|row| row.leads.is_some_and(|leads| leads >= LEADS_MIN));
            let mut many: Vec<_> = many.filter_map(|row| Some((share(row)?, row))).collect();
            many.sort_by(|left, right| right.0.total_cmp(&left.0));
            let ((high, best), (low, worst)) = many.first().zip(many.last())?;
            (many.len() > 1).then(|| {
                (i18n.text().sources().headline)(
                    format,
                    &label_of(&best.source, format),
                    *high,
                    &label_of(&worst.source, format),
                    *low,
                )
            })
        })
    });
    let sentence = Signal::derive(move || headline.get().unwrap_or_default());
    let is_sales = Memo::new(move |_| report.with(|report| !report.has_leads));
    view! {
        <Show when=move || headline.with(Option::is_some)>
            <Headline sentence=sentence testid="sources-headline" />
        </Show>
        <ResultBar file made stem=|text| text.sources().file />
        <Show when=move || is_sales.get()>
            <p class="hint">{i18n.phrase(|text| text.sources().sales_only)}</p>
        </Show>
        <Kept />
        <Choices report />
        <Rows report />
        <Months report />
    }
}

/// The choices as they were kept under a name. What sources cost belongs to one table.
#[component]
fn Kept() -> impl IntoView {
    let state = use_sources();
    let rules = move || SourcesOptions { costs: Vec::new(), ..state.options().get() };
    let take = move |rules: SourcesOptions| {
        state.change(|options| {
            let costs = std::mem::take(&mut options.costs);
            *options = SourcesOptions { costs, ..rules };
        });
    };
    view! {
        <KeptRules
            place=ListLens { get: |rules: &NamedRules| &rules.sources, get_mut: |rules| &mut rules.sources }
            rules=Signal::derive(rules)
            on_take=Callback::new(take)
        />
    }
}

/// The table that sources are counted by.
#[derive(Clone, Copy, Debug)]
struct CountedFile(Memo<Option<Loaded>>);

/// What the result was computed from, for the pictures that are saved of it.
pub(super) fn computed_from(report: Report) -> Signal<Vec<String>> {
    let file = use_context().map_or_else(|| Signal::stored(None), |CountedFile(file)| file.into());
    basis_line(file, move |file, format| {
        report.with(|report| export::funnel::sources_basis(report, &file.name, &file.report, format))
    })
}
