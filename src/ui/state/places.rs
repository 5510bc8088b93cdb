//! Addresses of the app's places, as a context.
//!
//! The app may stand under any path of a host. Every place is one name below that path, so that the relative
//! addresses of the page's files hold at each of them; the start is the path with a slash.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// The context. Provided inside the router.
#[derive(Clone)]
pub struct Places {
    base: Arc<str>,
    pathname: Memo<String>,
    navigate: Arc<dyn Fn(&str) + Send + Sync>,
}

impl Places {
    /// Provides the context to everything below; `base` is the path of the app without a slash at its end.
    pub fn provide(base: &str) -> Self {
        let navigate = use_navigate();
        let places = Self {
            base: base.into(),
            pathname: use_location().pathname,
            // The addresses are whole, so the router must not put the base before them once more.
            navigate: Arc::new(move |href| navigate(href, NavigateOptions { resolve: false, ..Default::default() })),
        };
        provide_context(places.clone());
        places
    }

    /// The address of a place: `/clientfolio/abc-xyz`.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// Goes to a place.
    pub fn go(&self, path: &str) {
        (self.navigate)(&self.href(path));
    }

    /// The name of the place where one is: empty for the start; `None` outside of the app.
    #[must_use]
    pub fn current(&self) -> Memo<Option<String>> {
        let (base, pathname) = (Arc::clone(&self.base), self.pathname);
        Memo::new(move |_| pathname.with(|pathname| place_of(pathname, &base).map(str::to_owned)))
    }
}

fn place_of<'a>(pathname: &'a str, base: &str) -> Option<&'a str> {
    let path = pathname.strip_prefix(base)?.trim_matches('/');
    // Some hosts show the page under the name of its file.
    Some(if path == "index.html" { "" } else { path })
}

/// Addresses of the app's places.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_places() -> Places {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::place_of;

    #[test]
    fn places_by_address() {
        for (pathname, base, place) in [
            ("/", "", Some("")),
            ("/index.html", "", Some("")),
            ("/data", "", Some("data")),
            ("/app/", "/app", Some("")),
            ("/app", "/app", Some("")),
            ("/app/abc-xyz", "/app", Some("abc-xyz")),
            ("/app/abc-xyz/", "/app", Some("abc-xyz")),
            ("/app/nowhere", "/app", Some("nowhere")),
            ("/elsewhere/data", "/app", None),
        ] {
            assert_eq!(place_of(pathname, base), place, "{pathname} under {base}");
        }
    }
}
