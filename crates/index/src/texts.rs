//! Many short texts in one: a hundred thousand strings of their own would take several times the memory.

/// Texts, numbered in the order in which they came.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// All of them one after another.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    pub fn push(&mut self, text: &str) {
        if self.text.capacity() - self.text.len() < text.len() {
            // By a quarter: twice as much would be several megabytes too many.
            self.text.reserve_exact(self.text.len() / 4 + text.len());
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text with this number; there is to be one.
    pub fn get(&self, idx: usize) -> &str {
        let start = if idx == 0 { 0 } else { self.ends[idx - 1] };
        &self.text[start as usize..self.ends[idx] as usize]
    }
}
