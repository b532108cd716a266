//! The rank of a matrix over the fractions, for the tests that look whether published sums tell of a few. What the program itself
//! asks is `disclosure`'s, by another way of reckoning.

/// The rank over the fractions, by elimination without division.
pub fn rank(mut rows: Vec<Vec<i128>>) -> usize {
    let (mut done, mut last) = (0, 1);
    for column in 0..rows.first().map_or(0, Vec::len) {
        let Some(at) = (done..rows.len()).find(|&at| rows[at][column] != 0) else { continue };
        rows.swap(done, at);
        let lead = rows[done].clone();
        for row in rows.iter_mut().skip(done + 1) {
            let factor = row[column];
            for (entry, of) in row.iter_mut().zip(&lead) {
                *entry = (*entry * lead[column] - factor * of) / last;
            }
        }
        last = lead[column];
        done += 1;
    }
    done
}
