//! The rules of `ARCHITECTURE.md`, held by reading the sources. Each says what to do when it is broken.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something is wrong"
)]

#[path = "architecture/cycles.rs"]
mod cycles;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Layers and what each may use, as the table in `src/lib.rs` has them.
const LAYERS: [(&str, &[&str]); 8] = [
    ("analytics", &[]),
    ("profile", &["analytics"]),
    ("i18n", &["analytics", "profile"]),
    ("charts", &["analytics", "i18n"]),
    ("jobs", &["analytics", "i18n"]),
    ("storage", &["profile"]),
    ("platform", &["analytics", "profile", "i18n", "charts", "jobs", "storage"]),
    ("ui", &["analytics", "profile", "i18n", "charts", "jobs", "storage", "platform"]),
];

/// Layers that give the same bytes for the same input, everywhere.
const PURE: [&str; 6] = ["analytics", "profile", "i18n", "charts", "jobs", "storage"];

/// Longer files hold more than one idea.
const LINES_MAX: usize = 600;

/// One source file.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn name(&self) -> String {
        self.path.display().to_string().replace('\\', "/")
    }

    /// `analytics` for `src/analytics/amount.rs`.
    fn layer(&self) -> String {
        let mut parts = self.path.components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
        parts.next().unwrap_or_default().trim_end_matches(".rs").to_owned()
    }

    /// Numbered lines of code: comments are blank, tests at the end of the file are cut off, or are a file of their own.
    fn code(&self) -> Vec<(usize, String)> {
        if self.path.ends_with("tests.rs") {
            return Vec::new();
        }
        // A module that stands in a file of its own, or is used by tests of others, is no end.
        let begins_tests =
            |(line, next): &(&str, &str)| line.starts_with("#[cfg(test)]") && next.trim_end().ends_with('{');
        let lines = self.text.lines();
        let with_next = lines.clone().zip(lines.skip(1).chain([""]));
        let code = with_next.take_while(|pair| !begins_tests(pair)).map(|(line, _)| without_comment(line));
        code.enumerate().map(|(index, line)| (index + 1, line)).collect()
    }

    /// The same in one piece, for what may stand on several lines.
    fn code_text(&self) -> String {
        self.code().into_iter().fold(String::new(), |mut text, (_, line)| {
            let _ = writeln!(text, "{line}");
            text
        })
    }
}

/// The line up to a comment; `//` within a text is none.
fn without_comment(line: &str) -> String {
    let mut quoted = false;
    let mut before = '\0';
    for (at, letter) in line.char_indices() {
        match letter {
            '"' if before != '\\' && before != '\'' => quoted = !quoted,
            '/' if before == '/' && !quoted => return line[..at - 1].to_owned(),
            _ => {}
        }
        before = letter;
    }
    line.to_owned()
}

fn sources(folder: &str, extension: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new(folder), extension, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no .{extension} files in {folder}: is this the root of the project?");
    found
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(Source { text: fs::read_to_string(&path).unwrap(), path });
        }
    }
}

/// Fails with every breach in one message.
fn hold(rule: &str, remedy: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{rule}\n{remedy}\n  {}\n", breaches.join("\n  "));
}

