import type { RegisteredModule } from '@sonaqor/contract/releases'
import { pagesOf, type Page } from './pages.ts'

/** The pages that the registry has named so far. */
export interface KnownPages {
  all(): readonly Page[]
  find(view: string): Page | undefined
  /** Why none is known: the registry gave no answer. */
  failure(): unknown
  /** Takes in what is answered. Never rejects: what is known is worth more than a refusal now. */
  learnFrom(ask: () => Promise<readonly RegisteredModule[]>): Promise<void>
}

export interface KnownPagesOptions {
  /** Hears of a page the first time that it is named; one that was taken away keeps its place. */
  readonly onNew: (page: Page) => void
  readonly onLearnt: () => void
}

/** Begins with no page known. */
export function createKnownPages({ onNew, onLearnt }: KnownPagesOptions): KnownPages {
  const pages = new Map<string, Page>()
  let failure: unknown

  function learn(page: Page) {
    const isNew = !pages.has(page.view.name)
    pages.set(page.view.name, page)
    if (isNew) onNew(page)
  }

  return {
    all: () => [...pages.values()],
    find: (view) => pages.get(view),
    failure: () => failure,
    async learnFrom(ask) {
      try {
        const modules = await ask()
        failure = undefined
        modules.flatMap(pagesOf).forEach(learn)
      } catch (error) {
        failure = pages.size === 0 ? error : undefined
      }
      onLearnt()
    },
  }
}
