import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { languageOf } from '@sonaqor/module/texts'
import type { FoundView } from './registry.ts'

type NavItem = ModuleManifest['nav'][number]

/** What a view is called in a language; in English where its module does not say. */
export function titleOf({ module, view }: FoundView, locale: string): string {
  return translatedIn(module.manifest, locale)?.views?.[view.name] ?? view.title
}

/** An item of the navigation as it reads in a language. */
export function navIn(manifest: ModuleManifest, nav: NavItem, locale: string): NavItem {
  return { ...nav, title: translatedIn(manifest, locale)?.nav?.[nav.view] ?? nav.title }
}

function translatedIn({ translations }: ModuleManifest, locale: string) {
  return translations?.[languageOf(locale)]
}
