import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from '../crypto/index.ts'
import { systemPrincipal } from '../access/index.ts'
import type { OpenFoundation } from '../house/index.ts'
import type { Scope } from '../scope/index.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let foundation: OpenFoundation
const [one, other] = [uuidv7(), uuidv7()]

beforeAll(async () => {
  world = await startToyWorld()
  foundation = await openFoundationOf(world)
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})

const within = <T>(tenantId: string | null, work: (scope: Scope) => Promise<T>) =>
  foundation.scopes.run(systemPrincipal('test', tenantId), work)

async function contentOf(scope: Scope, id: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of foundation.files.read(scope, id)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('what is put in comes out again, byte for byte, with its size and hash', async () => {
  for (const size of [0, 1, 256 * 1024, 700_001]) {
    const bytes = randomBytes(size)
    const pieces = [bytes.subarray(0, 3), bytes.subarray(3, 300_000), bytes.subarray(300_000)]
    const head = await within(one, (scope) =>
      foundation.files.put(scope, pieces, { contentType: 'text/plain' }),
    )
    expect(head).toMatchObject({
      bytes: size,
      contentType: 'text/plain',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    await within(one, async (scope) => {
      expect(await foundation.files.head(scope, head.id)).toEqual(head)
      expect((await contentOf(scope, head.id)).equals(bytes)).toBe(true)
    })
  }
})

test('a file of a tenant is not there for another one, who can neither read nor delete it', async () => {
  const bytes = randomBytes(10)
  const put = (scope: Scope) => foundation.files.put(scope, bytes, { contentType: 'a/b' })
  const { id } = await within(one, put)
  await within(other, async (scope) => {
    expect(await foundation.files.head(scope, id)).toBeNull()
    expect(await contentOf(scope, id)).toHaveLength(0)
    await foundation.files.delete(scope, id)
  })
  await within(one, async (scope) => {
    expect(await contentOf(scope, id)).toEqual(bytes)
    await foundation.files.delete(scope, id)
    expect(await foundation.files.head(scope, id)).toBeNull()
  })
  const { rowCount } = await world.db.query('select 1 from file_chunks where file_id = $1', [id])
  expect(rowCount).toBe(0)
})

test('a file of the house is read by everybody, and kept by no tenant from anybody', async () => {
  const { id } = await within(null, (scope) =>
    foundation.files.put(scope, Buffer.from('ours'), { contentType: 'a/b' }),
  )
  await within(one, async (scope) => {
    expect(String(await contentOf(scope, id))).toBe('ours')
    await foundation.files.delete(scope, id)
  })
  await within(other, async (scope) => expect(String(await contentOf(scope, id))).toBe('ours'))
})

test('a file of a scope that fails was never there', async () => {
  let id = ''
  const failing = within(one, async (scope) => {
    ;({ id } = await foundation.files.put(scope, Buffer.from('x'), { contentType: 'a/b' }))
    throw new Error('after all')
  })
  await expect(failing).rejects.toThrow('after all')
  expect(await within(one, (scope) => foundation.files.head(scope, id))).toBeNull()
})
