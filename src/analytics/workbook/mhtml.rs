//! Web pages saved as one file: parts of mail, of which those with a page are read.

use super::choice::ReadSheets;
use super::error::WorkbookError;
use super::html;

/// Whether the file begins as mail does.
pub fn is_mhtml(head: &[u8]) -> bool {
    let begin: String = head.iter().take(1_024).map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    begin.trim_start().starts_with("mime-version:")
}

/// Reads the tables of all parts that are pages.
///
/// # Errors
/// Those of pages.
pub fn read(bytes: &[u8]) -> Result<ReadSheets, WorkbookError> {
    let (headers, body) = split_headers(bytes);
    let mut sheets = Vec::new();
    let parts = match parameter(&headers, "boundary=") {
        Some(boundary) => parts(body, format!("--{boundary}").as_bytes()),
        None => vec![bytes],
    };
    for part in parts {
        let (headers, body) = split_headers(part);
        if !headers.to_lowercase().contains("text/html") {
            continue;
        }
        let page = match encoding_of(&headers).as_str() {
            "quoted-printable" => from_quoted_printable(body),
            "base64" => from_base64(body),
            _ => body.to_vec(),
        };
        match html::read(&html::decode(&page)) {
            Ok(ReadSheets(mut found)) => sheets.append(&mut found),
            // A part that only holds the others together.
            Err(WorkbookError::NoTable) => {}
            Err(error) => return Err(error),
        }
    }
    if sheets.is_empty() { Err(WorkbookError::NoTable) } else { Ok(ReadSheets(sheets)) }
}

/// Headers as text, and what follows the blank line after them.
fn split_headers(part: &[u8]) -> (String, &[u8]) {
    let mut rest = part;
    while !rest.is_empty() {
        let end = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |end| end + 1);
        let (line, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        rest = after;
        let is_first = part.len() - rest.len() == line.len();
        if line.trim_ascii().is_empty() && !is_first {
            break;
        }
    }
    let headers = part.get(..part.len() - rest.len()).unwrap_or_default();
    (String::from_utf8_lossy(headers).into_owned(), rest)
}

/// The value after `name`, with or without quotes.
fn parameter(headers: &str, name: &str) -> Option<String> {
    let at = headers.to_ascii_lowercase().find(name)?;
    let value = headers.get(at + name.len()..)?.trim_start();
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().map(str::to_owned),
        None => value.split(|c: char| c.is_whitespace() || c == ';').next().map(str::to_owned),
    }
}

fn encoding_of(headers: &str) -> String {
    parameter(headers, "content-transfer-encoding:").unwrap_or_default().to_lowercase()
}

/// What stands between lines that begin with the boundary.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut found = Vec::new();
    let mut begin = None;
    let mut position = 0;
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(boundary) {
            found.extend(begin.and_then(|begin| body.get(begin..position)));
            begin = Some(position + line.len());
        }
        position += line.len();
    }
    found.extend(begin.and_then(|begin| body.get(begin..)).filter(|rest| !rest.trim_ascii().is_empty()));
    found
}

fn from_quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut bytes = body.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        let mut ahead = bytes.clone();
        match (ahead.next(), ahead.next()) {
            (Some(b'\n'), _) => {
                bytes.next();
            }
            (Some(b'\r'), Some(b'\n')) => bytes = ahead,
            (Some(high), Some(low)) => match (hexadecimal(high), hexadecimal(low)) {
                (Some(high), Some(low)) => {
                    out.push(high * 16 + low);
                    bytes = ahead;
                }
                _ => out.push(byte),
            },
            _ => out.push(byte),
        }
    }
    out
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for &byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::workbook::Sheets;

    #[test]
    fn pages_in_parts_of_mail() {
        let page = "<table><tr><td>Клиент<td>a=b<tr><td>x<td>1</table>";
        let quoted: String = page.bytes().map(|byte| format!("={byte:02X}")).collect();
        let quoted = quoted.replace("=3C=74=61=62", "<tab=\r\n");
        let base64 = "PHRhYmxlPjx0cj48dGQ+0JrQu9C40LXQvdGCPHRkPmE9Yjx0cj48dGQ+eDx0ZD4xPC90YWJsZT4=";
        let plain = page.replace("a=b", "a=3Db");
        for (encoding, body) in
            [("quoted-printable", quoted.as_str()), ("quoted-printable", &plain), ("BASE64", base64)]
        {
            let file = format!(
                "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b-1\"\r\n\r\nPreamble\r\n--b-1\r\n\
                 Content-Type: image/png\r\n\r\n<table><tr><td>no</table>\r\n--b-1\r\nContent-Type: text/html; charset=utf-8\r\n\
                 Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n--b-1--\r\n"
            );
            let mut sheets = read(file.as_bytes()).unwrap();
            assert_eq!(sheets.list().len(), 1);
            let mut out = Vec::new();
            sheets.read(0).unwrap().write(&mut |piece| out.extend_from_slice(piece)).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), "Клиент\ta=b\nx\t1\n", "{encoding}");
        }
    }

    #[test]
    fn mail_without_pages() {
        let file = b"MIME-Version: 1.0\nContent-Type: text/plain\n\nHello";
        assert!(is_mhtml(file));
        assert_eq!(read(file).map(|_| ()), Err(WorkbookError::NoTable));
    }
}
