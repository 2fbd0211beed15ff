/** Where the pictures of the screens lie, and the page that shows them side by side. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const folder = resolve(import.meta.dirname, '../../.build/pictures')

/** A desk, a small one, a tablet held upright, and a phone. */
export const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
] as const

export const themes = ['light', 'dark'] as const

export interface Picture {
  readonly screen: string
  readonly width: number
  readonly theme: string
}

const nameOf = ({ screen, width, theme }: Picture) => `${screen}-${width}-${theme}.png`
export const fileOf = (picture: Picture): string => join(folder, nameOf(picture))

/** Writes `index.html`: a row for each screen, in the order in which they were met. */
export function writeIndex(screens: readonly string[]): void {
  const rooms = sizes.flatMap(({ width }) => themes.map((theme) => ({ width, theme })))
  const taken = new Set(readdirSync(folder))
  const cell = (picture: Picture) => {
    const name = nameOf(picture)
    if (!taken.has(name)) return '<td>none</td>'
    return `<td><a href="${name}"><img src="${name}" alt="${name}" loading="lazy"></a></td>`
  }
  const rows = screens.map(
    (screen) =>
      `<tr id="${screen}"><th scope="row">${screen}</th>` +
      `${rooms.map((room) => cell({ screen, ...room })).join('')}</tr>`,
  )
  const heads = rooms.map(({ width, theme }) => `<th scope="col">${width} px, ${theme}</th>`)
  writeFileSync(join(folder, 'index.html'), page(heads.join(''), rows.join('\n')))
}

const page = (heads: string, rows: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every screen</title>
<style>
  body { margin: 0; font: 13px/1.4 system-ui, sans-serif; background: #e5e7eb; color: #111827; }
  th, td { padding: 6px; text-align: start; vertical-align: top; }
  thead th, tbody th { position: sticky; background: #e5e7eb; }
  thead th { inset-block-start: 0; z-index: 1; }
  tbody th { inset-inline-start: 0; }
  img { block-size: 320px; border: 1px solid #9ca3af; }
</style>
<table>
<thead><tr><th scope="col">Screen</th>${heads}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
</html>
`
