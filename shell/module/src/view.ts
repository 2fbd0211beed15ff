import { layGround } from '@sonaqor/ui'
import type { ComponentType } from 'react'
import type { Languages } from '@sonaqor/ui/texts'
import type { View } from './host.ts'
import { mountView } from './mount-view.tsx'

/** A page or widget is a component without properties: all it may know is `useModule()`. */
export type LoadView = () => Promise<{ readonly default: ComponentType }>

/**
 * Makes a component mountable by any host. Its code is asked for at the first mount, so that a
 * host which shows one view of a module downloads one view of it; so are its texts other than English,
 * in each of the catalogues that the view says something of. Without any it speaks English alone.
 */
export function view(load: LoadView, ...catalogues: readonly Languages[]): View {
  const languages = catalogues.length > 0 ? catalogues : [{}]
  return {
    fetch: async () => void (await Promise.all([load(), layGround()])),
    mount: (element, ref, host) => mountView(element, { ...ref, load, languages }, host),
  }
}
