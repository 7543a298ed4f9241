//! The peers' tables over one set of keys, and a function for each look-up.

/// Peers over the keys of a file that the build script wrote.
macro_rules! peers {
    ($name:ident, $file:literal) => {
        pub mod $name {
            use std::collections::HashMap;
            use std::sync::LazyLock;
            include!(concat!(env!("OUT_DIR"), "/", $file));

            static STD: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| ENTRIES.iter().copied().collect());
            static RAPID: LazyLock<HashMap<&str, u8, rapidhash::fast::RandomState>> =
                LazyLock::new(|| ENTRIES.iter().copied().collect());

            pub fn phf(key: &str) -> Option<u8> {
                PHF.get(key).copied()
            }

            pub fn ptrhash(key: &str) -> Option<u8> {
                PTRHASH.get(key).copied()
            }

            pub fn quickphf(key: &str) -> Option<u8> {
                QUICKPHF.get(key).copied()
            }

            pub fn frozen(key: &str) -> Option<u8> {
                FROZEN.get(key).copied()
            }

            pub fn std(key: &str) -> Option<u8> {
                STD.get(key).copied()
            }

            pub fn rapid(key: &str) -> Option<u8> {
                RAPID.get(key).copied()
            }
        }
    };
}

peers!(keys, "keys.rs");
peers!(names, "names.rs");

/// Peers that take the two parts of a name.
pub mod pairs {
    use std::collections::HashMap;
    use std::sync::LazyLock;
    include!(concat!(env!("OUT_DIR"), "/pairs.rs"));

    static STD: LazyLock<HashMap<(&str, &str), u8>> = LazyLock::new(|| ENTRIES.iter().copied().collect());
    static RAPID: LazyLock<HashMap<(&str, &str), u8, rapidhash::fast::RandomState>> =
        LazyLock::new(|| ENTRIES.iter().copied().collect());

    pub fn std(name: (&str, &str)) -> Option<u8> {
        STD.get(&name).copied()
    }

    pub fn rapid(name: (&str, &str)) -> Option<u8> {
        RAPID.get(&name).copied()
    }
}
