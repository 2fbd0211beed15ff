import { MessageChannel as NodeChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { expect, jest, test } from '@jest/globals'
import { waitFor } from '@testing-library/dom'
import type { Host } from '../../host/host.ts'
import type { FromFrame, ToFrame } from '../messages.ts'

Object.assign(globalThis, { MessageChannel: NodeChannel })
Object.assign(Element.prototype, { moveBefore: Element.prototype.insertBefore })
const { prepareFrame } = await import('./ahead.ts')

const admit = jest.fn()
const host = {
  origin: 'https://sonaqor.example',
  session: { grant: () => Promise.resolve({ embedId: 'e1' }) },
  admit,
} as unknown as Host

/** Prepares a frame, and plays what has loaded in it. */
async function prepare() {
  const root = document.body
    .appendChild(document.createElement('div'))
    .attachShadow({ mode: 'open' })
  const ground = root.appendChild(document.createElement('div'))
  const ahead = prepareFrame(host, root, 'keys.issue')
  await waitFor(() => expect(root.querySelector('iframe')).toBeTruthy())
  const frame = root.querySelector('iframe')!
  const postMessage = jest.fn<(data: string, target: string, ports: [NodePort]) => void>()
  Object.defineProperty(frame, 'contentWindow', { value: { postMessage } })
  frame.dispatchEvent(new Event('load'))
  const [, , [port]] = postMessage.mock.calls[0]!
  const heard: ToFrame[] = []
  port.on('message', (message: ToFrame) => heard.push(message))
  return { ahead, frame, ground, heard, port, root }
}

test('KY-1: our frame is loaded out of sight, is told which code it needs, and is let in by nobody yet', async () => {
  const { ahead, frame, heard, port } = await prepare()
  await waitFor(() => expect(heard).toEqual([{ type: 'prepare', view: 'keys.issue' }]))
  expect(frame.parentElement?.hidden).toBe(true)
  expect(admit).not.toHaveBeenCalled()
  ahead.drop()
  port.close()
})

test('whoever opens the view gets it as it stands', async () => {
  const { ahead, frame, ground, port, root } = await prepare()
  port.postMessage({ type: 'here' } satisfies FromFrame)
  await waitFor(() => expect(ahead.isHere()).toBe(true))
  expect(ahead.take(ground)?.element).toBe(frame)
  expect([...root.children]).toEqual([ground])
  expect(ground.firstElementChild).toBe(frame)
  ahead.drop()
  port.close()
})

test('EM-7: another page that has loaded in its place is not shown', async () => {
  const { ahead, ground, port, root } = await prepare()
  await Promise.resolve()
  expect(ahead.take(ground)).toBeUndefined()
  expect(root.querySelector('iframe')).toBeNull()
  ahead.drop()
  port.close()
})
