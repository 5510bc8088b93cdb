//! A number typed or stepped.

use leptos::prelude::*;

use super::unique_id;
use crate::ui::state::i18n::use_i18n;

/// A number between two limits. Takes effect on Enter or on leaving the field; arrows step it.
///
/// A text that is no number puts the old value back; a number beyond a limit becomes the limit.
#[component]
pub fn NumberField(
    /// What the number is.
    #[prop(into)]
    label: Signal<String>,
    /// The value in force.
    #[prop(into)]
    value: Signal<f64>,
    /// Least value.
    min: f64,
    /// Greatest value.
    max: f64,
    /// What an arrow adds or takes.
    step: f64,
    /// Unit behind the number.
    #[prop(optional, into)]
    suffix: Option<Signal<String>>,
    /// Told the new value, within the limits.
    #[prop(into)]
    on_change: Callback<f64>,
    /// Keeps the label for screen readers only.
    #[prop(optional)]
    hide_label: bool,
    /// Whether zero means that nothing is known, and is not written.
    #[prop(optional)]
    blank_at_zero: bool,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let id = unique_id("number");
    let i18n = use_i18n();
    // Counts the commits: a text that changed nothing must be replaced by the value in force too.
    let (commits, set_commits) = signal(0_u32);
    let written = move || {
        commits.track();
        let value = value.get();
        if blank_at_zero && value == 0.0 { String::new() } else { write_number(value, i18n.format().decimal_mark()) }
    };
    let commit = move |wanted: Option<f64>| {
        if let Some(wanted) = wanted.map(|wanted| wanted.clamp(min, max))
            && wanted.to_bits() != value.get_untracked().to_bits()
        {
            on_change.run(wanted);
        }
        set_commits.update(|commits| *commits = commits.wrapping_add(1));
    };
    // What is emptied is zero again where zero is not written.
    let parse = move |text: &str| match text.trim() {
        "" if blank_at_zero => Some(0.0),
        text => parse_number(text),
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        let typed = parse(&event_target_value(&event));
        let current = typed.unwrap_or_else(|| value.get_untracked());
        match event.key().as_str() {
            "ArrowUp" => commit(Some(step_number(current, step))),
            "ArrowDown" => commit(Some(step_number(current, -step))),
            "Enter" => commit(typed),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="field">
            <label class="field__label" class:visually-hidden=hide_label for=id.clone()>{label}</label>
            <span class="number">
                <input
                    class="input number__control"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    role="spinbutton"
                    id=id
                    data-testid=testid
                    aria-valuenow=Signal::derive(move || value.get().to_string())
                    aria-valuemin=min.to_string()
                    aria-valuemax=max.to_string()
                    prop:value=written
                    on:change=move |event| commit(parse(&event_target_value(&event)))
                    on:keydown=pressed
                />
                {suffix.map(|suffix| view! { <span class="number__suffix">{suffix}</span> })}
            </span>
        </div>
    }
}

/// A number as people type it: either decimal mark, blanks between the digits, either minus.
fn parse_number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|char| !char.is_whitespace())
        .map(|char| match char {
            ',' => '.',
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    if !plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) {
        return None;
    }
    plain.parse::<f64>().ok().filter(|number| number.is_finite())
}

fn write_number(value: f64, decimal_mark: char) -> String {
    value.to_string().replace('.', decimal_mark.encode_utf8(&mut [0; 4]))
}

/// `value + step` without the dust of binary fractions: 0.1 + 0.2 is to be shown as 0.3.
fn step_number(value: f64, step: f64) -> f64 {
    ((value + step) * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_typed() {
        for (text, number) in [
            ("80", Some(80.0)),
            ("12,5", Some(12.5)),
            ("12.5", Some(12.5)),
            (" 1 234,5 ", Some(1234.5)),
            ("1\u{202f}234", Some(1234.0)),
            ("\u{2212}3", Some(-3.0)),
            ("", None),
            ("eighty", None),
            ("1e9", None),
            ("inf", None),
            ("1,2,3", None),
        ] {
            assert_eq!(parse_number(text), number, "{text:?}");
        }
    }

    #[test]
    fn numbers_as_shown() {
        assert_eq!(write_number(12.5, ','), "12,5");
        assert_eq!(write_number(80.0, '.'), "80");
        assert_eq!(write_number(step_number(0.1, 0.2), '.'), "0.3");
    }
}
