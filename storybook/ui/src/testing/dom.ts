/**
 * What jsdom lacks and the components rely on: modal dialogs, adopted sheets, scrolling. Jest runs it
 * before each test file (`setupFiles`); where there is no document there is nothing to add.
 */

/** Nothing is laid out here, so that nobody is ever told that something went out of view. */
class EverythingInView {
  observe() {}
  disconnect() {}
}

if (typeof document !== 'undefined') {
  Element.prototype.scrollIntoView = () => undefined
  HTMLDialogElement.prototype.showModal = open
  HTMLDialogElement.prototype.close = close
  for (const root of [Document.prototype, ShadowRoot.prototype]) {
    Object.defineProperty(root, 'adoptedStyleSheets', { value: [], writable: true })
  }
  Object.defineProperty(globalThis, 'IntersectionObserver', { value: EverythingInView })
}

function open(this: HTMLDialogElement) {
  this.setAttribute('open', '')
}

function close(this: HTMLDialogElement) {
  this.removeAttribute('open')
}
