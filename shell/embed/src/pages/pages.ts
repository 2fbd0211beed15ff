import type { ModuleManifest, ViewManifest } from '@sonaqor/contract/manifest'
import type { RegisteredModule } from '@sonaqor/contract/releases'

export type NavItem = ModuleManifest['nav'][number]

/** A page of the shell: a view that a module puts into the navigation. */
export interface Page {
  readonly manifest: ModuleManifest
  readonly nav: NavItem
  readonly view: ViewManifest
}

export function pagesOf({ manifest }: RegisteredModule): Page[] {
  return manifest.nav.flatMap((nav) => {
    const view = manifest.views.find(({ name }) => name === nav.view)
    return view ? [{ manifest, nav, view }] : []
  })
}

/** The page that is shown at a path: of those above one another the one that says it most exactly. */
export function pageAt(pages: readonly Page[], path: string): Page | undefined {
  return pages
    .filter((page) => isAt(page, path))
    .toSorted((one, other) => other.nav.path.length - one.nav.path.length)[0]
}

/** Whether a page is shown at a path; what stands below its own path is its as well. */
function isAt({ nav }: Page, path: string): boolean {
  return path === nav.path || (nav.path !== '/' && path.startsWith(`${nav.path}/`))
}
