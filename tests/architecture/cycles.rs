//! Modules that stand side by side use each other in one direction.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{hold, sources};

/// Layers whose modules are held apart. Those of `i18n`, `storage` and `platform` are few and know each other.
const HELD: [&str; 5] = ["analytics", "profile", "charts", "jobs", "ui"];

/// A path as written, and the name that it gives: `a::b as c` is `["a", "b"]` under `c`.
type Named = (Vec<String>, String);

/// What each module of a layer uses of its siblings, and where that is written.
type Graph = BTreeMap<String, BTreeMap<String, String>>;

#[test]
fn modules_beside_each_other_use_each_other_in_one_direction() {
    let breaches: Vec<String> = HELD.into_iter().flat_map(|layer| in_cycles(&graph(layer))).collect();
    hold(
        "Modules of a layer use each other in a circle.",
        "Move what both need to the one that can do without the other, or to a module of its own, or pass it in.",
        &breaches,
    );
}

#[test]
fn circles_are_found() {
    let edge = |(from, to): (&str, &str)| (from.to_owned(), to.to_owned());
    for (edges, found) in [
        (vec![("a", "b"), ("b", "c"), ("a", "c")], 0),
        (vec![("a", "b"), ("b", "a"), ("b", "c")], 2),
        (vec![("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")], 3),
    ] {
        let mut graph = Graph::new();
        for (from, to) in edges.iter().copied().map(edge) {
            graph.entry(from).or_default().insert(to, "src/x.rs".to_owned());
        }
        assert_eq!(in_cycles(&graph).len(), found, "{edges:?}");
    }
    let code = "use crate::{a::{b, c as d}, e}; use super::super::f::g; fn x() { crate::h::i(); k::crate_(); } #[cfg(test)] mod t { use crate::l; }";
    let found: Vec<String> =
        paths_of(code).into_iter().map(|(path, name)| format!("{}={name}", path.join("."))).collect();
    assert_eq!(found, ["crate.a.b=b", "crate.a.c=d", "crate.e=e", "super.super.f.g=g", "crate.h.i=i"]);
    let here = ["ui", "tools", "x"].map(str::to_owned);
    assert_eq!(
        from_root(&here, &["super", "super", "state"].map(str::to_owned)),
        Some(vec!["ui".into(), "state".into()])
    );
    assert_eq!(from_root(&here, &["crate", "jobs"].map(str::to_owned)), Some(vec!["jobs".into()]));
}

/// The uses that are part of a circle.
fn in_cycles(graph: &Graph) -> Vec<String> {
    let reaches = |from: &str, to: &str| {
        let mut seen = BTreeSet::from([from]);
        let mut left = vec![from];
        while let Some(module) = left.pop() {
            let used = graph.get(module).into_iter().flat_map(BTreeMap::keys);
            left.extend(used.map(String::as_str).filter(|used| seen.insert(used)));
        }
        seen.contains(to)
    };
    let edges = graph.iter().flat_map(|(from, used)| used.iter().map(move |(to, place)| (from, to, place)));
    edges
        .filter(|(from, to, _)| reaches(to, from))
        .map(|(from, to, place)| format!("{from} uses {to}: {place}"))
        .collect()
}

/// What the modules of a layer use of each other.
fn graph(layer: &str) -> Graph {
    let given = given_by(layer);
    let mut graph = Graph::new();
    for source in sources(&format!("src/{layer}"), "rs") {
        let here = module_of(&source.path);
        let Some(from) = here.get(1) else { continue };
        // Tests may use what they like.
        let text = if source.path.ends_with("tests.rs") { "" } else { &source.text };
        for (path, _) in paths_of(text) {
            let Some(path) = from_root(&here, &path) else { continue };
            let (true, Some(name)) = (path.first().is_some_and(|first| first == layer), path.get(1)) else { continue };
            let to = given.get(name).unwrap_or(name);
            if to != from {
                let place = || format!("{} has {}", source.name(), path.join("::"));
                graph.entry(from.clone()).or_default().entry(to.clone()).or_insert_with(place);
            }
        }
    }
    graph
}

