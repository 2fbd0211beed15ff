import { listen, openFrame } from '../../frame/outside/open-frame.ts'
import { socketOf } from '../checks/needs.ts'
import { within } from '../within.ts'

const timeoutMs = 8_000

/** Whether a live connection can be opened from this page. It is closed before anything is said. */
export async function trySocket(origin: string): Promise<'open' | 'failed'> {
  let socket: WebSocket
  try {
    socket = new WebSocket(`${socketOf(origin)}/live/?EIO=4&transport=websocket`)
  } catch {
    return 'failed'
  }
  const opened = new Promise<'open' | 'failed'>((done) => {
    socket.addEventListener('open', () => done('open'))
    socket.addEventListener('error', () => done('failed'))
  })
  return within(opened, timeoutMs, 'failed').finally(() => socket.close())
}

/** Whether our frame comes and answers here. It shows nothing and is let into nothing. */
export async function tryFrame(
  ground: ParentNode,
  origin: string,
  embedId: string,
): Promise<'here' | 'silent'> {
  const frame = openFrame(origin, embedId)
  const answered = new Promise<'here'>((done) => {
    listen(frame, ({ type }) => type === 'here' && done('here'))
  })
  frame.element.className = 'tried'
  frame.element.tabIndex = -1
  frame.element.ariaHidden = 'true'
  ground.append(frame.element)
  return within(answered, timeoutMs, 'silent').finally(() => {
    frame.port.close()
    frame.element.remove()
  })
}