/// The first words after each `crate::`, also those in braces: `crate::{a::b, c}` has `a` and `c`.
fn used_layers(code: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    let mut used: Vec<String> = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        let Some(list) = rest.strip_prefix('{') else {
            used.push(word(rest));
            continue;
        };
        let mut depth = 0_i32;
        let mut start = 0;
        for (at, letter) in list.char_indices() {
            match letter {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    used.push(word(list[start..at].trim_start()));
                    start = at + 1;
                    if letter == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

#[test]
fn layers_use_only_what_stands_below_them() {
    let mut breaches = Vec::new();
    for source in sources("src", "rs") {
        let layer = source.layer();
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else { continue };
        for used in used_layers(&source.code_text()) {
            let known = LAYERS.iter().any(|(name, _)| *name == used);
            if known && used != layer && !allowed.contains(&used.as_str()) {
                breaches.push(format!("{} uses crate::{used}", source.name()));
            }
        }
    }
    hold(
        "A layer uses one above it.",
        "Move what is shared down, or pass it in as an argument; see the table in src/lib.rs.",
        &breaches,
    );
}

#[test]
fn every_module_is_a_layer() {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let modules: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    for (layer, _) in LAYERS {
        assert!(modules.contains(&layer), "{layer} is a layer here, but no module of src/lib.rs");
        // What a build may leave out is no link.
        let named = [format!("| [`{layer}`] |"), format!("| `{layer}` |")];
        assert!(named.iter().any(|name| text.contains(name)), "the table in src/lib.rs lacks {layer}");
    }
    for module in modules {
        assert!(
            LAYERS.iter().any(|(layer, _)| *layer == module),
            "give {module} its place in LAYERS and in src/lib.rs"
        );
    }
}

#[test]
fn pure_layers_know_no_browser_no_clock_and_no_chance() {
    const FOREIGN: [&str; 13] = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "rand::",
        "getrandom",
        "std::time",
        "std::env",
        "std::fs",
        "std::net",
        "std::thread",
        "SystemTime",
    ];
    let mut breaches = Vec::new();
    for source in sources("src", "rs").into_iter().filter(|source| PURE.contains(&source.layer().as_str())) {
        for (number, line) in source.code() {
            for name in FOREIGN.iter().filter(|name| line.contains(**name)) {
                breaches.push(format!("{}:{number} names {name}", source.name()));
            }
        }
    }
    hold(
        "A pure layer reaches outside.",
        "Ask for a value, a trait or a callback, and let platform or ui bring it.",
        &breaches,
    );
}

#[test]
fn only_platform_talks_to_the_browser() {
    const BROWSER: [&str; 5] = ["js_sys", "wasm_bindgen::prelude", "web_sys::window", "window()", "document()"];
    let mut breaches = Vec::new();
    for source in sources("src/ui", "rs") {
        for (number, line) in source.code() {
            for name in BROWSER.iter().filter(|name| line.contains(**name)) {
                breaches.push(format!("{}:{number} names {name}", source.name()));
            }
        }
    }
    hold(
        "A screen talks to the browser itself.",
        "Give src/platform a function that says what is meant, and call it.",
        &breaches,
    );
}

#[test]
fn nothing_is_ever_read_as_html_or_code() {
    const DANGEROUS: [&str; 10] = [
        "inner_html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "JsFunction",
        "eval(",
        "new Function",
        "document.write",
        "js_sys::Function::new",
    ];
    let mut breaches = Vec::new();
    for source in sources("src", "rs").into_iter().chain(sources("web", "js")) {
        for (number, line) in source.code() {
            for name in DANGEROUS.iter().filter(|name| line.contains(**name)) {
                breaches.push(format!("{}:{number} has {name}", source.name()));
            }
        }
    }
    hold(
        "Text could become HTML or code.",
        "Make text nodes and elements; the page's policy refuses the rest.",
        &breaches,
    );
}

#[test]
fn screens_have_no_inline_styles() {
    let mut breaches = Vec::new();
    for source in sources("src/ui", "rs") {
        for (number, line) in source.code() {
            if line.contains(" style=") || line.trim_start().starts_with("style=") {
                breaches.push(format!("{}:{number}", source.name()));
            }
        }
    }
    hold(
        "A style attribute, which the page's policy refuses.",
        "Use a class, or style:name= for what is computed (it goes through the object model, not through markup).",
        &breaches,
    );
}

/// Letters of a word, so that marks and arrows in views are no texts.
fn is_text(literal: &str) -> bool {
    literal.chars().filter(|letter| letter.is_alphabetic()).count() > 1
}

/// The literal that begins `text`, if one does.
fn leading_literal(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split('"').next()
}

#[test]
fn views_take_their_words_from_i18n() {
    const SPOKEN: [&str; 5] = ["title=\"", "aria-label=\"", "placeholder=\"", "alt=\"", "aria-description=\""];
    let mut breaches = Vec::new();
    for source in sources("src/ui", "rs") {
        let mut tag_open = false;
        for (number, line) in source.code() {
            let trimmed = line.trim();
            // `<p>"text"</p>`, and a text on a line of its own below `<p>`.
            let inside = trimmed.match_indices(">\"").filter_map(|(at, _)| leading_literal(&trimmed[at + 1..]));
            let alone = tag_open.then(|| leading_literal(trimmed)).flatten();
            let spoken = SPOKEN.iter().flat_map(|name| {
                trimmed.match_indices(name).filter_map(|(at, found)| leading_literal(&trimmed[at + found.len() - 1..]))
            });
            if let Some(text) = inside.chain(alone).chain(spoken).find(|literal| is_text(literal)) {
                breaches.push(format!("{}:{number} says \"{text}\"", source.name()));
            }
            tag_open = trimmed.ends_with('>') && !trimmed.ends_with("=>") && !trimmed.ends_with("->");
        }
    }
    hold(
        "A view has words of its own.",
        "Make it a field of src/i18n/messages and give it in every language.",
        &breaches,
    );
}

#[test]
fn russian_is_written_in_i18n_only() {
    let mut breaches = Vec::new();
    for source in sources("src", "rs") {
        // The reader knows the words that files are written with: that is knowledge, not speech.
        if ["i18n", "analytics"].contains(&source.layer().as_str()) {
            continue;
        }
        for (number, line) in source.code() {
            // One letter alone is no word: ё is set equal to е. Names of languages are the same in every language.
            let letters: Vec<bool> = line.chars().map(|letter| ('\u{400}'..='\u{4ff}').contains(&letter)).collect();
            if letters.windows(2).any(|pair| pair == [true, true]) && !line.contains("Русский") {
                breaches.push(format!("{}:{number}", source.name()));
            }
        }
    }
    hold("Russian words outside of i18n.", "Make them fields of src/i18n/messages.", &breaches);
}

#[test]
fn every_language_has_the_same_files() {
    let files = |folder: &str| -> Vec<PathBuf> {
        let root = Path::new(folder);
        sources(folder, "rs").iter().map(|source| source.path.strip_prefix(root).unwrap().to_owned()).collect()
    };
    assert_eq!(files("src/i18n/en"), files("src/i18n/ru"), "an area of texts is missing in one language");
}

#[test]
fn files_are_small_enough_to_hold_in_the_head() {
    let mut breaches = Vec::new();
    for source in sources("src", "rs").into_iter().chain(sources("tests", "rs")).chain(sources("style", "css")) {
        let lines = source.text.lines().count();
        if lines > LINES_MAX {
            breaches.push(format!("{} has {lines} lines", source.name()));
        }
    }
    hold(&format!("A file of more than {LINES_MAX} lines."), "Part it by ideas, one a file.", &breaches);
}

/// The block of a rule for one class alone, at the beginning of a line: `.range__dot {` is of `range`.
fn block_of_rule(line: &str) -> Option<&str> {
    let name = line.strip_prefix('.')?.strip_suffix(" {")?;
    let is_one_class = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let end = name.find("__").or_else(|| name.find("--")).unwrap_or(name.len());
    if is_one_class { name.get(..end) } else { None }
}

#[test]
fn a_block_of_classes_is_told_in_one_file() {
    let mut homes = BTreeMap::<String, BTreeSet<String>>::new();
    for source in sources("style", "css").into_iter().filter(|source| source.name() != "style/print.css") {
        for block in source.text.lines().filter_map(block_of_rule) {
            homes.entry(block.to_owned()).or_default().insert(source.name());
        }
    }
    let breaches: Vec<_> = homes
        .iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(block, files)| format!("`{block}` in {}", files.iter().cloned().collect::<Vec<_>>().join(" and ")))
        .collect();
    hold(
        "A block of classes told in two style sheets: each would change what the other laid out.",
        "Give one of them another name.",
        &breaches,
    );
}

#[test]
fn the_policy_stands_first_in_the_page() {
    let page = fs::read_to_string("index.html").unwrap();
    let head: Vec<&str> = page.split('<').filter(|part| part.starts_with("meta ")).collect();
    assert!(head[0].contains("charset"), "the first meta names the encoding");
    assert!(
        head[1].contains("Content-Security-Policy"),
        "the second meta is the policy: what comes before is not held by it"
    );
    for directive in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval';",
        "style-src 'self';",
        "connect-src 'self';",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types app\"",
    ] {
        assert!(head[1].contains(directive), "the policy lacks {directive}");
    }
    for forbidden in [" style=", "<style", "javascript:", "onload=", "http://", "https://"] {
        assert!(
            !page.contains(forbidden),
            "index.html has {forbidden}, which the policy refuses or which leaves the host"
        );
    }
}

#[test]
fn the_rules_see_what_they_look_for() {
    assert_eq!(used_layers("use crate::{ui::state, i18n::{Format, Locale}, jobs};"), ["ui", "i18n", "jobs"]);
    assert_eq!(used_layers("let x = crate::platform::boot::base_path();"), ["platform"]);
    assert_eq!(without_comment(r#"let a = "http://x"; // why"#), r#"let a = "http://x"; "#);
    assert_eq!(leading_literal("\"Save\"</p>"), Some("Save"));
    assert!(is_text("Save") && !is_text("→") && !is_text("%"));
    assert_eq!(block_of_rule(".range__dot {"), Some("range"));
    assert_eq!(block_of_rule(".button--primary {"), Some("button"));
    assert_eq!([".range .dot {", ".range:hover {", "  .range {", "}"].map(block_of_rule), [None; 4]);
    let text = "#[cfg(test)]\nmod tests;\nfn seen() {}\n#[cfg(test)]\nmod tests {\nfn unseen() {}\n}\n";
    let source = Source { path: PathBuf::from("src/ui/a.rs"), text: text.to_owned() };
    assert_eq!(source.code().len(), 3, "a file of tests does not end the code");
}