/// Names that a layer gives of its modules, and whose each is: `charts::Palette` is of `palette`.
fn given_by(layer: &str) -> BTreeMap<String, String> {
    let source = sources("src", "rs").into_iter().find(|source| module_of(&source.path) == [layer]);
    let tokens = tokens(&source.expect("each layer has a file").text);
    let uses = tokens.split(|token| is_mark(token, ';'));
    let mut given = BTreeMap::new();
    for tokens in uses {
        let Some(at) = tokens.iter().position(|token| is_word(token, "use")) else { continue };
        let mut named = Vec::new();
        read_path(&tokens[at + 1..], Vec::new(), &mut named);
        for (path, name) in named {
            if let Some(module) = path.iter().find(|part| *part != "self") {
                given.insert(name, module.clone());
            }
        }
    }
    given
}

/// `["analytics", "amount"]` for `src/analytics/amount.rs`.
fn module_of(path: &Path) -> Vec<String> {
    let parts = path.with_extension("");
    let names = parts.components().skip(1).filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    names.filter(|name| name != "mod").collect()
}

/// A path of a module from the root of the crate.
fn from_root(here: &[String], path: &[String]) -> Option<Vec<String>> {
    let up = path.iter().take_while(|part| *part == "super").count();
    let base = match path.first()?.as_str() {
        "crate" => &[],
        _ => here.get(..here.len().checked_sub(up)?)?,
    };
    Some(base.iter().chain(path.iter().skip(up.max(1))).cloned().collect())
}

/// Every path that begins with `crate` or `super`, in `use` and elsewhere.
fn paths_of(code: &str) -> Vec<Named> {
    let mut found = Vec::new();
    collect(&tokens(code), &mut found);
    found
}

fn tokens(code: &str) -> Vec<TokenTree> {
    code.parse::<TokenStream>().expect("code that compiles").into_iter().collect()
}

fn collect(tokens: &[TokenTree], found: &mut Vec<Named>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if is_word(token, "crate") || is_word(token, "super") {
            at += read_path(&tokens[at..], Vec::new(), found);
            continue;
        }
        if is_for_tests(token, tokens.get(at + 1)) {
            let is_end = |token: &TokenTree| match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                token => is_mark(token, ';'),
            };
            at += tokens[at..].iter().position(is_end).unwrap_or(0) + 1;
            continue;
        }
        if let TokenTree::Group(group) = token {
            collect(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
        at += 1;
    }
}

/// Reads a path, or those in braces after it; how many tokens it takes.
fn read_path(tokens: &[TokenTree], before: Vec<String>, found: &mut Vec<Named>) -> usize {
    let mut path = before;
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) => path.push(word.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for one in inner.split(|token| is_mark(token, ',')) {
                    read_path(one, path.clone(), found);
                }
                return at + 1;
            }
            _ => return at,
        }
        at += 1;
        let is_colon =
            |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        if is_colon(tokens.get(at)) && is_colon(tokens.get(at + 1)) {
            at += 2;
            continue;
        }
        let renamed = match (tokens.get(at), tokens.get(at + 1)) {
            (Some(word), Some(TokenTree::Ident(name))) if is_word(word, "as") => Some(name.to_string()),
            _ => None,
        };
        let name = renamed.or_else(|| path.iter().rfind(|part| *part != "self").cloned()).unwrap_or_default();
        path.retain(|part| part != "self");
        found.push((path, name));
        return at;
    }
}

/// Whether an item begins that only tests have: `#[cfg(test)]`.
fn is_for_tests(token: &TokenTree, next: Option<&TokenTree>) -> bool {
    is_mark(token, '#')
        && matches!(next, Some(TokenTree::Group(group)) if group.stream().to_string().replace(' ', "") == "cfg(test)")
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == mark)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(found) if found == word)
}
