/**
 * What jsdom lacks and the components rely on: modal dialogs and adopted sheets. Jest runs it before
 * each test file (`setupFiles`); where there is no document there is nothing to add.
 */
if (typeof document !== 'undefined') {
  HTMLDialogElement.prototype.showModal = open
  HTMLDialogElement.prototype.close = close
  for (const root of [Document.prototype, ShadowRoot.prototype]) {
    Object.defineProperty(root, 'adoptedStyleSheets', { value: [], writable: true })
  }
}

function open(this: HTMLDialogElement) {
  this.setAttribute('open', '')
}

function close(this: HTMLDialogElement) {
  this.removeAttribute('open')
}
