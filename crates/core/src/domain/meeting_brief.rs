//! How much of each timeline a meeting brief shows, so that a reader gets two pages and not ten.

/// How many rows of milestones fit on two A4 pages beside one partner's facts and all sources.
const N_ROWS: usize = 26;

/// How many rows the name, summary and facts of each further partner take.
const N_ROWS_OF_PARTNER: usize = 6;

/// How many milestones of each timeline are shown, the newest first, given how many each has.
///
/// Short timelines are shown whole; what they leave is shared among the others. Each keeps at least one, so that from
/// about five partners on the brief grows beyond two pages.
pub fn n_shown(n_milestones: &[usize]) -> Vec<usize> {
    let n_others = n_milestones.len().saturating_sub(1);
    let mut n_left = N_ROWS.saturating_sub(n_others * N_ROWS_OF_PARTNER);
    let mut shown = vec![0; n_milestones.len()];
    // Row by row, so that no timeline has two more than another that could have more.
    loop {
        let mut is_any = false;
        for (shown, n_all) in shown.iter_mut().zip(n_milestones) {
            let is_kept = *shown == 0 || n_left > 0;
            if *shown < *n_all && is_kept {
                *shown += 1;
                n_left = n_left.saturating_sub(1);
                is_any = true;
            }
        }
        if !is_any {
            return shown;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(n_milestones: &[usize], expected: &[usize]) {
        assert_eq!(n_shown(n_milestones), expected);
    }

    #[test]
    fn what_fits_is_shown_whole() {
        check(&[], &[]);
        check(&[0], &[0]);
        check(&[12], &[12]);
        check(&[9, 11], &[9, 11]);
    }

    #[test]
    fn what_does_not_fit_is_shared_and_short_timelines_stay_whole() {
        check(&[40], &[26]);
        check(&[12, 2, 12], &[6, 2, 6]);
    }

    #[test]
    fn each_keeps_its_newest() {
        check(&[3, 0, 3, 3, 3, 3, 3, 3], &[1, 0, 1, 1, 1, 1, 1, 1]);
    }
}
