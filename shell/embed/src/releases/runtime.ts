import { makeScript } from './scripts.ts'

/** What a release hands over when its entry runs, as Module Federation has it. */
export interface Container {
  init(shareScope: object, initScope: object[], options: object): Promise<unknown>
  get(name: string): Promise<() => unknown>
}

/**
 * The one global of a page: by it the later parts of our own script and of every release are loaded,
 * in it a release leaves its container and finds its wiring. It has to stand before anything is
 * loaded, so whatever script is the first of a page imports this one.
 */
const runtime = {
  script: makeScript,
  containers: {} as Readonly<Record<string, Container>>,
}

declare global {
  var SonaqorRuntime: typeof runtime
}

globalThis.SonaqorRuntime = runtime
