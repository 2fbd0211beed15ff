/** A page of the guide: its words may name the address that it is read at, and what was built. */
import type { EmbedBuilt } from '../../embed-built.ts'
import { html, type Html } from '../../html.ts'
import { prose, table, type DocsPage } from '../layout.ts'

/** Made for where this Sonaqor is reached. */
export type GuidePage = (url: string, built: EmbedBuilt) => DocsPage

/** Where the package is installed from. */
export const packageAt = (url: string, { file }: EmbedBuilt): string => `${url}/embed/${file}`

export const pathOf = (name: string) => `/docs/embedding/${name}`

/** A paragraph, in which backticks mark code. */
export const p = (text: string): Html => html`<p>${prose(text)}</p>`

/** A table whose cells are prose, and whose first column is code. */
export const codeTable = (
  heads: readonly string[],
  rows: readonly (readonly [string, ...(string | Html)[]])[],
): Html =>
  table(
    heads,
    rows.map(([name, ...cells]) => [
      html`<code>${name}</code>`,
      ...cells.map((cell) => (typeof cell === 'string' ? html`${prose(cell)}` : cell)),
    ]),
  )
