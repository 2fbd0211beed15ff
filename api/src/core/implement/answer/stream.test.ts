/** XC-1: a file that is taken slowly keeps no other from being sent, and is not sent for ever. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { uuidv7 } from '../../crypto/index.ts'
import { systemPrincipal } from '../../access/index.ts'
import type { OpenScope } from '../../scope/index.ts'
import type { Places } from '../../limits/index.ts'
import type { FilePace } from './file-pace.ts'
import { createFilePlaces } from './file-places.ts'
import { createFileSender, fileAnswerOf } from './stream.ts'

const atOnce = { all: 4, byTenant: 3, byOne: 2 }
const [acme, other] = [uuidv7(), uuidv7()]
const at = (tenantId: string, name: string) => systemPrincipal(name, tenantId)

/** Places of this process alone; that they are counted over all of them is tested beside them. */
function placesHere(): Places {
  const open = new Map<string, number>()
  return {
    async take({ subject, most }) {
      const held = open.get(subject) ?? 0
      if (held === most) return undefined
      open.set(subject, held + 1)
      return () => open.set(subject, open.get(subject)! - 1)
    },
  }
}

test('XC-1 nobody holds all places of a tenant, and no tenant all that there are', async () => {
  const take = createFilePlaces(placesHere(), atOnce)
  const leave = [await take(at(acme, 'a')), await take(at(acme, 'a'))]
  await expect(take(at(acme, 'a'))).rejects.toThrow(/At most 2 files .* 3 to a tenant/)
  leave.push(await take(at(acme, 'b')))
  await expect(take(at(acme, 'c'))).rejects.toThrow(/At most 2 files/)
  leave.push(await take(at(other, 'a')))
  await expect(take(at(other, 'b'))).rejects.toThrow('Too many files are being sent at once.')
  // Given back twice it is one place still, and who was refused holds none.
  leave[0]!()
  leave[0]!()
  leave.push(await take(at(acme, 'c')))
  await expect(take(at(other, 'b'))).rejects.toThrow('Too many')
})

const steps = { open: 0, most: 0 }
const scope = {
  principal: at(acme, 'reader'),
  besides: async () => {
    steps.open += 1
    steps.most = Math.max(steps.most, steps.open)
    return { transaction: { rollback: async () => void (steps.open -= 1) } }
  },
  log: { error: () => undefined },
} as unknown as OpenScope

const kilobyte = 1024
const piece = Buffer.alloc(256 * kilobyte, 'x')

async function sent(pace: FilePace, pieces = 40) {
  const send = createFileSender(placesHere(), { atOnce: { all: 1, byTenant: 1, byOne: 1 }, pace })
  const taken: string[] = []
  const file = {
    contentType: 'text/plain',
    fileName: 'a.txt',
    taken: () => void taken.push('taken'),
    async *read(step: (work: () => Promise<Buffer>) => Promise<Buffer>) {
      for (let n = 0; n < pieces; n += 1) yield await step(async () => piece)
    },
  }
  const answer = () => send(scope, fileAnswerOf(file as never), { isHead: false })
  const head = () => send(scope, fileAnswerOf(file as never), { isHead: true })
  return { answer, head, taken }
}

/** Reads one chunk after another, each after a while; says how much there was, and why no more. */
async function read(stream: AsyncIterable<Buffer>, everyMs: number) {
  let bytes = 0
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      await wait(everyMs)
    }
  } catch (error) {
    return { bytes, ended: String(error) }
  }
  return { bytes, ended: 'whole' }
}

const forever = 3_600_000

test('XC-1 who takes less than the least pace is cut off, and leaves a place behind', async () => {
  const { answer } = await sent({ leastBytes: 512 * kilobyte, windowMs: 200, mostMs: forever })
  const { stream } = await answer()
  await expect(answer()).rejects.toThrow('Too many files')
  expect(await read(stream!, 60)).toMatchObject({ ended: 'Error: a file was taken too slowly' })
  const next = await answer()
  expect(await read(next.stream!, 0)).toEqual({ bytes: 40 * piece.length, ended: 'whole' })
})

test('XC-1 who keeps the pace gets the file, of which nothing is open while they take it', async () => {
  const { answer } = await sent({ leastBytes: 1, windowMs: 4000, mostMs: forever }, 6)
  const { stream } = await answer()
  let isOpen = 0
  const looking = setInterval(() => (isOpen += steps.open), 1)
  expect(await read(stream!, 20)).toMatchObject({ ended: 'whole' })
  clearInterval(looking)
  expect([isOpen, steps.most]).toEqual([0, 1])
})

test('XC-1 after the longest time even who keeps the pace is cut off', async () => {
  const { answer } = await sent({ leastBytes: 1, windowMs: forever, mostMs: 300 })
  const { stream } = await answer()
  expect(await read(stream!, 30)).toMatchObject({ ended: 'Error: a file was taken for too long' })
})

test('LG-6 who asks for the head, or finds no place, has taken nothing', async () => {
  const { answer, head, taken } = await sent({ leastBytes: 1, windowMs: forever, mostMs: forever })
  expect(await read((await head()).stream!, 0)).toEqual({ bytes: 0, ended: 'whole' })
  expect(taken).toEqual([])
  const { stream } = await answer()
  await expect(answer()).rejects.toThrow('Too many files')
  expect(taken).toEqual(['taken'])
  stream!.destroy()
})
