//! A hand-made hash: length, and eight bytes at the beginning, in the middle and at the end, one multiplication, into a
//! sparse table.

/// The slot of a key among 4,096.
pub fn slot(key: &[u8], multiplier: u64) -> usize {
    let word = |bytes: &[u8]| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(word)
    };
    let mixed = match (
        key.first_chunk(),
        key.get(key.len() / 2 - key.len().min(8) / 2..).and_then(|rest| rest.first_chunk()),
        key.last_chunk(),
    ) {
        (Some(first), Some(middle), Some(last)) => {
            let [first, middle, last] = [first, middle, last].map(|chunk| u64::from_le_bytes(*chunk));
            first ^ middle.rotate_left(17) ^ last.rotate_left(37)
        }
        _ => word(key),
    };
    ((mixed ^ key.len() as u64).wrapping_mul(multiplier) >> 52) as usize
}
