//! What screens ask of the engine, and the answers. The engine runs in a worker, natively in tests, and on the
//! main thread where no worker starts; it is the same code everywhere.

pub mod handle;
pub mod protocol;
