/** What the search of the docs looks through: every page, and every operation by itself. */
import type { Contract } from '@sonaqor/contract'
import type { DocsPage } from './layout.ts'
import { sectionIn, wordsOf } from './page-words.ts'

/** Short names, for the list is fetched by whoever searches. */
export interface Findable {
  /** Title. */
  readonly t: string
  /** Where it stands. */
  readonly u: string
  /** What it is, in a word or two. */
  readonly k: string
  /** Names by which it is found. */
  readonly w: string
  /** The words of its text. */
  readonly x: string
}

const apiPath = '/docs/api/'
/** Its operations are found by themselves. */
const isOfApi = ({ path }: DocsPage) => path.startsWith(apiPath)

export function searchIndex(
  groups: readonly { readonly title: string; readonly pages: readonly DocsPage[] }[],
  contract: Contract,
): readonly Findable[] {
  const pages = groups.flatMap(({ title, pages: list }) =>
    list.map((page): Findable => {
      const code = page.path.slice(page.path.lastIndexOf('/') + 1)
      return {
        t: page.title,
        u: page.path,
        k: title,
        w: `${page.lead} ${code}`,
        x: isOfApi(page) ? '' : wordsOf(page.content.text),
      }
    }),
  )
  const texts = new Map(
    groups
      .flatMap(({ pages: list }) => list)
      .filter(isOfApi)
      .map(({ path, content }) => [path.slice(apiPath.length), content.text]),
  )
  const operations = Object.entries(contract).flatMap(([area, endpoints]) =>
    Object.entries(endpoints)
      .filter(([, { options }]) => !options.internal)
      .map(([verb, { method, path, options }]): Findable => ({
        t: options.summary,
        u: `/docs/api/${area}#${area}.${verb}`,
        k: `${method} /v1${path}`,
        w: `${area}.${verb} ${options.access}`,
        x: wordsOf(sectionIn(texts.get(area) ?? '', `${area}.${verb}`)),
      })),
  )
  // Of two that hold a word alike, the page explains it.
  return [...pages, ...operations]
}
