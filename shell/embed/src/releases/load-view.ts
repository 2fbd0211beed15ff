import type { RegisteredModule } from '@sonaqor/contract/releases'
import { exportOf } from '@sonaqor/contract/view-name'
import type { View } from '@sonaqor/module'
import { stepMs } from '../host/in-time.ts'
import './federation.ts'
import { releaseOf } from './release-of.ts'
import type { Container } from './runtime.ts'
import { makeScript, vouchFor } from './scripts.ts'

/**
 * The containers of this page. Each release has one of its own, so that two versions of a module can
 * stand side by side, and going back to an older one is nothing special.
 */
const containers = new Map<string, Promise<Container>>()

/** Loads a view of a release. What failed is tried again at the next call. */
export async function loadView(module: RegisteredModule, name: string): Promise<View> {
  const container = await containerOf(module)
  const exported = (await container.get('./module'))() as Readonly<Record<string, View>>
  const view = exported[exportOf(name)]
  if (!view) throw new Error(`${module.manifest.name} has no view ${name}.`)
  return view
}

function containerOf(module: RegisteredModule): Promise<Container> {
  const known = containers.get(module.baseUrl)
  if (known) return known
  const opening = openContainer(module)
  containers.set(module.baseUrl, opening)
  opening.catch(() => containers.delete(module.baseUrl))
  return opening
}

async function openContainer(module: RegisteredModule): Promise<Container> {
  const { baseUrl, manifest } = module
  vouchFor(module)
  await runScript(baseUrl + manifest.entry)
  const container = SonaqorRuntime.containers[releaseOf(module)]
  if (!container) throw new Error(`${baseUrl} left no container.`)
  await container.init({}, [], {})
  return container
}

function runScript(url: string): Promise<void> {
  return new Promise((done, failed) => {
    const script = makeScript(url)
    const over = () => {
      clearTimeout(late)
      script.remove()
    }
    const fail = () => {
      over()
      failed(missing(`${url} could not be loaded.`))
    }
    const late = setTimeout(fail, stepMs)
    script.addEventListener('error', fail)
    script.addEventListener('load', () => {
      over()
      done()
    })
    document.head.append(script)
  })
}

/** Under the name that webpack gives to the parts that it misses. */
const missing = (message: string) => Object.assign(new Error(message), { name: 'ChunkLoadError' })
