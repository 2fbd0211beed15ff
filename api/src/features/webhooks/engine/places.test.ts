/** WH-3: whoever holds places for long, and whoever wants many, leaves others theirs. */
import { expect, test } from '@jest/globals'
import { Places, placesOfTenant, takesLongMs } from './places.ts'

interface Taker {
  readonly facts: { readonly tenantId: string }
  readonly limits: { isSlow: boolean; takesLong(): void }
}

function lane(tenantId: string, isSlow = false): Taker {
  const limits = { isSlow, takesLong: () => void (limits.isSlow = true) }
  return { facts: { tenantId }, limits }
}

/** As many as there are for those lanes. */
function fill(places: Places<Taker>, lanes: readonly Taker[], mono = 0): (() => void)[] {
  const releases = []
  for (const one of lanes) while (places.has(one)) releases.push(places.take(one, mono))
  return releases
}

const tenants = (count: number, isSlow = false) =>
  Array.from({ length: count }, (_, n) => lane(`tenant ${n}`, isSlow))

test('WH-3 no tenant has more than its share of the places, and its lanes wait for its own', () => {
  const places = new Places<Taker>()
  const [greedy, more, other] = [lane('greedy'), lane('greedy'), lane('other')]
  const releases = fill(places, [greedy])
  expect(releases).toHaveLength(placesOfTenant)
  expect([places.has(more), places.has(other)]).toEqual([false, true])
  places.wait(more)
  expect([...places.woken()]).toEqual([])
  releases.pop()!()
  expect([...places.woken()]).toEqual([more])
})

test('WH-3 those that are slow hold no place of those that are quick', () => {
  const places = new Places<Taker>()
  const slow = tenants(50, true)
  fill(places, slow)
  expect(slow.some((one) => places.has(one))).toBe(false)
  expect(places.has(lane('quick'))).toBe(true)
})

test('WH-3 what is under way for long is slow from then on, and gives its place to others', () => {
  const places = new Places<Taker>()
  const hanging = tenants(50)
  const waiting = lane('waiting')
  const releases = fill(places, hanging)
  const { taken } = places
  expect(places.has(waiting)).toBe(false)
  places.wait(waiting)
  places.look(takesLongMs - 1)
  expect([...places.woken()]).toEqual([])
  places.look(takesLongMs)
  expect(hanging.filter(({ limits }) => limits.isSlow).length).toBeGreaterThan(0)
  expect([...places.woken()]).toEqual([waiting])
  expect([places.has(waiting), places.taken]).toEqual([true, taken])
  releases.forEach((release) => release())
  expect(places.taken).toBe(0)
})

test('WH-3 whoever waited longest looks first, and only as long as there are places', () => {
  const places = new Places<Taker>()
  const releases = fill(places, tenants(50))
  const [first, second, third] = [lane('first'), lane('second'), lane('third')]
  for (const one of [first, second, third]) places.wait(one)
  releases.splice(0, 2).forEach((release) => release())
  const woken: Taker[] = []
  for (const one of places.woken()) {
    woken.push(one)
    places.take(one, 0)
  }
  expect(woken).toEqual([first, second])
  places.forget(third)
  releases.forEach((release) => release())
  expect([...places.woken()]).toEqual([])
})
