/** What makes a spreadsheet run a cell as a formula when it stands in front. */
const startsFormula = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/

/**
 * Rows as CSV (RFC 4180). Words that a spreadsheet would run as a formula get an apostrophe before
 * them; figures are left as they are, also negative ones.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = startsFormula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
