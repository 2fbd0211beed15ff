import { MessageChannel as NodeChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Host } from '../../host/host.ts'
import type { Grant } from '../../session/session.ts'
import type { FromFrame, ToFrame } from '../messages.ts'

Object.assign(globalThis, { MessageChannel: NodeChannel })
const { showInFrame } = await import('./show-in-frame.ts')

const grant = { token: 't1', expiresIn: 300, embedId: 'e1' } as Grant
const admit = jest.fn<() => Promise<string>>()
let locale = 'en'
const listeners = new Set<() => void>()
const host = {
  origin: 'https://sonaqor.example',
  session: { grant: () => Promise.resolve(grant), close: () => undefined },
  admit,
  onChange: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  state: () => ({ locale, appearance: { theme: 'light', density: 'cosy' } }),
} as unknown as Host

function show() {
  const body = document.body.appendChild(document.createElement('div'))
  const finish = jest.fn()
  const hold = jest.fn()
  const leave = jest.fn()
  const view = {
    view: 'keys.issue',
    title: () => 'Issue a key',
    params: { appId: 'a1' },
    finish,
    hold,
    leave,
  }
  const shown = showInFrame(host, body, view)
  const root = () => body.shadowRoot
  return { finish, hold, leave, shown, root, frame: () => root()?.querySelector('iframe') }
}

/** Plays our page in the frame: takes the port that arrives there. */
async function arrive(frame: () => HTMLIFrameElement | null | undefined) {
  await waitFor(() => expect(frame()).toBeTruthy())
  const postMessage = jest.fn<(data: string, target: string, ports: [NodePort]) => void>()
  Object.defineProperty(frame(), 'contentWindow', { value: { postMessage } })
  frame()!.dispatchEvent(new Event('load'))
  const [data, target, [port]] = postMessage.mock.calls[0]!
  const heard: ToFrame[] = []
  port.on('message', (message: ToFrame) => heard.push(message))
  return { data, target, heard, say: (message: FromFrame) => port.postMessage(message), port }
}

beforeEach(() => {
  document.body.replaceChildren()
  admit.mockReset().mockResolvedValueOnce('s1').mockResolvedValueOnce('s2')
})

test('EM-4: the frame is ours, is named by a public id, and its address holds no token', async () => {
  const { frame, shown } = show()
  await waitFor(() => expect(frame()).toBeTruthy())
  expect(frame()?.src).toBe('https://sonaqor.example/embed/frame/e1')
  expect(frame()?.title).toBe('Issue a key')
  shown.remove()
})

test('EM-4: a secret of its own goes over a port that is handed to our exact origin', async () => {
  const { frame, shown } = show()
  const { data, target, heard, port } = await arrive(frame)
  expect({ data, target }).toEqual({ data: 'sonaqor', target: 'https://sonaqor.example' })
  await waitFor(() => expect(heard).toHaveLength(1))
  expect(heard[0]).toMatchObject({ type: 'start', view: 'keys.issue', clientSecret: 's1' })
  expect(JSON.stringify(heard)).not.toContain('t1')
  shown.remove()
  port.close()
})

test('the frame is shown, sized and finished as it says', async () => {
  const { frame, finish, root, shown } = show()
  const { say, port } = await arrive(frame)
  expect(root()?.textContent).toContain('Loading')
  say({ type: 'started' })
  say({ type: 'sized', height: 321 })
  say({ type: 'shown' })
  say({ type: 'finished', outcome: { done: true } })
  await waitFor(() => expect(finish).toHaveBeenCalledWith({ done: true }))
  expect(frame()?.style.blockSize).toBe('321px')
  expect(root()?.textContent).toBe('')
  shown.remove()
  port.close()
})

test('KY-1: the frame has the focus before its view is there, so that nothing is typed into the page', async () => {
  const { frame, root, shown } = show()
  const { say, port } = await arrive(frame)
  say({ type: 'here' })
  await waitFor(() => expect(root()?.activeElement).toBe(frame()))
  expect(root()?.textContent).toContain('Loading')
  shown.remove()
  port.close()
})

test('the dialog keeps the shape of a form until the view stands in the frame', async () => {
  const { frame, root, shown } = show()
  const { say, port } = await arrive(frame)
  say({ type: 'started' })
  say({ type: 'sized', height: 321 })
  await waitFor(() => expect(frame()?.style.blockSize).toBe('321px'))
  expect(root()?.querySelector('.shape.form')).toBeTruthy()
  say({ type: 'shown' })
  await waitFor(() => expect(root()?.querySelector('.shape.form')).toBeNull())
  shown.remove()
  port.close()
})

test('EM-3: the frame hears of another language, until it is closed', async () => {
  const { frame, shown } = show()
  const { heard, port } = await arrive(frame)
  await waitFor(() => expect(heard).toHaveLength(1))
  locale = 'de'
  for (const tell of listeners) tell()
  await waitFor(() => expect(heard.at(-1)).toMatchObject({ type: 'changed', locale: 'de' }))
  locale = 'en'
  shown.remove()
  port.close()
  expect(listeners.size).toBe(0)
})

test('KY-1: what the frame holds is held by the dialog around it, and asked there', async () => {
  const { frame, hold, leave, shown } = show()
  const { say, port } = await arrive(frame)
  const asked = { question: 'Stored?', leave: 'It is stored' }
  say({ type: 'held', hold: asked })
  await waitFor(() => expect(hold).toHaveBeenLastCalledWith(asked))
  say({ type: 'leaving' })
  await waitFor(() => expect(leave).toHaveBeenCalledTimes(1))
  say({ type: 'held', hold: undefined })
  await waitFor(() => expect(hold).toHaveBeenLastCalledWith(undefined))
  shown.remove()
  port.close()
})

test('a further secret is got by the page, which alone can; where there is none, it says so', async () => {
  const { frame, shown } = show()
  const { say, heard, port } = await arrive(frame)
  say({ type: 'renew' })
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'admitted', clientSecret: 's2' }))
  admit.mockRejectedValueOnce(new Error('signed out'))
  say({ type: 'renew' })
  await waitFor(() => expect(heard.at(-1)).toEqual({ type: 'refused', why: 'unsigned' }))
  shown.remove()
  port.close()
})

test('EM-7: a frame that has loaded something else ends in a retry soon', async () => {
  jest.useFakeTimers()
  const { root, frame, shown } = show()
  await jest.advanceTimersByTimeAsync(0)
  frame()!.dispatchEvent(new Event('load'))
  await jest.advanceTimersByTimeAsync(5_000)
  expect(root()?.textContent).toContain('did not answer')
  shown.remove()
  jest.useRealTimers()
})

test('a frame that says nothing ends in a retry', async () => {
  jest.useFakeTimers()
  const { root } = show()
  await jest.advanceTimersByTimeAsync(16_000)
  expect(root()?.textContent).toContain('did not answer')
  expect(root()?.querySelector('button')?.textContent).toBe('Try again')
  jest.useRealTimers()
})
