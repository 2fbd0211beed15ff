/** A page of the guide: its words may name the address that it is read at. */
import { html, type Html } from '../../html.ts'
import { prose, table, type DocsPage } from '../layout.ts'

export interface Addresses {
  /** Where this Sonaqor is reached. */
  readonly url: string
  /** Where the package is installed from. */
  readonly packageUrl: string
}

export type GuidePage = (url: string, packageUrl: string) => DocsPage

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
