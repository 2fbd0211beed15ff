import { leadsTo } from './address.js'
import { Embed } from './embed.js'
import { Table } from './table.js'

const { createElement: h } = window.React

/** So many days ago, as our merchants read a day. */
function dayBefore(days) {
  const day = new Date()
  day.setDate(day.getDate() - days)
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}

const settlements = [
  [dayBefore(1), 'Harbour Books', '1,204', '€ 38,112.40', 'Paid'],
  [dayBefore(1), 'Lighthouse Coffee', '3,870', '€ 21,459.95', 'Paid'],
  [dayBefore(1), 'Pier Nine Outfitters', '412', '€ 64,030.00', 'On its way'],
  [dayBefore(2), 'Saltmarsh Cycles', '98', '€ 17,808.50', 'Paid'],
]
const heads = ['Day', 'Merchant', 'Sales', 'Amount', 'State']

/** Our own business first; how the integration fares stands beside it. */
export function Home() {
  return h(
    'div',
    { className: 'split' },
    h(
      'section',
      null,
      h('p', null, 'What was paid out to our merchants in the last two days.'),
      h(Settlements),
      h('button', { type: 'button', onClick: download }, 'Download statement'),
    ),
    h(
      'aside',
      { 'aria-label': 'Your integration' },
      h(Embed, { element: 'sonaqor-activity' }),
      h('p', { className: 'more' }, h('a', leadsTo('/live'), 'Watch it live')),
    ),
  )
}

const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`

/** The table as a file for a spreadsheet. */
function download() {
  const lines = [heads, ...settlements].map((cells) => cells.map(quoted).join(','))
  // Spreadsheets take the currency for what it is only behind this mark.
  const file = new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' })
  const href = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href, download: 'settlements.csv' }).click()
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}

function Settlements() {
  const row = (cells) =>
    h(
      'tr',
      { key: cells[1] },
      cells.map((cell) => h('td', { key: cell }, cell)),
    )
  return h(Table, { label: 'Settlements', heads, rows: settlements.map(row) })
}
