import type { ComponentType } from 'react'
import type { View } from './host.ts'
import { mountView } from './mount-view.tsx'

/** A page or widget is a component without properties: all it may know is `useModule()`. */
export type LoadView = () => Promise<{ readonly default: ComponentType }>

/**
 * Makes a component mountable by any host. Its code is asked for at the first mount, so that a
 * host which shows one view of a module downloads one view of it.
 */
export function view(load: LoadView): View {
  return { mount: (element, ref, host) => mountView(element, { ...ref, load }, host) }
}
