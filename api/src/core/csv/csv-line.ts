/** Rows of a table for whoever opens it in a spreadsheet, which takes some texts for formulas. */

/** What spreadsheets begin a formula with, in full width as well, and what they pass over before one. */
const formula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** What is read as it is written only within quotes. Standing in a function it would be made for each cell. */
const quoted = /[",\r\n']/

/** One line of RFC 4180. A text that would be a formula is led by an apostrophe, and stays a text. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return quoted.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
