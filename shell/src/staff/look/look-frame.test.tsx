/** A look is drawn at the tenants' origin: what the two pages tell each other, and whom they do not hear. */
import { afterEach, expect, jest, test } from '@jest/globals'
import { MessageChannel } from 'node:worker_threads'
import type { Look } from '@sonaqor/contract/staff'
import { running } from '@sonaqor/storybook/fixtures/support-access'
import { Surface } from '@sonaqor/ui'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { frameIsReady } from './look-messages.ts'
import { LookRoom } from './look-room.tsx'
import { takeLook } from './take-look.ts'

const tenants = 'https://sonaqor.test'
const staff = 'https://staff.sonaqor.test'

Object.assign(globalThis, { MessageChannel })
const ports: { close(): void }[] = []
afterEach(() => {
  cleanup()
  for (const port of ports.splice(0)) port.close()
  jest.restoreAllMocks()
  jest.useRealTimers()
})

const lookOf = (token: string): Look => ({
  token,
  expiresIn: 300,
  access: running,
  tenant: { id: 'harbour', name: 'Harbour Bank' },
  scopes: ['projects:read'],
  environments: ['production'],
})

interface Said {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
  readonly ports?: readonly unknown[]
}

const say = (message: Said) =>
  dispatchEvent(Object.assign(new Event('message'), { ports: [], ...message }))

const none = () => Promise.reject(new Error('none'))

function showRoom(enterAgain: () => Promise<Look> = none, stillRuns = () => Promise.resolve(true)) {
  const onLeave = jest.fn<(isOver: boolean) => void>()
  render(
    <Surface locale="en">
      <LookRoom
        look={lookOf('first')}
        tenantsOrigin={tenants}
        {...{ enterAgain, stillRuns, onLeave }}
      />
    </Surface>,
  )
  const frame = screen.getByTitle<HTMLIFrameElement>('Harbour Bank')
  const told = jest.spyOn(frame.contentWindow!, 'postMessage').mockImplementation(() => undefined)
  return { frame, told: told as unknown as jest.Mock<(...values: unknown[]) => void>, onLeave }
}

/** What the page in the frame would do with the port that it was handed. */
function portOf(told: jest.Mock<(...values: unknown[]) => void>) {
  const port = (told.mock.lastCall![2] as MessagePort[])[0]!
  ports.push(port)
  const heard: { look: Look | null }[] = []
  port.addEventListener('message', ({ data }: MessageEvent) => heard.push(data))
  port.start()
  return { port, heard }
}

test('the token goes to the page of the tenants’ origin in its own frame, and nowhere else', () => {
  const { frame, told } = showRoom()
  expect(frame.src).toBe(`${tenants}/look`)
  expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin allow-forms')
  const ready = { data: frameIsReady, origin: tenants, source: frame.contentWindow }
  say({ ...ready, origin: 'https://evil.test' })
  say({ ...ready, origin: staff })
  say({ ...ready, source: window })
  say({ ...ready, data: 'something else' })
  expect(told).not.toHaveBeenCalled()
  say(ready)
  return waitFor(() => {
    expect(told.mock.calls.map(([data, origin]) => [data, origin])).toEqual([
      [{ look: lookOf('first'), locale: 'en' }, tenants],
    ])
    portOf(told)
  })
})

test('a token that is young is told again, an old one changed, and the last one ends it', async () => {
  const now = jest.spyOn(performance, 'now').mockReturnValue(0)
  const enterAgain = jest
    .fn<() => Promise<Look>>()
    .mockResolvedValueOnce(lookOf('second'))
    .mockRejectedValueOnce(new Error('over'))
  const { frame, told, onLeave } = showRoom(enterAgain)
  say({ data: frameIsReady, origin: tenants, source: frame.contentWindow })
  await waitFor(() => expect(told).toHaveBeenCalled())
  const { port, heard } = portOf(told)
  const renew = async (count: number) => {
    port.postMessage('renew')
    await waitFor(() => expect(heard).toHaveLength(count))
    return heard[count - 1]!.look?.token
  }
  expect(await renew(1)).toBe('first')
  expect(enterAgain).not.toHaveBeenCalled()
  now.mockReturnValue(241_000)
  expect(await renew(2)).toBe('second')
  now.mockReturnValue(482_000)
  expect(await renew(3)).toBeUndefined()
  expect(onLeave.mock.calls).toEqual([[true]])
})

test('what the frame is refused takes it away, once, however much of it is refused', async () => {
  const { frame, told, onLeave } = showRoom()
  say({ data: frameIsReady, origin: tenants, source: frame.contentWindow })
  await waitFor(() => expect(told).toHaveBeenCalled())
  const { port, heard } = portOf(told)
  port.postMessage('over')
  port.postMessage('over')
  port.postMessage('renew')
  await waitFor(() => expect(heard).toHaveLength(1))
  expect(onLeave.mock.calls).toEqual([[true]])
})

test('XC-3: a look that the tenant ends goes by itself, though nobody presses anything in it', async () => {
  jest.useFakeTimers({ doNotFake: ['setInterval'] })
  const stillRuns = jest.fn<() => Promise<boolean>>().mockResolvedValue(true)
  const { onLeave } = showRoom(none, stillRuns)
  await jest.advanceTimersByTimeAsync(11_000)
  expect(stillRuns).toHaveBeenCalledTimes(2)
  stillRuns.mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue(false)
  await jest.advanceTimersByTimeAsync(5_000)
  expect(onLeave).not.toHaveBeenCalled()
  await jest.advanceTimersByTimeAsync(5_000)
  expect(onLeave.mock.calls).toEqual([[true]])
})

test('XC-1: whoever has gone away from the console is signed out, for nothing asks in their place', async () => {
  jest.useFakeTimers({ doNotFake: ['setInterval'] })
  const stillRuns = jest.fn<() => Promise<boolean>>().mockResolvedValue(true)
  showRoom(none, stillRuns)
  await jest.advanceTimersByTimeAsync(16 * 60_000)
  const asked = stillRuns.mock.calls.length
  await jest.advanceTimersByTimeAsync(60 * 60_000)
  expect(stillRuns).toHaveBeenCalledTimes(asked)
  dispatchEvent(new Event('pointermove'))
  await jest.advanceTimersByTimeAsync(1_000)
  expect(stillRuns).toHaveBeenCalledTimes(asked + 1)
})

test('the frame takes a look from the staff’s page alone, and asks there for the next token', async () => {
  const asked = jest.spyOn(window.parent, 'postMessage').mockImplementation(() => undefined)
  const { port1, port2 } = new MessageChannel()
  ports.push(port1)
  const taking = takeLook(staff)
  expect(asked.mock.calls[0]).toEqual([frameIsReady, staff])
  const beginning = {
    data: { look: lookOf('first'), locale: 'de' },
    origin: staff,
    source: window.parent,
    ports: [port2],
  }
  const forged = { ...beginning, data: { look: lookOf('forged'), locale: 'de' } }
  say({ ...forged, origin: 'https://evil.test' })
  say({ ...forged, source: null })
  say({ ...forged, ports: [] })
  say(beginning)
  const taken = await taking
  expect([taken.look.token, taken.locale]).toEqual(['first', 'de'])
  const words: unknown[] = []
  port1.on('message', (word: unknown) => {
    words.push(word)
    if (word === 'renew') port1.postMessage({ look: words.length > 1 ? null : lookOf('second') })
  })
  expect((await taken.enterAgain()).token).toBe('second')
  await expect(taken.enterAgain()).rejects.toThrow('over')
  taken.tellOver()
  await waitFor(() => expect(words).toEqual(['renew', 'renew', 'over']))
})
