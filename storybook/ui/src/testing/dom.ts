/**
 * What jsdom lacks and the components rely on: modal dialogs and adopted sheets. Jest runs it before
 * each test file (`setupFiles`).
 */
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute('open', '')
  }
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open')
  }
}

if (typeof document !== 'undefined' && !('adoptedStyleSheets' in document)) {
  for (const root of [Document.prototype, ShadowRoot.prototype]) {
    Object.defineProperty(root, 'adoptedStyleSheets', { value: [], writable: true })
  }
}
