//! Decides whether the page's program is cut into parts.
//!
//! It is where it is built for visitors: `script/web/split.mjs` then cuts it where `wasm_split` stands (see
//! `src/ui/lazy.rs`). While one works on it, it is one piece, which builds faster and needs no cutting. The feature `parts`
//! is for that program alone (`index.html`): the workers have no screens, and would be given them, since what is cut has
//! to be exported.

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-check-cfg=cfg(split_parts)");
    let is = |name, value| env::var(name).is_ok_and(|is| is == value);
    if env::var_os("CARGO_FEATURE_PARTS").is_some() && is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release")
    {
        println!("cargo:rustc-cfg=split_parts");
        // What refers to what, by which the parts are told.
        println!("cargo:rustc-link-arg-bin=app=--emit-relocs");
    }
}
