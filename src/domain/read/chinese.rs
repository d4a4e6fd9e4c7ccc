//! Numbers in Chinese characters: "三", "二十五", "两千", "壹拾贰点五", "二〇二六".

/// The digit a character stands for.
fn digit(c: char) -> Option<i64> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The place value a character stands for, below ten thousand.
fn place(c: char) -> Option<i64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        _ => None,
    }
}

/// Whether the character can be part of a number in Chinese characters.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || place(c).is_some()
}

/// Reads a number below ten thousand, or a string of bare digits such as a year.
pub(crate) fn number(text: &str) -> Option<i64> {
    if text.is_empty() || text.chars().count() > 8 {
        return None;
    }
    if text.chars().all(|c| digit(c).is_some()) {
        return text.chars().try_fold(0i64, |sum, c| Some(sum * 10 + digit(c)?));
    }
    let (mut total, mut pending) = (0i64, None);
    for c in text.chars() {
        if let Some(d) = digit(c) {
            if pending.is_some_and(|p| p != 0) {
                return None;
            }
            pending = Some(d);
        } else {
            // "十五" has no digit before its place: one ten is meant.
            total += pending.take().filter(|d| *d != 0).unwrap_or(1) * place(c)?;
        }
    }
    Some(total + pending.unwrap_or(0))
}
