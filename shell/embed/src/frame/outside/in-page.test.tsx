import { beforeEach, expect, jest, test } from '@jest/globals'
import { heightOf } from './height.ts'
import { watchSeenPart, type Unseen } from './seen-part.ts'

const nothing = () => {}
let drawNow = nothing
let resized = nothing
Object.assign(globalThis, {
  requestAnimationFrame: (draw: () => void) => {
    drawNow = () => {
      drawNow = nothing
      draw()
    }
    return 1
  },
  cancelAnimationFrame: () => (drawNow = nothing),
  ResizeObserver: class {
    constructor(tell: () => void) {
      resized = tell
    }
    observe() {}
    disconnect() {}
  },
})

/** An element that stands there in its window, which is 700 pixels high. */
function at(element: HTMLElement, top: number, height: number) {
  const box = { top, bottom: top + height, height } as DOMRect
  element.getBoundingClientRect = () => box
}

beforeEach(() => {
  document.body.replaceChildren()
  Object.assign(window, { innerHeight: 700 })
})

test('EM-4: a tall frame is told which part of it is on the screen, once for each picture', () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  const tell = jest.fn<(unseen: Unseen) => void>()
  at(frame, -300, 2000)
  const stop = watchSeenPart(frame, tell)
  window.dispatchEvent(new Event('scroll'))
  window.dispatchEvent(new Event('resize'))
  drawNow()
  expect(tell.mock.calls).toEqual([[{ above: 300, below: 1000 }]])

  window.dispatchEvent(new Event('scroll'))
  drawNow()
  expect(tell).toHaveBeenCalledTimes(1)
  at(frame, 900, 2000)
  window.dispatchEvent(new Event('scroll'))
  drawNow()
  expect(tell).toHaveBeenLastCalledWith({ above: 0, below: 0 })
  stop()
  at(frame, -10, 2000)
  window.dispatchEvent(new Event('scroll'))
  drawNow()
  expect(tell).toHaveBeenCalledTimes(2)
})

test('EM-4: what scrolls around it, within the page, counts as well', () => {
  const around = document.body.appendChild(document.createElement('div'))
  around.style.overflowY = 'auto'
  const element = around.appendChild(document.createElement('div'))
  // jsdom does not say so by itself.
  element.style.overflowY = 'visible'
  const root = element.attachShadow({ mode: 'open' })
  const frame = root.appendChild(document.createElement('iframe'))
  at(around, 100, 400)
  at(frame, 50, 1000)
  const tell = jest.fn<(unseen: Unseen) => void>()
  watchSeenPart(frame, tell)
  drawNow()
  expect(tell).toHaveBeenCalledWith({ above: 50, below: 550 })
})

test('EM-3: a frame is as high as its view; in an element with a height of its own it scrolls in there', () => {
  const element = document.body.appendChild(document.createElement('div'))
  const frame = element.appendChild(document.createElement('iframe'))
  let most = Number.POSITIVE_INFINITY
  Object.defineProperty(element, 'clientHeight', {
    get: () => Math.min(Number.parseFloat(frame.style.blockSize), most),
  })
  element.style.padding = '0px'
  const height = heightOf(frame, element)
  height.follow(820.4)
  expect(frame.style.blockSize).toBe('821px')
  most = 500
  resized()
  expect(frame.style.blockSize).toBe('500px')
  most = Number.POSITIVE_INFINITY
  resized()
  expect(frame.style.blockSize).toBe('821px')
})
