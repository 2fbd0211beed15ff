import { once } from 'node:events'
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { moduleTeam } from '../../testing/module-build.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'

let world: OwnWorld
const open: ClientRequest[] = []

beforeAll(async () => {
  world = await startWorld()
})
afterEach(() => {
  for (const upload of open.splice(0)) upload.destroy()
})
afterAll(() => world.stop())

const length = 24 * 1024 * 1024
const allButSome = Buffer.alloc(length - 16, ' ')
const invented = (one: number) => `sqm_${String(one).repeat(43)}`

interface Upload {
  /** The status, once there is an answer. */
  readonly answered: Promise<number>
}

/** Sends nearly all of an upload and then nothing; resolves when that is taken, or is answered. */
async function stall(token: string): Promise<Upload> {
  const upload = httpRequest(`${world.url}/v1/releases`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': length,
    },
  })
  open.push(upload)
  upload.on('error', () => undefined)
  const answered = once(upload, 'response').then(([answer]) => {
    const { statusCode = 0 } = (answer as IncomingMessage).resume()
    return statusCode
  })
  answered.catch(() => undefined)
  const taken = new Promise((resolve) => upload.write(allButSome, resolve))
  await Promise.race([taken, answered])
  return { answered }
}

const signIn = async () => {
  const json = { email: 'nobody@world.test', password: 'not the password of anybody' }
  return (await world.ask('/v1/auth/sign-in', { json })).status
}

test('Reliability: five stalled uploads with invented tokens are refused unread, and people sign in', async () => {
  const uploads = await Promise.all([1, 2, 3, 4, 5].map((one) => stall(invented(one))))
  expect(await signIn()).toBe(401)
  const statuses = await Promise.all(uploads.map(({ answered }) => answered))
  expect(statuses).toEqual([401, 401, 401, 401, 401])
})

test('Reliability: what is uploaded by right takes no room from what is small', async () => {
  const { token } = await moduleTeam(world, 'keys')
  await Promise.all([1, 2, 3, 4, 5].map(() => stall(token)))
  expect(await signIn()).toBe(401)
})
