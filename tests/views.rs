//! No part of a view is made of HTML text.
//!
//! Leptos puts an element together by `innerHTML` when it, and all in it, are literals: a small saving that the page's
//! policy (`require-trusted-types-for 'script'`) refuses at run time, on the one screen where it happens. So it is
//! looked for here, by the framework's own rule (`is_inert_element` of leptos_macro) and its own parser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something is wrong"
)]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use rstml::Infallible;
use rstml::node::{KVAttributeValue, Node, NodeAttribute, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Expr, Lit};

type Element = NodeElement<Infallible>;

/// Attributes that are set on the element itself, so that they never become text.
const COMPUTED: [&str; 5] = ["style:", "prop:", "on:", "use:", "bind"];

#[test]
fn no_element_of_a_view_is_made_of_literals_alone() {
    let mut breaches = Vec::new();
    for path in files(Path::new("src/ui")) {
        let text = fs::read_to_string(&path).unwrap();
        for line in inert_lines(&text) {
            breaches.push(format!("{}:{line}", path.display()));
        }
    }
    assert!(
        breaches.is_empty(),
        "\nAn element of literals alone, which Leptos would make by innerHTML and the page's policy refuse.\n\
         Put one of its values in braces: <span class={{\"dot\"}}></span>, or take it from a constant.\n  {}\n",
        breaches.join("\n  ")
    );
}

#[test]
fn elements_of_literals_are_found() {
    for (view, found) in [
        (r#"view! { <p class="a">"text"</p> }"#, false),
        (r#"view! { <div><p class="a"></p></div> }"#, true),
        (r#"view! { <div><p class={"a"}></p></div> }"#, false),
        (r#"view! { <div><p class=A></p></div> }"#, false),
        (r#"view! { <div><p></p></div> }"#, false),
        (r#"view! { <div>{x}<ul><li>"one"</li></ul></div> }"#, true),
        (r#"view! { <p class=A>{move || x.map(|x| view! { <b><i class="i"></i>{x}</b> })}</p> }"#, true),
        (r#"view! { <Show when=y><p>"text"</p></Show> }"#, true),
        (r#"view! { <div><p on:click=z class="a"></p></div> }"#, false),
        (r#"view! { <div><Icon name="a" /></div> }"#, false),
    ] {
        assert_eq!(!inert_lines(view).is_empty(), found, "{view}");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Lines on which such elements begin.
fn inert_lines(text: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    for view in views(text.parse().unwrap()) {
        let nodes = rstml::parse2(view).unwrap();
        match nodes.as_slice() {
            // The root of a view is always made as an element.
            [Node::Element(root)] if !is_component(root) => look(&root.children, &mut lines),
            nodes => look(nodes, &mut lines),
        }
    }
    lines
}

/// The contents of every `view! { … }`, also of those within others.
fn views(tokens: TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let is_view = index >= 2
            && matches!(&tokens[index - 2], TokenTree::Ident(name) if name == "view")
            && matches!(&tokens[index - 1], TokenTree::Punct(mark) if mark.as_char() == '!');
        if is_view {
            found.push(group.stream());
        }
        found.extend(views(group.stream()));
    }
    found
}

fn look(nodes: &[Node], lines: &mut Vec<usize>) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        if is_inert(element) {
            lines.push(element.name().span().start().line);
        } else {
            look(&element.children, lines);
        }
    }
}

fn is_inert(element: &Element) -> bool {
    (!element.attributes().is_empty() || !element.children.is_empty()) && is_literal(element)
}

fn is_literal(element: &Element) -> bool {
    !is_component(element)
        && element.attributes().iter().all(is_literal_attribute)
        && element.children.iter().all(|child| match child {
            Node::Text(_) | Node::RawText(_) => true,
            Node::Element(element) => is_literal(element),
            _ => false,
        })
}

fn is_literal_attribute(attribute: &NodeAttribute) -> bool {
    let NodeAttribute::Attribute(attribute) = attribute else { return false };
    if matches!(attribute.key, NodeName::Block(_)) {
        return false;
    }
    let Some(value) = attribute.possible_value.to_value() else { return true };
    let KVAttributeValue::Expr(Expr::Lit(literal)) = &value.value else { return false };
    let key = attribute.key.to_string();
    matches!(literal.lit, Lit::Str(_)) && !COMPUTED.iter().any(|prefix| key.starts_with(prefix))
}

fn is_component(element: &Element) -> bool {
    let name = element.name().to_string();
    matches!(element.name(), NodeName::Block(_)) || name.contains("::") || name.starts_with(char::is_uppercase)
}
