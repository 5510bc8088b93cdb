//! What became of the rows: sums, rows set aside with reasons, and what else to know.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account::{SetAsideLine, notes, set_aside_file_name, set_aside_lines};
use crate::analytics::dataset::ImportReport;
use crate::jobs::protocol::{JobError, Request, Response};
use crate::platform::{clock, download};
use crate::ui::components::{Button, Icon, IconView};
use crate::ui::state::failures::use_failures;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::{WhichTable, use_workspace};

/// The account of a file's rows.
#[component]
pub fn Report(
    /// The account.
    report: Arc<ImportReport>,
    /// Whose rows they are.
    which: WhichTable,
    /// Name of the file, from which names of downloads are made.
    #[prop(into)]
    file_name: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let lines = set_aside_lines(&report);
    let (noted, today) = (Arc::clone(&report), clock::today());
    let notes =
        Memo::new(move |_| notes(&noted, today, &i18n.text().import().report, i18n.text().kinds(), i18n.format()));
    view! {
        <section class="import-report" aria-labelledby="import-report-title">
            <h2 id="import-report-title">{i18n.phrase(|text| text.import().report.heading)}</h2>
            {if report.table.is_sales() {
                view! { <Facts report=Arc::clone(&report) /> }.into_any()
            } else {
                view! { <OtherFacts report=Arc::clone(&report) /> }.into_any()
            }}
            <Show when=move || notes.with(|notes| !notes.is_empty())>
                <h3>{i18n.phrase(|text| text.import().report.notes)}</h3>
                <ul class="import-report__notes">
                    {move || notes.get().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
                </ul>
            </Show>
            {if lines.is_empty() {
                view! {
                    <p class="import-report__all">
                        <IconView icon=Icon::CheckCircle />
                        <span>{i18n.phrase(|text| text.import().report.nothing_set_aside)}</span>
                    </p>
                }
                    .into_any()
            } else {
                view! {
                    <h3>{i18n.phrase(|text| text.import().report.set_aside)}</h3>
                    <p class="import-report__text">{i18n.phrase(|text| text.import().report.set_aside_text)}</p>
                    <SetAsideTable lines=lines />
                    <Download report=report which=which file_name=file_name />
                }
                    .into_any()
            }}
        </section>
    }
}

#[component]
fn Facts(report: Arc<ImportReport>) -> impl IntoView {
    let i18n = use_i18n();
    let (total, clients) = (report.total, report.clients);
    // Roubles and dollars have no sum.
    let total = (!report.mixes_currencies()).then(|| {
        view! {
            <div class="figure">
                <dt class="figure__name">{i18n.phrase(|text| text.import().report.total)}</dt>
                <dd class="figure__value">{move || i18n.format().money(total)}</dd>
            </div>
        }
    });
    let period = report.first.zip(report.last).map(|(first, last)| {
        view! {
            <div class="figure">
                <dt class="figure__name">{i18n.phrase(|text| text.import().report.period)}</dt>
                <dd class="figure__value">
                    {move || (i18n.text().import().report.from_to)(i18n.format(), first, last)}
                </dd>
            </div>
        }
    });
    view! {
        <dl class="figures">
            {total}
            <div class="figure">
                <dt class="figure__name">{i18n.phrase(|text| text.import().report.clients)}</dt>
                <dd class="figure__value">{move || i18n.format().count(clients)}</dd>
            </div>
            {period}
        </dl>
    }
}

/// Figures of a table that is not of sales, and what it is for.
#[component]
fn OtherFacts(report: Arc<ImportReport>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = report.rows_used;
    let columns = report.mapping.iter().count() + report.details.free_columns.len();
    let table = report.table;
    view! {
        <p class="import-report__text" data-testid="import-purpose">{move || (i18n.text().kinds().purpose)(table)}</p>
        <dl class="figures">
            <div class="figure">
                <dt class="figure__name">{i18n.phrase(|text| text.kinds().rows)}</dt>
                <dd class="figure__value">{move || i18n.format().count(rows)}</dd>
            </div>
            <div class="figure">
                <dt class="figure__name">{i18n.phrase(|text| text.kinds().columns)}</dt>
                <dd class="figure__value">{move || i18n.format().count(columns as u64)}</dd>
            </div>
        </dl>
    }
}

#[component]
fn SetAsideTable(lines: Vec<SetAsideLine>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = lines.into_iter().map(|line| {
        let SetAsideLine { reason, rows, amount, lines, more } = line;
        view! {
            <tr>
                <th scope="row">{move || (i18n.text().import().report.reason)(reason)}</th>
                <td class="is-number">{move || i18n.format().count(rows)}</td>
                <td class="is-number">{move || i18n.format().money(amount)}</td>
                <td>{move || (i18n.text().import().report.first_lines)(i18n.format(), &lines, more)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=i18n.phrase(|text| text.import().report.set_aside)>
            <table class="table import-report__table">
                <thead>
                    <tr>
                        <th scope="col">{i18n.phrase(|text| text.import().report.why)}</th>
                        <th scope="col" class="is-number">{i18n.phrase(|text| text.import().report.rows)}</th>
                        <th scope="col" class="is-number">{i18n.phrase(|text| text.import().report.amount)}</th>
                        <th scope="col">{i18n.phrase(|text| text.import().report.lines)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The rows set aside as a file, made by the engine that has them.
#[component]
fn Download(report: Arc<ImportReport>, which: WhichTable, file_name: String) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let (toasts, failures) = (use_toasts(), use_failures());
    let kept = report.set_aside_rows.len() as u64;
    let is_part = kept < report.rows_set_aside;
    let making = RwSignal::new(false);
    let media_type = format!("text/csv;charset={}", report.encoding.name());
    let press = move |()| {
        let media_type = media_type.clone();
        let (format, texts) = untrack(move || (i18n.format(), &i18n.text().import().report));
        let file_name = set_aside_file_name(&file_name, texts);
        making.set(true);
        spawn_local(async move {
            let request = Request::ExportSetAside { format };
            match workspace.ask_of(which, request).await {
                Ok(Response::File(bytes)) => {
                    if download::save(&file_name, &media_type, &bytes).is_err() {
                        toasts.show(ToastKind::Bad, texts.download_failed);
                    }
                }
                // The engine answers a request for a file with a file.
                Ok(_) => failures.tell(&JobError::OtherBuild),
                Err(error) => failures.tell(&error),
            }
            // The user may have left the screen meanwhile.
            making.try_set(false);
        });
    };
    view! {
        <div class="import-report__download">
            <Button
                icon=Icon::Download
                testid="download-set-aside"
                label=i18n.label(|text| text.import().report.download)
                disabled=making
                on_press=press
            />
            {is_part
                .then(|| {
                    view! {
                        <p class="import-report__text">
                            {move || (i18n.text().import().report.download_first)(i18n.format(), kept)}
                        </p>
                    }
                })}
        </div>
    }
}
