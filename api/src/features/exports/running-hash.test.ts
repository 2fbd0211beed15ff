import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { RunningHash } from './running-hash.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001])(
  'LG-8: of %i bytes it is the SHA-256, wherever it was written down and gone on with',
  async (length) => {
    const bytes = randomBytes(length)
    let hash = await RunningHash.begin()
    for (let at = 0; at < length; at += 37) {
      hash.update(bytes.subarray(at, at + 37))
      hash = (await RunningHash.from(hash.write()))!
    }
    expect([hash.bytes, hash.digest()]).toEqual([length, sha256(bytes)])
    const more = Buffer.from('and on')
    expect(hash.update(more).digest()).toBe(sha256(Buffer.concat([bytes, more])))
  },
)

test('LG-8: what another build of it wrote down is not gone on with', async () => {
  const { bytes, state } = (await RunningHash.begin()).write()
  const other = Buffer.from(state, 'base64')
  other[0]! ^= 1
  expect(await RunningHash.from({ bytes, state: other.toString('base64') })).toBeNull()
})
