import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ModuleHost, View } from '@sonaqor/module'
import { afterEach, expect, jest, test } from '@jest/globals'
import { Lifecycles } from './lifecycles.ts'
import { mountView } from './parcels.ts'

const host = {} as ModuleHost
const view: View = {
  mount: (element) => {
    element.textContent = 'drawn'
    return Promise.resolve({
      update: () => {
        element.textContent = 'drawn again'
      },
      unmount: () => element.replaceChildren(),
    })
  },
}
const drawingOfNow = () => ({ host, params: {} })
const mount = (ground: HTMLElement) =>
  mountView(new Lifecycles('keys.list', { view, ground, drawingOfNow }))

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

afterEach(() => void Reflect.deleteProperty(Object.prototype, 'extraStuff'))

/** Shows a view once, and tells what could still be held of it. */
async function showOnce() {
  const ground = document.createElement('div')
  const lifecycles = new Lifecycles('keys.list', { view, ground, drawingOfNow })
  const parcel = await mountView(lifecycles)
  await parcel.mountPromise
  expect(ground.textContent).toBe('drawn')
  await parcel.unmount()
  return [new WeakRef(ground), new WeakRef(lifecycles)] as const
}

/** A reference that has been followed holds until the turn is over. */
async function collected() {
  await new Promise((done) => setTimeout(done, 20))
  collect()
}

test('Quality: where a view stood is let go with it, also while single-spa has timers of it', async () => {
  const [ground] = await showOnce()
  await collected()
  expect(ground.deref()).toBeUndefined()
})

test('Quality: once those timers are over, nothing is kept of what was mounted', async () => {
  jest.useFakeTimers()
  const [, lifecycles] = await showOnce()
  jest.clearAllTimers()
  jest.useRealTimers()
  await collected()
  expect(lifecycles.deref()).toBeUndefined()
})

test('Quality: a view goes alone, and what stands beside it is redrawn as before', async () => {
  const [one, other] = [document.createElement('div'), document.createElement('div')]
  const parcels = await Promise.all([mount(one), mount(other)])
  await Promise.all(parcels.map(({ mountPromise }) => mountPromise))
  await parcels[0]!.unmount()
  await parcels[1]!.update?.({})
  expect(one.textContent).toBe('')
  expect(other.textContent).toBe('drawn again')
})

test.each([1, true, 'text', null, undefined, () => undefined, { nested: true }])(
  'Quality: a view is mounted in a page that has given each object %p',
  async (value) => {
    Object.assign(Object.prototype, { extraStuff: value })
    const ground = document.createElement('div')
    const parcel = await mount(ground)
    await parcel.mountPromise
    expect(ground.textContent).toBe('drawn')
    await parcel.unmount()
  },
)
