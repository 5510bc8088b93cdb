//! What to do with more rows than a tab holds: SQL for the user's own engine, in the user's names.

mod code;
mod form;

use leptos::prelude::*;

use self::code::Code;
use self::form::{Form, Known, Slot, Typed};
use crate::analytics::dataset::{DateOrder, DecimalMark};
use crate::analytics::sql::{DailyQuery, Dialect};
use crate::jobs::protocol::JobError;
use crate::ui::components::{Disclosure, Segmented, Select, TextField};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{DraftStage, Workspace, use_workspace};

/// The name under which the SQL is saved.
const FILE_NAME: &str = "daily.sql";
const DATE_ORDERS: [DateOrder; 3] = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];
const DECIMAL_MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];

/// A line that opens to the SQL; open by itself where a file was too big.
#[component]
pub fn Beyond() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let known = Memo::new(move |_| known(workspace));
    let typed = RwSignal::new(Typed::default());
    let form = Memo::new(move |_| Form { known: known.get(), typed: typed.get() });
    let is_wanted = Memo::new(move |_| is_too_big(workspace));
    view! {
        <section class="beyond" data-testid="beyond">
            <Disclosure summary=i18n.label(|text| text.beyond().title) open=is_wanted>
                <div class="beyond__parts">
                    <p class="beyond__text">{i18n.phrase(|text| text.beyond().lead)}</p>
                    <Segmented
                        label=i18n.label(|text| text.beyond().engine)
                        all=|| Dialect::ALL
                        name=|dialect| dialect.name().to_owned()
                        chosen=move || form.with(|form| form.typed.dialect)
                        on_change=move |dialect| typed.update(|typed| typed.dialect = dialect)
                        testid="beyond-engine"
                    />
                    <Names form=form typed=typed />
                    <Query form=form />
                </div>
            </Disclosure>
        </section>
    }
}

/// The names of the table and its columns, and how cells stand in text.
#[component]
fn Names(form: Memo<Form>, typed: RwSignal<Typed>) -> impl IntoView {
    let i18n = use_i18n();
    let fields = Slot::ALL
        .into_iter()
        .map(|slot| {
            view! {
                <TextField
                    label=Signal::derive(move || slot.label(i18n.text().beyond()).to_owned())
                    value=Memo::new(move |_| form.with(|form| form.name(slot).to_owned()))
                    on_input=move |name| typed.update(|typed| drop(typed.names.insert(slot, name)))
                    testid="beyond-name"
                />
            }
        })
        .collect_view();
    view! {
        <div class="beyond__names">
            {fields}
            <Select
                label=i18n.label(|text| text.beyond().dates)
                all=|| DATE_ORDERS
                name=move |order| (i18n.text().beyond().dates_as)(order).to_owned()
                chosen=move || form.with(Form::date_order)
                on_change=move |order| typed.update(|typed| typed.date_order = Some(order))
            />
            <Select
                label=i18n.label(|text| text.beyond().amounts)
                all=|| DECIMAL_MARKS
                name=move |mark| (i18n.text().beyond().amounts_as)(mark).to_owned()
                chosen=move || form.with(Form::decimal)
                on_change=move |mark| typed.update(|typed| typed.decimal = Some(mark))
            />
        </div>
        <p class="beyond__text">{i18n.phrase(|text| text.beyond().names_hint)}</p>
    }
}

/// The SQL, or what is missing for it.
#[component]
fn Query(form: Memo<Form>) -> impl IntoView {
    let i18n = use_i18n();
    let query = Memo::new(move |_| form.with(Form::query));
    let sql = move |make: fn(&DailyQuery) -> String| {
        Memo::new(move |_| query.with(|query| query.as_ref().map(make).unwrap_or_default()))
    };
    let (export, account) = (sql(DailyQuery::export), sql(DailyQuery::account));
    let run = move || (i18n.text().beyond().run)(form.with(|form| form.typed.dialect));
    view! {
        <Show
            when=move || query.with(Option::is_some)
            fallback=move || view! { <p class="beyond__text">{i18n.phrase(|text| text.beyond().incomplete)}</p> }
        >
            <Code title=i18n.label(|text| text.beyond().query) text=export file_name=FILE_NAME testid="beyond-sql" />
            <p class="beyond__text">{run}</p>
            <Code title=i18n.label(|text| text.beyond().account) text=account testid="beyond-account" />
            <p class="beyond__text">{i18n.phrase(|text| text.beyond().account_hint)}</p>
        </Show>
    }
}

/// What the file being read tells, else the loaded one.
fn known(workspace: Workspace) -> Known {
    let inspected = workspace.draft().with(|draft| draft.as_ref()?.inspection.as_deref().map(Known::from));
    inspected
        .or_else(|| workspace.current().with(|loaded| loaded.as_ref().map(|loaded| Known::from(&*loaded.report))))
        .unwrap_or_default()
}

/// Whether the file is one that a tab cannot hold: mostly that is why an engine stops.
fn is_too_big(workspace: Workspace) -> bool {
    let is_about_size =
        |error: &JobError| matches!(error, JobError::TooBigWithoutWorker { .. } | JobError::EngineStopped);
    workspace.draft().with(|draft| {
        draft.as_ref().is_some_and(|draft| matches!(&draft.stage, DraftStage::Failed(error) if is_about_size(error)))
    })
}
